"""How the events of the index spread over time, worked out without going through each month."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from timeline.browse.index.arrays import NO_MONTH
from timeline.browse.index.families import Array

_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_QUADS = 8


@dataclass(frozen=True, slots=True)
class MonthTable:
    """An `axis.Spread`. Rows of first and last month (NO_MONTH for an open end), quad class and
    number of events, as `counts.months_of` gives them."""

    rows: Array

    def total(self) -> int:
        return int(self.rows[:, 3].sum())

    def first_months(self) -> Counter[str]:
        first, last, _, n = self.rows.T
        month = np.where(first != NO_MONTH, first, last)
        return Counter(
            {
                "" if month == NO_MONTH else _period(month, "month"): n
                for month, n in _summed(month, n)
            }
        )

    def months(self) -> Counter[str]:
        first, last, _, n = self.rows.T
        known = (first != NO_MONTH) & (last != NO_MONTH) & (first // 12 == last // 12)
        if known.any():
            summed = _summed(first[known], n[known])
            return Counter({_period(month, "month"): n for month, n in summed})
        months = self.first_months()
        months.pop("", None)
        return months

    def by_period(self, unit: str) -> tuple[dict[str, Counter[int]], int]:
        first, last, quad, n = self.rows.T
        length = _MONTHS_IN[unit]
        period = first // length
        exact = (first != NO_MONTH) & (last != NO_MONTH) & (period == last // length)
        dated = (first != NO_MONTH) | (last != NO_MONTH)
        heaps: dict[str, Counter[int]] = {}
        for packed, number in _summed((period * _QUADS + quad)[exact], n[exact]):
            heap = heaps.setdefault(_period(packed // _QUADS, unit), Counter())
            heap[packed % _QUADS] = number
        return heaps, int(n[dated & ~exact].sum())


def grouped(table: MonthTable, group: int) -> MonthTable:
    """With another number in the place of the quad class."""
    rows = table.rows.copy()
    rows[:, 2] = group
    return MonthTable(rows)


def _summed(keys: Array, numbers: Array) -> list[tuple[int, int]]:
    """The sum of the numbers of each key, keys ascending."""
    if not len(keys):
        return []
    low = int(keys.min())
    sums = np.bincount(keys - low, weights=numbers).astype(np.int64)
    some = np.flatnonzero(sums)
    return list(zip((some + low).tolist(), sums[some].tolist(), strict=True))


@lru_cache(20_000)
def _period(number: int, unit: str) -> str:
    """As `periods.period_of` names it."""
    if unit == "month":
        return f"{number // 12:04}-{number % 12 + 1:02}"
    return f"{number:04}" if unit == "year" else f"{number:03}X"
