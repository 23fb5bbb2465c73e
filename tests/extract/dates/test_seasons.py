import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("Talks failed in the spring of 2014.", "the spring of 2014", "2014-SP", "2014-21"),
        ("Talks failed last summer.", "last summer", "2021-SU", "2021-22"),
        ("Talks failed this summer.", "this summer", "2022-SU", "2022-22"),
        ("Schools will open in the fall.", "the fall", "2022-FA", "2022-23"),
        ("Many starved in the winter of 1946-47.", "the winter of 1946-47", "1946-WI", "1946-24"),
    ],
)
def test_seasons_with_a_year_and_without(
    text: str, words: str, value: str, edtf: str | None
) -> None:
    assert values(text) == [(words, value, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "The fall of the city shocked all.",
        "Prices fall and rivers spring up.",
        "The fall in prices hurt.",
        "The Winter War went on.",
        "The Prague Spring ended.",
    ],
)
def test_falls_and_names_are_no_seasons(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He won in June 1941 and lost the following spring.", "1942-SP"),
        ("He won in January 1941 and lost the following spring.", "1941-SP"),
        ("He won in 405 BC and lost the following spring.", "BC0404-SP"),
        ("He won in June 1941 and lost in the summer of the following year.", "1942-SU"),
    ],
)
def test_the_following_season_is_the_next_one_to_begin(text: str, value: str) -> None:
    assert values(text)[-1][1] == value
