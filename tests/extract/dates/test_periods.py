import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        (
            "Sales rose in the third quarter of 2019.",
            "the third quarter of 2019",
            "2019-Q3",
            "2019-07/2019-09",
        ),
        ("Sales rose in Q3 2019.", "Q3 2019", "2019-Q3", "2019-07/2019-09"),
        ("Sales rose in the second quarter.", "the second quarter", "2022-Q2", "2022-04/2022-06"),
        ("Sales rose in the fourth quarter.", "the fourth quarter", "2021-Q4", "2021-10/2021-12"),
        ("Second-quarter sales rose.", "Second-quarter", "2022-Q2", "2022-04/2022-06"),
        ("Sales rose last quarter.", "last quarter", "2022-Q2", "2022-04/2022-06"),
        (
            "Sales rose in the first half of 2019.",
            "the first half of 2019",
            "2019-H1",
            "2019-01/2019-06",
        ),
        ("The deficit grew in fiscal 2019.", "fiscal 2019", "2019", "2019"),
        ("The deficit grew in FY2019.", "FY2019", "2019", "2019"),
        ("The deficit grew last fiscal year.", "last fiscal year", "2021", "2021"),
    ],
)
def test_quarters_halves_and_fiscal_years(text: str, words: str, value: str, edtf: str) -> None:
    assert values(text) == [(words, value, edtf)]


def test_a_year_ago_is_the_same_quarter_in_a_report_on_earnings() -> None:
    text = "Net income and sales rose in the second quarter of 2022, revenue less, from a year ago."
    assert values(text)[-1] == ("a year ago", "2021-Q2", "2021-04/2021-06")


@pytest.mark.parametrize(
    "text",
    [
        "A quarter of voters stayed home.",
        "The quarter-final was dull.",
        "The second half was dull.",
    ],
)
def test_fractions_and_games_are_no_quarters(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales fell in H1 2021.", "H1 2021", "2021-H1"),
        ("Sales fell in the last half of 2019.", "the last half of 2019", "2019-H2"),
        ("Sales fell in the final quarter of 2019.", "the final quarter of 2019", "2019-Q4"),
        (
            "Sales fell from the first quarter of 2021 in the same period a year earlier.",
            "the same period a year earlier",
            "2020-Q1",
        ),
        ("Sales fell in the fiscal year.", "the fiscal year", "2022"),
    ],
)
def test_parts_of_a_year_and_of_the_one_before(text: str, words: str, value: str) -> None:
    assert values(text)[-1][:2] == (words, value)


def test_the_full_year_is_that_of_the_quarter_reported() -> None:
    text = (
        "Net income and sales rose in the fourth quarter of 2021. For the full year, profit fell."
    )
    assert values(text)[-1][:2] == ("the full year", "2021")


def test_in_a_report_on_a_match_a_quarter_is_played() -> None:
    text = "The coach saw Lee, a quarterback, score; Lee scored again in the third quarter."
    assert values(text + " He scored twice.") == []
