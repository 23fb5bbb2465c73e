"""Days written out in running text, in all orders, whole or without their year.

Must not fire: "In March 20 people died" and "on May 3 and 20 people" as days of 20, "1.2.2020.1",
"Mrs May 3", the 31st of a month of 30 days.
"""

from datetime import date
from functools import partial

from timeline.extract.dates.calendar_words import (
    MONTH_KINDS,
    WHICH_YEAR,
    YEAR,
    is_month,
    year_hint,
    year_said,
)
from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.points import Point, day_point, shift
from timeline.extract.dates.tense import is_past_form
from timeline.extract.dates.tokens import COMMON_WORDS, NAMING, PRONOUNS, Token
from timeline.extract.dates.within import FROM_NAMED_YEAR, in_year_near
from timeline.extract.dates.written import read_date
from timeline.vocabulary import TimeType


def _full_day(found: Found) -> Meaning | None:
    month, dom = found.number("m"), found.number("d")
    if month is None or dom is None or not is_month(found):
        return None
    year = year_said(found)
    if year is not None:
        point = day_point(year, month, dom)
        if point is None:
            return None
        return Meaning(TimeType.DATE, point.timex(), point=point, rule="says the day")
    if (month, dom) == (9, 11) and _is_the_attack(found):
        point = Point("day", date(2001, 9, 11))
        return Meaning(TimeType.DATE, point.timex(), point=point, aside=True, rule="of 2001")
    if _counts_people(found) or _counts_more(found):
        return None
    if day_point(2000, month, dom) is None:
        return None
    blank = f"XXXX-{month:02d}-{dom:02d}"
    return Meaning(
        TimeType.DATE,
        blank,
        edtf=blank,
        resolve=partial(_near_day, month, dom, year_hint(found)),
        follows=year_hint(found) in FROM_NAMED_YEAR,
        uses_tense=not found.has("hint"),
        rule="day and month",
    )


