import pytest

from tests.extract.dates.looking import times, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge fell in May 2014.", "May 2014", "2014-05"),
        ("It closed at the end of March 2014.", "the end of March 2014", "2014-03"),
        ("It closed in mid-June 2014.", "mid-June 2014", "2014-06"),
    ],
)
def test_a_month_with_its_year_needs_no_publication_date(text: str, words: str, value: str) -> None:
    assert values(text, None) == [(words, value, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Exports fell in July.", "July", "2022-07"),
        ("Exports fell in November.", "November", "2021-11"),
        ("Exports will fall in November.", "November", "2022-11"),
        ("The talks resume in January.", "January", "2023-01"),
        ("It opened last July.", "last July", "2022-07"),
        ("It opened in July last year.", "July last year", "2021-07"),
        ("It happened in late August.", "late August", "2022-08"),
        ("It happened in mid-June.", "mid-June", "2022-06"),
    ],
)
def test_a_month_without_a_year_takes_it_from_verb_and_publication(
    text: str, words: str, value: str
) -> None:
    assert values(text) == [(words, value, value)]


def test_an_interval_of_publication_within_a_year_resolves_the_month() -> None:
    text = "Exports fell in July."
    assert values(text, "2022-08-24/2022-12-31") == [("July", "2022-07", "2022-07")]
    assert values(text, None) == [("July", "XXXX-07", "XXXX-07")]


def test_the_first_month_of_a_range_takes_the_year_of_the_last() -> None:
    found = values("From May to July 2019 they waited.")
    assert [value for _, value, _ in found] == ["2019-05", "2019-07"]


@pytest.mark.parametrize(
    "text",
    [
        "They may leave, and crowds march on.",
        "Theresa May resigned.",
        "Mrs. May resigned.",
        "The March for Peace was calm.",
        "April Smith and August Jones won.",
        "Jan Smith won at Mar Vista.",
    ],
)
def test_verbs_and_names_are_no_months(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        (
            "It fell in the last days of April 1945.",
            "the last days of April 1945",
            "1945-04",
            "END",
        ),
        ("It fell in the first week of May.", "the first week of May", "2022-05", "START"),
        ("It fell in the second week of May.", "the second week of May", "2022-05", "MID"),
        ("It fell in the final months of 1944.", "the final months of 1944", "1944", "END"),
        ("It fell in the early weeks of 1945.", "the early weeks of 1945", "1945", "START"),
        ("It fell at end-March.", "end-March", "2022-03", "END"),
    ],
)
def test_days_and_weeks_of_a_month_are_no_more_exact_than_the_month(
    text: str, words: str, value: str, mod: str
) -> None:
    (found,) = times(text)
    assert (found.text, found.value, found.edtf, found.mod) == (words, value, value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He won in March 1882 and died the following January.", "1883-01"),
        ("He won in March 1882 and died the following May.", "1882-05"),
        ("He won in March 1882 and died in May of the next year.", "1883-05"),
        ("He won in March 1882 and had fled in May of the previous year.", "1881-05"),
        ("He won in March 1882 and died that same May.", "1882-05"),
    ],
)
def test_a_month_told_from_the_date_named_before(text: str, value: str) -> None:
    assert times(text)[-1].value == value


def test_that_before_a_month_may_open_a_clause() -> None:
    assert values("He said that June was mild.")[0][0] == "June"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elections are due next year, by August.", ["2023", "2023-08"]),
        ("He fled in 2012, in March.", ["2012", "2012-03"]),
        ("He lost in 2008; prices that November doubled.", ["2008", "2008-11"]),
    ],
)
def test_a_month_beside_a_year_lies_in_it(text: str, expected: list[str]) -> None:
    assert [value for _, value, _ in values(text)] == expected
