import pytest

from tests.extract.dates.looking import times, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks ended yesterday.", "yesterday", "2022-09-05"),
        ("The talks end today.", "today", "2022-09-06"),
        ("The talks will end tomorrow.", "tomorrow", "2022-09-07"),
        ("Shells fell last night.", "last night", "2022-09-05TNI"),
        ("The council meets tonight.", "tonight", "2022-09-06TNI"),
        ("A truce began this morning.", "this morning", "2022-09-06TMO"),
    ],
)
def test_days_told_from_today_are_resolved(text: str, words: str, value: str) -> None:
    assert [(found, timex) for found, timex, _ in values(text)] == [(words, value)]


def test_a_paper_called_today_is_no_day() -> None:
    assert times("He told USA Today that the port was shut.") == ()


def test_without_a_publication_date_today_stays_unresolved() -> None:
    (time,) = times("The talks end today.", published=None)
    assert time.edtf is None
