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
        ("They meet three times every month.", "three times every month", "P1M"),
        ("They work six days a week.", "six days a week", "P1W"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They meet on Sunday nights.", "Sunday nights", "XXXX-WXX-7TNI"),
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


@pytest.mark.parametrize("text", ["Its daily volume fell.", "A weekly paper closed."])
def test_a_kind_of_thing_is_no_set(text: str) -> None:
    assert times(text) == ()


def test_weekdays_joined_before_evenings_all_come_again() -> None:
    found = times("They meet on Monday and Tuesday evenings.")
    assert [time.value for time in found] == ["XXXX-WXX-1TEV", "XXXX-WXX-2TEV"]
