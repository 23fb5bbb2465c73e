"""The questions asked of events, by name."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Q, QuerySet, Value, When

from timeline.models.belonging import belonging_to

# Sort keys of dated events start here; see Event.order_key.
FIRST_DATED_KEY = 1 << 62


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

    def with_ids(self, ids: Iterable[int]) -> Self:
        return self.filter(pk__in=list(ids))

    def undated(self) -> Self:
        return self.filter(earliest=None, latest=None)

    def involving_all(self, keys: Iterable[str], role: str = "") -> Self:
        """Events in which every one of the actors, or somebody belonging to it, has a part.

        With `role` a part of that kind.
        """
        events = self
        for key in keys:
            events = events.involving_any([key], role)
        return events

    def involving_any(self, keys: Iterable[str], role: str = "") -> Self:
        parts = self._rows("participations").filter(belonging_to("actor", keys))
        if role:
            parts = parts.filter(role=role)
        return self.filter(pk__in=parts.values("event"))

    def of_type(self, types: Iterable[str]) -> Self:
        """Events of one of the PLOVER types; an empty text is an event without a type."""
        return self.filter(type__in=list(types))

    def claimed(self, claims: QuerySet[Any, Any]) -> Self:
        """Events that one of the claims is about."""
        return self.filter(pk__in=claims.order_by().values("event"))

    def in_either(self, one: QuerySet[Any, Any], other: QuerySet[Any, Any]) -> Self:
        return self.filter(Q(pk__in=_ids(one)) | Q(pk__in=_ids(other)))

    def in_both(self, one: QuerySet[Any, Any], other: QuerySet[Any, Any]) -> Self:
        return self.filter(pk__in=_ids(one)).filter(pk__in=_ids(other))

    def only_in(self, one: QuerySet[Any, Any], other: QuerySet[Any, Any]) -> Self:
        return self.filter(pk__in=_ids(one)).exclude(pk__in=_ids(other))

    def agreed_on(self) -> Self:
        """Told by two or more origins that do not contradict each other."""
        return self.filter(origin_count__gte=2, has_conflict=False)

    def disagreed_on(self) -> Self:
        return self.filter(has_conflict=True)

    def checked(self) -> Self:
        """Reviewed by a curator."""
        return self.filter(reviewed=True)

    def with_words(self, needles: Iterable[str]) -> Self:
        """Events whose search text holds every one of the needles (see folding.searchable)."""
        events = self
        for needle in needles:
            events = events.filter(search_text__contains=needle)
        return events

    def without_words(self, needles: Iterable[str]) -> Self:
        events = self
        for needle in needles:
            events = events.exclude(search_text__contains=needle)
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

    def _rows(self, relation: str) -> QuerySet[Any, Any]:
        """The table behind a reverse relation, which imports this module and not the reverse."""
        related: Any = self.model._meta.get_field(relation).related_model
        return related._default_manager.using(self.db).order_by()


def _ids(events: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return events.order_by().values("pk")
