"""The date of what a claim tells, among the times its passage names.

"Said on Monday that Russia bought drones in August" is of August; Monday is the day it
was said, and dates the claim only when what is said names no time. Times in passing
("the highest since 2008", "his 2015 visit", "after the war began in February") lose
against one that belongs to the main verb. Lengths of time and "recently" date nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.edtf import Edtf, EdtfError, parse, try_parse
from timeline.extract.dates.reference import Reference
from timeline.extract.dates.tense import is_past_form
from timeline.records import ClaimDate, Span, TimeExpression
from timeline.vocabulary import TimeType

_REACH = 60
_BEFORE_WORDS = re.compile(r"[\w'’-]+|[,;:()“”\"–—]")
_RANGE_GAP = re.compile(
    r"\s{0,3}(?:-|–|—|to|until|till|through|and)\s{0,3}(?:the\s)?", re.IGNORECASE
)
_RANGE_FRONT = {"and": "between", "to": "from", "until": "from", "till": "from"}
_SINCE = frozenset({"since"})
_DEADLINE = frozenset({"by", "until", "till", "before"})
_PREPOSITIONS = frozenset(
    "on in at during from since by until till through over within of before after around about "
    "early late mid between for".split()
)
_REPORTING = frozenset(
    "said says told tells announced reported added stated noted claimed wrote tweeted declared "
    "confirmed warned saying reports announcing".split()
)
_SUBORDINATE = frozenset(
    "after before when while which who whom whose where as because although though if unless "
    "whether since until once following".split()
)
_SUPERLATIVE = frozenset(
    "highest lowest biggest largest worst best deadliest first most least longest strongest "
    "sharpest steepest fastest heaviest".split()
)
_OTHER_CLAUSE = frozenset({"after", "before", "since", "until"})
_ARTICLES = frozenset("the a an his her its their our this that these those".split())
_NOTES_SHOWN = frozenset({"when it was said", "since then", "deadline", "before then"})
_COMPARED = "what it is compared with"
_ANOTHER = "another event"
# Such a time is not the claim's date, even when it is the only one.
_DATES_ANOTHER = frozenset({_COMPARED, _ANOTHER})
_RANGE_WORDS = frozenset({"from", "to", "and", "between", "until", "through", "-", "–"})
_PARTICIPLE = re.compile(
    r",\s(?:\w{2,20}(?:ed|en|wn|ld|nt)|held|set|led|made|built)\s[^,;.]{0,40}$"
)
_FINENESS = {"day": 0.6, "month": 0.4, "interval": 0.3, "season": 0.2, "year": 0.0, "set": 0.4}


@dataclass(frozen=True, slots=True)
class _Option:
    """A date with the words that give it, how well it fits, and what speaks for or against."""

    edtf: str
    start: int
    end: int
    reason: str
    score: float
    note: str


def choose_date(
    text: str,
    claim: Span,
    statement: Span,
    times: Sequence[TimeExpression],
    cue: Span | None,
    reference: Reference,
) -> ClaimDate | None:
    """The date of the event a claim tells, or None when its passage gives none.

    `times`: those of the article, in order. `statement` is what is said, without who says
    it; `cue` the word of saying, if any. The times are resolved already, so `reference`
    only stands for what they were resolved against. Offsets are code points into `text`.
    """
    first = bisect_left(times, claim.start, key=_start_of)
    last = bisect_left(times, claim.end, key=_start_of)
    usable = [time for time in times[first:last] if _usable(time, claim)]
    if not usable:
        return None
    options = [_option(text, claim, statement, time, cue) for time in usable]
    rest = _with_ranges(text, usable, options)
    options = [option for option in rest if option.note not in _DATES_ANOTHER]
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


def _option(
    text: str, claim: Span, statement: Span, time: TimeExpression, cue: Span | None
) -> _Option:
    """Score one time: where it stands first, then the company it keeps, then its fineness."""
    value = try_parse(time.edtf)
    kind = value.kind if value else "unknown"
    score = _FINENESS.get(kind, -1.0)
    note = ""
    own = Span(time.start, time.end)
    if not own.within(statement):
        score -= 4
        note = "when it was said" if cue is not None else "outside what is said"
    start = statement.start if own.within(statement) else claim.start
    words = _words_before(text, max(start, time.start - 200), time.start)
    before = words[-1] if words else ""
    if not note and _beside_reporting(words):
        score -= 2
        note = "when it was said"
    edtf = time.edtf or ""
    if _is_compared(words):
        score -= 3
        note = _COMPARED
    elif _of_another_event(words):
        score -= 3
        note = _ANOTHER
    if before in _SINCE:
        score -= 2.5
        note = note or "since then"
        edtf = _open_ended(edtf)
    elif before in _DEADLINE:
        score -= 1
        note = note or ("deadline" if before != "before" else "before then")
    if _in_passing(text, words, time):
        score -= 2
        note = note or "in passing"
    if _in_subordinate(words, own, statement):
        score -= 1.5
        note = note or "a side clause"
    if not words or own.start <= statement.start + 12:
        score += 0.5
    return _Option(edtf, time.start, time.end, time.reason, score, note)


def _words_before(text: str, start: int, end: int) -> list[str]:
    return [word.lower() for word in _BEFORE_WORDS.findall(text[start:end])]


def _beside_reporting(words: list[str]) -> bool:
    """ "said on Monday", "told reporters late on Monday": saying, within four words."""
    near = _clause([word for word in words[-5:] if word not in _PREPOSITIONS])
    return any(word in _REPORTING for word in near[-3:])


def _in_passing(text: str, words: list[str], time: TimeExpression) -> bool:
    """ "his 2015 visit", "up from last year", "the first since 2008"."""
    last = words[-1] if words else ""
    if last == "of" or _between_commas(text, time):
        return True
    if _from_a_number(words):
        return True
    if not words or (words[-1] not in _ARTICLES | {"s"} and not words[-1].endswith(("'s", "’s"))):
        return False
    following = re.match(r"\s+[a-z]\w+", text[time.end : time.end + _REACH])
    return following is not None


def _is_compared(words: list[str]) -> bool:
    """ "more than in 2019", "the highest since 2008": the date of what is compared with."""
    if words and words[-1] in _SINCE and any(word in _SUPERLATIVE for word in words[-5:]):
        return True
    if "than" in words[-2:]:
        return True
    near = _clause(words[-7:])
    return any(
        word == "compared" and following in ("with", "to") for word, following in pairwise(near)
    )


def _of_another_event(words: list[str]) -> bool:
    """ "after Russia invaded in February": a clause of its own, with its own verb."""
    clause = _clause(words[-10:])
    for number, word in enumerate(clause):
        if word in _OTHER_CLAUSE:
            return any(is_past_form(other) for other in clause[number + 1 :])
    return False


def _clause(words: list[str]) -> list[str]:
    """The words after the last comma, colon or semicolon."""
    for mark in (";", ":", ","):
        if mark in words:
            words = words[len(words) - words[::-1].index(mark) :]
    return words


def _from_a_number(words: list[str]) -> bool:
    """ "up from 5 percent in June", but not "bought from Iran in June"."""
    near = words[-6:]
    if "from" not in near[:-1] or near[-1] in _RANGE_WORDS:
        return False
    return near[near.index("from") + 1][0].isdigit()


def _between_commas(text: str, time: TimeExpression) -> bool:
    """ "The firm, founded in 1998, closed": an aside between commas, opened by a participle."""
    if text[time.end : time.end + 1] != ",":
        return False
    return _PARTICIPLE.search(text[max(0, time.start - 60) : time.start]) is not None


def _in_subordinate(words: list[str], own: Span, statement: Span) -> bool:
    """A clause opened by "after", "which" and the like stands between statement and time."""
    clause = _clause(words[-12:-1])
    return own.start > statement.start and any(word in _SUBORDINATE for word in clause)


def _open_ended(edtf: str) -> str:
    value = try_parse(edtf)
    if value is None or value.kind in ("set", "unknown") or value.text.endswith("/.."):
        return edtf
    first = value.text.split("/")[0]
    opened = try_parse(f"{first}/..")
    return opened.text if opened else edtf


def _with_ranges(text: str, times: list[TimeExpression], options: list[_Option]) -> list[_Option]:
    """Join "from 3 to 7 March", "between May and July", "2014-2018" into one interval."""
    joined: list[_Option] = []
    skip = False
    for number, option in enumerate(options):
        if skip:
            skip = False
            continue
        following = times[number + 1] if number + 1 < len(times) else None
        span = _range(text, times[number], following) if following else None
        if following is None or span is None:
            joined.append(option)
            continue
        reason = _range_reason(text[option.start : following.end], following.reason, span)
        score = max(option.score, options[number + 1].score) + 0.3
        joined.append(_Option(span.text, option.start, following.end, reason, score, option.note))
        skip = True
    return joined


def _range(text: str, first: TimeExpression, second: TimeExpression | None) -> Edtf | None:
    if second is None:
        return None
    gap = _RANGE_GAP.fullmatch(text[first.end : second.start])
    if gap is None:
        return None
    word = gap.group().split()[0].lower() if gap.group().strip() else "-"
    front = _RANGE_FRONT.get(word)
    words = _words_before(text, max(0, first.start - 30), first.start)
    if front is not None and (not words or words[-1] != front) and word == "and":
        return None
    low, high = (first.edtf or "").split("/")[0], (second.edtf or "").split("/")[-1]
    try:
        return parse(f"{low}/{high}")
    except EdtfError:
        return None


def _range_reason(words: str, reason: str, span: Edtf) -> str:
    """As a single date's reason, for the whole range."""
    quoted = " ".join(words.split())
    base = reason.partition(" + ")[2].rpartition(" = ")[0]
    return f'"{quoted}" + {base} = {span.phrase()}' if base else f'"{quoted}" says both ends'


def _full_reason(text: str, best: _Option, others: list[_Option]) -> str:
    reason = best.reason
    if best.note in _NOTES_SHOWN:
        reason += f" ({best.note})"
    if others:
        rest = [
            f'"{text[o.start : o.end]}"' + (f" ({o.note})" if o.note else "") for o in others[:3]
        ]
        reason += f"; chosen over {', '.join(rest)}"
    return reason
