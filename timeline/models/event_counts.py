"""How many of some events there are for each value of each filter. One query each.

`events` are those counted. `claims` are the claims that meet the other filters of claims:
an event counts for a value when one of these claims has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Substr

from timeline.models.belonging import BELONGS_LEVELS
from timeline.models.claims import Citation
from timeline.models.event_queries import EventQuerySet
from timeline.models.events import Participation
from timeline.vocabulary import Role

MONTH_LENGTH = len("2022-07")
# Key, name and number.
Counted = tuple[str, str, int]
# The events that are counted, and the claims by which they may count.
Asked = tuple[EventQuerySet, QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Reach:
    """What tells of some events: how many, by which claims and articles."""

    events: int = 0
    claims: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What tells of some events: `then`, by a day, and `now`.

    `first` and `last`: the days the first and last of the articles were surely out.
    """

    then: Reach
    now: Reach
    first: date | None = None
    last: date | None = None


def by_month_and_type(
    events: EventQuerySet, around: EventQuerySet | None = None
) -> QuerySet[Any, dict[str, Any]]:
    """Rows of first month, last month ("2022-07" or None), type and what they amount to.

    The same of the events `around`, in the one query, as rows that are `beside`.
    """
    rows = _month_rows(events, beside=False)
    return rows if around is None else rows.union(_month_rows(around, beside=True), all=True)


def _month_rows(events: EventQuerySet, beside: bool) -> QuerySet[Any, dict[str, Any]]:
    return (
        events.order_by()
        .annotate(
            first=month("earliest"),
            last=month("latest"),
            beside=Value(int(beside), models.IntegerField()),
        )
        .values("first", "last", "type", "beside")
        .annotate(
            n=Count("pk"),
            agree=Count("pk", filter=Q(origin_count__gte=2, has_conflict=False)),
            disagree=Count("pk", filter=Q(has_conflict=True)),
            reviewed_total=Count("pk", filter=Q(reviewed=True)),
        )
    )


def coverage(
    events: EventQuerySet, then: EventQuerySet | None = None, known_by: date | None = None
) -> Coverage:
    """`then`: those of the events that were known by the day; all events without one.

    One query: a union, since a subquery in the filter of an aggregate is asked row by row.
    """
    rows = _reached(Citation.objects.filter(claim__event__in=_ids(events)), "now")
    if then is not None and known_by is not None:
        out = Citation.objects.filter(
            article__published_latest__lte=known_by, claim__event__in=_ids(then)
        )
        rows = rows.union(_reached(out, "then"), all=True)
    found = {slot: row for slot, *row in rows}
    *now, first, last = found.get("now", _NOTHING)
    before = found.get("then", _NOTHING)[:3] if known_by is not None else now
    return Coverage(then=Reach(*before), now=Reach(*now), first=first, last=last)


_NOTHING = [0, 0, 0, None, None]


def _reached(citations: QuerySet[Any, Any], slot: str) -> QuerySet[Any, Any]:
    """One row, or none for no citation: events, claims, articles, first and last day."""
    labelled = citations.order_by().values(slot=Value(slot, models.CharField()))
    return labelled.annotate(
        events=Count("claim__event", distinct=True),
        claims=Count("claim", distinct=True),
        articles=Count("article", distinct=True),
        first=Min("article__published_latest"),
        last=Max("article__published_latest"),
    ).values_list("slot", "events", "claims", "articles", "first", "last")


def by_claim(asked: Mapping[str, Asked], known_by: date | None = None) -> dict[str, list[Counted]]:
    """Under "says", "standing" and "source", as `asked`: key, name and number, most first.

    "says": actors to whom a claim is attributed, rolled up like `by_part`. A row with an
    empty key counts the events with a claim the article makes itself, naming nobody.
    "source": those with a passage, in an article that was out by the day. One query.
    """
    more = []
    events, claims = asked["says"]
    own = _of(events, claims).filter(attribution_text="")
    more.append(_named(own, "says", "attribution_text", "attribution_text"))
    if "standing" in asked:
        more.append(_named(_of(*asked["standing"]), "standing", "standing", "standing"))
    if "source" in asked:
        passage = Q(citations__isnull=False)
        if known_by is not None:
            passage &= Q(citations__article__published_latest__lte=known_by)
        source = "citations__article__source"
        cited = _of(*asked["source"]).filter(passage)
        more.append(_named(cited, "source", f"{source}__slug", f"{source}__name"))
    return rolled_up({"says": (claims, events)}, "attribution_actor", more)


def by_part(
    events: EventQuerySet, acting: EventQuerySet, receiving: EventQuerySet
) -> dict[str, list[Counted]]:
    """Key, name and number, for each actor with a part; under "" and each role.

    What those who belong to an actor do counts for it too, once an event. `acting` and
    `receiving`: the events counted for the roles.
    """
    parts = Participation.objects.order_by()
    return rolled_up(
        {
            "": (parts, events),
            Role.ACTOR.value: (parts.filter(role=Role.ACTOR.value), acting),
            Role.RECIPIENT.value: (parts.filter(role=Role.RECIPIENT.value), receiving),
        },
        "actor",
    )


def part_totals(events: EventQuerySet) -> list[Counted]:
    """`by_part` in any role."""
    return rolled_up({"": (Participation.objects.order_by(), events)}, "actor")[""]


def _ids(events: EventQuerySet) -> QuerySet[Any, Any]:
    return events.order_by().values("pk")


def _of(events: EventQuerySet, claims: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return claims.order_by().filter(event__in=_ids(events))


def month(column: str) -> Substr:
    # Cut from the text of the date: a truncating function is a Python call a row on SQLite.
    return Substr(Cast(F(column), models.CharField()), 1, MONTH_LENGTH)


def rolled_up(
    slots: dict[str, tuple[QuerySet[Any, Any], EventQuerySet]],
    path: str,
    more: Iterable[QuerySet[Any, Any]] = (),
) -> dict[str, list[Counted]]:
    """Events counted once for the actor at `path` and for all it belongs to, most first.

    An event counts at the nearest level only: for Russia by what Russia itself did, then
    by what its ministry did in events where Russia itself has no part, and so on up.
    One query for all `slots`, and for `more` rows of other slots.
    """
    parts = []
    for slot, (rows, events) in slots.items():
        for depth, level in enumerate(BELONGS_LEVELS):
            counted = _of(events, rows).filter(**{f"{path}{level}__isnull": False})
            for nearer in BELONGS_LEVELS[:depth]:
                same = {"event": OuterRef("event"), f"{path}{nearer}": OuterRef(f"{path}{level}")}
                counted = counted.exclude(Exists(rows.filter(**same)))
            parts.append(_named(counted, slot, f"{path}{level}__key", f"{path}{level}__name"))
    parts += more
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for slot, key, name, n in parts[0].union(*parts[1:], all=True):
        found[slot][key, name] += n
    counted_by_slot: dict[str, list[Counted]] = defaultdict(list)
    for slot, totals in found.items():
        named = ((key, name, n) for (key, name), n in totals.items())
        counted_by_slot[slot] = sorted(named, key=lambda row: (-row[2], row[1]))
    return counted_by_slot


def _named(rows: QuerySet[Any, Any], slot: str, key: str, name: str) -> QuerySet[Any, Any]:
    labelled = rows.order_by().annotate(slot=Value(slot, models.CharField()))
    named = labelled.values_list("slot", key, Coalesce(name, Value("")))
    return named.annotate(n=Count("event", distinct=True))
