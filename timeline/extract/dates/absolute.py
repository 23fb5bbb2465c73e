"""Days, months and years written out in running text, in all orders, whole or partial.

Must not fire: "may" and "March" as verbs or names ("Theresa May", "March for Life"),
"In March 20 people died" as a day, "Resolution 2231", "Boeing 747", "2,000 troops",
"1984 people", scores, phone numbers.
"""

from datetime import date
from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning, Spot
from timeline.extract.dates.numbers import spelt_year
from timeline.extract.dates.points import (
    Point,
    day_point,
    month_point,
    shift,
    year_point,
)
from timeline.extract.dates.tokens import Token
from timeline.extract.dates.within import in_year_near, part_mod
from timeline.extract.dates.written import read_date
from timeline.vocabulary import TimeType

_NAME_BEFORE_NUMBER = frozenset(
    "resolution boeing airbus flight article section chapter route highway room model number "
    "act line page area channel unit no nos order case apollo file bill law rule item paragraph "
    "windows office decree".split()
)
_NAMING_TITLES = frozenset(
    "mr mrs ms miss sir lord lady dame dr president minister secretary".split()
)
_HINTS = (
    ("FOLLOWING", "after"),
    ("SAME", "that"),
    ("THAT", "that"),
    ("LAST", "last_year"),
    ("PAST", "last_year"),
    ("NEXT", "next_year"),
    ("COMING", "next_year"),
    ("THIS", "this"),
    ("CURRENT", "this"),
    ("THE", "that"),
)
_MONTH_COMPANY = frozenset(
    "IN SINCE BY UNTIL FROM TO OF LAST NEXT THIS AND OR EARLY LATE MID DURING BETWEEN BEFORE AFTER "
    "FOR EVERY PER DASH HYPHEN COMMING PAST FOLLOWING SAME THAT SLASH EARLIER LATER".split()
)
_PEOPLE = frozenset("people troops men women children police soldiers civilians workers".split())
_DETERMINED = frozenset("THE ITS IN OF SINCE BY UNTIL FROM DURING POSSESSIVE A EARLY LATE".split())


def _full_day(found: Found) -> Meaning | None:
    month, dom = found.number("m"), found.number("d")
    if month is None or dom is None or not _is_month(found):
        return None
    year = _year(found)
    if year is not None:
        point = day_point(year, month, dom)
        if point is None:
            return None
        return Meaning(TimeType.DATE, point.timex(), point=point, rule="says the day")
    if _counts_people(found):
        return None
    if day_point(2000, month, dom) is None:
        return None
    blank = f"XXXX-{month:02d}-{dom:02d}"
    return Meaning(
        TimeType.DATE,
        blank,
        edtf=blank,
        resolve=partial(_near_day, month, dom, _year_hint(found)),
        uses_tense=not found.has("hint"),
        rule="day and month",
    )


