"""One representation of a calendar value, from which TIMEX3 and EDTF are both written.

A `Point` is a unit of the calendar and its first day: the third quarter of 1989 is
`Point("quarter", 1989-07-01)`. `part` holds what is finer than a day (`TMO`, `T22:00`)
or the weekend mark, which TIMEX3 has and EDTF has not. `bc`: the year counts back from
Christ; EDTF here starts with year 1, so such a point has none.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.edtf import MONTHS

SEASON_CODES = ("SP", "SU", "FA", "WI")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_SEASON_WORD = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}
_YEARS_IN = {"year": 1, "decade": 10, "century": 100}
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Point:
    """`unit`: day, week, weekend, month, season, quarter, half, year, decade, century."""

    unit: str
    start: date
    part: str = ""
    bc: bool = False

    @property
    def year(self) -> int:
        return self.start.year

    @property
    def end(self) -> date:
        """Last day of the unit, inclusive."""
        if self.unit == "day":
            return self.start
        if self.unit == "week":
            return _add_days(self.start, 6)
        if self.unit == "weekend":
            return _add_days(self.start, 1)
        if self.unit in _MONTHS_IN:
            return _month_end(_add_months(self.start, _MONTHS_IN[self.unit] - 1))
        years = _YEARS_IN[self.unit]
        return date(self.start.year // years * years + years - 1, 12, 31)

    def timex(self) -> str:
        """The TIMEX3 value; a decade has three digits, a century two."""
        if self.bc:
            return "BC" + replace(self, bc=False).timex()
        year = f"{self.start.year:04d}"
        match self.unit:
            case "day":
                return self.start.isoformat() + self.part
            case "week" | "weekend":
                iso = self.start.isocalendar()
                suffix = "-WE" if self.unit == "weekend" else ""
                return f"{iso.year:04d}-W{iso.week:02d}{suffix}"
            case "month":
                return f"{year}-{self.start.month:02d}"
            case "season":
                return f"{year}-{season_of(self.start.month)}"
            case "quarter":
                return f"{year}-Q{(self.start.month + 2) // 3}"
            case "half":
                return f"{year}-H{1 if self.start.month < 7 else 2}"
            case "decade":
                return year[:3]
            case "century":
                return year[:2]
            case _:
                return year

    def edtf(self) -> str | None:
        """The EDTF value; units EDTF level 1 lacks are intervals of days or months."""
        if self.bc:
            return None
        year = f"{self.start.year:04d}"
        match self.unit:
            case "day":
                return self.start.isoformat()
            case "week" | "weekend":
                return f"{self.start.isoformat()}/{self.end.isoformat()}"
            case "month":
                return f"{year}-{self.start.month:02d}"
            case "season":
                return f"{year}-{_SEASON_EDTF[season_of(self.start.month)]}"
            case "quarter" | "half":
                return f"{year}-{self.start.month:02d}/{year}-{self.end.month:02d}"
            case "decade":
                return year[:3] + "X"
            case "century":
                return year[:2] + "XX"
            case _:
                return year

    def phrase(self) -> str:
        """Short words for reasons: `Mon 5 Sep 2022`, `July 2022`, `third quarter of 1989`."""
        year = self.start.year
        if self.bc:
            return f"{year} BC"
        match self.unit:
            case "day":
                return day_phrase(self.start)
            case "week":
                return f"the week of {day_phrase(self.start)}"
            case "weekend":
                return f"the weekend of {day_phrase(self.start)}"
            case "month":
                return f"{MONTHS[self.start.month - 1]} {year}"
            case "season":
                return f"{_SEASON_WORD[season_of(self.start.month)]} {year}"
            case "quarter":
                return f"quarter {(self.start.month + 2) // 3} of {year}"
            case "half":
                return f"half {1 if self.start.month < 7 else 2} of {year}"
            case "decade":
                return f"{year}s"
            case "century":
                return f"{year} to {self.end.year}"
            case _:
                return str(year)

    def with_part(self, part: str) -> "Point":
        return replace(self, part=part)


def day_phrase(value: date) -> str:
    return f"{_DAY_NAMES[value.weekday()]} {value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def season_of(month: int) -> str:
    """Northern meteorological seasons, as newspapers use them."""
    return SEASON_CODES[(month % 12) // 3 - 1]


def point(unit: str, within: date) -> Point:
    """The unit of the calendar that holds the day. Winter is named by its December."""
    match unit:
        case "day":
            start = within
        case "week":
            start = _add_days(within, -within.weekday())
        case "weekend":
            start = _add_days(within, 5 - within.weekday())
        case "month":
            start = within.replace(day=1)
        case "quarter":
            start = date(within.year, (within.month - 1) // 3 * 3 + 1, 1)
        case "half":
            start = date(within.year, 1 if within.month < 7 else 7, 1)
        case "season":
            month = _SEASON_MONTH[season_of(within.month)]
            start = date(max(within.year - (within.month < 3), 1), month, 1)
        case "decade":
            start = date(max(within.year // 10 * 10, 1), 1, 1)
        case "century":
            start = date(max(within.year // 100 * 100, 1), 1, 1)
        case _:
            start = date(within.year, 1, 1)
    return Point(unit, start)


def day_point(year: int, month: int, day: int) -> Point | None:
    """The day, or None when the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Point("day", date(year, month, day))


def month_point(year: int, month: int) -> Point:
    return Point("month", date(year, month, 1))


def year_point(year: int) -> Point:
    return Point("year", date(year, 1, 1))


def season_point(year: int, code: str) -> Point:
    return Point("season", date(year, _SEASON_MONTH[code], 1))


def quarter_point(year: int, number: int) -> Point:
    return Point("quarter", date(year, 3 * number - 2, 1))


def half_point(year: int, number: int) -> Point:
    return Point("half", date(year, 6 * number - 5, 1))


def shift(base: date, unit: str, count: int) -> Point | None:
    """The unit `count` units away from the one that holds `base`; None outside 0001 to 9999."""
    try:
        match unit:
            case "day" | "week" | "weekend":
                days = count if unit == "day" else 7 * count
                return point(unit, base + timedelta(days=days))
            case "month" | "quarter" | "half":
                return point(unit, _add_months(base, count * _MONTHS_IN[unit]))
            case "season":
                return point(unit, _add_months(base, 3 * count))
            case "year" | "decade" | "century":
                return point(unit, _add_months(base, 12 * count * _YEARS_IN[unit]))
    except (ValueError, OverflowError):
        return None
    return None


def _add_days(base: date, days: int) -> date:
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _add_months(base: date, months: int) -> date:
    years, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    if not 1 <= years <= 9999:
        raise ValueError(f"{base} plus {months} months is outside the calendar")
    last = calendar.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(base.day, last))


def _month_end(value: date) -> date:
    return value.replace(day=calendar.monthrange(value.year, value.month)[1])
