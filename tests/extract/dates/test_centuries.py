import pytest

from tests.extract.dates.looking import times, values


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("It began in the early 1990s.", "the early 1990s", "199", "199X"),
        ("It began in the '90s.", "the '90s", "199", "199X"),
        ("It began in the nineties.", "the nineties", "199", "199X"),
        ("It began in the 2000s.", "the 2000s", "200", "200X"),
        ("It began in the 1800s.", "the 1800s", "18", "18XX"),
        ("It began in the 19th century.", "the 19th century", "18", "18XX"),
        ("It began in the 5th century BC.", "the 5th century BC", "BC04", None),
        ("It began in the 2nd century AD.", "the 2nd century AD", "01", "01XX"),
        (
            "It began in the first decade of the 20th century.",
            "the first decade of the 20th century",
            "190",
            "190X",
        ),
    ],
)
def test_decades_and_centuries(text: str, words: str, value: str, edtf: str | None) -> None:
    assert values(text) == [(words, value, edtf)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade grew in the 17th and 18th centuries.", ["16", "17"]),
        ("Trade grew in the late 16th and early 17th centuries.", ["15", "16"]),
        ("Trade grew in the 4th and 3rd centuries BC.", ["BC03", "BC02"]),
        ("Trade grew from the 12th to the 15th century.", ["11", "14"]),
    ],
)
def test_centuries_named_together_share_the_word_and_the_era(
    text: str, expected: list[str]
) -> None:
    assert [value for _, value, _ in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("It fell in the first half of the 17th century.", "16", "FIRST_HALF"),
        ("It fell in the second half of the 1930s.", "193", "SECOND_HALF"),
        ("It fell in the last quarter of the 19th century.", "18", "END"),
    ],
)
def test_a_half_of_many_years_is_a_modifier(text: str, value: str, mod: str) -> None:
    (found,) = times(text)
    assert (found.value, found.mod) == (value, mod)


@pytest.mark.parametrize("text", ["A man in his twenties fled.", "Two men in their 20s fled."])
def test_ages_are_no_decades(text: str) -> None:
    assert values(text) == []
