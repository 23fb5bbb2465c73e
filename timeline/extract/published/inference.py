"""When an article must have appeared, worked out from what it says itself.

Each piece of evidence bounds the publication date on one or both sides; together they
make an interval, always marked as inferred. Evidence: well-known events whose exact date
is on record (anchors), the time said to have passed since, terms of office of people
named with their office, and dates written with their year.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline import edtf
from timeline.extract.published.anchors import AnchorHit, AnchorIndex, find_anchors
from timeline.records import Mention, OfficeRecord, Published, Span, TimeExpression
from timeline.vocabulary import PublishedBasis, TimeType

# A month or day without a year is of the twelve months before publication.
_BARE_DATE_DAYS = 364
_AFTER_OFFICE = timedelta(days=30)
# About half a year: a day further back is told with its year.
_NAMES_THE_YEAR_DAYS = 170
_ELAPSED = re.compile(
    r"\b(?P<how>more than|over|at least|nearly|almost)? ?"
    r"(?P<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?P<unit>day|week|month|year)s? (?:since|into|of (?:the )?(?:war|fighting))\b",
    re.IGNORECASE,
)
_COUNTS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plans?|planned|due|expected|scheduled|deadline|target|goal"
    r"|takes? effect|(?:comes?|enters?) into (?:force|effect))\b",
    re.IGNORECASE,
)
# A term, not a day on which something happened: "by 2035", "until 4 May".
_TERM = re.compile(
    r"\b(?:by|until|till|before|through)(?: the)?(?: (?:end|close) of)? ?$", re.IGNORECASE
)
# Directly before the title, or before the country's adjective that stands there.
_FORMER = re.compile(
    r"\b(?:former|ex|then|late|predecessor|onetime|one-time)[ -](?:[A-Z][\w.]{0,20} ){0,2}$",
    re.IGNORECASE,
)
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """Publication lies between the two days, inclusive; None is open. `rank` 1 is surest."""

    earliest: date | None
    latest: date | None
    rank: int
    reason: str


# By person.
Offices = Mapping[str, Sequence[OfficeRecord]]


def index_offices(offices: Iterable[OfficeRecord]) -> Offices:
    index: dict[str, list[OfficeRecord]] = {}
    for office in offices:
        index.setdefault(office.person, []).append(office)
    return index


def infer_published(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    anchors: AnchorIndex,
    offices: Offices,
) -> Published | None:
    """The interval in which the article appeared; None when nothing in it tells.

    `times` are those found without a reference date, so that a date without a year is
    still `XXXX-02-24`.
    """
    hits = find_anchors(text, sentences, mentions, times, anchors)
    evidence = [
        *_from_anchors(text, hits),
        *_from_elapsed_time(text, sentences, hits),
        *_from_dates(text, sentences, times),
        *_from_offices(text, mentions, offices),
    ]
    found = _combine(evidence)
    return _narrow(found, text, sentences, times) if found else None


def _narrow(
    found: Published, text: str, sentences: Sequence[Span], times: Sequence[TimeExpression]
) -> Published:
    """Days told as past, without a year, in an article whose year is known.

    Such a day is of that year when in the year before it would lie half a year and more
    before the earliest publication: then a newspaper would have named the year.
    """
    interval = edtf.try_parse(found.edtf)
    if interval is None or interval.earliest is None or interval.latest is None:
        return found
    low, high = interval.earliest, interval.latest
    if low.year != high.year:
        return found
    words = ""
    for time in times:
        span = _of_year(time, low.year)
        before = _of_year(time, low.year - 1)
        home = _sentence_at(sentences, time.start)
        if not span or not before or home is None or not _told_as_past(text, home, time):
            continue
        if low < span[0] <= high and (interval.earliest - before[1]).days >= _NAMES_THE_YEAR_DAYS:
            low, words = span[0], time.text
    if low == interval.earliest:
        return found
    reason = f"{found.reason}; “{words}” without a year is told as past, and is of {low.year}"
    return Published(edtf.interval(low, high).text, found.basis, reason)


def _of_year(time: TimeExpression, year: int) -> tuple[date, date] | None:
    """First and last day of a time without a year (`XXXX-08-03`) in a given year."""
    value = time.edtf or ""
    if time.type != TimeType.DATE or not value.startswith("XXXX-"):
        return None
    if re.search(r"\b(?:last|next|this)\b", time.text, re.IGNORECASE):
        return None
    known = edtf.try_parse(value.replace("XXXX", f"{year:04d}"))
    if known is None or known.earliest is None or known.latest is None:
        return None
    return known.earliest, known.latest


def _from_anchors(text: str, hits: Iterable[AnchorHit]) -> Iterable[Evidence]:
    for hit in hits:
        day = hit.date
        known = f"{hit.anchor.title}, {edtf.day(day).phrase()} ({hit.anchor.reference})"
        words = f"“{hit.words}”"
        if hit.relation == "this year":
            reason = f"{words}: {known}, so “this year” is {day.year}"
            yield Evidence(day, date(day.year, 12, 31), 1, reason)
        elif hit.relation == "last year":
            reason = f"{words}: {known}, so “last year” is {day.year}"
            yield Evidence(date(day.year + 1, 1, 1), date(day.year + 1, 12, 31), 1, reason)
        elif hit.relation == "bare date":
            end = day + timedelta(days=_BARE_DATE_DAYS)
            reason = f"{words} without a year: {known}, within the year before publication"
            yield Evidence(day, end, 2, reason)
        elif hit.relation == "after":
            yield Evidence(day, None, 3, f"{words}: {known}, so published after it")


def _from_elapsed_time(
    text: str, sentences: Sequence[Span], hits: Sequence[AnchorHit]
) -> Iterable[Evidence]:
    for index, sentence in enumerate(sentences):
        match = _ELAPSED.search(text, sentence.start, sentence.end)
        if not match:
            continue
        near = [hit for hit in hits if 0 <= index - hit.sentence <= 1]
        if not near:
            continue
        begin = near[-1].date
        count = match["count"].lower()
        passed = (_COUNTS.get(count) or int(count)) * _UNIT_DAYS[match["unit"].lower()]
        reached = begin + timedelta(days=passed)
        how = (match["how"] or "").lower()
        reason = f"“{match[0].strip()}” {near[-1].anchor.title} ({edtf.day(begin).phrase()})"
        unit = match["unit"].lower()
        # Months are of 28 to 31 days: the same day of the month is meant.
        reached = _months_on(begin, unit, count) or reached
        if how in ("nearly", "almost"):
            yield Evidence(begin, reached, 2, reason)
        elif how:
            yield Evidence(reached, None, 2, reason)
        else:
            yield Evidence(reached, reached + timedelta(days=_UNIT_DAYS[unit]), 2, reason)


def _months_on(begin: date, unit: str, count: str) -> date | None:
    """The same day of a later month, when the unit is months or years."""
    if unit not in ("month", "year"):
        return None
    months = (_COUNTS.get(count) or int(count)) * (12 if unit == "year" else 1)
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    return date(year, month + 1, min(begin.day, 28))


def _from_dates(
    text: str, sentences: Sequence[Span], times: Sequence[TimeExpression]
) -> Iterable[Evidence]:
    """Dates told as past, with their year: the article is not older than the newest."""
    newest: tuple[date, TimeExpression] | None = None
    for time in times:
        value = edtf.try_parse(time.edtf)
        if time.type != TimeType.DATE or value is None or value.earliest is None:
            continue
        home = _sentence_at(sentences, time.start)
        if home is None or not _told_as_past(text, home, time):
            continue
        if newest is None or value.earliest > newest[0]:
            newest = (value.earliest, time)
    if newest:
        yield Evidence(newest[0], None, 3, f"“{newest[1].text}” is told as past")


def _sentence_at(sentences: Sequence[Span], offset: int) -> Span | None:
    """The sentence, of those in order, that an offset lies in."""
    at = bisect_right(sentences, (offset, sys.maxsize)) - 1
    return sentences[at] if at >= 0 and offset < sentences[at].end else None


def _told_as_past(text: str, sentence: Span, time: TimeExpression) -> bool:
    """No word of the sentence looks ahead, and the time is no term."""
    if _AHEAD.search(text, sentence.start, sentence.end):
        return False
    return not _TERM.search(text, max(sentence.start, time.start - 20), time.start)


def _from_offices(text: str, mentions: Sequence[Mention], offices: Offices) -> Iterable[Evidence]:
    seen = set()
    for mention in mentions:
        before = text[max(0, mention.start - _CONTEXT) : mention.start]
        for office in offices.get(mention.actor, ()):
            title = office.office.split()[-1]
            named = before.rstrip().lower().endswith(title.lower())
            stem = before.rstrip()[: -len(title)] if named else ""
            if not named or _FORMER.search(stem) or mention.actor in seen:
                continue
            held = [o for o in offices[mention.actor] if o.office == office.office]
            since = min(date.fromisoformat(o.since) for o in held)
            until = [o.until for o in held]
            last = None if None in until else max(date.fromisoformat(u) for u in until if u)
            seen.add(mention.actor)
            span = f"{edtf.day(since).phrase()} to {edtf.day(last).phrase() if last else 'now'}"
            # A leader just ousted keeps the title in the news for some weeks.
            end = last + _AFTER_OFFICE if last else None
            yield Evidence(since, end, 4, f"{office.office} {mention.name} held office {span}")


def _combine(evidence: list[Evidence]) -> Published | None:
    """Narrow from the surest evidence on; what contradicts it is left out and said."""
    low: date | None = None
    high: date | None = None
    used: list[str] = []
    for item in sorted(evidence, key=lambda e: e.rank):
        new_low = max(filter(None, (low, item.earliest)), default=None)
        new_high = min(filter(None, (high, item.latest)), default=None)
        if new_low and new_high and new_low > new_high:
            continue
        if (new_low, new_high) != (low, high):
            used.append(item.reason)
        low, high = new_low, new_high
    if low is None:
        return None
    value = edtf.interval(low, high)
    return Published(value.text, PublishedBasis.INFERRED, "inferred: " + "; ".join(used))
