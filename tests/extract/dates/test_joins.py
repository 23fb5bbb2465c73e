import pytest

from tests.extract.dates.looking import values

ANCIENT = "In 499 BC the city revolted. In the spring of 498 BC it fell. By 493, peace came."


@pytest.mark.parametrize(
    ("words", "value"),
    [("499 BC", "BC0499"), ("the spring of 498 BC", "BC0498-SP"), ("493", "BC0493")],
)
def test_seasons_and_bare_years_go_with_the_years_before_christ(words: str, value: str) -> None:
    assert (words, value, None) in values(ANCIENT)


def test_a_bare_number_is_no_year_where_none_is_before_christ() -> None:
    assert values("By 493, votes were in.") == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on Monday night at 10 p.m.", "Monday night at 10 p.m.", "2022-09-05T22:00"),
        ("It fell at 10 p.m. on Monday.", "10 p.m. on Monday", "2022-09-05T22:00"),
        ("It fell at 10 p.m. Monday.", "10 p.m. Monday", "2022-09-05T22:00"),
        ("It fell on the morning of 5 September.", "the morning of 5 September", "2022-09-05TMO"),
        (
            "It fell in the early morning hours of 5 September.",
            "the early morning hours of 5 September",
            "2022-09-05TMO",
        ),
    ],
)
def test_an_hour_and_its_day_are_one(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value, "2022-09-05")]


def test_a_day_told_again_is_no_part_of_the_hour_before_it() -> None:
    assert [value for _, value, _ in values("It fell on Monday evening, two days later.")] == [
        "2022-09-05TEV",
        "2022-09-05",
    ]


def test_two_clocks_tell_the_hour_of_one_day() -> None:
    assert [v for _, v, _ in values("It struck at 14:46 (05:46 GMT) on 11 March 2011.")] == [
        "2011-03-11T14:46",
        "2011-03-11T05:46",
        "2011-03-11",
    ]
