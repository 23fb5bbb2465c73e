import pytest

from timeline.edtf import parse
from timeline.extract.dates import Reference, choose_date, find_times
from timeline.records import ClaimDate, Span


def chosen(
    text: str, statement: str | None = None, published: str | None = "2022-09-06"
) -> ClaimDate | None:
    """The date of a claim that is the whole text; `statement`: the part that is said."""
    reference = Reference(parse(published) if published else None)
    claim = Span(0, len(text))
    times = find_times(text, [claim], reference)
    at = text.index(statement) if statement else 0
    part = Span(at, at + len(statement)) if statement else claim
    cue = Span(at - 5, at) if statement else None
    return choose_date(text, claim, part, times, cue, reference)


@pytest.mark.parametrize(
    ("text", "statement", "edtf"),
    [
        (
            "A minister said on Monday that the army had bought drones in August.",
            "the army had bought drones in August",
            "2022-08",
        ),
        (
            "A minister said on Monday that the army had bought drones in August.",
            None,
            "2022-08",
        ),
        (
            "A US official said on Monday that the move reflects a shortage.",
            "the move reflects a shortage",
            "2022-09-05",
        ),
        ("In May, two states vetoed the draft over missile tests this year.", None, "2022-05"),
        ("Inflation hit 9 percent in July, the highest since 1981.", None, "2022-07"),
        ("On his 2015 visit in mind, he flew to Minsk on Sunday.", None, "2022-09-04"),
        ("After the war began in February, the envoy left in June.", None, "2022-06"),
        ("The envoy left in June after the war began in February.", None, "2022-06"),
        ("The talks ran from 3 to 7 March 2021.", None, "2021-03-03/2021-03-07"),
        ("Exports fell between May and July.", None, "2022-05/2022-07"),
        ("He ruled in 2014-2018.", None, "2014/2018"),
        ("The states must send workers home by 2019.", None, "2019"),
        ("The council has approved 11 rounds since 2006.", None, "2006/.."),
        ("Exports rose 3 percent in July from a year earlier.", None, "2022-07"),
        ("Russia bought drones from Iran in August.", None, "2022-08"),
        ("They met for the first time in May.", None, "2022-05"),
        ("Output hit a record in July.", None, "2022-07"),
        ("A truce was struck after talks on Sunday.", None, "2022-09-04"),
        ("Shelling killed more than 20 in July.", None, "2022-07"),
        ("Police shot a man dead at noon on Sunday.", None, "2022-09-04"),
        ("The deal of 2015 collapsed in 2018.", None, "2018"),
        ("The firm, founded in 1998, cut 300 jobs in 2020.", None, "2020"),
        ("The president, who took office in 2019, met envoys on Monday.", None, "2022-09-05"),
        ("Police held 12 people on Friday after an attack last week.", None, "2022-09-02"),
        ("In March 2020 he was jailed for the 2018 bombing.", None, "2020-03"),
        ("Output fell to 3 percent in July, down from 5 percent in June.", None, "2022-07"),
        ("The army took the port on Sunday, officials said Monday.", None, "2022-09-04"),
        ("The army will take part in drills from 3 to 7 October.", None, "2022-10-03/2022-10-07"),
    ],
)
def test_the_date_of_the_event_is_chosen(text: str, statement: str | None, edtf: str) -> None:
    found = chosen(text, statement)
    assert found is not None
    assert found.edtf == edtf
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador recently met envoys.",
        "The war has lasted more than six months.",
        "They pray every Monday.",
        "Inflation is the highest since 1981.",
        "Exports are larger than in 2019.",
        "Exports grew compared with 5 percent in June.",
        "Prices have doubled after Russia invaded Ukraine in February.",
        "Nothing is known.",
    ],
)
def test_lengths_vague_times_and_other_events_date_nothing(text: str) -> None:
    assert chosen(text) is None


def test_an_unresolved_weekday_dates_nothing() -> None:
    assert chosen("The envoys met on Monday.", published=None) is None


def test_a_month_without_a_year_stays_so() -> None:
    found = chosen("The envoys met in July.", published=None)
    assert found is not None
    assert found.edtf == "XXXX-07"


def test_the_reason_tells_what_it_was_chosen_over() -> None:
    found = chosen("A minister said on Monday that the army had bought drones in August.")
    assert found is not None
    assert '"in August"' in found.reason
    assert 'chosen over "Monday" (when it was said)' in found.reason


def test_a_range_is_explained_as_a_whole() -> None:
    found = chosen("The army took part in drills from 3 to 7 March.")
    assert found is not None
    assert found.reason == (
        '"3 to 7 March" + published Tue 6 Sep 2022 = 3 March 2022 to 7 March 2022'
    )


def test_a_deadline_is_called_one() -> None:
    found = chosen("The states must send workers home by 2019.")
    assert found is not None
    assert found.reason.endswith("(deadline)")
