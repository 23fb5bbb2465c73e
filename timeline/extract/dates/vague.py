"""Times that are no date: "now", "recently", "in the past", "soon", "the near future".

They get TIMEX3's PAST_REF, PRESENT_REF and FUTURE_REF and no EDTF.
"""

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.tokens import COMMON_WORDS, NAMING
from timeline.vocabulary import TimeType


def _present(found: Found) -> Meaning:
    return Meaning(TimeType.DATE, "PRESENT_REF", rule="no date")


def _now(found: Found) -> Meaning | None:
    before, first = found.before(), found.tokens[found.match.start()]
    if before is not None and before.kind == "CAP" and first.text[0].isupper():
        return None  # the title of a programme
    return _present(found)


def _past(found: Found) -> Meaning:
    return Meaning(TimeType.DATE, "PAST_REF", rule="no date")


def _future(found: Found) -> Meaning:
    return Meaning(TimeType.DATE, "FUTURE_REF", rule="no date")


def _recent(found: Found) -> Meaning | None:
    """ "recent" before a noun that is no unit of time."""
    after = found.after()
    if after is not None and after.kind in NAMING:
        return _past(found)
    return None


def _the_past(found: Found) -> Meaning | None:
    before, after = found.before(), found.after()
    if found.tokens[found.match.end() - 1].text.lower() != "past":
        return None  # "the previous owner"
    if after is None or (after.kind in COMMON_WORDS and before is not None and before.kind == "IN"):
        return _past(found)
    if after.kind in NAMING | {"ONES", "TENS", "DAYNUM", "NUM", "HYPHEN"}:
        return None
    return _past(found)


def _recently(found: Found) -> Meaning | None:
    """Not "as recently as Tuesday", which tells the day."""
    before, after = found.before(), found.after()
    if before is not None and before.text.lower() == "as" and after is not None:
        return None if after.text.lower() == "as" else _past(found)
    return _past(found)


def _at_present(found: Found) -> Meaning | None:
    """ "At present", "the present day"; not "the present king"."""
    after = found.after()
    if not found.has("day") and after is not None and after.kind in NAMING | {"HYPHEN"}:
        return None
    return _present(found)


def _soon(found: Found) -> Meaning | None:
    before, after = found.before(), found.after()
    if after is not None and after.text.lower() in ("as", "after"):
        return None
    if before is not None and before.text.lower() in ("as", "how", "so", "too"):
        return None
    return _future(found)


def _one_day(found: Found) -> Meaning | None:
    """ "will one day be": of no day in particular, and to come."""
    before = found.before()
    if found.number("n") == 1 and before is not None and before.text.lower() in _WILL:
        return _future(found)
    return None


_WILL = frozenset({"will", "would", "could", "can", "might", "may"})

RULES: tuple[Rule, ...] = (
    rule("RIGHT? NOW", "NOW", _now),
    rule("CURRENTLY", "CURRENTLY", _present),
    rule("THESE DAYS", "THESE", _present),
    rule("THIS MOMENT", "MOMENT", _present),
    rule("AT (?P<x>THE PRESENT? MOMENT) (?!OF|THE|A|WORD)", "MOMENT", _present),
    rule("AT (?P<x>THE PRESENT TIME)", "PRESENT", _present),
    rule("AT (?P<x>PRESENT)", "PRESENT", _at_present),
    rule("THE PRESENT (?P<day>DAY)?", "PRESENT", _at_present),
    rule("CURRENT", "CURRENT", _present),
    rule("MORE? RECENTLY", "RECENTLY", _recently),
    rule("RECENT", "RECENT", _recent),
    rule("(?P<x>THE PAST)", "PAST", _the_past),
    rule("THE FAR? FUTURE", "FUTURE", _future),
    rule("(?P<n>ONES) DAY", "DAY", _one_day),
    rule("SOON", "SOON", _soon),
)
