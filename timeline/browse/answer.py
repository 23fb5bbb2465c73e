"""What a filter answers: the ids of a page, the totals, the counts and the histogram."""

from collections.abc import Set

from timeline.browse.answer_records import EVERY_LIST, Answer, Begun, Page
from timeline.browse.chosen_events import BySql, ChosenEvents, all_events
from timeline.browse.counted import by_sql
from timeline.browse.filters import Filter
from timeline.browse.index.answering import begun


def answer(
    chosen: Filter, base: ChosenEvents | None = None, lists: Set[str] = EVERY_LIST
) -> Answer:
    """Everything a timeline page says about its filter. `base`: the events to choose from;
    `lists`: those of the counts that are wanted, the others may be empty."""
    return begin(chosen, base, lists).rest()


def begin(chosen: Filter, base: ChosenEvents | None = None, lists: Set[str] = EVERY_LIST) -> Begun:
    """The same, so that the rows of its page may be asked for before all is counted."""
    if chosen.problems:
        return _whole(Answer(Page()))
    base = all_events() if base is None else base
    if isinstance(base, BySql):
        return _whole(by_sql(chosen, base.events))
    return begun(base.events, chosen, lists)


def _whole(found: Answer) -> Begun:
    return Begun(found.page, lambda: found)
