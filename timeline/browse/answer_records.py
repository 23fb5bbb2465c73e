"""What a timeline page says about its filter, however it is found out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.browse.axis import Axis, Range
from timeline.browse.filters import Filter
from timeline.models.event_counts import Counted, Coverage, Reach

PAGE_SIZE = 50
# Values of a list that are given by name; of the rest only whether there are any.
LISTED = 220
# The lists of values a page can show, by the filter each is of.
EVERY_LIST = frozenset({"actor", "by", "towards", "says", "standing", "source"})
# Those of a page that says who has to do with its events and who tells of them.
INVOLVED = frozenset({"actor", "source"})
# A sort key and the primary key of its event.
Keyed = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """Ids in the order shown; the keys to give as `before` and `after` for more, or None."""

    ids: tuple[int, ...] = ()
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Key, name and number of the values with most events, and of those that are chosen.

    `more`: whether there are others.
    """

    rows: tuple[Counted, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Number of events for each value, under the filters other than its own.

    Several actors, like several kinds of evidence, must all hold: there a count says how
    many events are left once the value is chosen too.
    """

    types: Mapping[str, int] = field(default_factory=dict)
    standings: Mapping[str, int] = field(default_factory=dict)
    evidence: Mapping[str, int] = field(default_factory=dict)
    actors: Listed = field(default_factory=Listed)
    acting: Listed = field(default_factory=Listed)
    receiving: Listed = field(default_factory=Listed)
    speakers: Listed = field(default_factory=Listed)
    sources: Listed = field(default_factory=Listed)


@dataclass(frozen=True, slots=True)
class Answer:
    """`coverage`: what had told of the events by the day the filter asks for, and what tells
    today of all that it would choose without one.
    """

    page: Page
    total: int = 0
    coverage: Coverage = field(default_factory=lambda: Coverage(Reach(), Reach()))
    counts: Counts = field(default_factory=Counts)
    axis: Axis = field(default_factory=Axis)


@dataclass(frozen=True, slots=True)
class Begun:
    """An answer of which the page is known. `rest`: the whole of it; asks no database, and is
    worked out once."""

    page: Page
    rest: Callable[[], Answer]


def by_number(row: Counted) -> tuple[int, str, str]:
    """The order of values: most events first, then by name."""
    key, name, n = row
    return -n, name, key


def listed(rows: Iterable[Counted], chosen: Iterable[str], more: bool = False) -> Listed:
    """`more`: whether there are values that are not even among the rows."""
    ordered = sorted(rows, key=by_number)
    wanted = set(chosen)
    kept = ordered[:LISTED] + [row for row in ordered[LISTED:] if row[0] in wanted]
    return Listed(tuple(kept), more or len(ordered) > len(kept))


def paged(rows: Sequence[Keyed], chosen: Filter) -> Page:
    """`rows`: in the order in which they follow the place the filter names, which for `after`
    is backwards; one more than a page holds when there are more."""
    shown, more = rows[:PAGE_SIZE], len(rows) > PAGE_SIZE
    if chosen.after is not None:
        shown = shown[::-1]
        more_before, more_after = bool(shown), more
    else:
        more_before, more_after = more, chosen.before is not None and bool(shown)
    return Page(
        ids=tuple(pk for _, pk in shown),
        before=shown[-1][0] if more_before else None,
        after=shown[0][0] if more_after else None,
    )


def chosen_range(chosen: Filter) -> Range:
    start = chosen.start.earliest if chosen.start else None
    end = chosen.end.latest if chosen.end else None
    return Range(f"{start:%Y-%m}" if start else None, f"{end:%Y-%m}" if end else None)
