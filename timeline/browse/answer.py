"""What a filter answers: the ids of a page, the totals, the counts and the histogram."""

from timeline.browse.answer_records import Answer, Page
from timeline.browse.chosen_events import BySql, ChosenEvents, all_events
from timeline.browse.counted import by_sql
from timeline.browse.filters import Filter
from timeline.browse.index.answering import answered


def answer(chosen: Filter, base: ChosenEvents | None = None) -> Answer:
    """Everything a timeline page says about its filter. `base`: the events to choose from."""
    if chosen.problems:
        return Answer(Page())
    base = all_events() if base is None else base
    if isinstance(base, BySql):
        return by_sql(chosen, base.events)
    return answered(base.events, chosen)
