import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("He left today.", "today", "2022-09-06", "2022-09-06"),
        ("He left yesterday.", "yesterday", "2022-09-05", "2022-09-05"),
        ("He leaves tomorrow.", "tomorrow", "2022-09-07", "2022-09-07"),
        (
            "He left the day before yesterday.",
            "the day before yesterday",
            "2022-09-04",
            "2022-09-04",
        ),
        ("He left yesterday morning.", "yesterday morning", "2022-09-05TMO", "2022-09-05"),
        ("He left last night.", "last night", "2022-09-05TNI", "2022-09-05"),
        ("He left overnight.", "overnight", "2022-09-05TNI", "2022-09-05"),
        ("He will leave overnight.", "overnight", "2022-09-06TNI", "2022-09-06"),
        ("He leaves tonight.", "tonight", "2022-09-06TNI", "2022-09-06"),
        ("He left last week.", "last week", "2022-W35", "2022-08-29/2022-09-04"),
        ("He left last month.", "last month", "2022-08", "2022-08"),
        ("He left this year.", "this year", "2022", "2022"),
        ("He leaves early next year.", "early next year", "2023", "2023"),
        ("He left a year ago.", "a year ago", "2021", "2021"),
        ("He left half a century ago.", "half a century ago", "1972", "1972"),
        ("He left two and a half centuries ago.", "two and a half centuries ago", "1772", "1772~"),
        ("He leaves a week from today.", "a week from today", "2022-09-13", "2022-09-13"),
        ("He left about ten years ago.", "about ten years ago", "2012", "2012~"),
        ("He left two weeks ago.", "two weeks ago", "2022-W34", "2022-08-22/2022-08-28"),
        ("He left 10 days ago.", "10 days ago", "2022-08-27", "2022-08-27"),
        ("He left a couple of months ago.", "a couple of months ago", "2022-07", "2022-07"),
        ("He left several years ago.", "several years ago", "PAST_REF", None),
        ("He leaves five years from now.", "five years from now", "2027", "2027"),
        ("He left over the weekend.", "the weekend", "2022-W35-WE", "2022-09-03/2022-09-04"),
    ],
)
def test_times_told_from_the_day_of_publication(
    text: str, words: str, value: str, edtf: str | None
) -> None:
    assert values(text) == [(words, value, edtf)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "On 3 May 2019 he fell ill; the following day he died.",
            "the following day",
            "2019-05-04",
        ),
        ("On 3 May 2019 he fell ill; two days later he died.", "two days later", "2019-05-05"),
        ("On 3 May 2019 he fell ill; the same day he died.", "the same day", "2019-05-03"),
        ("He won in June 2019 and was ousted that year.", "that year", "2019"),
        ("He won in June 2019 and left the next month.", "the next month", "2019-07"),
        ("He won in 2019 and lost two years later.", "two years later", "2021"),
        (
            "On 3 May 2019 he fled; he had been warned the day before.",
            "the day before",
            "2019-05-02",
        ),
    ],
)
def test_times_told_from_the_date_named_before(text: str, words: str, value: str) -> None:
    assert values(text)[-1] == (words, value, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 3 May 2019 he fell ill; the next morning he died.", "the next morning", "-05-04TMO"),
        ("On 3 May 2019 he died; he had sung the night before.", "the night before", "-05-02TNI"),
        ("On 3 May 2019 he fell ill; by evening he was dead.", "evening", "-05-03TEV"),
        ("On 3 May 2019 he fell ill; that same night he died.", "that same night", "-05-03TNI"),
    ],
)
def test_parts_of_a_day_go_with_the_day_named_before(text: str, words: str, value: str) -> None:
    assert values(text)[-1][:2] == (words, "2019" + value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("War came in 1941. In 1944, three years later, it ended.", "1944"),
        ("He signed on 2 May 2019. In October 2019, five months later, he quit.", "2019-10"),
        ("He signed on 2 May 2019 and on 9 May 2019, a week later, he quit.", "2019-W19"),
    ],
)
def test_a_date_told_twice_stays_one_date(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_no_part_of_a_day_is_made_from_a_year() -> None:
    assert values("He won in 2019; that night he fled.")[-1] == (
        "that night",
        "XXXX-XX-XXTNI",
        None,
    )


def test_no_day_is_made_from_a_year() -> None:
    assert values("He won in 2019; the next day he fled.")[-1] == (
        "the next day",
        "XXXX-XX-XX",
        None,
    )


def test_an_inferred_year_resolves_this_year_but_not_today() -> None:
    text = "He left this year, not today."
    assert values(text, "2022-03-01/2022-12-31") == [
        ("this year", "2022", "2022"),
        ("today", "XXXX-XX-XX", None),
    ]


@pytest.mark.parametrize(
    "text", ["USA Today reports.", "ABC's This Week aired.", "It will last.", "Next of kin wept."]
)
def test_titles_and_verbs_are_no_times(text: str) -> None:
    assert values(text) == []
