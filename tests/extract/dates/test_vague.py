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
    ],
)
def test_vague_times_are_references_without_a_date(text: str, words: str, value: str) -> None:
    assert [(time.text, time.value, time.edtf) for time in times(text)] == [(words, value, None)]


def test_as_soon_as_is_no_time() -> None:
    assert times("They left as soon as it rang.") == ()
