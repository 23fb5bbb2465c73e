import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The plane left at 10 p.m.", "10 p.m.", "2022-09-06T22:00"),
        ("The plane left at 10:15 GMT.", "10:15 GMT", "2022-09-06T10:15"),
        ("The plane left at 0600 GMT.", "0600 GMT", "2022-09-06T06:00"),
        ("The plane left at 9:30am.", "9:30am", "2022-09-06T09:30"),
        (
            "The plane left at six o'clock in the evening.",
            "six o'clock in the evening",
            "2022-09-06T18:00",
        ),
        ("The plane left at noon.", "noon", "2022-09-06T12:00"),
        ("The plane left at noon on Monday.", "noon on Monday", "2022-09-05T12:00"),
        ("The plane left on Monday at 7 p.m.", "Monday at 7 p.m.", "2022-09-05T19:00"),
        (
            "It struck at 4:17 a.m. local time Monday.",
            "4:17 a.m. local time Monday",
            "2022-09-05T04:17",
        ),
        ("It struck on the night of 3 May 2019.", "the night of 3 May 2019", "2019-05-03TNI"),
        ("It struck in the early hours of Sunday.", "the early hours of Sunday", "2022-09-04TMO"),
    ],
)
def test_times_of_day_go_with_their_day(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value, value[:10])]


@pytest.mark.parametrize(
    "text", ["They won 2:1.", "Luke 10:15 says so.", "A ratio of 12:30 is odd."]
)
def test_scores_and_verses_are_no_times(text: str) -> None:
    assert values(text) == []


def test_hours_of_four_digits_need_a_preposition_of_time() -> None:
    assert values("It began at 0400 hours on 9 June 2021.")[0][1] == "2021-06-09T04:00"
    assert values("It ended after 2000 hours of work.")[0][1] == "PT2000H"
