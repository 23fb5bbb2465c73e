"""Which events a storyline tells: those its filter chooses and those picked by hand."""

from django.http import QueryDict

from timeline.browse.filters import PLACE, Filter, narrow, read_filter
from timeline.browse.filters.fields import BY_NAME
from timeline.models import Event, Storyline
from timeline.models.event_queries import EventQuerySet


def saved_filter(storyline: Storyline) -> Filter:
    """What the storyline's curator saved; with problems when it cannot be read."""
    return read_filter(QueryDict(storyline.filter.lstrip("?")), only=set(BY_NAME) - PLACE)


def told_by_sql(storyline: Storyline) -> EventQuerySet:
    """A storyline without a filter tells its picked events only."""
    saved = saved_filter(storyline)
    chosen = narrow(Event.objects.sourced(), saved) if storyline.filter else Event.objects.none()
    return Event.objects.sourced().told_by(storyline.pk, chosen)


def picked(storyline: Storyline) -> list[int]:
    """The events picked by hand. One query, none when the entries were fetched with it."""
    return [entry.event_id for entry in storyline.entries.all()]
