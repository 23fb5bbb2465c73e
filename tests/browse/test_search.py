import pytest

from timeline.browse.matches import marked
from timeline.browse.search import search_terms
from timeline.folding import searchable


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


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Grain left Odesa; the grains did not.", "grain", ["Grain"]),
        ("Grain left Odesa; the grains did not.", "grain*", ["Grain", "grains"]),
        ("Erdoğan spoke at the U.N. on the Black Sea.", '"black sea" erdogan un', 3),
        ("The Black, cold Sea", '"black sea"', []),
        ("Cease-fire talks", "cease-fire", ["Cease-fire"]),
        ("No war, no peace", "-war peace", ["peace"]),
        ("grain grain deal", '"grain grain" "grain deal"', ["grain grain", " deal"]),
    ],
)
def test_what_is_found_is_marked_as_it_stands(text: str, query: str, found: object) -> None:
    pieces = marked(text, search_terms(query))
    assert "".join(piece for piece, _ in pieces) == text
    hits = [piece for piece, hit in pieces if hit]
    assert hits == found if isinstance(found, list) else len(hits) == found


def test_a_phrase_does_not_run_from_one_text_into_the_next() -> None:
    text = searchable(["the black", "sea of Azov", "sea of Azov"])
    assert " black sea " not in text and " sea of azov " in text
    assert text.count("azov") == 1
