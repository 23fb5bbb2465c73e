"""The days of many claims as numbers, to tell at once which pairs lie too far apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline.edtf import Edtf
from timeline.link.days import DISAGREEMENT_DAYS, PUBLISHED_APART_DAYS
from timeline.link.records import ClaimRecord

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
# More days than any date lies from another.
_EVER = 1 << 23


class Spans:
    """First and last day of each claim's time, by number."""

    def __init__(self, dates: Sequence[Edtf | None]) -> None:
        """An end that is open or unknown reaches everywhere."""
        days = np.array([_days(date) for date in dates], np.int64).reshape(-1, 2)
        self._first, self._last = days[:, 0], days[:, 1]

    def gaps(self, one: int | Numbers, two: int | Numbers) -> Numbers:
        """Days between the nearest ends; none above 0 where they touch or are unknown."""
        after, before = self._first[two] - self._last[one], self._first[one] - self._last[two]
        return np.maximum(after, before)


def appeared(claims: Sequence[ClaimRecord]) -> Spans:
    """When the article of each claim appeared."""
    return Spans([claim.published for claim in claims])


class Calendar:
    """Claims by number. `dated`: which of them give a date of their own; `exact`: a day.

    What is asked of pairs takes a number or an array of numbers on either side. An undated
    claim tells of when its article appeared.
    """

    def __init__(self, claims: Sequence[ClaimRecord]) -> None:
        self.dated: Flags = np.array([_is_dated(claim.date) for claim in claims], bool)
        self.exact: Flags = np.array(
            [claim.date is not None and claim.date.kind == "day" for claim in claims], bool
        )
        self._spans = Spans(
            [claim.date if _is_dated(claim.date) else claim.published for claim in claims]
        )

    def gaps(self, one: int | Numbers, two: int | Numbers) -> Numbers:
        return self._spans.gaps(one, two)

    def apart(self, one: int | Numbers, two: int | Numbers) -> Flags:
        """Pairs that `compare_days` says to be apart, but for some that name months only."""
        both = self.dated[one] & self.dated[two]
        return self.gaps(one, two) > np.where(both, DISAGREEMENT_DAYS, PUBLISHED_APART_DAYS)


def _is_dated(date: Edtf | None) -> bool:
    return date is not None and date.is_dated


def _days(date: Edtf | None) -> tuple[int, int]:
    first = date.earliest.toordinal() if date and date.earliest else -_EVER
    return first, date.latest.toordinal() if date and date.latest else _EVER
