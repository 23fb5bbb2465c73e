"""What two sides choose between them: how many events each, the ids of a page, by month."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.browse.answer_records import Page
from timeline.browse.axis import MonthCount
from timeline.browse.compare.differences import split_by
from timeline.browse.counted import page_of
from timeline.browse.filters import Filter, Sides, chooses_claims, narrow, narrow_claims
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
    months: tuple[MonthCount, ...] = ()
    events: Mapping[int, tuple[bool, bool]] = field(default_factory=dict)
    claims: Mapping[int, tuple[bool, bool]] = field(default_factory=dict)


def find(sides: Sides) -> Found:
    """In seven queries, whatever there is; none when the sides cannot be read."""
    if sides.problems or not sides.asked:
        return Found()
    a, b = (narrow(Event.objects.sourced(), side) for side in (sides.whole_a, sides.whole_b))
    claims = _claims(sides.whole_a), _claims(sides.whole_b)
    months = tuple(
        MonthCount(first, last, _group(in_a, in_b), n)
        for first, last, in_a, in_b, n in by_month_and_side(a, b)
    )
    contrary = _contrary(a, b, claims) if sides.choose_claims else []
    page = page_of(_listed(sides.show, a, b, contrary), sides.common)
    shown = Event.objects.with_ids(page.ids)
    return Found(
        page=page,
        tally=Tally(
            a=_total(months, ONLY_A),
            both=_total(months, IN_BOTH),
            b=_total(months, ONLY_B),
            disagree=len(contrary),
        ),
        months=months,
        events=_sides_of(events_by_side(shown, a, b)),
        claims=_sides_of(claims_by_side(shown, *claims)),
    )


def _sides_of(rows: list[Sided]) -> dict[int, tuple[bool, bool]]:
    return {pk: (in_a, in_b) for pk, in_a, in_b in rows}


def _claims(side: Filter) -> Chosen:
    return narrow_claims(side) if chooses_claims(side) else None


def _listed(show: str, a: EventQuerySet, b: EventQuerySet, contrary: list[int]) -> EventQuerySet:
    events = Event.objects.all()
    if show == "disagree":
        return events.with_ids(contrary)
    if show == "both":
        return events.in_both(a, b)
    if show:
        return events.only_in(a, b) if show == "a" else events.only_in(b, a)
    return events.in_either(a, b)


def _contrary(a: EventQuerySet, b: EventQuerySet, claims: tuple[Chosen, Chosen]) -> list[int]:
    """The events of both sides about which a conflict has side A and side B differ."""
    disputed = Event.objects.in_both(a, b).disagreed_on()
    sided = claims_by_side(disputed, *claims)
    on_a = {claim for claim, in_a, _ in sided if in_a}
    on_b = {claim for claim, _, in_b in sided if in_b}
    return sorted({e for e, values in conflict_values(disputed) if split_by(values, on_a, on_b)})


def _group(in_a: bool, in_b: bool) -> int:
    return IN_BOTH if in_a and in_b else ONLY_A if in_a else ONLY_B


def _total(months: tuple[MonthCount, ...], part: int) -> int:
    return sum(month.n for month in months if month.quad == part)
