"""What comes again and again: "every Monday", "each July", "daily", "twice a week".

Recognised and valued, never made into dates. Must not fire: "the Daily Mail", "a weekly"
(the paper), "annual report".
"""

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.lexicon import UNIT_CODES
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.numbers import cardinal, duration
from timeline.extract.dates.tokens import NAMING
from timeline.vocabulary import TimeType


def _set(value: str) -> Meaning:
    return Meaning(TimeType.SET, value, rule="comes again")


def _every_unit(found: Found) -> Meaning | None:
    unit = found.first("u")
    if unit is None:
        return None
    count = cardinal(found.group("n")) if found.has("n") else 1
    if found.has("other"):
        count = 2
    return _set(duration(count or 1, UNIT_CODES[str(unit.value)]))


def _every_named(found: Found) -> Meaning | None:
    weekday, month, season = found.number("w"), found.number("m"), found.first("s")
    if weekday is not None:
        part = found.first("part")
        code = {"night": "NI"}.get(str(part.value), str(part.value)) if part else ""
        if part is not None and part.kind == "HOURS" and code != "NI":
            return None
        return _set(f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else ""))
    if month is not None:
        return _set(f"XXXX-{month:02d}")
    if season is not None:
        return _set(f"XXXX-{season.value}")
    part = found.first("part")
    return _set(f"XXXX-XX-XXT{part.value}") if part else None


def _often(found: Found) -> Meaning | None:
    token = found.first("o")
    if token is None or token.text[0].isupper():
        return None
    before, after = found.before(), found.after()
    if token.text != "annually" and after is not None and after.kind in NAMING | {"HYPHEN"}:
        return None  # "daily volume", "a weekly paper": a kind of thing
    if token.text in ("weekly", "monthly") and before is not None and before.kind == "A":
        return None
    return _set(str(token.value))


def _plural_weekday(found: Found) -> Meaning | None:
    weekday = found.number("w")
    return None if weekday is None else _set(f"XXXX-WXX-{weekday + 1}")


RULES: tuple[Rule, ...] = (
    rule("EVERY (?P<other>OTHER)? (?P<n>CARDINAL)? (?P<u>ANYUNIT)", "EVERY", _every_unit),
    rule("PER (?P<u>UNIT|HOUR)", "PER", _every_unit),
    rule("(?:ONCE|CARDINAL TIMES) (?:A|PER|EVERY) (?P<u>UNIT|HOUR)", "ONCE TIMES", _every_unit),
    rule("CARDINAL (?:DAYS|HOURS) (?:A|PER|EVERY) (?P<u>UNIT)", "DAYS HOURS", _every_unit),
    rule("EVERY OTHER? (?P<w>WEEKDAY) (?P<part>DAYPART)?", "EVERY", _every_named),
    rule("(?P<w>WEEKDAY) (?P<part>DAYPARTS|HOURS)", "DAYPARTS HOURS", _every_named),
    rule(
        "(?P<x>(?P<w>WEEKDAY)) (?:AND|OR|TO) WEEKDAY (?P<part>DAYPARTS|HOURS)",
        "DAYPARTS HOURS",
        _every_named,
    ),
    rule("EVERY (?P<m>MONTHS_ANY)", "EVERY", _every_named),
    rule("EVERY (?P<s>SEASONWORD)", "EVERY", _every_named),
    rule("EVERY (?P<part>DAYPART)", "EVERY", _every_named),
    rule("(?P<o>OFTEN)", "OFTEN", _often),
    rule("(?P<w>WEEKDAYS)", "WEEKDAYS", _plural_weekday),
)
