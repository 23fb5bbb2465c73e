"""Dates as Extended Date/Time Format (ISO 8601-2), level 1 plus sets.

`parse` reads a value, `Edtf.earliest` and `Edtf.latest` are its outermost days (None
when open or unknown), `Edtf.phrase` says it in words. Years 0001 to 9999.

Two things go past level 1: a wholly unspecified year before a known month or day
(`XXXX-02-24`, which level 2 has), because a text often gives no year, and sets
`[a,b]` (one of) and `{a,b}` (all of), because sources disagree.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Northern seasons by whole months, as newspapers use them; winter runs into the next year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_QUALIFIERS = {"?": "possibly {}", "~": "about {}", "%": "possibly about {}"}

_ATOM = re.compile(r"(?P<y>[0-9X]{4})(?:-(?P<m>[0-9X]{2})(?:-(?P<d>[0-9X]{2}))?)?(?P<q>[?~%])?")
_MAX_LENGTH = 400


class EdtfError(ValueError):
    """The text is no EDTF value Dateline reads; the message says why."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as its source gives it, never more exact.

    `kind` is day, month, season, year, decade (also coarser), interval, set or unknown
    (no year). Equality is by text.
    """

    text: str
    kind: str
    earliest: date | None
    latest: date | None
    qualifier: str = ""

    def __str__(self) -> str:
        return self.text

    def phrase(self) -> str:
        """The value in words: "5 September 2022", "July 2022", "about 1990"."""
        return _phrase(self.text)

    @property
    def is_dated(self) -> bool:
        """True when at least one end is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def is_exact(self) -> bool:
        return self.kind == "day" and not self.qualifier

    def possibly_in(self, start: date | None, end: date | None) -> bool:
        """Some day of the value lies between `start` and `end`, both inclusive."""
        if not self.is_dated:
            return False
        after = end is not None and self.earliest is not None and self.earliest > end
        before = start is not None and self.latest is not None and self.latest < start
        return not (after or before)

    def certainly_in(self, start: date | None, end: date | None) -> bool:
        """Every day of the value lies between `start` and `end`, both inclusive."""
        if not self.is_dated:
            return False
        low = start is None or (self.earliest is not None and self.earliest >= start)
        high = end is None or (self.latest is not None and self.latest <= end)
        return low and high

    def overlaps(self, other: "Edtf") -> bool:
        """The two may be the same day. False when either has no known end at all."""
        return other.is_dated and self.possibly_in(other.earliest, other.latest)