def _near_day(month: int, dom: int, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(lambda year: day_point(year, month, dom), base, spot, hint, exact=True)


def _month(found: Found) -> Meaning | None:
    month = found.number("m")
    if month is None or not _is_month(found):
        return None
    mod = part_mod(found)
    year = _year(found)
    if year is not None:
        if not 1 <= year <= 9999:
            return None
        point = month_point(year, month)
        return Meaning(TimeType.DATE, point.timex(), point=point, mod=mod, rule="says the month")
    if not (found.has("hint") or found.has("near")) and not _month_stands_alone(found):
        return None
    blank = f"XXXX-{month:02d}"
    hint = _year_hint(found)
    return Meaning(
        TimeType.DATE,
        blank,
        edtf=blank,
        resolve=partial(_near_month, month, hint),
        uses_tense=not hint,
        mod=mod,
        rule="month without a year",
    )


def _near_month(month: int, hint: str, base: date, spot: Spot) -> Point | None:
    return in_year_near(lambda year: month_point(year, month), base, spot, hint)


def _year_alone(found: Found) -> Meaning | None:
    year = _year(found)
    token = found.first("y")
    if year is None or token is None or not 1 <= year <= 9999:
        return None
    if token.kind == "YEARNUM" and not found.has("company") and not _is_year(found, year):
        return None
    point = year_point(year)
    return Meaning(
        TimeType.DATE, point.timex(), point=point, mod=part_mod(found), rule="says the year"
    )


def _spelt(found: Found) -> Meaning | None:
    year = spelt_year(found.group("y"))
    if year is None:
        return None
    month = found.number("m")
    point = month_point(year, month) if month else year_point(year)
    return Meaning(TimeType.DATE, point.timex(), point=point, rule="spells the year")


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
    if dom is None or (following is not None and following.kind in ("WORD", "CAP", "HYPHEN")):
        return None
    return Meaning(
        TimeType.DATE,
        f"XXXX-XX-{dom:02d}",
        resolve=partial(_nearest_dom, dom),
        uses_tense=True,
        rule="day of the month",
    )


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


def _year(found: Found) -> int | None:
    token = found.first("y")
    if token is None or not isinstance(token.value, int):
        return None
    if token.kind == "YEARSHORT":
        return token.value + (2000 if token.value < 40 else 1900)
    if token.kind == "NUM" or token.kind == "DAYNUM":
        return None
    return token.value


def _year_hint(found: Found) -> str:
    """ "this", "last" or "next" when such a word fixes the year, "that" for the year named."""
    near = found.first("near")
    if near is not None:
        return {"LAST": "last", "PAST": "last", "THIS": "this"}.get(near.kind, "next")
    kinds = {token.kind for token in found.group("hint")}
    for kind, hint in _HINTS:
        if kind in kinds:
            return hint
    return ""


def _is_month(found: Found) -> bool:
    """The word is a month and no name: not "Mrs May", "Theresa May"."""
    token = found.first("m")
    before = found.before()
    if token is None or token.kind != "MONTHVERB" or before is None:
        return True
    return before.text.lower().rstrip(".") not in _NAMING_TITLES


def _month_stands_alone(found: Found) -> bool:
    token, before, after = found.first("m"), found.before(), found.after()
    if token is None:
        return False
    partial_word = found.has("part")
    if token.kind == "MONTHVERB":
        if partial_word:
            return True
        if before is None or before.kind not in _MONTH_COMPANY:
            return False
        return not (after is not None and after.kind == "CAP" and before.kind != "IN")
    if before is not None and before.kind == "CAP" and not partial_word:
        return token.value not in (4, 6, 8)
    # "August Wilson", "April Smith" at the start of a clause.
    return not (
        token.value in (4, 6, 8)
        and after is not None
        and after.kind == "CAP"
        and (before is None or before.kind not in _MONTH_COMPANY)
    )


def _counts_people(found: Found) -> bool:
    """ "In March 20 people died": the number counts what follows."""
    before, after = found.before(), found.after()
    last = found.tokens[found.match.end() - 1]
    return (
        before is not None
        and before.kind == "IN"
        and last.kind == "DAYNUM"
        and after is not None
        and after.kind in ("WORD", "HUNDRED", "THOUSAND")
    )


def _is_year(found: Found, year: int) -> bool:
    before, after = found.before(), found.after()
    if before is not None and _names_a_number(before, found.tokens, found.match.start()):
        return False
    if after is not None:
        if (
            after.kind in ("HUNDRED", "THOUSAND", "SLASH")
            or after.kind == "HYPHEN"
            and _glued(found)
        ):
            return after.kind not in ("HUNDRED", "THOUSAND") and _joins_years(found)
        counted = after.text.lower()
        plural = after.kind == "WORD" and counted.endswith("s") and not counted.endswith("ss")
        ends = before is None or before.kind not in _DETERMINED
        if (plural or counted in _PEOPLE) and ends and counted not in ("was", "is", "as", "has"):
            return False
    if not 1500 <= year <= 2100:
        return before is not None and before.kind in ("IN", "SINCE", "BY", "UNTIL", "FROM", "OF")
    return True


def _names_a_number(before: Token, tokens: list[Token], index: int) -> bool:
    if before.text.lower().rstrip(".") in _NAME_BEFORE_NUMBER:
        return True
    if before.kind in ("HYPHEN", "SLASH") and before.end == tokens[index].start:
        return index < 2 or tokens[index - 2].kind not in ("YEARNUM", "MONTHNAME", "DAYNUM")
    if before.kind == "DOT" and index > 1:
        return tokens[index - 2].text.lower() in ("no", "nos")
    return before.kind in ("NUMX", "NUM", "BIGNUM")


def _glued(found: Found) -> bool:
    after = found.after()
    return after is not None and after.start == found.tokens[found.match.end() - 1].end


def _joins_years(found: Found) -> bool:
    """A hyphen after a year: "2014-2018" and "1990-based" yes, "1234-5678-90" no."""
    following = found.after(1)
    return following is not None and following.kind in ("YEARNUM", "DAYNUM", "NUM", "WORD")


def _short_end(found: Found) -> Meaning | None:
    """The "18" of "2014-18"."""
    start, end = found.first("a"), found.first("x")
    if start is None or end is None or not isinstance(start.value, int):
        return None
    if not isinstance(end.value, int) or len(end.text) != 2:
        return None
    year = start.value // 100 * 100 + end.value
    before = found.before()
    if year <= start.value or not 1500 <= start.value <= 2100:
        return None
    if before is not None and before.kind in ("HYPHEN", "NUMX", "SLASH"):
        return None
    point = year_point(year)
    return Meaning(TimeType.DATE, point.timex(), point=point, rule="says the year")


_YEAR = "(?P<y>YEARNUM|YEARSHORT)"
_HINT = "(?P<hint>LAST|NEXT|THIS|THAT|COMING|CURRENT|FOLLOWING|THE (?:SAME|FOLLOWING)?)"
_WHICH_YEAR = f"(?:(?:COMMA? OF?|OF) {_YEAR}|COMMA? (?:OF|IN)? {_HINT} YEAR)"
_WEEKDAY = "(?:WEEKDAYWORD COMMA? (?:THE)?)?"
_ANY_MONTH = "MONTHS_ANY"

RULES: tuple[Rule, ...] = (
    rule("(?P<x>FULLDATE)", "FULLDATE", _numeric),
    # the first days of "February 24-26, 2022", "24 February - 3 March 2022"
    rule(
        f"(?P<x>(?P<m>MONTHS_ANY) ABBRDOT (?P<d>DOM)) JOIN (?:MONTHS_ANY ABBRDOT)? DOM COMMA? {_YEAR}",
        _ANY_MONTH,
        _full_day,
    ),
    rule(
        f"(?P<x>(?P<d>DOM) (?P<m>MONTHS_ANY) ABBRDOT) JOIN DOM MONTHS_ANY ABBRDOT COMMA? {_YEAR}",
        _ANY_MONTH,
        _full_day,
    ),
    # the last day of "February 24-26, 2022", the first of "3 to 7 March 2022"
    rule(
        f"(?P<m>MONTHS_ANY) ABBRDOT DOM JOIN (?P<x>(?P<d>DOM) (?:{_WHICH_YEAR})?)",
        _ANY_MONTH,
        _full_day,
    ),
    rule(
        f"(?P<x>(?P<d>DOM)) JOIN (?:THE)? DOM OF? (?P<m>MONTHS_ANY) ABBRDOT (?:{_WHICH_YEAR})?",
        _ANY_MONTH,
        _full_day,
    ),
    # the first months of "May to July 2022", "January and March 1990"
    rule(
        f"(?P<x>(?P<m>MONTHS_ANY) ABBRDOT) JOIN MONTHS_ANY ABBRDOT COMMA? {_YEAR}",
        _ANY_MONTH,
        _month,
    ),
    # 24 February 2022; Thursday, the 24th of February; 24 February this year
    rule(
        f"{_WEEKDAY} (?:THE)? (?P<d>DOM) HYPHEN? OF? (?P<m>MONTHS_ANY) ABBRDOT HYPHEN? {_WHICH_YEAR}",
        _ANY_MONTH,
        _full_day,
    ),
    rule(f"{_WEEKDAY} THE? (?P<d>DOM) OF? (?P<m>MONTHS_ANY) ABBRDOT", _ANY_MONTH, _full_day),
    # Feb. 24, 2022; Thursday, February the 24th; February 24 this year
    rule(
        f"{_WEEKDAY} (?P<m>MONTHS_ANY) ABBRDOT THE? (?P<d>DOM) {_WHICH_YEAR}", _ANY_MONTH, _full_day
    ),
    rule(f"{_WEEKDAY} (?P<m>MONTHS_ANY) ABBRDOT THE? (?P<d>DOM)", _ANY_MONTH, _full_day),
    rule("AROUND (?P<m>MONTHS_ANY) ABBRDOT (?P<d>DOM)", _ANY_MONTH, _full_day),
    # early July 2022; the end of July; July last year; last July
    rule(
        f"(?P<part>PARTWORD)? (?P<m>MONTHS_ANY) ABBRDOT {_WHICH_YEAR}",
        _ANY_MONTH,
        _month,
    ),
    rule(
        "(?P<part>PARTWORD)? (?P<near>LAST|NEXT|THIS|PAST|COMING) (?P<m>MONTHS_ANY)",
        _ANY_MONTH,
        _month,
    ),
    rule("(?P<part>PARTWORD)? (?P<m>MONTHWORD)", _ANY_MONTH, _month),
    rule(
        f"(?P<part>PARTWORD)? (?:THE YEAR)? {_YEAR}",
        "YEARNUM YEARSHORT",
        _year_alone,
    ),
    rule("(?P<company>THE YEAR|FISCAL YEAR?) (?P<y>YEARNUM)", "YEARNUM", _year_alone),
    rule("(?P<a>YEARNUM) (?:HYPHEN|DASH|SLASH) (?P<x>DAYNUM|NUM)", "YEARNUM", _short_end),
    rule("(?:(?P<m>MONTHS_ANY)|THE YEAR)? (?P<y>SPELTYEAR)", "ONES TENS", _spelt),
    rule("(?:ON|UNTIL|BY|SINCE|FROM) (?P<x>THE (?P<d>ORDNUM))", "ORDNUM", _day_of_month),
)
