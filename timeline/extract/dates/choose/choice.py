"""The date of what a claim tells, among the times its passage names.

"Said on Monday that Russia bought drones in August" is of August; Monday is the day it
was said, and dates the claim only when what is said names no time. A time that tells
which thing is meant ("the 1995 accord"), what is compared with, or when another event
was ("after the war began in February") dates nothing. Lengths of time and "recently"
date nothing either.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from timeline.edtf import try_parse
from timeline.extract.dates.choose.clauses import tells_of_event
from timeline.extract.dates.choose.joined import interval_of, interval_reason
from timeline.extract.dates.choose.places import (
    BEFORE_THEN,
    DEADLINE,
    SINCE_THEN,
    WHEN_SAID,
    Place,
    opens,
    place_of,
)
from timeline.extract.words import Words, words_in
from timeline.records import ClaimDate, Span, TimeExpression
from timeline.vocabulary import TimeType

_NOTES_SHOWN = frozenset({WHEN_SAID, SINCE_THEN, DEADLINE, BEFORE_THEN})
_FINENESS = {"day": 0.3, "interval": 0.2, "month": 0.2, "set": 0.2, "season": 0.1, "year": 0.0}
_UNKNOWN_KIND = -1.0


class _Option(NamedTuple):
    """A date with the words that give it, where they stand, and how fine it is."""

    edtf: str
    start: int
    end: int
    reason: str
    place: Place
    fineness: float

    @property
    def score(self) -> float:
        return self.place.rank + self.fineness


def choose_date(
    text: str,
    claim: Span,
    statement: Span,
    times: Sequence[TimeExpression],
) -> ClaimDate | None:
    """The date of the event a claim tells, or None when its passage gives none.

    `times`: those of the article, in order. `statement` is what is said, without who says
    it. Offsets are code points into `text`.
    """
    first = bisect_left(times, claim.start, key=_start_of)
    last = bisect_left(times, claim.end, key=_start_of)
    usable = [time for time in times[first:last] if _usable(time, claim)]
    if not usable:
        return None
    words = words_in(text, claim.start, claim.end)
    stated = (words.at(statement.start), max(0, words.at(statement.end) - 1))
    eventful = tells_of_event(words, *stated)
    if eventful is None:
        eventful = bool(tells_of_event(words, 0, len(words) - 1))
    options = [_option(words, stated, eventful, time) for time in usable]
    rest = _with_intervals(text, usable, options)
    options = [option for option in rest if option.place.usable]
    if not options:
        return None
    best = max(options, key=lambda option: (option.score, -option.start))
    others = [option for option in rest if option is not best]
    return ClaimDate(
        best.edtf,
        text[best.start : best.end],
        best.start,
        best.end,
        _full_reason(text, best, others),
    )


def _start_of(time: TimeExpression) -> int:
    return time.start


def _usable(time: TimeExpression, claim: Span) -> bool:
    if time.edtf is None or time.type not in (TimeType.DATE, TimeType.TIME):
        return False
    return Span(time.start, time.end).within(claim)


def _option(words: Words, stated: tuple[int, int], eventful: bool, time: TimeExpression) -> _Option:
    first = words.at(time.start)
    last = max(first, words.at(time.end) - 1)
    if first >= len(words):
        first = last = len(words) - 1
    value = try_parse(time.edtf)
    fineness = _FINENESS.get(value.kind, _UNKNOWN_KIND) if value else _UNKNOWN_KIND
    place = place_of(words, first, last, stated, eventful)
    edtf = time.edtf or ""
    if opens(words, first, last):
        edtf = _open_ended(edtf)
    return _Option(edtf, time.start, time.end, time.reason, place, fineness)


def _open_ended(edtf: str) -> str:
    value = try_parse(edtf)
    if value is None or value.kind in ("set", "unknown") or value.text.endswith("/.."):
        return edtf
    first = value.text.split("/")[0]
    opened = try_parse(f"{first}/..")
    return opened.text if opened else edtf


def _with_intervals(
    text: str, times: list[TimeExpression], options: list[_Option]
) -> list[_Option]:
    """The options, those that are the two ends of one time joined."""
    joined: list[_Option] = []
    skip = False
    for number, option in enumerate(options):
        if skip:
            skip = False
            continue
        following = times[number + 1] if number + 1 < len(times) else None
        span = interval_of(text, times[number], following) if following else None
        if following is None or span is None:
            joined.append(option)
            continue
        words = text[option.start : following.end]
        joined.append(
            option._replace(
                edtf=span.text,
                end=following.end,
                reason=interval_reason(words, following.reason, span),
                fineness=_FINENESS["interval"],
            )
        )
        skip = True
    return joined


def _full_reason(text: str, best: _Option, others: list[_Option]) -> str:
    reason = best.reason
    if best.place.note in _NOTES_SHOWN:
        reason += f" ({best.place.note})"
    if others:
        rest = [
            f'"{text[o.start : o.end]}"' + (f" ({o.place.note})" if o.place.note else "")
            for o in others[:3]
        ]
        verb = f"the time of “{best.place.verb}”, " if best.place.verb else ""
        reason += f"; {verb}chosen over {', '.join(rest)}"
    return reason
