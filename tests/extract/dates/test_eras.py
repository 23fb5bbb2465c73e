import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("Caesar died in 44 BC.", "44 BC", "BC0044", None),
        ("The city burned in AD 79.", "AD 79", "0079", "0079"),
        ("Rome fell in 476 AD.", "476 AD", "0476", "0476"),
        ("He was crowned in the year 800.", "the year 800", "0800", "0800"),
    ],
)
def test_years_of_an_era(text: str, words: str, value: str, edtf: str | None) -> None:
    assert values(text) == [(words, value, edtf)]


def test_among_years_before_christ_a_bare_number_is_one_more() -> None:
    text = "He won in 333 BC. In 330 he burned the palace; by 12 of them he was feared."
    assert [value for _, value, _ in values(text)] == ["BC0333", "BC0330"]


HISTORY = (
    "In 1054, 1061, 1071, 1086 and 1091 towns fell. The first came in 999 or 1017. "
    "In 320 cases nobody knows; 1040 men died."
)


def test_a_history_of_early_times_has_years_of_three_digits() -> None:
    found = values(HISTORY, "2015-05-01")
    assert [value for _, value, _ in found][-2:] == ["0999", "1017"]


def test_in_news_a_number_of_three_digits_is_no_year() -> None:
    assert values("The first came in 999 or so.") == []
