"""Lengths of time: "three days", "more than six months", "the past two weeks", "weeks".

Recognised and valued, never made into dates. Must not fire: "the Six-Day War", ages of
people ("a 27-year-old man"), "24 Hours" as a title.
"""

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.lexicon import UNIT_CODES
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.numbers import cardinal, duration
from timeline.vocabulary import TimeType

_STRETCH_BEFORE = frozenset(
    "FOR IN WITHIN OVER AFTER DURING THAN NEARLY APPROX EVERY UNTIL".split()
)
_SPANS = frozenset({"IN", "OVER", "DURING", "FOR", "WITHIN", "UNTIL"})
_BEING = frozenset("is was be been being became become".split())
_BARE_BEFORE = frozenset("FOR WITHIN AFTER IN OVER OF BY FROM".split())


def _counted(found: Found) -> Meaning | None:
    unit = found.first("u")
    after = found.after()
    if unit is None or _is_a_name(found):
        return None
    if unit.value == "year" and (found.has("old") or (after and after.kind == "OLD")):
        return None
    numbers = found.group("n")
    before = found.before()
    if numbers and numbers[0].text.lower() == "many" and before and before.text.lower() == "as":
        return None  # "in as many weeks"
    count = cardinal(numbers)
    code = UNIT_CODES[str(unit.value)]
    if unit.value == "fortnight":
        count = 2 * (count or 1)
    # "a second year" orders; "one quarter" is mostly a fraction.
    if unit.value == "quarter" and (found.has("hyphen") or after is None or after.kind == "OF"):
        return None
    return Meaning(TimeType.DURATION, duration(count, code), mod=_mod(found), rule="a length")


def _mod(found: Found) -> str | None:
    kinds = {token.kind for token in found.group("about")}
    if "NO" in kinds or "UP" in kinds or "MOST" in kinds:
        return "EQUAL_OR_LESS"
    if "LEAST" in kinds:
        return "EQUAL_OR_MORE"
    if kinds & {"MORE", "OVER"}:
        return "MORE_THAN"
    if kinds & {"NEARLY", "LESS"}:
        return "LESS_THAN"
    return "APPROX" if kinds else None


def _is_a_name(found: Found) -> bool:
    """ "the Six-Day War", "the Hundred Years' War": capitals before a capital."""
    unit = found.first("u")
    after = found.after()
    if unit is None or not unit.text[0].isupper() or unit.text.isupper():
        return False
    return after is not None and (after.kind in ("CAP", "APOSTROPHE") or after.text[0].isupper())


def _single(found: Found) -> Meaning | None:
    """ "a year": a length after "for" or "within", else how often ("twice a year")."""
    unit, before, after = found.first("u"), found.before(), found.after()
    if unit is None or _is_a_name(found):
        return None
    if after is not None and after.kind in ("HYPHEN", "OLD"):
        return None
    name = str(unit.value)
    if name == "quarter":
        return None
    code = UNIT_CODES[name]
    if after is not None and after.kind == "POSSESSIVE":
        return Meaning(TimeType.DURATION, duration(1, code), rule="a length")
    value = duration(2 if name == "fortnight" else 1, code)
    if before is not None and before.kind == "ON":
        return None  # "on a day like this"
    if before is not None and before.text.lower() in _BEING:
        return Meaning(TimeType.DURATION, value, rule="a length")  # "it was a year of change"
    lasting = after is not None and after.kind in ("BEFORE", "AFTER", "LATER", "EARLIER")
    if lasting or found.has("extra"):
        return Meaning(TimeType.DURATION, value, rule="a length")
    if found.has("about") or (before is not None and before.kind in _STRETCH_BEFORE):
        return Meaning(TimeType.DURATION, value, mod=_mod(found), rule="a length")
    if name in ("decade", "century", "weekend"):
        return None
    if before is not None and before.kind in ("OF", "TO", "BY", "AND", "AS", "FROM", "COMMA"):
        return Meaning(TimeType.DURATION, value, rule="a length")
    return Meaning(TimeType.SET, value, rule="how often")


def _bare(found: Found) -> Meaning | None:
    unit, before = found.first("u"), found.before()
    if unit is None or _is_a_name(found):
        return None
    name = str(unit.value)
    if name == "quarter" and not found.has("vague"):
        return None
    early = [before, *found.group("vague")]
    if unit.kind == "HOURS" and any(t and t.kind in ("EARLY", "DAYPART") for t in early):
        return None  # "the early hours of Saturday" are a time of day
    vague = found.group("vague")
    if len(vague) == 1 and vague[0].kind == "THE" and (before is None or before.kind not in _SPANS):
        return None  # "he thought of the days when"
    if unit.text.lower() == "seconds":
        return None
    if not found.has("vague") and (before is None or before.kind not in _BARE_BEFORE):
        following = found.after()
        if following is None or following.kind not in (
            "OF",
            "LATER",
            "AGO",
            "EARLIER",
            "AFTER",
            "BEFORE",
        ):
            return None
    return Meaning(TimeType.DURATION, duration(None, UNIT_CODES[name]), rule="a length")


