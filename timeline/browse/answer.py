"""What a filter answers: the ids of a page, the totals, the counts and the histogram."""

from timeline.browse.answer_records import Answer, Page
from timeline.browse.counted import by_sql
from timeline.browse.filters import Filter
from timeline.browse.index.answering import answered
from timeline.browse.index.current import current
from timeline.models import Event
from timeline.models.event_queries import EventQuerySet


def answer(chosen: Filter, base: EventQuerySet | None = None) -> Answer:
    """Everything a timeline page says about its filter. `base`: the events to choose from."""
    if chosen.problems:
        return Answer(Page())
    held = current() if base is None else None
    if held is not None:
        return answered(held, chosen)
    return by_sql(chosen, Event.objects.sourced() if base is None else base)
