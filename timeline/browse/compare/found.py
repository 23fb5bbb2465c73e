"""What two sides choose between them: how many events each, the ids of a page, by month."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.browse.answer_records import Page
from timeline.browse.axis import NOTHING, MonthCount, MonthCounts, Spread, counted
from timeline.browse.compare.differences import split_by
from timeline.browse.counted import page_of
from timeline.browse.filters import Filter, Sides, chooses_claims, narrow, narrow_claims
from timeline.browse.index.current import current
from timeline.browse.index.held import Held
from timeline.browse.index.selection import Selection, among, nothing
from timeline.browse.index.selection import page_of as page_out_of_index
from timeline.browse.index.sides import TwoSides, contrary, spread_by_side, two_sides
from timeline.browse.index.sides import claims_by_side as claims_out_of_index
from timeline.models import Event
from timeline.models.event_queries import EventQuerySet
from timeline.models.side_queries import (
    Chosen,
    Sided,
    by_month_and_side,
    claims_by_side,
    conflict_values,
    events_by_side,
)

ONLY_A, IN_BOTH, ONLY_B = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of events. `disagree`: those of both that the sides tell in contrary ways."""

    a: int = 0
    both: int = 0
    b: int = 0
    disagree: int = 0

    @property
    def all(self) -> int:
        return self.a + self.both + self.b


@dataclass(frozen=True, slots=True)
class Found:
    """`events` and `claims`: for the ids of the page, whether side A and side B choose them."""

    page: Page = field(default_factory=Page)
    tally: Tally = field(default_factory=Tally)
    months: Spread = NOTHING
    events: Mapping[int, tuple[bool, bool]] = field(default_factory=dict)
    claims: Mapping[int, tuple[bool, bool]] = field(default_factory=dict)


def find(sides: Sides) -> Found:
    """By SQL in seven queries, whatever there is; none when the sides cannot be read."""
    if sides.problems or not sides.asked:
        return Found()
    held = current()
    return _by_sql(sides) if held is None else _by_index(held, sides)


def _by_index(held: Held, sides: Sides) -> Found:
    two = two_sides(held, sides.whole_a, sides.whole_b)
    disagree = contrary(two) if sides.choose_claims else nothing(held)
    page = page_out_of_index(_listed_by_index(sides.show, two, disagree), sides.common)
    in_a, in_b = among(two.a, page.ids), among(two.b, page.ids)
    return Found(
        page=page,
        tally=Tally(
            a=len(two.a - two.b),
            both=len(two.a & two.b),
            b=len(two.b - two.a),
            disagree=len(disagree),
        ),
        months=spread_by_side(two, (ONLY_A, IN_BOTH, ONLY_B)),
        events={pk: (pk in in_a, pk in in_b) for pk in page.ids},
        claims=_sides_of(claims_out_of_index(two, page.ids)),
    )


def _listed_by_index(show: str, two: TwoSides, disagree: Selection) -> Selection:
    if show == "disagree":
        return disagree
    if show == "both":
        return two.a & two.b
    if show:
        return two.a - two.b if show == "a" else two.b - two.a
    return two.a | two.b


def _by_sql(sides: Sides) -> Found:
    a, b = (narrow(Event.objects.sourced(), side) for side in (sides.whole_a, sides.whole_b))
    claims = _claims(sides.whole_a), _claims(sides.whole_b)
    months = counted(
        MonthCount(first, last, _group(in_a, in_b), n)
        for first, last, in_a, in_b, n in by_month_and_side(a, b)
    )
    disagree = _contrary(a, b, claims) if sides.choose_claims else []
    page = page_of(_listed(sides.show, a, b, disagree), sides.common)
    shown = Event.objects.with_ids(page.ids)
    return Found(
        page=page,
        tally=Tally(
            a=_total(months, ONLY_A),
            both=_total(months, IN_BOTH),
            b=_total(months, ONLY_B),
            disagree=len(disagree),
        ),
        months=months,
        events=_sides_of(events_by_side(shown, a, b)),
        claims=_sides_of(claims_by_side(shown, *claims)),
    )


def _sides_of(rows: list[Sided]) -> dict[int, tuple[bool, bool]]:
    return {pk: (in_a, in_b) for pk, in_a, in_b in rows}


def _claims(side: Filter) -> Chosen:
    return narrow_claims(side) if chooses_claims(side) else None


def _listed(show: str, a: EventQuerySet, b: EventQuerySet, disagree: list[int]) -> EventQuerySet:
    events = Event.objects.all()
    if show == "disagree":
        return events.with_ids(disagree)
    if show == "both":
        return events.in_both(a, b)
    if show:
        return events.only_in(a, b) if show == "a" else events.only_in(b, a)
    return events.in_either(a, b)


def _contrary(a: EventQuerySet, b: EventQuerySet, claims: tuple[Chosen, Chosen]) -> list[int]:
    """The events of both sides about which a conflict has side A and side B differ."""
    disputed = Event.objects.in_both(a, b).disagreed_on()
    told = claims_by_side(disputed, *claims)
    on_a = {claim for claim, in_a, _ in told if in_a}
    on_b = {claim for claim, _, in_b in told if in_b}
    return sorted({e for e, values in conflict_values(disputed) if split_by(values, on_a, on_b)})


def _group(in_a: bool, in_b: bool) -> int:
    return IN_BOTH if in_a and in_b else ONLY_A if in_a else ONLY_B


def _total(months: MonthCounts, part: int) -> int:
    return sum(month.n for month in months.rows if month.quad == part)