def _long(found: Found) -> Meaning | None:
    """ "a decade-long war", "months-long talks"."""
    unit, long = found.first("u"), found.first("long")
    if unit is None or long is None or long.text != "long":
        return None
    count = None if unit.kind.endswith("S") else 1
    return Meaning(TimeType.DURATION, duration(count, UNIT_CODES[str(unit.value)]), rule="a length")


def _in_one_word(found: Found) -> Meaning | None:
    """ "a yearlong study"."""
    unit = found.first("u")
    if unit is None:
        return None
    return Meaning(TimeType.DURATION, duration(1, UNIT_CODES[str(unit.value)]), rule="a length")


def _quarter_century(found: Found) -> Meaning:
    return Meaning(TimeType.DURATION, duration(25, "Y"), rule="a length")


def _to_an_end(found: Found) -> Meaning | None:
    """ "the year ended Sept. 30": a length of which the end is told."""
    return Meaning(TimeType.DURATION, "P1Y", rule="a length")


def _some_time(found: Found) -> Meaning | None:
    before = found.before()
    if before is None or before.kind not in ("FOR", "IN"):
        return None
    return Meaning(TimeType.DURATION, "PXM", rule="a length")


def _while(found: Found) -> Meaning | None:
    return Meaning(TimeType.DURATION, "PXX" if found.has("w") else "PXM", rule="a length")


def _half(found: Found) -> Meaning | None:
    unit = found.first("u")
    if unit is None:
        return None
    after = found.after()
    if after is not None and after.kind == "AGO":
        return None
    count = cardinal(found.group("n")) if found.has("n") else 0
    name, half = str(unit.value), (count or 0) + 0.5
    years = {"decade": 10, "century": 100}.get(name)
    value = duration(half * years, "Y") if years else duration(half, UNIT_CODES[name])
    return Meaning(TimeType.DURATION, value, mod=_mod(found), rule="a length")


_ABOUT = "(?P<about>ROUGHLY)"
_COUNT = "(?P<n>CARDINAL|VAGUECOUNT)"
_SECOND_COUNT = "(?:(?:OR|TO|HYPHEN|DASH) CARDINAL)?"
_FRONT = "(?:(?:THE|ITS) (?:LAST|ORDWORD)|(?:THE|ITS)? (?:PAST|NEXT|COMING|FOLLOWING|LATEST)|THE)?"

RULES: tuple[Rule, ...] = (
    rule(
        f"{_FRONT} {_ABOUT}? {_COUNT} {_SECOND_COUNT} (?:MORE|TRADING)? (?P<u>ANYUNIT) (?:OR SO)?",
        "ANYUNIT HOUR",
        _counted,
    ),
    rule(
        f"{_ABOUT}? (?P<n>CARDINAL) (?P<hyphen>HYPHEN) (?P<u>ANYUNIT) (?P<old>HYPHEN? OLD)?",
        "ANYUNIT",
        _counted,
    ),
    rule(
        "(?:A|THE|THAT|THIS)? (?P<n>CARDINAL) (?P<hyphen>HYPHEN) (?P<u>ANYUNIT) PERIOD",
        "PERIOD",
        _counted,
    ),
    rule(f"{_ABOUT}? (?:A|ONES) (?P<extra>TRADING)? (?P<u>UNIT|HOUR)", "UNIT HOUR", _single),
    rule(
        "(?P<vague>RECENT|THE? (?:COMING|PAST|NEXT|LAST|EARLY)|THE)? (?P<u>UNITS)", "UNITS", _bare
    ),
    rule("(?P<vague>THE) (?P<u>UNITS) AHEAD", "AHEAD", _bare),
    rule("(?P<u>LASTING)", "LASTING", _in_one_word),
    rule("A QUARTER (?:HYPHEN|OF A)? CENTURY", "CENTURY", _quarter_century),
    rule("(?P<u>UNIT|UNITS) HYPHEN (?P<long>TRADING)", "UNIT UNITS", _long),
    rule("THE (?:FISCAL|TRADING)? (?P<u>YEAR) (?=ENDED)", "ENDED", _to_an_end),
    rule("(?P<u>SOME TIME)", "TIME", _some_time),
    rule("A (?P<w>WHILE)", "WHILE", _while),
    rule(f"{_FRONT} {_ABOUT}? HALF (?:A|HYPHEN) (?P<u>ANYUNIT)", "HALF", _half),
    rule(f"{_ABOUT}? A HALF HYPHEN? (?P<u>ANYUNIT)", "HALF", _half),
    rule(
        f"{_FRONT} {_ABOUT}? (?P<n>CARDINAL) HYPHEN? AND HYPHEN? A HYPHEN? HALF HYPHEN? "
        "(?P<u>ANYUNIT)",
        "HALF",
        _half,
    ),
    rule(f"{_ABOUT}? (?P<n>A|ONES) (?P<u>ANYUNIT) AND A HALF", "HALF", _half),
)
