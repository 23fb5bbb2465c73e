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
        ("On Sunday, 24 February 2019 it rained.", "Sunday, 24 February 2019", "2019-02-24"),
        ("A filing of 2019-02-24 says so.", "2019-02-24", "2019-02-24"),
        ("A filing of 24/02/2019 says so.", "24/02/2019", "2019-02-24"),
        ("The bridge fell in May 2014.", "May 2014", "2014-05"),
        ("It closed at the end of March 2014.", "the end of March 2014", "2014-03"),
        ("The bank failed in 2008.", "2008", "2008"),
        ("The bank failed in late 2008.", "late 2008", "2008"),
        ("A child of the year 2000, she votes.", "the year 2000", "2000"),
        (
            "A bomb in January nineteen ninety-six hurt two.",
            "January nineteen ninety-six",
            "1996-01",
        ),
    ],
)
def test_a_date_with_its_year_needs_no_publication_date(text: str, words: str, value: str) -> None:
    assert values(text, None) == [(words, value, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Voters rejected it on 12 June.", "12 June", "2022-06-12"),
        ("Voters will decide on 12 June.", "12 June", "2023-06-12"),
        ("The strike began on Sept. 1.", "Sept. 1", "2022-09-01"),
        ("The dividend is payable Oct. 15.", "Oct. 15", "2022-10-15"),
        ("Exports fell in July.", "July", "2022-07"),
        ("Exports fell in November.", "November", "2021-11"),
        ("Exports will fall in November.", "November", "2022-11"),
        ("The talks resume in January.", "January", "2023-01"),
        ("It opened last July.", "last July", "2022-07"),
        ("It opened in July last year.", "July last year", "2021-07"),
        ("On February 26 this year he spoke.", "February 26 this year", "2022-02-26"),
        ("It happened in late August.", "late August", "2022-08"),
        ("It happened in mid-June.", "mid-June", "2022-06"),
    ],
)
def test_a_date_without_a_year_takes_it_from_verb_and_publication(
    text: str, words: str, value: str
) -> None:
    assert values(text) == [(words, value, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On February 26 this year he spoke.", "XXXX-02-26"),
        ("Exports fell in July.", "XXXX-07"),
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
        ("He ruled from 1994 to 2004.", ["1994", "2004"]),
        ("He ruled in 2014-2018.", ["2014", "2018"]),
        ("He ruled in 2014–18.", ["2014", "2018"]),
        ("From May to July 2019 they waited.", ["2019-05", "2019-07"]),
        ("They waited from 28 May to 2 June 2019.", ["2019-05-28", "2019-06-02"]),
    ],
)
def test_both_ends_of_a_range_share_month_and_year(text: str, expected: list[str]) -> None:
    assert [value for _, value, _ in values(text)] == expected


def test_since_leaves_the_end_open() -> None:
    assert values("The base has stood since 2006.") == [("2006", "2006", "2006/..")]


def test_a_numeric_date_in_either_order_is_one_of_two_days() -> None:
    assert values("The log of 06/09/2022 is lost.") == [
        ("06/09/2022", "XXXX-XX-XX", "[2022-06-09,2022-09-06]")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They may leave, and crowds march on.",
        "Theresa May resigned.",
        "Mrs. May resigned.",
        "The March for Peace was calm.",
        "April Smith and August Jones won.",
        "Resolution 2231 was adopted.",
        "Flight MH17 and a Boeing 1999 crashed.",
        "The Mohajer-6 drone flew.",
        "Some 2,000 troops arrived.",
        "Police arrested 1984 people.",
        "Call 555-0199 or 202-456-1414.",
        "It cost $1990 or 1999 euros and rose 20%.",
        "They won 3-2.",
        "Version 1.2.2020.1 is out.",
    ],
)
def test_numbers_and_names_that_are_no_date_are_left(text: str) -> None:
    assert values(text) == []


def test_a_number_of_people_after_a_month_is_no_day() -> None:
    assert values("In March 20 people died.") == [("March", "2022-03", "2022-03")]
