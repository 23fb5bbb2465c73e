import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("The bank failed in 2008.", "2008", "2008", "2008"),
        ("The bank failed in late 2008.", "late 2008", "2008", "2008"),
        ("A child of the year 2000, she votes.", "the year 2000", "2000", "2000"),
        ("The bank failed in '97.", "'97", "1997", "1997"),
        ("The town grew around 1750.", "around 1750", "1750", "1750~"),
        (
            "A bomb in January nineteen ninety-six hurt two.",
            "January nineteen ninety-six",
            "1996-01",
            "1996-01",
        ),
    ],
)
def test_years_in_digits_and_words(text: str, words: str, value: str, edtf: str) -> None:
    assert values(text, None) == [(words, value, edtf)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He ruled from 1994 to 2004.", ["1994", "2004"]),
        ("He ruled in 2014-2018.", ["2014", "2018"]),
        ("He ruled in 2014–18.", ["2014", "2018"]),
    ],
)
def test_both_ends_of_a_range_are_found(text: str, expected: list[str]) -> None:
    assert [value for _, value, _ in values(text)] == expected


def test_since_leaves_the_end_open() -> None:
    assert values("The base has stood since 2006.") == [("2006", "2006", "2006/..")]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2231 was adopted.",
        "Flight MH17 and a Boeing 1999 crashed.",
        "Some 2,000 troops arrived.",
        "Police arrested 1984 people.",
        "Call 555-0199 or 202-456-1414 or 2012-555-1999.",
        "It cost $1990 or rose 20%.",
        "See Article 1950.",
    ],
)
def test_quantities_and_numbered_things_are_no_years(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began in about 1490 there.", ["about 1490"]),
        ("He was born c. 1643 there.", ["c. 1643"]),
        ("About 1500 were killed.", []),
        ("More than 1500 fled.", []),
        ("He ran the 1500 metres.", []),
    ],
)
def test_about_opens_a_year_only_after_a_preposition(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in values(text)] == expected
