"""The events of a comparison as cards: what both sides tell of each, and what one tells alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline import edtf
from timeline.browse.card_rows import CardRows, Row, card_rows
from timeline.browse.cards import Card, ClaimShown, Showing, cards_of
from timeline.browse.compare.differences import Difference, differences
from timeline.browse.compare.found import Found
from timeline.browse.conflicts import Disagreement
from timeline.browse.filters import Filter, Sides
from timeline.models.as_known import NEEDED, was_out

# In each part of a card; the others stand on the event's own page.
MOST_CLAIMS = 4
A, BOTH, B = "a", "both", "b"
ACROSS, LEFT, RIGHT = "across", "left", "right"


@dataclass(frozen=True, slots=True)
class Told:
    """The citations of one event on each side."""

    side: str
    a: tuple[Row, ...]
    b: tuple[Row, ...]

    @property
    def only_a(self) -> list[int]:
        return _claims_of(self.a, without=self.b)

    @property
    def only_b(self) -> list[int]:
        return _claims_of(self.b, without=self.a)

    @property
    def shared(self) -> list[int]:
        """The claims that both sides choose."""
        only = set(self.only_a)
        return [claim for claim in _claims_of(self.a) if claim not in only]


@dataclass(frozen=True, slots=True)
class Block:
    """Claims that stand together, under words that say whose they are."""

    label: str
    claims: tuple[ClaimShown, ...] = ()


@dataclass(frozen=True, slots=True)
class SidedCard:
    """`across`: what both sides tell, when each tells something alone too; `left`, `right`.

    `others`: claims not shown here. `disagreements`: those of all sources that are not told
    as `differences` of the sides.
    """

    card: Card
    side: str
    label: str
    across: Block
    left: Block
    right: Block
    differences: tuple[Difference, ...]
    disagreements: tuple[Disagreement, ...]
    others: int


@dataclass(frozen=True, slots=True)
class SidedGroup:
    heading: str
    cards: tuple[SidedCard, ...]


def sided_cards(sides: Sides, found: Found) -> list[SidedCard]:
    """The events of the page, in three queries. Margin notes count through the page."""
    ids = found.page.ids
    rows = card_rows(ids, NEEDED)
    told = {pk: _told(pk, rows.citations[pk], sides, found) for pk in ids}
    places = {pk: _places(told[pk]) for pk in ids}
    how = Showing(
        most_claims=None,
        known_by=_later(sides.whole_a.known_by, sides.whole_b.known_by),
        terms=tuple(dict.fromkeys((*sides.whole_a.terms, *sides.whole_b.terms))),
        passages=dict(_ranks(told, places)),
    )
    return [
        _sided(card, rows, told[card.id], places[card.id], sides)
        for card in cards_of(rows, ids, how)
    ]


def grouped(shown: Iterable[SidedCard]) -> list[SidedGroup]:
    return [
        SidedGroup(heading, tuple(group))
        for heading, group in groupby(shown, key=lambda sided: sided.card.date.heading)
    ]


def _told(pk: int, citations: Sequence[Row], sides: Sides, found: Found) -> Told:
    in_a, in_b = found.events[pk]
    nowhere = False, False
    a = [
        row
        for row in citations
        if in_a and found.claims.get(row["claim_id"], nowhere)[0] and _cites(row, sides.whole_a)
    ]
    b = [
        row
        for row in citations
        if in_b and found.claims.get(row["claim_id"], nowhere)[1] and _cites(row, sides.whole_b)
    ]
    return Told(BOTH if in_a and in_b else A if in_a else B, tuple(a), tuple(b))


def _claims_of(rows: Iterable[Row], without: Iterable[Row] = ()) -> list[int]:
    """In the order of the rows."""
    other = {row["claim_id"] for row in without}
    return [claim for claim in dict.fromkeys(row["claim_id"] for row in rows) if claim not in other]


def _cites(row: Row, side: Filter) -> bool:
    """Whether the passage is one by which the side came to choose its claim."""
    if side.sources and row["article__source__slug"] not in side.sources:
        return False
    return side.known_by is None or was_out(row, side.known_by)


def _later(a: date | None, b: date | None) -> date | None:
    return max(a, b) if a and b else None


def _places(told: Told) -> dict[str, list[int]]:
    """The claims shown in each block, in the order the blocks are read.

    What both tell stands across, or on the side that tells nothing else: so all that
    was known by a day stands left of what came later.
    """
    a, shared, b = told.only_a, told.shared, told.only_b
    if b and not a:
        a, shared = shared, []
    elif a and not b:
        b, shared = shared, []
    return {ACROSS: shared[:MOST_CLAIMS], LEFT: a[:MOST_CLAIMS], RIGHT: b[:MOST_CLAIMS]}


def _ranks(
    told: dict[int, Told], places: dict[int, dict[str, list[int]]]
) -> Iterator[tuple[int, int]]:
    """The citations of these claims on either side, in the order they are read."""
    for pk, each in told.items():
        order = [claim for claims in places[pk].values() for claim in claims]
        rank = {claim: place for place, claim in enumerate(order)}
        for row in (*each.a, *each.b):
            if row["claim_id"] in rank:
                yield row["pk"], rank[row["claim_id"]]


def _sided(
    card: Card, rows: CardRows, told: Told, places: dict[str, list[int]], sides: Sides
) -> SidedCard:
    found: tuple[Difference, ...] = ()
    if told.side == BOTH:
        standing = not (sides.a.standings or sides.b.standings)
        later = sides.before_and_after
        found = differences(rows.events[card.id], told.a, told.b, later, standing)
    said = {difference.conflict for difference in found}
    shown = {claim.id: claim for claim in card.claims}
    words = _words(told, sides)
    labels = {
        ACROSS: words[BOTH],
        LEFT: words[A] if told.only_a else words[BOTH],
        RIGHT: words[B] if told.only_b else words[BOTH],
    }
    across, left, right = (
        Block(labels[place], tuple(shown[claim] for claim in claims if claim in shown))
        for place, claims in places.items()
    )
    return SidedCard(
        card=card,
        side=told.side,
        label=_label(told, sides),
        across=across,
        left=left,
        right=right,
        differences=found,
        disagreements=tuple(each for each in card.disagreements if each.id not in said),
        others=card.more_claims,
    )


def _label(told: Told, sides: Sides) -> str:
    if not sides.before_and_after:
        return {A: "Only in A", BOTH: "In both", B: "Only in B"}[told.side]
    return _words(told, sides)[told.side]


def _words(told: Told, sides: Sides) -> dict[str, str]:
    known = sides.whole_a.known_by
    if not sides.before_and_after or known is None:
        return {A: "A says", BOTH: "Both say", B: "B says"}
    new = set(told.only_b)
    later = _later_words((row for row in told.b if row["claim_id"] in new), known)
    return {A: "", BOTH: "Known by then", B: later}


def _later_words(rows: Iterable[Row], known: date) -> str:
    """Not to have surely appeared by a day is not yet to have appeared after it."""
    published = [edtf.try_parse(row["article__published_edtf"]) for row in rows]
    if all(value and value.earliest and value.earliest > known for value in published):
        return "Came later"
    return "Came later, or on a day not known exactly"
