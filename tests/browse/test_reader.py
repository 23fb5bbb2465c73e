"""The reader cuts a text at every edge and loses nothing, however citations overlap."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.reader_text import MANY_LINES, Cited, cut, fold


def cited(number: int, start: int, end: int) -> Cited:
    return Cited(number, number, number, number, start, end)


def test_overlapping_citations_are_marked_once_and_numbered_where_they_end() -> None:
    pieces = cut("abcdefgh", [cited(1, 1, 5), cited(2, 3, 7)], [])
    assert [(p.text, p.marked) for p in pieces] == [
        ("a", False),
        ("bc", True),
        ("de", True),
        ("fg", True),
        ("h", False),
    ]
    assert [c.number for p in pieces for c in p.starts] == [1, 2]
    assert [(p.text, c.number) for p in pieces for c in p.ends] == [("de", 1), ("fg", 2)]


def test_what_is_not_body_is_chrome_unless_it_is_cited() -> None:
    pieces = cut("menu body foot", [cited(1, 10, 14)], [[5, 9]])
    assert [(p.text, p.chrome) for p in pieces] == [
        ("menu ", True),
        ("body", False),
        (" ", False),
        ("foot", False),
    ]


def test_each_piece_knows_the_citations_over_it() -> None:
    pieces = cut("abcdefgh", [cited(1, 1, 5), cited(2, 3, 7)], [])
    assert [p.cites for p in pieces] == ["", "1", "1 2", "2", ""]


def test_a_long_run_of_furniture_is_folded_by_whole_lines() -> None:
    menu = "Menu\n" * MANY_LINES
    text = f"{menu}PARIS - Body.\nShort foot"
    body = text.index("Body."), text.index("\nShort")
    blocks = fold(cut(text, [], [body]))
    assert [("".join(p.text for p in b.pieces), b.lines) for b in blocks] == [
        (menu, MANY_LINES),
        ("PARIS - ", 0),
        ("Body.", 0),
        ("\nShort foot", 0),
    ]


def test_what_is_cited_is_never_folded_away() -> None:
    menu = "Menu\n" * 20
    text = f"{menu}A headline\n{menu}Body."
    start = text.index("A headline")
    blocks = fold(cut(text, [cited(1, start, start + 10)], [[len(text) - 5, len(text)]]))
    assert [b.lines for b in blocks if any(p.marked for p in b.pieces)] == [0]
    assert sum(b.lines for b in blocks) == 40


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20))


@given(st.text(max_size=60), st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=3))
def test_the_pieces_are_the_whole_text(
    text: str, places: list[tuple[int, int]], body: list[tuple[int, int]]
) -> None:
    inside = [(s, min(s + n, len(text))) for s, n in places if s < len(text)]
    citations = [cited(n, s, e) for n, (s, e) in enumerate(inside)]
    pieces = cut(text, citations, [[s, s + n] for s, n in body])
    assert "".join(p.text for p in pieces) == text
    assert "".join(p.text for block in fold(pieces) for p in block.pieces) == text
    assert sorted(c.number for p in pieces for c in p.starts) == sorted(c.number for c in citations)
    assert sorted(c.number for p in pieces for c in p.ends) == sorted(c.number for c in citations)
    marked = {i for s, e in inside for i in range(s, e)}
    place = 0
    for piece in pieces:
        assert {i in marked for i in range(place, place + len(piece.text))} <= {piece.marked}
        place += len(piece.text)
