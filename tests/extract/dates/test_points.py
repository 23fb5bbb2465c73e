from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import parse
from timeline.extract.dates.points import point, shift

UNITS = [
    "day",
    "week",
    "weekend",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]


@pytest.mark.parametrize(
    ("unit", "timex", "edtf", "phrase"),
    [
        ("day", "2022-01-15", "2022-01-15", "Sat 15 Jan 2022"),
        ("week", "2022-W02", "2022-01-10/2022-01-16", "the week of Mon 10 Jan 2022"),
        ("weekend", "2022-W02-WE", "2022-01-15/2022-01-16", "the weekend of Sat 15 Jan 2022"),
        ("month", "2022-01", "2022-01", "January 2022"),
        ("season", "2021-WI", "2021-24", "winter 2021"),
        ("quarter", "2022-Q1", "2022-01/2022-03", "quarter 1 of 2022"),
        ("half", "2022-H1", "2022-01/2022-06", "half 1 of 2022"),
        ("year", "2022", "2022", "2022"),
        ("decade", "202", "202X", "2020s"),
        ("century", "20", "20XX", "2000 to 2099"),
    ],
)
def test_one_point_is_written_in_timex_edtf_and_words(
    unit: str, timex: str, edtf: str, phrase: str
) -> None:
    found = point(unit, date(2022, 1, 15))
    assert (found.timex(), found.edtf(), found.phrase()) == (timex, edtf, phrase)


@given(st.sampled_from(UNITS), st.dates(min_value=date(2, 1, 1), max_value=date(9990, 1, 1)))
def test_a_point_holds_its_day_and_its_edtf_has_the_same_bounds(unit: str, day: date) -> None:
    found = point(unit, day)
    value = parse(found.edtf())
    assert unit == "weekend" or found.start <= day <= found.end
    assert (value.earliest, value.latest) == (found.start, found.end)


@given(st.sampled_from(UNITS), st.dates(), st.integers(-100_000, 100_000))
def test_shifting_stays_in_the_calendar(unit: str, day: date, count: int) -> None:
    found = shift(day, unit, count)
    assert found is None or found.unit == unit
