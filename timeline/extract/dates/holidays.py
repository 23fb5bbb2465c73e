"""Holidays named in the news, with a fixed or a computed date.

Only days that are the same wherever English news is read: "Independence Day" is another
day in every country and is left alone. Must not fire: "Easter Island", "Christmas tree".
"""

import re
from collections.abc import Callable
from datetime import date, timedelta


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus), right for 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The n-th weekday (Monday 0) of a month; -1 is the last."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, number)


def _easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year's": _fixed(1, 1),
    "orthodox christmas": _fixed(1, 7),
    "epiphany": _fixed(1, 6),
    "martin luther king jr. day": _nth(1, 0, 3),
    "martin luther king day": _nth(1, 0, 3),
    "holocaust remembrance day": _fixed(1, 27),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "shrove tuesday": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "holy saturday": _easter(-1),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "orthodox easter": orthodox_easter,
    "ascension day": _easter(39),
    "whit sunday": _easter(49),
    "pentecost": _easter(49),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all saints day": _fixed(11, 1),
    "guy fawkes night": _fixed(11, 5),
    "bonfire night": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 6, 2),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}

# Words that make the name something else: an island, a tree, a party.
_NOT_BEFORE = (
    "island",
    "islands",
    "tree",
    "trees",
    "rising",
    "egg",
    "eggs",
    "card",
    "cards",
    "carol",
    "present",
    "presents",
    "gift",
    "gifts",
    "party",
    "shopping",
    "market",
    "markets",
)
_NAME = re.compile(
    r"(?:"
    + "|".join(
        re.escape(name).replace("'", "['’]?").replace(r"\ ", r"\s{1,3}")
        for name in sorted(HOLIDAYS, key=len, reverse=True)
    )
    + r")(?!\w)(?!\s(?:"
    + "|".join(_NOT_BEFORE)
    + r")\b)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_BARE = {name.replace("'", ""): name for name in HOLIDAYS}
HOLIDAY_WORDS = frozenset(name.split()[0].split("'")[0].rstrip(".") for name in HOLIDAYS)


def holiday_at(text: str, start: int, end: int) -> tuple[int, str] | None:
    """End and name of the holiday that starts at `start`, if one does."""
    match = _NAME.match(text, start, end)
    if not match:
        return None
    name = _SPACES.sub(" ", match.group().lower()).replace("’", "'").replace("'", "")
    return match.end(), _BARE[name]


def holiday_in(name: str, year: int) -> date | None:
    """The holiday's day in a year, None where the calendar does not reach.

    Before 1583 only days that are the same each year: Easter was counted otherwise.
    """
    if not 1 <= year <= 9998:
        return None
    if year < 1583:
        same = {HOLIDAYS[name](other).replace(year=2000) for other in (2001, 2002, 2003)}
        return same.pop().replace(year=year) if len(same) == 1 else None
    return HOLIDAYS[name](year)
