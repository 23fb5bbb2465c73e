import pytest

from timeline.extract.dates.numbers import cardinal, duration, spelt_year
from timeline.extract.dates.tokens import tokenise
from timeline.records import Span


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2),
        ("twenty-one", 21),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("a couple of", 2),
        ("1,500", 1500),
        ("2.5", 2.5),
        ("several", None),
        ("a few", None),
        ("999,999", None),
    ],
)
def test_numbers_in_words_and_digits(words: str, number: float | None) -> None:
    assert cardinal(tokenise(words, Span(0, len(words)))) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-six", 1996),
        ("nineteen hundred five", 1905),
        ("twenty twenty-two", 2022),
        ("nineteen", None),
        ("thirty forty", None),
    ],
)
def test_years_as_they_are_spoken(words: str, year: int | None) -> None:
    assert spelt_year(tokenise(words, Span(0, len(words)))) == year


def test_a_duration_without_a_number_has_an_x() -> None:
    assert duration(None, "W") == "PXW"
    assert duration(3, "TH") == "PT3H"
