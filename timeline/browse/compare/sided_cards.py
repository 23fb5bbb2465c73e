"""The events of a comparison as cards: what both sides tell of each, and what one tells alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline.browse.as_known import NEEDED, was_out
from timeline.browse.card_rows import CardRows, Row, card_rows
from timeline.browse.cards import MOST_CLAIMS, Card, ClaimShown, Showing, cards_of
from timeline.browse.compare.differences import Difference, differences
from timeline.browse.compare.found import Found
from timeline.browse.conflicts import Disagreement
from timeline.browse.filters import Filter, Sides

A, BOTH, B = "a", "both", "b"


@dataclass(frozen=True, slots=True)
class Told:
    """The citations of one event on each side; `shared`: claims that both sides choose."""

    side: str
    a: tuple[Row, ...]
    b: tuple[Row, ...]
    shared: frozenset[int]

    def block(self, claim: int, in_a: bool) -> str:
        return BOTH if claim in self.shared else A if in_a else B


@dataclass(frozen=True, slots=True)
class SidedCard:
    """`shared`: claims of both sides; `a`, `b`: those of one alone. `others`: not shown here.

    `disagreements`: those of all sources that are not told as `differences` of the sides.
    """

    card: Card
    side: str
    shared: tuple[ClaimShown, ...]
    a: tuple[ClaimShown, ...]
    b: tuple[ClaimShown, ...]
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
    blocks = {pk: _blocks(each) for pk, each in told.items()}
    kept = {pk: _kept(blocks[pk]) for pk in ids}
    how = Showing(
        most_claims=None,
        known_by=_later(sides.whole_a.known_by, sides.whole_b.known_by),
        terms=tuple(dict.fromkeys((*sides.whole_a.terms, *sides.whole_b.terms))),
        passages={
            row["pk"]
            for pk, each in told.items()
            for row in (*each.a, *each.b)
            if row["claim_id"] in kept[pk]
        },
    )
    return [
        _sided(card, rows, told[card.id], blocks[card.id], sides)
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
    return Told(
        side=BOTH if in_a and in_b else A if in_a else B,
        a=tuple(a),
        b=tuple(b),
        shared=frozenset({row["claim_id"] for row in a} & {row["claim_id"] for row in b}),
    )


def _cites(row: Row, side: Filter) -> bool:
    """Whether the passage is one by which the side came to choose its claim."""
    if side.sources and row["article__source__slug"] not in side.sources:
        return False
    return side.known_by is None or was_out(row, side.known_by)


def _later(a: date | None, b: date | None) -> date | None:
    return max(a, b) if a and b else None


def _blocks(told: Told) -> dict[int, str]:
    """In which part of the card each claim stands, in the order of the rows."""
    return {row["claim_id"]: told.block(row["claim_id"], False) for row in told.b} | {
        row["claim_id"]: told.block(row["claim_id"], True) for row in told.a
    }


def _kept(blocks: dict[int, str]) -> set[int]:
    return {
        claim
        for block in (A, BOTH, B)
        for claim in [claim for claim, its in blocks.items() if its == block][:MOST_CLAIMS]
    }


def _sided(
    card: Card, rows: CardRows, told: Told, blocks: dict[int, str], sides: Sides
) -> SidedCard:
    found: tuple[Difference, ...] = ()
    if told.side == BOTH:
        standing = not (sides.a.standings or sides.b.standings)
        later = sides.before_and_after
        found = differences(rows.events[card.id], told.a, told.b, later, standing)
    said = {difference.conflict for difference in found}
    return SidedCard(
        card=card,
        side=told.side,
        shared=tuple(claim for claim in card.claims if blocks[claim.id] == BOTH),
        a=tuple(claim for claim in card.claims if blocks[claim.id] == A),
        b=tuple(claim for claim in card.claims if blocks[claim.id] == B),
        differences=found,
        disagreements=tuple(each for each in card.disagreements if each.id not in said),
        others=card.more_claims,
    )
