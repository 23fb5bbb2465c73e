import pytest

from tests.extract.dates.looking import times


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They pray every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They march each July.", "each July", "XXXX-07"),
        ("They pay every two weeks.", "every two weeks", "P2W"),
        ("They meet twice a year.", "twice a year", "P1Y"),
        ("They meet daily.", "daily", "XXXX-XX-XX"),
        ("They meet annually.", "annually", "XXXX"),
        ("They meet on Fridays.", "Fridays", "XXXX-WXX-5"),
    ],
)
def test_what_comes_again_is_a_set_without_a_date(text: str, words: str, value: str) -> None:
    found = times(text)
    assert [(time.text, time.value, time.edtf, str(time.type)) for time in found] == [
        (words, value, None, "SET")
    ]


def test_a_newspaper_is_no_set() -> None:
    assert times("The Daily Mail said so.") == ()
