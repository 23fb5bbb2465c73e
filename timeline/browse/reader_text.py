"""The text of an article in pieces: cited or not, body or page furniture, long furniture folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

# A run of furniture with as many lines, or as many characters, is folded.
MANY_LINES = 6
MANY_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage of the article. `number`: its claim's; `order`: its own, in reading order."""

    id: int
    claim: int
    number: int
    order: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing changes.

    `over`: the citations that lie over it; `starts` and `ends`: those that do so there.
    """

    text: str
    chrome: bool
    over: tuple[Cited, ...] = ()
    starts: tuple[Cited, ...] = ()
    ends: tuple[Cited, ...] = ()

    @property
    def marked(self) -> bool:
        return bool(self.over)

    @property
    def cites(self) -> str:
        """The ids of the citations over it, as the page's script looks for them."""
        return " ".join(str(citation.id) for citation in self.over)


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces that stand together. `lines`: of a run of furniture to be folded, else 0."""

    pieces: tuple[Piece, ...]
    lines: int = 0


def cut(text: str, citations: Sequence[Cited], body: Iterable[Sequence[int]]) -> tuple[Piece, ...]:
    """The whole text, cut wherever a citation or a stretch of body starts or ends.

    Offsets are code points. Without body spans nothing counts as chrome, nor does blank
    space. Citations may overlap in any way.
    """
    spans = sorted((span[0], span[1]) for span in body)
    places = {0, len(text)}
    for start, end in [*((c.start, c.end) for c in citations), *spans]:
        places |= {start, end}
    edges = sorted(place for place in places if 0 <= place <= len(text))
    starting = _by_place(citations, "start")
    ending = _by_place(citations, "end")
    over: list[Cited] = []
    pieces = []
    span = 0
    for low, high in pairwise(edges):
        over = [c for c in over if c.end > low] + starting.get(low, [])
        while span < len(spans) and spans[span][1] <= low:
            span += 1
        in_body = not spans or (span < len(spans) and spans[span][0] <= low)
        pieces.append(
            Piece(
                text=text[low:high],
                chrome=not (in_body or over or text[low:high].isspace()),
                over=tuple(over),
                starts=tuple(starting.get(low, ())),
                ends=tuple(ending.get(high, ())),
            )
        )
    return tuple(pieces)


def fold(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Long runs of furniture as blocks of their own, of whole lines; nothing is lost."""
    blocks: list[Block] = []
    for is_chrome, run in groupby(pieces, key=lambda piece: piece.chrome):
        if is_chrome:
            blocks += _folded("".join(piece.text for piece in run))
        else:
            blocks.append(Block(tuple(run)))
    return tuple(blocks)


def _folded(text: str) -> list[Block]:
    """The whole lines of a run apart from what shares its line with the body."""
    head, line_end, tail = text.rpartition("\n")
    head += line_end
    lines = sum(1 for line in head.splitlines() if line.strip())
    if lines < MANY_LINES and len(head) < MANY_CHARACTERS:
        return [Block((Piece(text, chrome=True),))]
    blocks = [Block((Piece(head, chrome=True),), lines)]
    return blocks + ([Block((Piece(tail, chrome=True),))] if tail else [])


def _by_place(citations: Iterable[Cited], end: str) -> dict[int, list[Cited]]:
    found: dict[int, list[Cited]] = {}
    for citation in citations:
        found.setdefault(getattr(citation, end), []).append(citation)
    return found
