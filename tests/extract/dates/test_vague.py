import pytest

from tests.extract.dates.looking import times


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It is over now.", "now", "PRESENT_REF"),
        ("It is currently closed.", "currently", "PRESENT_REF"),
        ("Its current head left.", "current", "PRESENT_REF"),
        ("It recently closed.", "recently", "PAST_REF"),
        ("In the past it helped.", "the past", "PAST_REF"),
        ("It may help in the future.", "the future", "FUTURE_REF"),
        ("It will close soon.", "soon", "FUTURE_REF"),
        ("It closed long ago.", "long ago", "PAST_REF"),
        ("It closed some time ago.", "some time ago", "PAST_REF"),
        ("It is shut at present.", "present", "PRESENT_REF"),
        ("It is shut at the moment.", "the moment", "PRESENT_REF"),
        ("It stands to the present day.", "the present day", "PRESENT_REF"),
    ],
)
def test_vague_times_are_references_without_a_date(text: str, words: str, value: str) -> None:
    assert [(time.text, time.value, time.edtf) for time in times(text)] == [(words, value, None)]


def test_as_soon_as_is_no_time() -> None:
    assert times("They left as soon as it rang.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The previous owner left.",
        "The present king is old.",
        "Present company is fine.",
        "At the moment of truth he fled.",
        "He gave her a present.",
    ],
)
def test_what_describes_a_thing_is_no_time(text: str) -> None:
    assert times(text) == ()


def test_as_recently_as_leaves_the_date_alone() -> None:
    assert [time.text for time in times("It was open as recently as last month.")] == ["last month"]