def day(value: date) -> Edtf:
    return parse(value.isoformat())


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read an EDTF value. Raises EdtfError with the reason."""
    if not isinstance(text, str) or not text.strip():
        raise EdtfError("an EDTF date is empty")
    if len(text) > _MAX_LENGTH:
        raise EdtfError("an EDTF date is longer than 400 characters")
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    return _parse_atom(text)


def try_parse(text: str | None) -> Edtf | None:
    """Like `parse`, but None for no text or a text that is no EDTF."""
    if not text:
        return None
    try:
        return parse(text)
    except EdtfError:
        return None


def interval(start: date | None, end: date | None) -> Edtf:
    """From `start` to `end`; None is an open end. One day when both are the same."""
    if start is not None and start == end:
        return day(start)
    low = start.isoformat() if start else ".."
    high = end.isoformat() if end else ".."
    return parse(f"{low}/{high}")


def one_of(values: list[Edtf]) -> Edtf:
    """The set `[a,b,...]` of the values, in order of time; a single value stays itself.

    Sets hold single dates and ranges `a..b` only, so an interval goes in as a range, and
    members of sets go in one by one.
    """
    members: list[str] = []
    for value in sorted(values, key=_order):
        for member in _members(value):
            if member not in members:
                members.append(member)
    if len(members) == 1:
        return values[0]
    return parse("[" + ",".join(members) + "]")


def _order(value: Edtf) -> tuple[date, date, str]:
    return (
        value.earliest or date.min,
        value.latest or date.max,
        value.text,
    )


def _members(value: Edtf) -> list[str]:
    if value.kind == "set":
        return value.text[1:-1].split(",")
    if value.kind == "interval":
        low, high = value.text.split("/")
        low, high = low.replace("..", ""), high.replace("..", "")
        return [f"{low}..{high}"]
    return [value.text]


def _parse_atom(text: str) -> Edtf:
    match = _ATOM.fullmatch(text)
    if not match:
        raise EdtfError(f"{text!r} is no EDTF date; write for example 2022, 2022-07 or 2022-07-13")
    year, month, dom, qualifier = match.group("y", "m", "d", "q")
    earliest, latest, kind = _bounds(text, year, month, dom)
    return Edtf(text, kind, earliest, latest, qualifier or "")


def _bounds(
    text: str, year: str, month: str | None, dom: str | None
) -> tuple[date | None, date | None, str]:
    if ("X" in (month or "") and month != "XX") or ("X" in (dom or "") and dom != "XX"):
        raise EdtfError(f"{text!r}: a month or day is known or XX")
    if month == "XX" and dom not in (None, "XX"):
        raise EdtfError(f"{text!r}: a day without a month")
    if year == "0000":
        raise EdtfError(f"{text!r}: there is no year 0 here")
    m = None if month in (None, "XX") else int(month)
    d = None if dom in (None, "XX") else int(dom)
    if m is not None and m in SEASONS:
        if dom is not None:
            raise EdtfError(f"{text!r}: a season has no days")
    elif m is not None and not 1 <= m <= 12:
        raise EdtfError(f"{text!r}: there is no month {m}")
    if "X" in year:
        return _masked_year(text, year, m, d)
    y = int(year)
    if m is None:
        return date(y, 1, 1), date(y, 12, 31), "year"
    if m in SEASONS:
        first, last = _SEASON_MONTHS[m]
        end_year = min(y + 1, 9999) if last < first else y
        return date(y, first, 1), _month_end(end_year, last), "season"
    if d is None:
        return date(y, m, 1), _month_end(y, m), "month"
    try:
        exact = date(y, m, d)
    except ValueError:
        raise EdtfError(f"{text!r}: there is no such day") from None
    return exact, exact, "day"


def _masked_year(
    text: str, year: str, month: int | None, dom: int | None
) -> tuple[date | None, date | None, str]:
    if year == "XXXX":
        # 2000 is a leap year: 29 February may be meant.
        last = calendar.monthrange(2000, month)[1] if month and month <= 12 else 31
        if dom is not None and not 1 <= dom <= last:
            raise EdtfError(f"{text!r}: there is no such day")
        return None, None, "unknown"
    if not re.fullmatch(r"[0-9]+X+", year):
        raise EdtfError(f"{text!r}: only the last digits of a year can be X")
    if month is not None:
        raise EdtfError(f"{text!r}: a month needs a whole year, or XXXX")
    low = max(int(year.replace("X", "0")), 1)
    return date(low, 1, 1), date(int(year.replace("X", "9")), 12, 31), "decade"


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _parse_interval(text: str) -> Edtf:
    sides = text.split("/")
    if len(sides) != 2:
        raise EdtfError(f"{text!r}: an interval has two sides")
    if all(side in ("", "..") for side in sides):
        raise EdtfError(f"{text!r}: an interval needs one known side")
    low, high = (None if side in ("", "..") else _parse_atom(side) for side in sides)
    earliest = low.earliest if low else None
    latest = high.latest if high else None
    # Outer ends are compared: 2022/2022-03 and 2022-03/2022 are both meaningful.
    if earliest and latest and earliest > latest:
        raise EdtfError(f"{text!r}: the interval ends before it starts")
    return Edtf(text, "interval", earliest, latest)


def _parse_set(text: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 3:
        raise EdtfError(f"{text!r}: a set ends with {closing}")
    lows: list[date | None] = []
    highs: list[date | None] = []
    for member in text[1:-1].split(","):
        low, dots, high = member.partition("..")
        if dots and not (low or high):
            raise EdtfError(f"{text!r}: a range in a set needs one known side")
        first = _parse_atom(low) if low or not dots else None
        last = (_parse_atom(high) if high else None) if dots else first
        lows.append(first.earliest if first else None)
        highs.append(last.latest if last else None)
        low_day, high_day = lows[-1], highs[-1]
        if low_day and high_day and low_day > high_day:
            raise EdtfError(f"{text!r}: a range in the set ends before it starts")
    earliest = None if None in lows else min(d for d in lows if d)
    latest = None if None in highs else max(d for d in highs if d)
    return Edtf(text, "set", earliest, latest)


@lru_cache(maxsize=8192)
def _phrase(text: str) -> str:
    if text[0] in "[{":
        words = [_range_phrase(m) for m in text[1:-1].split(",")]
        joiner = " or " if text[0] == "[" else " and "
        return joiner.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
    if "/" in text:
        low, high = text.split("/")
        return _interval_phrase(low, high)
    return _atom_phrase(text)


def _range_phrase(member: str) -> str:
    low, dots, high = member.partition("..")
    return _interval_phrase(low or "..", high or "..") if dots else _atom_phrase(member)


def _interval_phrase(low: str, high: str) -> str:
    match low, high:
        case "..", _:
            return f"until {_atom_phrase(high)}"
        case "", _:
            return f"until {_atom_phrase(high)} (start unknown)"
        case _, "..":
            return f"since {_atom_phrase(low)}"
        case _, "":
            return f"from {_atom_phrase(low)} (end unknown)"
        case _:
            return f"{_atom_phrase(low)} to {_atom_phrase(high)}"


def _atom_phrase(text: str) -> str:
    match = _ATOM.fullmatch(text)
    if match is None:
        raise EdtfError(f"{text!r} is no EDTF date")
    year, month, dom, qualifier = match.group("y", "m", "d", "q")
    words = _calendar_words(year, month, dom)
    return _QUALIFIERS[qualifier].format(words) if qualifier else words


def _calendar_words(year: str, month: str | None, dom: str | None) -> str:
    month = None if month == "XX" else month
    dom = None if dom == "XX" else dom
    if year == "XXXX":
        if month is None:
            return "year not known"
        named = SEASONS.get(int(month)) or MONTHS[int(month) - 1]
        day_and_month = f"{int(dom)} {named}" if dom else named
        return f"{day_and_month}, year not known"
    if "X" in year:
        low = year.replace("X", "0")
        if year.count("X") == 1:
            return f"{low}s"
        return f"between {low} and {year.replace('X', '9')}"
    if month is None:
        return str(int(year))
    if int(month) in SEASONS:
        return f"{SEASONS[int(month)]} {int(year)}"
    named = MONTHS[int(month) - 1]
    return f"{int(dom)} {named} {int(year)}" if dom else f"{named} {int(year)}"
