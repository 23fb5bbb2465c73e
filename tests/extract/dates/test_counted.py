import pytest

from tests.extract.dates.looking import times, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy left two weeks ago.", "two weeks ago", "2022-W34"),
        ("The envoy left three days ago.", "three days ago", "2022-09-03"),
        ("The envoy left five years ago.", "five years ago", "2017"),
        ("The port closed half a century ago.", "half a century ago", "1972"),
    ],
)
def test_ago_counts_from_the_publication_date(text: str, words: str, value: str) -> None:
    assert [(found, timex) for found, timex, _ in values(text)] == [(words, value)]


def test_later_counts_from_the_date_named_before() -> None:
    found = values("They met on 3 May 2021 and signed two days later.")
    assert found[-1] == ("two days later", "2021-05-05", "2021-05-05")


def test_a_length_before_something_else_is_no_date() -> None:
    (time,) = times("It was signed two days before the vote.")
    assert time.edtf is None