def _near_day(month: int, dom: int, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(lambda year: day_point(year, month, dom), base, spot, hint, exact=True)


def _numeric(found: Found) -> Meaning | None:
    token = found.first("x")
    edtf = read_date(token.text) if token else None
    if edtf is None:
        return None
    if edtf.earliest is None or edtf.earliest != edtf.latest:
        return Meaning(TimeType.DATE, "XXXX-XX-XX", edtf=edtf.text, rule="day or month first")
    point = Point("day", edtf.earliest)
    return Meaning(TimeType.DATE, point.timex(), point=point, rule="says the day")


def _day_of_month(found: Found) -> Meaning | None:
    """ "on the 24th": the month is the one last named, or the publication's."""
    dom = found.number("d")
    following = found.after()
    ahead = found.tokens[found.match.end() : found.match.end() + 5]
    if any(token.kind in ("CENTURY", "CENTURYS") for token in ahead):
        return None  # "from the 12th to the 15th century"
    if dom is None or (following is not None and _names_a_thing(following)):
        return None
    return Meaning(
        TimeType.DATE,
        f"XXXX-XX-{dom:02d}",
        resolve=partial(_nearest_dom, dom),
        uses_tense=True,
        rule="day of the month",
    )


def _names_a_thing(token: Token) -> bool:
    """ "on the 20th floor", but "on the 20th they won"."""
    word = token.text.lower()
    if word in PRONOUNS or is_past_form(word):
        return False
    return token.kind in NAMING | {"HYPHEN"}


def _nearest_dom(dom: int, base: date, spot: Spot) -> Point | None:
    if spot.last is not None and spot.last.unit in ("day", "month"):
        return day_point(spot.last.start.year, spot.last.start.month, dom)
    wanted = 1 if spot.tense == "future" else -1
    for step in range(4):
        month = shift(base, "month", wanted * step)
        point = day_point(month.start.year, month.start.month, dom) if month else None
        if point and (point.start - base).days * wanted >= 0:
            return point
    return None


def _nine_eleven(found: Found) -> Meaning | None:
    """ "9/11" is a name of that day; "7/10" is a mark or a share."""
    first, last = found.tokens[found.match.start()], found.tokens[found.match.end() - 1]
    after = found.after()
    if found.text[first.start : last.end] != "9/11" or (
        after is not None and after.kind == "SLASH"
    ):
        return None
    point = Point("day", date(2001, 9, 11))
    return Meaning(TimeType.DATE, point.timex(), point=point, aside=True, rule="of 2001")


def _is_the_attack(found: Found) -> bool:
    """ "the Sept. 11 attacks" are those of 2001, whatever the day of publication."""
    words = [token.text.lower() for token in (found.after(), found.after(1)) if token]
    return any(word.startswith(("attack", "terror", "hijack")) for word in words)


def _counts_more(found: Found) -> bool:
    """ "On May 3 and 20 people left": the second number is no day."""
    after, last = found.after(), found.tokens[found.match.end() - 1]
    joined = found.tokens[found.match.end() - 2].kind
    if not found.has("x") or last.kind != "DAYNUM" or joined not in ("AND", "OR", "TO", "SLASH"):
        return False
    return after is not None and after.kind in COMMON_WORDS | {"HUNDRED", "THOUSAND"}


def _counts_people(found: Found) -> bool:
    """ "In March 20 people died": the number counts what follows."""
    before, after = found.before(), found.after()
    last = found.tokens[found.match.end() - 1]
    return (
        before is not None
        and before.kind == "IN"
        and last.kind == "DAYNUM"
        and not any(token.kind == "MONTHABBR" for token in found.group("m"))
        and after is not None
        and after.kind in COMMON_WORDS | {"HUNDRED", "THOUSAND"}
    )


_WEEKDAY = "(?:WEEKDAYWORD COMMA? (?:THE)?)?"

RULES: tuple[Rule, ...] = (
    rule("(?P<x>FULLDATE)", "FULLDATE", _numeric),
    rule("DAYNUM SLASH DAYNUM", "SLASH", _nine_eleven),
    # the first days of "February 24-26, 2022", "24 February - 3 March 2022"
    rule(
        "(?P<x>(?P<m>MONTHS_ANY) ABBRDOT (?P<d>DOM)) JOIN (?:MONTHS_ANY ABBRDOT)? DOM "
        f"COMMA? {YEAR}",
        MONTH_KINDS,
        _full_day,
    ),
    rule(
        f"(?P<x>(?P<d>DOM) (?P<m>MONTHS_ANY) ABBRDOT) JOIN DOM MONTHS_ANY ABBRDOT COMMA? {YEAR}",
        MONTH_KINDS,
        _full_day,
    ),
    # the last day of "February 24-26, 2022", the first of "3 to 7 March 2022"
    rule(
        f"(?P<m>MONTHS_ANY) ABBRDOT DOM JOIN (?P<x>(?P<d>DOM) (?:{WHICH_YEAR})?)",
        MONTH_KINDS,
        _full_day,
    ),
    rule(
        f"(?P<x>(?P<d>DOM)) JOIN (?:THE)? DOM OF? (?P<m>MONTHS_ANY) ABBRDOT (?:{WHICH_YEAR})?",
        MONTH_KINDS,
        _full_day,
    ),
    # 24 February 2022; Thursday, the 24th of February; 24 February this year
    rule(
        f"{_WEEKDAY} (?:THE(?=ORDNUM))? (?P<d>DOM) HYPHEN? OF? (?P<m>MONTHS_ANY) ABBRDOT "
        f"HYPHEN? {WHICH_YEAR}",
        MONTH_KINDS,
        _full_day,
    ),
    # the 24th day of February 2022, as deeds and orders write it
    rule(
        f"(?:THE|THIS) (?P<d>ORDNUM|ORDWORD|SECOND) DAY OF (?P<m>MONTHS_ANY) {WHICH_YEAR}",
        MONTH_KINDS,
        _full_day,
    ),
    rule(
        f"{_WEEKDAY} THE (?P<d>ORDWORD|SECOND) OF (?P<m>MONTHS_ANY) (?:{WHICH_YEAR})?",
        MONTH_KINDS,
        _full_day,
    ),
    rule(
        f"{_WEEKDAY} (?:THE(?=ORDNUM))? (?P<d>DOM) OF? (?P<m>MONTHS_ANY) ABBRDOT",
        MONTH_KINDS,
        _full_day,
    ),
    # Feb. 24, 2022; Thursday, February the 24th; February 24 this year
    rule(
        f"{_WEEKDAY} (?P<m>MONTHS_ANY) ABBRDOT THE? (?P<d>DOM) {WHICH_YEAR}", MONTH_KINDS, _full_day
    ),
    rule(f"{_WEEKDAY} (?P<m>MONTHS_ANY) ABBRDOT THE? (?P<d>DOM)", MONTH_KINDS, _full_day),
    rule("AROUND (?P<m>MONTHS_ANY) ABBRDOT (?P<d>DOM)", MONTH_KINDS, _full_day),
    rule("(?:ON|UNTIL|BY|SINCE|FROM) (?P<x>THE (?P<d>ORDNUM))", "ORDNUM", _day_of_month),
)
