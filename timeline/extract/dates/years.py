"""Years in running text: "2008", "late 2008", "the year 2000", "2014-18", "nineteen ninety-six".

Must not fire: "Resolution 2231", "Boeing 1999", "1984 people", "2,000 troops", "$1990",
phone numbers.
"""

from timeline.extract.dates.calendar_words import YEAR, year_said
from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.numbers import spelt_year
from timeline.extract.dates.points import month_point, year_point
from timeline.extract.dates.tokens import COMMON_WORDS, NAMING, Token
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType

_NAME_BEFORE_NUMBER = frozenset(
    "resolution boeing airbus flight article section chapter route highway room model number "
    "act line page area channel unit no nos order case apollo file bill law rule item paragraph "
    "windows office decree".split()
)
_PEOPLE = frozenset("people troops men women children police soldiers civilians workers".split())
_MEASURES = frozenset(
    "metres meters miles yards kilometres kilometers km feet tons tonnes kg mph pounds dollars "
    "euros rubles roubles yen votes".split()
)
_DETERMINED = frozenset("THE ITS IN OF SINCE BY UNTIL FROM DURING POSSESSIVE A EARLY LATE".split())


def _year_alone(found: Found) -> Meaning | None:
    year = year_said(found)
    token = found.first("y")
    if year is None or token is None or not 1 <= year <= 9999:
        return None
    if token.kind == "YEARNUM" and not found.has("company") and not _is_year(found, year):
        return None
    point = year_point(year)
    mod = "APPROX" if found.has("about") else part_mod(found)
    return Meaning(
        TimeType.DATE,
        point.timex(),
        point=point,
        mod=mod,
        aside=_in_passing(found),
        rule="says the year",
    )


def _in_passing(found: Found) -> bool:
    """ "the first since 1648", "the 1725 treaty", "(1811)": the story does not move there."""
    before, after = found.before(), found.after()
    if before is None:
        return False
    if before.kind in ("THE", "ITS"):
        return after is not None and after.kind in NAMING
    return before.kind in ("SINCE", "OPEN", "THAN")


def _spelt(found: Found) -> Meaning | None:
    year = spelt_year(found.group("y"))
    if year is None:
        return None
    month = found.number("m")
    point = month_point(year, month) if month else year_point(year)
    return Meaning(TimeType.DATE, point.timex(), point=point, rule="spells the year")


def _is_year(found: Found, year: int) -> bool:
    before, after = found.before(), found.after()
    if before is not None and _names_a_number(before, found.tokens, found.match.start()):
        return False
    if after is not None:
        if after.kind in ("HUNDRED", "THOUSAND", "SLASH") or (
            after.kind == "HYPHEN" and _glued(found)
        ):
            return after.kind not in ("HUNDRED", "THOUSAND") and _joins_years(found)
        counted = after.text.lower()
        plural = after.kind in COMMON_WORDS and counted.endswith("s") and not counted.endswith("ss")
        ends = before is None or before.kind not in _DETERMINED | {"CAP"}
        if counted in _MEASURES:
            return False
        if (plural or counted in _PEOPLE) and ends and counted not in ("was", "is", "as", "has"):
            return False
    if before is not None and _roughly(before, found):
        return False
    if not 1500 <= year <= 2100 and not found.has("led"):
        return before is not None and before.kind in ("IN", "SINCE", "BY", "UNTIL", "FROM", "OF")
    return True


def _roughly(before: Token, found: Found) -> bool:
    """ "about 1500 were killed", "more than 2000 in all" count."""
    earlier = found.before(2)
    if before.kind == "THAN":
        return earlier is not None and earlier.kind in ("MORE", "LESS")
    return before.kind in ("APPROX", "NEARLY", "SOME", "LEAST", "MOST")


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
    following, further = found.after(1), found.after(2)
    if following is None:
        return False
    if further is not None and further.kind == "HYPHEN" and further.start == following.end:
        return False
    if following.kind == "NUM":
        return len(following.text) == 2
    return following.kind in COMMON_WORDS | {"YEARNUM", "DAYNUM"}


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


RULES: tuple[Rule, ...] = (
    rule(f"(?P<part>PARTWORD)? (?:THE YEAR)? {YEAR}", "YEARNUM YEARSHORT", _year_alone),
    rule(f"(?P<about>AROUND|CIRCA DOT?) {YEAR}", "YEARNUM", _year_alone),
    rule(
        f"(?P<led>IN|FROM|SINCE|UNTIL|BY|OPEN) (?P<x>(?P<about>APPROX) {YEAR})",
        "YEARNUM",
        _year_alone,
    ),
    rule("(?P<company>THE YEAR|FISCAL YEAR?) (?P<y>YEARNUM)", "YEARNUM", _year_alone),
    rule("(?P<a>YEARNUM) (?:HYPHEN|DASH|SLASH) (?P<x>DAYNUM|NUM)", "YEARNUM", _short_end),
    rule("(?:(?P<m>MONTHS_ANY)|THE YEAR)? (?P<y>SPELTYEAR)", "ONES TENS", _spelt),
)
