import pytest

from tests.extract.dates.looking import times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between December 1 and May 26 it grew.", ["2021-12-01", "2022-05-26"]),
        ("From November to March it grew.", ["2021-11", "2022-03"]),
        ("It rained from Monday to Friday.", ["2022-08-29", "2022-09-02"]),
        ("It rained from Friday to Sunday.", ["2022-09-02", "2022-09-04"]),
        ("It will rain from Friday to Sunday.", ["2022-09-09", "2022-09-11"]),
        ("It rained on Monday and Friday.", ["2022-09-05", "2022-09-02"]),
        (
            "He fought from 7 December until 8 January 1940.",
            ["1939-12-07", "1940-01-08"],
        ),
        ("He fought on 3 May, 5 May and 7 May 1954.", ["1954-05-03", "1954-05-05", "1954-05-07"]),
        ("He fought in March and again in June 1943.", ["2022-03", "1943-06"]),
        ("He fought between November and early March 1916.", ["1915-11", "1916-03"]),
        ("He fought in the summer and autumn of 1952.", ["1952-SU", "1952-FA"]),
        ("He fought between 11 November 1915 and 3 March 1916.", ["1915-11-11", "1916-03-03"]),
    ],
)
def test_dates_joined_to_a_later_one_go_with_its_year(text: str, expected: list[str]) -> None:
    assert [time.value for time in times(text)] == expected


def test_the_reason_says_that_the_end_decided() -> None:
    assert times("It rained from Monday to Friday.")[0].reason.endswith(
        "= 29 August 2022, before the end of the range"
    )


def test_the_reason_says_whose_year_was_taken() -> None:
    first, _ = times("He fought from 7 December until 8 January 1940.")
    assert first.reason == '"7 December" + the year of "8 January 1940" = Thu 7 Dec 1939'
