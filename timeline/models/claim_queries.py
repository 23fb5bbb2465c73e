"""The questions asked of claims, by name."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q, QuerySet

from timeline.models.belonging import belonging_to


class ClaimQuerySet(models.QuerySet):
    """Each method narrows."""

    def with_standing(self, standings: Iterable[str]) -> Self:
        return self.filter(standing__in=list(standings))

    def said_by(self, keys: Iterable[str], article_itself: bool = False) -> Self:
        """Attributed to one of the actors or somebody belonging to it.

        `article_itself` adds claims that the article makes without naming anybody.
        """
        condition = belonging_to("attribution_actor", keys)
        if article_itself:
            condition |= Q(attribution_text="")
        return self.filter(condition)

    def cited(self, sources: Iterable[str] = (), known_by: date | None = None) -> Self:
        """With a passage from one of the sources, in an article that was out by the day.

        One passage must meet both. An article whose day of publication is not known was,
        as far as anybody can say, out by no day.
        """
        citations: Any = self.model._meta.get_field("citations").related_model
        rows = citations._default_manager.using(self.db).order_by()
        if sources := list(sources):
            rows = rows.filter(article__source__slug__in=sources)
        if known_by is not None:
            rows = rows.filter(article__published_latest__lte=known_by)
        return self.filter(pk__in=rows.values("claim"))

    def when_read(self, newest: Mapping[int, int]) -> dict[int, tuple[int, datetime]]:
        """As `newest_of_events`, for the events and claims given."""
        times = dict(self.filter(pk__in=newest.values()).values_list("pk", "created_at"))
        return {event: (claim, times[claim]) for event, claim in newest.items() if claim in times}

    def newest_of_events(
        self, events: QuerySet[Any, Any], limit: int
    ) -> dict[int, tuple[int, datetime]]:
        """The events that got claims last, each with the id and time of its newest one.

        Looks at the last claims only, so that it need not group all there are.
        """
        last = self.filter(event__in=events.order_by().values("pk")).order_by("-pk")
        newest: dict[int, tuple[int, datetime]] = {}
        for event, claim, at in last.values_list("event", "pk", "created_at")[: 40 * limit]:
            if event not in newest and len(newest) < limit:
                newest[event] = (claim, at)
        return newest
