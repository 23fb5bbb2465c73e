"""What a source tells, how much of it is copy, how early it is, and where it stands apart.

Each function answers for every source at once, by id, or for one of them alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import mean, median
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from timeline.models.articles import Article
from timeline.models.claims import Citation
from timeline.models.events import Conflict
from timeline.vocabulary import PublishedBasis

_NOT_KNOWN = [PublishedBasis.INFERRED.value, PublishedBasis.UNKNOWN.value]


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
    earlier day. `delays`: days behind the first, for each of the others, sorted."""

    events: int = 0
    first: int = 0
    delays: tuple[int, ...] = ()

    @property
    def median(self) -> float | None:
        return median(self.delays) if self.delays else None

    @property
    def mean(self) -> float | None:
        return mean(self.delays) if self.delays else None


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
    """Two queries."""
    same = Article.objects.filter(origin=OuterRef("origin")).order_by()
    articles = _of(Article.objects.order_by(), "source", source)
    written = articles.values("source").annotate(
        n=Count("pk"),
        copies=Count("pk", filter=Q(Exists(same.exclude(pk=OuterRef("pk"))))),
        elsewhere=Count("pk", filter=Q(Exists(same.exclude(source=OuterRef("source"))))),
    )
    cited = _of(Citation.objects.order_by(), "article__source", source)
    told = {
        row["article__source"]: row
        for row in cited.values("article__source").annotate(
            events=Count("claim__event", distinct=True), claims=Count("claim", distinct=True)
        )
    }
    none = {"events": 0, "claims": 0}
    return {
        row["source"]: Output(
            articles=row["n"],
            copies=row["copies"],
            copies_elsewhere=row["elsewhere"],
            events=told.get(row["source"], none)["events"],
            claims=told.get(row["source"], none)["claims"],
        )
        for row in written
    }


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
        teller: Timing(
            events=len(delays),
            first=delays.count(0),
            delays=tuple(sorted(delay for delay in delays if delay)),
        )
        for teller, delays in behind.items()
        if source in (None, teller)
    }


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
        rows.exclude(article__published_basis__in=_NOT_KNOWN)
        .values_list("claim__event", "article__source", "article__origin")
        .annotate(day=Min("article__published_latest"))
    )


def sides_by_source(source: int | None = None) -> dict[int, list[SideTaken]]:
    """The disagreements in which an article of the source gives one of the values, the most
    widely told events first. A source that gives two values has the first. Two queries."""
    cited = _of(Citation.objects.order_by(), "article__source", source)
    taken: dict[int, set[int]] = {}
    rows = cited.filter(claim__event__in=Conflict.objects.order_by().values("event"))
    for claim, teller in rows.values_list("claim", "article__source").distinct():
        taken.setdefault(claim, set()).add(teller)
    conflicts = Conflict.objects.order_by("-event__origin_count", "-event__sort_key", "pk")
    if source is not None:
        conflicts = conflicts.filter(event__in=cited.values("claim__event"))
    found: dict[int, list[SideTaken]] = {}
    for row in conflicts.values("pk", "kind", "values", "event", "event__title"):
        for teller, side in _sides(row, taken).items():
            found.setdefault(teller, []).append(side)
    return found


def _sides(row: Mapping[str, Any], taken: dict[int, set[int]]) -> dict[int, SideTaken]:
    labels = [str(value.get("label") or value.get("value")) for value in row["values"]]
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
