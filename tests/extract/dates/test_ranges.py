import pytest

from tests.extract.dates.looking import times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between December 1 and May 26 it grew.", ["2021-12-01", "2022-05-26"]),
        ("From November to March it grew.", ["2021-11", "2022-03"]),
        ("It rained from Monday to Friday.", ["2022-08-29", "2022-09-02"]),
        ("It rained from Friday to Sunday.", ["2022-09-02", "2022-09-04"]),
        ("It will rain from Friday to Sunday.", ["2022-09-09", "2022-09-11"]),
        ("It rained on Monday and Friday.", ["2022-09-05", "2022-09-02"]),
    ],
)
def test_a_range_starts_before_it_ends(text: str, expected: list[str]) -> None:
    assert [time.value for time in times(text)] == expected


def test_the_reason_says_that_the_end_decided() -> None:
    assert times("It rained from Monday to Friday.")[0].reason.endswith(
        "= 29 August 2022, before the end of the range"
    )
