import pytest

from timeline.browse.search import search_terms


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ()),
        ("Erdoğan GRAIN", (" erdogan ", " grain ")),
        ('"Black Sea" deal', (" black sea ", " deal ")),
        ("“Black  Sea”", (" black sea ",)),
        ("grain grain", (" grain ",)),
        ("U.N. 20%", (" un ", " 20 ")),
        ("cease-fire", (" cease fire ",)),
        ('unclosed "quote', (" unclosed ", " quote ")),
        ("gra*", (" gra",)),
        ('"black se*"', (" black se",)),
    ],
)
def test_a_search_is_folded_words_and_phrases(query: str, words: tuple[str, ...]) -> None:
    assert tuple(term.needle for term in search_terms(query)) == words
