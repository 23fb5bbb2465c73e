import pytest

from timeline.browse.search import search_words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ()),
        ("Erdoğan GRAIN", ("erdogan", "grain")),
        ('"Black Sea" deal', ("black sea", "deal")),
        ("“Black  Sea”", ("black sea",)),
        ("grain grain", ("grain",)),
        ("U.N. 20%", ("u.n.", "20%")),
        ('unclosed "quote', ("unclosed", "quote")),
    ],
)
def test_a_search_is_folded_words_and_phrases(query: str, words: tuple[str, ...]) -> None:
    assert search_words(query) == words
