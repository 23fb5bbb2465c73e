"""What a source tells, how much of it is copy, how early it is, and where it stands apart.

Each function answers for every source at once, by id, or for one of them alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, QuerySet

from timeline.models.articles import Article
from timeline.models.claims import Citation
from timeline.models.events import Conflict, label_of
from timeline.vocabulary import PublishedBasis

# Bases of days of publication that are no evidence of who was first.
NOT_KNOWN = [PublishedBasis.INFERRED.value, PublishedBasis.UNKNOWN.value]


@dataclass(frozen=True, slots=True)
class Output:
    """`copies`: articles that share their origin, which is the same text, with another
    article; `copies_elsewhere`: with one of another source. `events`, `claims`: told of."""

    articles: int = 0
    copies: int = 0
    copies_elsewhere: int = 0
    events: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """`events`: those that can be compared. `first`: of these, told by no other source on an
    earlier day. `delays`: of the others, how many were so many days behind the first, as pairs
    of days and number, by days."""

    events: int = 0
    first: int = 0
    delays: tuple[tuple[int, int], ...] = ()

    @property
    def late(self) -> int:
        return self.events - self.first

    @property
    def median(self) -> float | None:
        if not self.delays:
            return None
        return (self._delay((self.late - 1) // 2) + self._delay(self.late // 2)) / 2

    @property
    def mean(self) -> float | None:
        return sum(days * n for days, n in self.delays) / self.late if self.delays else None

    def _delay(self, place: int) -> int:
        """The delay at this place among all, sorted."""
        for days, n in self.delays:
            place -= n
            if place < 0:
                return days
        raise IndexError(place)


@dataclass(frozen=True, slots=True)
class SideTaken:
    """A disagreement in which a source gives `label`, and others give `against`."""

    conflict: int
    kind: str
    event: int
    title: str
    label: str
    against: tuple[str, ...]


def output_by_source(source: int | None = None) -> dict[int, Output]:
    """Three queries."""
    cited = _of(Citation.objects.order_by(), "article__source", source)
    told = {
        teller: (events, claims)
        for teller, events, claims in cited.values("article__source")
        .annotate(events=Count("claim__event", distinct=True), claims=Count("claim", distinct=True))
        .values_list("article__source", "events", "claims")
    }
    return with_told(written_by_source(source), told)


def with_told(
    written: Mapping[int, Output], told: Mapping[int, tuple[int, int]]
) -> dict[int, Output]:
    """`told`: the numbers of events and of claims."""
    return {
        source: replace(output, events=events, claims=claims)
        for source, output in written.items()
        for events, claims in (told.get(source, (0, 0)),)
    }


def written_by_source(source: int | None = None) -> dict[int, Output]:
    """Articles and copies alone. Two queries."""
    articles = _of(Article.objects.order_by(), "source", source)
    copies, elsewhere = _copies(articles, source)
    return {
        writer: Output(articles=n, copies=copies[writer], copies_elsewhere=elsewhere[writer])
        for writer, n in articles.values("source").annotate(n=Count("*")).values_list("source", "n")
    }


def _copies(articles: QuerySet[Any, Any], source: int | None) -> tuple[Counter[int], Counter[int]]:
    """How many articles of each source share their origin at all, and with another source."""
    every = Article.objects.order_by()
    # Not asked article by article: most have an origin of their own.
    among = every if source is None else every.filter(origin__in=articles.values("origin"))
    shared = among.values("origin").annotate(n=Count("*")).filter(n__gt=1)
    rows = every.filter(origin__in=shared.values("origin")).values("origin", "source")
    by_origin: dict[int, dict[int, int]] = {}
    for origin, writer, n in rows.annotate(n=Count("*")).values_list("origin", "source", "n"):
        by_origin.setdefault(origin, {})[writer] = n
    copies: Counter[int] = Counter()
    elsewhere: Counter[int] = Counter()
    for written in by_origin.values():
        for writer, n in written.items():
            copies[writer] += n
            if len(written) > 1:
                elsewhere[writer] += n
    return copies, elsewhere


def timing_by_source(source: int | None = None) -> dict[int, Timing]:
    """How often a source was first, or first with others, and how late otherwise. One query.

    An event can be compared when articles whose day of publication is known, and not inferred
    from the text, tell of it from two or more origins and in two or more sources. Each source
    counts with its first such article; equal days are equally early, for hours are not known.
    """
    days: dict[int, dict[int, date]] = {}
    origins: dict[int, set[int]] = {}
    for event, teller, origin, day in _first_days(source):
        origins.setdefault(event, set()).add(origin)
        own = days.setdefault(event, {})
        own[teller] = min(day, own.get(teller, day))
    behind: dict[int, list[int]] = {}
    for event, own in days.items():
        if len(own) < 2 or len(origins[event]) < 2:
            continue
        first = min(own.values())
        for teller, day in own.items():
            behind.setdefault(teller, []).append((day - first).days)
    return {
        teller: timing_of(Counter(delays))
        for teller, delays in behind.items()
        if source in (None, teller)
    }


def timing_of(delays: Mapping[int, int]) -> Timing:
    """`delays`: to how many events so many days behind the first; 0 days for the first."""
    return Timing(
        events=sum(delays.values()),
        first=delays.get(0, 0),
        delays=tuple(sorted((days, n) for days, n in delays.items() if days)),
    )


def _first_days(source: int | None) -> Iterable[tuple[int, int, int, date]]:
    """Event, source, origin and the first day of it: only of events told by several articles."""
    rows = Citation.objects.order_by().filter(
        claim__event__article_count__gte=2,
        article__published_earliest__isnull=False,
        article__published_earliest=F("article__published_latest"),
    )
    if source is not None:
        cited = Citation.objects.order_by().filter(article__source=source)
        rows = rows.filter(claim__event__in=cited.values("claim__event"))
    return (
        rows.exclude(article__published_basis__in=NOT_KNOWN)
        .values_list("claim__event", "article__source", "article__origin")
        .annotate(day=Min("article__published_latest"))
    )


def sides_by_source(source: int | None = None) -> dict[int, list[SideTaken]]:
    """The disagreements in which an article of the source gives one of the values, the most
    widely told events first. A source that gives two values has the first. Two queries."""
    cited = _of(Citation.objects.order_by(), "article__source", source)
    conflicts = Conflict.objects.all()
    taken = _tellers(cited.filter(claim__event__in=conflicts.order_by().values("event")))
    if source is not None:
        conflicts = conflicts.filter(event__in=cited.values("claim__event"))
    found: dict[int, list[SideTaken]] = {}
    for row in _in_order(conflicts):
        for teller, side in _sides(row, taken).items():
            found.setdefault(teller, []).append(side)
    return found


def sides_in(conflicts: Collection[int], source: int) -> list[SideTaken]:
    """As `sides_by_source`, of the few conflicts with these ids. Two queries."""
    rows = list(_in_order(Conflict.objects.filter(pk__in=conflicts)))
    # From the few events on: a source may have very many articles.
    cited = Citation.objects.order_by().filter(claim__event__in=[row["event"] for row in rows])
    taken = _tellers(cited)
    sides = (_sides(row, taken).get(source) for row in rows)
    return [side for side in sides if side is not None]


def _in_order(conflicts: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    rows = conflicts.order_by("-event__origin_count", "-event__sort_key", "pk")
    return rows.values("pk", "kind", "values", "event", "event__title")


def _tellers(cited: QuerySet[Any, Any]) -> dict[int, set[int]]:
    """The sources of each claim."""
    taken: dict[int, set[int]] = {}
    for claim, teller in cited.values_list("claim", "article__source").distinct():
        taken.setdefault(claim, set()).add(teller)
    return taken


def _sides(row: Mapping[str, Any], taken: dict[int, set[int]]) -> dict[int, SideTaken]:
    labels = [label_of(value) for value in row["values"]]
    sides: dict[int, SideTaken] = {}
    for place, value in enumerate(row["values"]):
        tellers = set().union(*(taken.get(claim, set()) for claim in value.get("claims", ())))
        for teller in tellers - sides.keys():
            sides[teller] = SideTaken(
                conflict=row["pk"],
                kind=row["kind"],
                event=row["event"],
                title=row["event__title"],
                label=labels[place],
                against=tuple(labels[:place] + labels[place + 1 :]),
            )
    return sides


def _of(rows: QuerySet[Any, Any], path: str, source: int | None) -> QuerySet[Any, Any]:
    return rows if source is None else rows.filter(**{path: source})
