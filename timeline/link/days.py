"""How the dates of two claims agree, differ or leave it open."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline.edtf import Edtf, parse
from timeline.link.records import ClaimRecord

# Two reports seldom name one exact day by chance.
SAME_DAY, SAME_PERIOD = 0.22, 0.04
DISAGREEMENT_DAYS = 7
PUBLISHED_APART_DAYS = 60


@dataclass(frozen=True, slots=True)
class Days:
    relation: str  # agree, unknown, near, apart
    bonus: float
    reason: str
    gap: int = 0


_NO_DATE = Days("unknown", 0.0, "no date to compare")


def compare_days(claim: ClaimRecord, other: ClaimRecord) -> Days:
    one, two = claim.date, other.date
    if one and two and one.is_dated and two.is_dated:
        if one.overlaps(two):
            exact = one.kind == two.kind == "day"
            return Days(
                "agree", SAME_DAY if exact else SAME_PERIOD, f"dates agree ({one} and {two})"
            )
        gap = _gap(one, two)
        relation = "near" if gap <= DISAGREEMENT_DAYS else "apart"
        return Days(relation, 0.0, f"dates {gap} days apart ({one} and {two})", gap)
    if one and two and _other_months(one, two):
        return Days("apart", 0.0, f"other months ({one} and {two})")
    # An undated claim speaks of the time its article appeared, more or less.
    one = one if one and one.is_dated else claim.published
    two = two if two and two.is_dated else other.published
    if one is two or one is None or two is None:
        return _NO_DATE
    return _told_apart(one.text, two.text)


# Articles of a few weeks appeared on few days, and each two claims of theirs are compared.
@lru_cache(maxsize=65536)
def _told_apart(first: str, second: str) -> Days:
    one, two = parse(first), parse(second)
    if one.is_dated and two.is_dated and not one.overlaps(two):
        gap = _gap(one, two)
        if gap > PUBLISHED_APART_DAYS:
            return Days("apart", 0.0, f"told {gap} days apart")
    return _NO_DATE


def _other_months(one: Edtf, two: Edtf) -> bool:
    """A month without a year that the other date does not touch."""
    yearless, other = sorted((one, two), key=lambda value: value.is_dated)
    month = yearless.text[5:7]
    if not yearless.text.startswith("XXXX-") or not month.isdigit():
        return False
    if not other.is_dated:
        return other.text.startswith("XXXX-") and other.text[5:7] not in ("", "XX", month)
    first, last = other.earliest, other.latest
    if first is None or last is None or (last - first).days > 300:
        return False
    months = {(first.month - 1 + i) % 12 + 1 for i in range((last - first).days // 28 + 1)}
    return int(month) not in months | {last.month}


def far_apart(one: Edtf, two: Edtf) -> bool:
    """Further than a disagreement between sources goes; False when either has no date."""
    dated = one.is_dated and two.is_dated
    return dated and not one.overlaps(two) and _gap(one, two) > DISAGREEMENT_DAYS


def days_between(one: Edtf | None, two: Edtf | None) -> int:
    """0 when they touch or either is unknown."""
    if one is None or two is None or not one.is_dated or not two.is_dated or one.overlaps(two):
        return 0
    return _gap(one, two)


def _gap(one: Edtf, two: Edtf) -> int:
    """Days between the nearest ends of two values that do not overlap."""
    first, second = one, two
    if (two.earliest or date.min) < (one.earliest or date.min):
        first, second = two, one
    return ((second.earliest or date.max) - (first.latest or date.min)).days
