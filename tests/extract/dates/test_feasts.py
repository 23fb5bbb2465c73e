from datetime import date

import pytest

from tests.extract.dates.looking import values
from timeline.extract.dates.holidays import easter, holiday_in, orthodox_easter


@pytest.mark.parametrize(
    ("year", "day"),
    [(2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2022, date(2022, 4, 17))],
)
def test_easter_is_computed(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("year", "day"),
    [(2019, date(2019, 4, 28)), (2022, date(2022, 4, 24)), (2014, date(2014, 4, 20))],
)
def test_orthodox_easter_is_computed(year: int, day: date) -> None:
    assert orthodox_easter(year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2022, 11, 24)),
        ("memorial day", date(2022, 5, 30)),
        ("labor day", date(2022, 9, 5)),
        ("good friday", date(2022, 4, 15)),
        ("remembrance sunday", date(2022, 11, 13)),
    ],
)
def test_moving_holidays_have_their_day(name: str, day: date) -> None:
    assert holiday_in(name, 2022) == day


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The truce held on Christmas Day.", "Christmas Day", "2021-12-25"),
        ("The truce will end on New Year's Eve.", "New Year's Eve", "2022-12-31"),
        ("The truce held on Christmas Day 2014.", "Christmas Day 2014", "2014-12-25"),
        ("Shops closed on Good Friday.", "Good Friday", "2022-04-15"),
        ("Unions marched on May Day.", "May Day", "2022-05-01"),
        ("Families met last Thanksgiving.", "last Thanksgiving", "2021-11-25"),
    ],
)
def test_holidays_are_dated(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value, value)]


def test_without_a_year_only_a_fixed_holiday_keeps_its_day() -> None:
    assert values("It was signed on Christmas Eve.", None) == [
        ("Christmas Eve", "XXXX-12-24", "XXXX-12-24")
    ]
    assert values("It was signed on Good Friday.", None) == [("Good Friday", "XXXX-XX-XX", None)]


@pytest.mark.parametrize("text", ["Easter Island is far.", "A Christmas tree fell."])
def test_names_with_a_holiday_in_them_are_left(text: str) -> None:
    assert values(text) == []


def test_a_holiday_on_a_fixed_day_reaches_back_before_the_calendar_reform() -> None:
    assert values("He was crowned on Christmas Day 1130.")[0][1] == "1130-12-25"
