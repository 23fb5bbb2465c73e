"""What a filter answers: the ids of a page, the totals, the counts and the histogram."""

from collections.abc import Set

from timeline.browse.answer_records import EVERY_LIST, Answer, Page
from timeline.browse.chosen_events import BySql, ChosenEvents, all_events
from timeline.browse.counted import by_sql
from timeline.browse.filters import Filter
from timeline.browse.index.answering import answered


def answer(
    chosen: Filter, base: ChosenEvents | None = None, lists: Set[str] = EVERY_LIST
) -> Answer:
    """Everything a timeline page says about its filter. `base`: the events to choose from;
    `lists`: those of the counts that are wanted, the others may be empty."""
    if chosen.problems:
        return Answer(Page())
    base = all_events() if base is None else base
    if isinstance(base, BySql):
        return by_sql(chosen, base.events)
    return answered(base.events, chosen, lists)
