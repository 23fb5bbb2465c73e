"""The questions asked of events, by name."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q


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

    def involving(self, actor_ids: Iterable[int]) -> Self:
        """Events in which one of the actors has a part."""
        return self.filter(
            pk__in=self.model.actors.through.objects.filter(actor__in=list(actor_ids)).values(
                "event"
            )
        )
