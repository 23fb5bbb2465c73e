"""Percentiles and slopes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.bench.figures import percentile, slope, spread
from timeline.bench.words import number


@pytest.mark.parametrize(
    ("values", "part", "expected"),
    [
        ([7.0], 0.5, 7.0),
        ([7.0], 0.95, 7.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([4.0, 1.0, 2.0, 3.0], 0.5, 2.0),
        (list(range(1, 101)), 0.95, 95),
        (list(range(1, 21)), 0.95, 19),
        ([1.0, 2.0, 3.0], 1, 3.0),
        ([1.0, 2.0, 3.0], 0, 1.0),
    ],
)
def test_a_percentile_is_a_measured_value(
    values: list[float], part: float, expected: float
) -> None:
    assert percentile(values, part) == expected


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


@given(st.lists(st.floats(0, 1e9), min_size=1), st.floats(0, 1))
def test_at_least_that_part_of_the_values_is_no_greater(values: list[float], part: float) -> None:
    found = percentile(values, part)
    assert found in values
    assert sum(value <= found for value in values) >= part * len(values) - 1e-9


def test_a_spread_says_how_many_and_how_far() -> None:
    found = spread([3.0, 1.0, 2.0])
    assert (found.n, found.p50, found.p95, found.most) == (3, 2.0, 3.0, 3.0)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([], 0),
        ([(5, 1)], 0),
        ([(1, 2), (1, 8)], 0),
        ([(0, 1), (1, 3), (2, 5)], 2),
        ([(0, 5), (10, 5)], 0),
        ([(0, 4), (1, 0), (2, 4), (3, 0)], -0.8),
    ],
)
def test_the_slope_is_that_of_the_nearest_line(
    points: list[tuple[float, float]], expected: float
) -> None:
    assert slope(points) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        (0, "0"),
        (0.01234, "0.0123"),
        (3.14159, "3.14"),
        (99.94, "99.9"),
        (99.96, "100"),
        (12_345.6, "12,346"),
    ],
)
def test_figures_are_written_to_three_places(value: float | None, expected: str) -> None:
    assert number(value) == expected
