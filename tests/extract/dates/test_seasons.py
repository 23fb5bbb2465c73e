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
        ("It began in the early 1990s.", "the early 1990s", "199", "199X"),
        ("It began in the '90s.", "the '90s", "199", "199X"),
        ("It began in the nineties.", "the nineties", "199", "199X"),
        ("It began in the 2000s.", "the 2000s", "200", "200X"),
        ("It began in the 19th century.", "the 19th century", "18", "18XX"),
        ("Caesar died in 44 BC.", "44 BC", "BC0044", None),
        ("The city burned in AD 79.", "AD 79", "0079", "0079"),
    ],
)
def test_seasons_decades_and_centuries(text: str, words: str, value: str, edtf: str | None) -> None:
    assert values(text) == [(words, value, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "The fall of the city shocked all.",
        "Prices fall and rivers spring up.",
        "A man in his twenties fled.",
        "Two men in their 20s fled.",
        "The fall in prices hurt.",
    ],
)
def test_falls_and_ages_are_no_seasons_or_decades(text: str) -> None:
    assert values(text) == []
