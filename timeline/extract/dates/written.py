"""Whole strings that are a calendar date: date lines, addresses, manifests, file names.

Not for running text. Must not be read as dates: version numbers ("1.2.3"), times alone,
quantities ("2,022 people"), eight digits that are no calendar day.
"""

import re
from datetime import date

from timeline.edtf import Edtf, day, one_of, parse
from timeline.extract.dates.points import day_point

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DOM = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[4-9]|20|21)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_MONTH} {_DOM},? {_YEAR}",
        rf"(?:the )?{_DOM} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_DOM}[-/. ]{_MONTH}[-/. ]{_YEAR}",
        rf"{_MONTH}[-/. ]{_DOM}[-/. ]{_YEAR}",
        rf"{_YEAR}[-/. ]{_MONTH}[-/. ]{_DOM}",
        rf"{_YEAR}([-/._])(?P<number>\d{{1,2}})\2(?P<day>\d{{1,2}})",
        rf"{_YEAR}(?P<number>\d\d)(?P<day>\d\d)",
        rf"{_MONTH},? (?:of )?{_YEAR}",
        rf"{_YEAR}[-/](?P<number>\d{{2}})",
        rf"{_YEAR}",
    )
)
_EITHER_ORDER = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2{_YEAR}")
_LABEL = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|created|released|issued"
    r"|date|dated|last update|added|filed|written|press release)"
    r"(?: (?:on|at|date|time))?(?: ?[:|-] ?| )"
)
_WEEKDAY = re.compile(
    r"(?:on )?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? (?:the )?"
)
_HOUR = r"\d{1,2}(?:[:.h]\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)?"
_ZONE = r"(?:z|(?:utc|gmt)?[+-]\d{1,2}:?\d{0,2}|\(?[a-z]{2,5}\)?)"
_TIME_AFTER = re.compile(
    rf"(?:t|,? ?(?:at|\||-|·|@|/)? ?){_HOUR} ?(?:[ap]\.?m\.?)?(?: ?hrs| ?hours)?"
    rf"(?: ?{_ZONE}){{0,2}}"
)
_TIME_BEFORE = re.compile(
    rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})? ?(?:[ap]\.?m\.?)?(?: {_ZONE})?,? (?:on )?"
)
_MAX_LENGTH = 120


def read_date(text: str) -> Edtf | None:
    """The date a whole string states, without its label, weekday and time of day; else None.

    A numeric date that may be read in either order ("06/09/2022") gives the set of both.
    """
    if len(text) > 4 * _MAX_LENGTH:
        return None
    plain = " ".join(text.split()).strip(" .,;|()[]–—-·•").lower().replace("’", "'")
    if not plain or len(plain) > _MAX_LENGTH:
        return None
    for _ in range(2):
        label = _LABEL.match(plain)
        if label:
            plain = plain[label.end() :]
    time_before = _TIME_BEFORE.match(plain)
    for candidate in (plain, plain[time_before.end() :] if time_before else ""):
        weekday = _WEEKDAY.match(candidate)
        found = _read_start(candidate[weekday.end() :] if weekday else candidate)
        if found:
            return found
    return None


def _read_start(text: str) -> Edtf | None:
    """A date at the start, followed by nothing but a time of day."""
    either = _EITHER_ORDER.match(text)
    if either and _only_time_left(text[either.end() :]):
        first, second, year = int(either[1]), int(either[3]), int(either["year"])
        if either[2] == "." and second <= 12:
            return _as_day(year, second, first)
        return _numeric(year, first, second)
    for form in _FORMS:
        match = form.match(text)
        if match and _only_time_left(text[match.end() :]):
            found = _from_parts(match.groupdict())
            if found:
                return found
    return None


def _only_time_left(rest: str) -> bool:
    rest = rest.strip(" ,.;|")
    if not rest:
        return True
    return len(rest) <= 60 and _TIME_AFTER.fullmatch(rest) is not None


def _from_parts(parts: dict[str, str | None]) -> Edtf | None:
    year = int(parts["year"] or 0)
    if parts.get("month"):
        month = MONTH_NUMBERS.get(parts["month"] or "", 0)
    elif parts.get("number"):
        month = int(parts["number"] or 0)
    else:
        return parse(f"{year:04d}")
    if not 1 <= month <= 12:
        return None
    if parts.get("day"):
        return _as_day(year, month, int(parts["day"] or 0))
    return parse(f"{year:04d}-{month:02d}")


def _as_day(year: int, month: int, dom: int) -> Edtf | None:
    found = day_point(year, month, dom)
    return day(found.start) if found else None


def _numeric(year: int, first: int, second: int) -> Edtf | None:
    readings: list[date] = []
    for month, dom in ((first, second), (second, first)):
        found = day_point(year, month, dom)
        if found and found.start not in readings:
            readings.append(found.start)
    return one_of([day(reading) for reading in readings]) if readings else None
