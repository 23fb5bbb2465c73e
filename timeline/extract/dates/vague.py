"""Times that are no date: "now", "recently", "in the past", "soon", "the near future".

They get TIMEX3's PAST_REF, PRESENT_REF and FUTURE_REF and no EDTF.
"""

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning
from timeline.vocabulary import TimeType


def _present(found: Found) -> Meaning:
    return Meaning(TimeType.DATE, "PRESENT_REF", rule="no date")


def _past(found: Found) -> Meaning:
    return Meaning(TimeType.DATE, "PAST_REF", rule="no date")


def _future(found: Found) -> Meaning:
    return Meaning(TimeType.DATE, "FUTURE_REF", rule="no date")


def _recent(found: Found) -> Meaning | None:
    """ "recent" before a noun that is no unit of time."""
    after = found.after()
    if after is not None and after.kind in ("WORD", "CAP"):
        return _past(found)
    return None


def _the_past(found: Found) -> Meaning | None:
    after = found.after()
    if after is not None and after.kind in (
        "WORD",
        "CAP",
        "ONES",
        "TENS",
        "DAYNUM",
        "NUM",
        "HYPHEN",
    ):
        return None
    return _past(found)


def _one_day(found: Found) -> Meaning | None:
    after = found.after()
    if after is not None and after.kind in ("WORD", "DOT", "COMMA") and after.text != "of":
        return _future(found)
    return None


RULES: tuple[Rule, ...] = (
    rule("NOW", "NOW", _present),
    rule("CURRENTLY", "CURRENTLY", _present),
    rule("THESE DAYS", "THESE", _present),
    rule("THIS MOMENT", "MOMENT", _present),
    rule("CURRENT", "CURRENT", _present),
    rule("RECENTLY", "RECENTLY", _past),
    rule("RECENT", "RECENT", _recent),
    rule("(?P<x>THE PAST)", "PAST", _the_past),
    rule("THE FAR? FUTURE", "FUTURE", _future),
    rule("SOON", "SOON", _future),
)
