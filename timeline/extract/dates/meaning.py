"""What a time expression means before it is resolved, and what it is resolved against."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from timeline.extract.dates.points import Point
from timeline.vocabulary import TimeType


class Spot(NamedTuple):
    """Where an expression stands: what a relative meaning may ask of its surroundings.

    `tense`: past, future, present or "" of the verb the expression belongs to, and the
    word that shows it. `last`: the date last named before it; its words end at `last_end`,
    a code point. `narrative`: the text tells history, so dates follow from one another and
    not from the publication date. `quarter`: the quarter last named, in business reports.
    `aside`: a date named in passing since `last`, from which "three years later" counts while
    the story stays at `last`. `apposed`: the expression tells the date before it again
    ("in 1944, three years later");
    `within_last`: it lies in the year before it ("next year, by August").
    """

    tense: str = ""
    tense_word: str = ""
    last: Point | None = None
    last_words: str = ""
    last_end: int = 0
    aside: Point | None = None
    aside_words: str = ""
    apposed: bool = False
    within_last: bool = False
    quarter: Point | None = None
    narrative: bool = False
    business: bool = False
    sport: bool = False


Resolve = Callable[[date, Spot], Point | None]


class Meaning(NamedTuple):
    """One of: a `point` (says its own date), a `resolve` (needs another day), a `value`.

    `value` is the TIMEX3 value where there is no point, also when resolving fails; `edtf`
    likewise; without a `value`, what is not resolved is no time. `follows`: resolves from
    the date named before it, when there is one, rather than from the publication date;
    `follows_day`: only when that is a day. `restates`: right after a date and a comma it
    tells that date again. `uses_tense`: the verb decides. `aside`: said
    for comparison only ("up from a year ago"), so nothing after it counts from it.
    `played`: in a report on a match it is a part of the game ("the third quarter").
    `from_today`: from the publication date also in a narrative, where "today" is no date.
    """

    type: TimeType
    value: str
    edtf: str | None = None
    point: Point | None = None
    resolve: Resolve | None = None
    follows: bool = False
    follows_day: bool = False
    restates: bool = False
    uses_tense: bool = False
    aside: bool = False
    from_today: bool = False
    mod: str | None = None
    played: bool = False
    rule: str = ""
