"""Figures out of many measurements."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that `part` (0 to 1) of them do not exceed. Raises ValueError for none."""
    if not values:
        raise ValueError("There is nothing to take a percentile of.")
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]


@dataclass(frozen=True, slots=True)
class Spread:
    """Of `n` measurements, in their unit."""

    n: int
    p50: float
    p95: float
    most: float


def spread(values: Sequence[float]) -> Spread:
    return Spread(len(values), percentile(values, 0.5), percentile(values, 0.95), max(values))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Rise of the straight line nearest to the points, a unit of x; 0 where x is all one."""
    if not points:
        return 0.0
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    wide = sum((x - middle_x) ** 2 for x, _ in points)
    if not wide:
        return 0.0
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / wide
