import pytest

from tests.extract.dates.looking import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Rebels took the port on 24 February 2019.", "24 February 2019", "2019-02-24"),
        ("Rebels took the port on Feb. 24, 2019.", "Feb. 24, 2019", "2019-02-24"),
        (
            "Signed on the 24th of February, 2019, it held.",
            "the 24th of February, 2019",
            "2019-02-24",
        ),
        ("Made this 24th day of February 2019.", "this 24th day of February 2019", "2019-02-24"),
        ("On Sunday, 24 February 2019 it rained.", "Sunday, 24 February 2019", "2019-02-24"),
        ("A filing of 2019-02-24 says so.", "2019-02-24", "2019-02-24"),
        ("A filing of 24/02/2019 says so.", "24/02/2019", "2019-02-24"),
    ],
)
def test_a_day_with_its_year_needs_no_publication_date(text: str, words: str, value: str) -> None:
    assert values(text, None) == [(words, value, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Voters rejected it on 12 June.", "12 June", "2022-06-12"),
        ("Voters will decide on 12 June.", "12 June", "2023-06-12"),
        ("The strike began on Sept. 1.", "Sept. 1", "2022-09-01"),
        ("The dividend is payable Oct. 15.", "Oct. 15", "2022-10-15"),
        ("He fled after the Sept. 11 terrorist attacks.", "Sept. 11", "2001-09-11"),
        ("The Jan. 6 committee sat.", "Jan. 6", "2022-01-06"),
        ("On February 26 this year he spoke.", "February 26 this year", "2022-02-26"),
        ("On 26 February last year he spoke.", "26 February last year", "2021-02-26"),
    ],
)
def test_a_day_without_a_year_takes_it_from_verb_and_publication(
    text: str, words: str, value: str
) -> None:
    assert values(text) == [(words, value, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On February 26 this year he spoke.", "XXXX-02-26"),
        ("Voters rejected it on 12 June.", "XXXX-06-12"),
    ],
)
def test_without_a_publication_date_the_year_stays_unknown(text: str, value: str) -> None:
    assert [found[1:] for found in values(text, None)] == [(value, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on February 24-26, 2019.", ["2019-02-24", "2019-02-26"]),
        ("They met on 17-18 Feb.", ["2022-02-17", "2022-02-18"]),
        ("They met from 3 to 7 March 2019.", ["2019-03-03", "2019-03-07"]),
        ("They waited from 28 May to 2 June 2019.", ["2019-05-28", "2019-06-02"]),
    ],
)
def test_both_ends_of_a_range_share_month_and_year(text: str, expected: list[str]) -> None:
    assert [value for _, value, _ in values(text)] == expected


def test_a_day_of_the_month_goes_with_the_month_named_before() -> None:
    found = values("It began on 3 May 2019; on the 7th, it ended.")
    assert found[-1] == ("the 7th", "2019-05-07", "2019-05-07")


def test_a_numeric_date_in_either_order_is_one_of_two_days() -> None:
    assert values("The log of 06/09/2022 is lost.") == [
        ("06/09/2022", "XXXX-XX-XX", "[2022-06-09,2022-09-06]")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March 20 people died.", ["2022-03"]),
        ("On May 3 and 20 people left.", ["2022-05-03"]),
        ("Version 1.2.2020.1 is out.", []),
        ("The Mohajer-6 March drone flew.", []),
        ("Go to the 24th floor.", []),
        ("They won 3-2.", []),
    ],
)
def test_numbers_that_count_or_name_are_no_days(text: str, expected: list[str]) -> None:
    assert [value for _, value, _ in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on the Fourth of July 2021.", "the Fourth of July 2021", "2021-07-04"),
        ("They met on the first of May.", "the first of May", "2022-05-01"),
        ("They met on 2021/07/04.", "2021/07/04", "2021-07-04"),
        ("They met after 9/11.", "9/11", "2001-09-11"),
    ],
)
def test_days_in_words_and_by_name(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value, value)]


@pytest.mark.parametrize(
    "text", ["It scored 7/10.", "Turn to 9/11/4.", "It ran from the 12th to no known end."]
)
def test_marks_and_shares_are_no_days(text: str) -> None:
    assert [words for words, _, _ in values(text)] in ([], ["the 12th"])


def test_a_century_of_a_range_is_no_day() -> None:
    assert [v for _, v, _ in values("It stood from the 12th to the 15th century.")] == ["11", "14"]


def test_a_day_of_the_month_may_open_its_clause() -> None:
    assert values("It fell in May 2009; on the 20th they won.")[-1][1] == "2009-05-20"
    assert [words for words, _, _ in values("He lived in May 2009 on the 20th floor.")] == [
        "May 2009"
    ]
