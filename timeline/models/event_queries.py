"""The questions asked of events, by name."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, Substr

# Sort keys of dated events start here; see Event.order_key.
FIRST_DATED_KEY = 1 << 62
# Actors belong to actors: a minister to a ministry, a ministry to a country.
BELONGS_LEVELS = ("", "__belongs_to", "__belongs_to__belongs_to")
MONTH_LENGTH = len("2022-07")


def belonging_to(path: str, keys: Iterable[str]) -> Q:
    """The actor at `path` is one of `keys` or belongs to one, directly or once removed."""
    condition = Q()
    for level in BELONGS_LEVELS:
        condition |= Q(**{f"{path}{level}__key__in": list(keys)})
    return condition


class EventQuerySet(models.QuerySet):
    """Each method narrows; order and paging are the caller's."""

    def possibly_between(self, start: date | None, end: date | None) -> Self:
        """Dated events that may lie between the two days, both inclusive."""
        dated = self.exclude(earliest=None, latest=None)
        if end is not None:
            dated = dated.filter(Q(earliest=None) | Q(earliest__lte=end))
        if start is not None:
            dated = dated.filter(Q(latest=None) | Q(latest__gte=start))
        return dated

    def certainly_between(self, start: date | None, end: date | None) -> Self:
        """Events all of whose possible days lie between the two, both inclusive."""
        dated = self.exclude(earliest=None, latest=None)
        if end is not None:
            dated = dated.filter(latest__lte=end)
        if start is not None:
            dated = dated.filter(earliest__gte=start)
        return dated

    def involving_all(self, keys: Iterable[str]) -> Self:
        """Events in which every one of the actors, or somebody belonging to it, has a part."""
        events = self
        for key in keys:
            parts = events._rows("participations").filter(belonging_to("actor", [key]))
            events = events.filter(pk__in=parts.values("event"))
        return events

    def of_type(self, types: Iterable[str]) -> Self:
        """Events of one of the PLOVER types; an empty text is an event without a type."""
        return self.filter(type__in=list(types))

    def with_standing(self, standings: Iterable[str]) -> Self:
        """Events with a claim of one of the standings."""
        claims = self._rows("claims").filter(standing__in=list(standings))
        return self.filter(pk__in=claims.values("event"))

    def reported_by(self, slugs: Iterable[str]) -> Self:
        """Events with a passage from one of the sources."""
        claims = self._rows("claims").filter(citations__article__source__slug__in=list(slugs))
        return self.filter(pk__in=claims.values("event"))

    def said_by(self, keys: Iterable[str], article_itself: bool = False) -> Self:
        """Events with a claim attributed to one of the actors or somebody belonging to it.

        `article_itself` adds claims that the article makes without naming anybody.
        """
        condition = belonging_to("attribution_actor", keys)
        if article_itself:
            condition |= Q(attribution_text="")
        return self.filter(pk__in=self._rows("claims").filter(condition).values("event"))

    def agreed_on(self) -> Self:
        """Told by two or more origins that do not contradict each other."""
        return self.filter(origin_count__gte=2, has_conflict=False)

    def disagreed_on(self) -> Self:
        return self.filter(has_conflict=True)

    def checked(self) -> Self:
        """Reviewed by a curator."""
        return self.filter(reviewed=True)

    def with_words(self, folded: Iterable[str]) -> Self:
        """Events whose search text holds every one of the folded words or phrases."""
        events = self
        for words in folded:
            events = events.filter(search_text__contains=words)
        return events

    def sourced(self) -> Self:
        """Events with something to show: a claim, or at least a curator's note."""
        return self.exclude(claim_count=0, note="")

    def told_by(self, storyline: int, chosen: QuerySet[Any, Any]) -> Self:
        """The events picked for a storyline, and the `chosen` ones."""
        picked = self._rows("entries").filter(storyline=storyline)
        also = chosen.order_by().values("pk")
        return self.filter(Q(pk__in=picked.values("event")) | Q(pk__in=also))

    def newest_first(self, below: int | None = None) -> Self:
        """In timeline order, undated last; only those after the sort key `below`."""
        events = self if below is None else self.filter(sort_key__lt=below)
        return events.order_by("-sort_key")

    def newest_last(self, above: int | None = None) -> Self:
        """`newest_first` read from its end; only those before the sort key `above`."""
        events = self if above is None else self.filter(sort_key__gt=above)
        return events.order_by("sort_key")

    def oldest_first(self, key: int | None = None) -> Self:
        """From the first day on, undated last; only those after the sort key `key`."""
        dated, undated = Q(sort_key__gte=FIRST_DATED_KEY), Q(sort_key__lt=FIRST_DATED_KEY)
        events = self
        if key is not None:
            later = Q(sort_key__gt=key)
            events = events.filter(later | undated if key >= FIRST_DATED_KEY else later & undated)
        return events.order_by(Case(When(dated, Value(0)), default=Value(1)), "sort_key")

    def oldest_last(self, key: int | None = None) -> Self:
        """`oldest_first` read from its end; only those before the sort key `key`."""
        dated = Q(sort_key__gte=FIRST_DATED_KEY)
        events = self
        if key is not None:
            earlier = Q(sort_key__lt=key)
            events = events.filter(earlier & dated if key >= FIRST_DATED_KEY else earlier | dated)
        return events.order_by(Case(When(dated, Value(1)), default=Value(0)), "-sort_key")

    def by_month_and_type(self) -> QuerySet[Any, dict[str, Any]]:
        """Rows of first month, last month ("2022-07" or None), type and what they amount to."""
        return (
            self.order_by()
            .annotate(first=_month("earliest"), last=_month("latest"))
            .values("first", "last", "type")
            .annotate(
                n=Count("pk"),
                claim_total=Sum("claim_count"),
                agree=Count("pk", filter=Q(origin_count__gte=2, has_conflict=False)),
                disagree=Count("pk", filter=Q(has_conflict=True)),
                reviewed_total=Count("pk", filter=Q(reviewed=True)),
            )
        )

    def article_total(self) -> int:
        """How many articles tell of these events."""
        citations = self._rows("claims").model._meta.get_field("citations").related_model
        of_these = citations.objects.filter(claim__event__in=self.order_by().values("pk"))
        return int(of_these.aggregate(n=Count("article", distinct=True))["n"])

    def count_standings(self) -> list[tuple[str, int]]:
        """Each standing with the number of these events that have such a claim."""
        return list(self._counted(self._rows("claims").values_list("standing")))

    def count_sources(self) -> list[tuple[str, str, int]]:
        """Slug, name and number of these events, for each source that tells of them."""
        source = "citations__article__source"
        rows = self._rows("claims").filter(citations__isnull=False)
        return list(self._counted(rows.values_list(f"{source}__slug", f"{source}__name")))

    def count_actors(self) -> list[tuple[str, str, int]]:
        """Key, name and number of these events, for each actor with a part in them.

        What those who belong to an actor do counts for it too, once an event.
        """
        parts = self._rows("participations").filter(event__in=self.order_by().values("pk"))
        return _rolled_up(parts, "actor")

    def count_speakers(self) -> list[tuple[str, str, int]]:
        """Key, name and number of these events, for each actor to whom a claim is attributed.

        Rolled up like `count_actors`. A row with an empty key counts the events with a
        claim the article makes itself, naming nobody.
        """
        claims = self._rows("claims").filter(event__in=self.order_by().values("pk"))
        return _rolled_up(claims, "attribution_actor", extra=claims.filter(attribution_text=""))

    def _rows(self, relation: str) -> QuerySet[Any, Any]:
        """The table behind a reverse relation, which imports this module and not the reverse."""
        related: Any = self.model._meta.get_field(relation).related_model
        return related._default_manager.using(self.db).order_by()

    def _counted(self, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
        these = rows.filter(event__in=self.order_by().values("pk"))
        return these.annotate(n=Count("event", distinct=True)).order_by("-n")


def _month(column: str) -> Substr:
    # Cut from the text of the date: a truncating function is a Python call a row on SQLite.
    return Substr(Cast(F(column), models.CharField()), 1, MONTH_LENGTH)


def _rolled_up(
    rows: QuerySet[Any, Any], path: str, extra: QuerySet[Any, Any] | None = None
) -> list[tuple[str, str, int]]:
    """Events counted once for the actor at `path` and for all it belongs to, most first.

    An event counts at the nearest level only: for Russia by what Russia itself did, then
    by what its ministry did in events where Russia itself has no part, and so on up.
    """
    parts = []
    for depth, level in enumerate(BELONGS_LEVELS):
        counted = rows.filter(**{f"{path}{level}__isnull": False})
        for nearer in BELONGS_LEVELS[:depth]:
            same = {"event": OuterRef("event"), f"{path}{nearer}": OuterRef(f"{path}{level}")}
            counted = counted.exclude(Exists(rows.model.objects.filter(**same)))
        parts.append(_per_event(counted, f"{path}{level}__key", f"{path}{level}__name"))
    if extra is not None:
        parts.append(_per_event(extra, "attribution_text", "attribution_text"))
    found: dict[tuple[str, str], int] = {}
    for key, name, n in parts[0].union(*parts[1:], all=True):
        found[key, name] = found.get((key, name), 0) + n
    rows_found = [(key, name, n) for (key, name), n in found.items()]
    return sorted(rows_found, key=lambda row: (-row[2], row[1]))


def _per_event(rows: QuerySet[Any, Any], key: str, name: str) -> QuerySet[Any, Any]:
    named = rows.order_by().values_list(key, Coalesce(name, Value("")))
    return named.annotate(n=Count("event", distinct=True))
