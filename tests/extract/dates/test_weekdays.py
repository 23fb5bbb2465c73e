import pytest

from tests.extract.dates.looking import times, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoys met on Monday.", "Monday", "2022-09-05"),
        ("The envoys met on Tuesday.", "Tuesday", "2022-09-06"),
        ("The envoys met on Wednesday.", "Wednesday", "2022-08-31"),
        ("The envoys will meet on Monday.", "Monday", "2022-09-12"),
        ("The envoys are due to meet Thursday.", "Thursday", "2022-09-08"),
        ("The envoys plan to meet on Thursday.", "Thursday", "2022-09-08"),
        ("The verdict is expected to be read on Friday.", "Friday", "2022-09-09"),
        ("The envoys met last Tuesday.", "last Tuesday", "2022-08-30"),
        ("The envoys meet next Thursday.", "next Thursday", "2022-09-08"),
        ("On Sunday, the envoys left.", "Sunday", "2022-09-04"),
        ("Friday's vote failed.", "Friday", "2022-09-02"),
        ("It happened late Friday.", "late Friday", "2022-09-02"),
    ],
)
def test_a_weekday_is_told_past_from_coming_by_the_verb(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value, value)]


def test_following_as_a_preposition_is_no_part_of_the_day() -> None:
    assert values("Following Monday's debate, he left.") == [("Monday", "2022-09-05", "2022-09-05")]


def test_a_part_of_the_day_makes_it_a_time() -> None:
    assert values("Shots were heard on Saturday night.") == [
        ("Saturday night", "2022-09-03TNI", "2022-09-03")
    ]


def test_the_reason_names_words_verb_and_publication() -> None:
    (found,) = times("The envoys met on Monday.")
    assert found.reason == '"on Monday" (past: "met") + published Tue 6 Sep 2022 = Mon 5 Sep 2022'


def test_an_interval_of_publication_leaves_the_weekday_open() -> None:
    assert values("The envoys met on Monday.", "2022-08-24/2022-12-31") == [
        ("Monday", "XXXX-WXX-1", None)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opened on the first Monday in October 2021.", None, "2021-10-04"),
        ("It opened on the last Friday of May.", None, "2022-05-27"),
        ("It will open on the second Tuesday of October.", None, "2022-10-11"),
        ("It fell on Friday, after a rise on the previous Friday.", "the previous Friday", None),
        ("He was to speak on Thursday.", "Thursday", "2022-09-08"),
        ("He was to blame on Thursday.", "Thursday", "2022-09-01"),
        ("It is due on Wednesday, or Thursday at the latest.", "Thursday", "2022-09-08"),
    ],
)
def test_weekdays_counted_within_a_month_or_from_another(
    text: str, words: str | None, value: str | None
) -> None:
    last = values(text)[-1]
    assert words is None or last[0] == words
    assert last[1] == (value or "2022-08-26")


@pytest.mark.parametrize(
    "text",
    ["The Sun said so.", "Friday Night Lights aired.", "The Sunday Times said so.", "Mon Dieu!"],
)
def test_names_are_no_weekdays(text: str) -> None:
    assert values(text) == []
