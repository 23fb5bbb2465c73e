import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.make import claim
from timeline.link.summary import TITLE_LENGTH, event_date, event_title, event_type, shorten
from timeline.vocabulary import EventType, Standing


def test_the_most_exact_agreeing_date_is_the_events() -> None:
    date = event_date([claim("a", date="2022-07"), claim("b", date="2022-07-13", article=2)])
    assert date.value is not None
    assert date.value.text == "2022-07-13"


def test_dates_that_disagree_make_a_set_and_a_reason() -> None:
    date = event_date([claim("a", date="2022-02-26"), claim("b", date="2022-02-21", article=2)])
    assert date.value is not None
    assert date.value.text == "[2022-02-21,2022-02-26]"
    assert "disagree" in date.reason


def test_dates_too_many_for_a_set_are_told_from_the_first_to_the_last() -> None:
    days = [f"2023-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 25, 2)]
    claims = [claim("A drone fell.", date=day, article=n) for n, day in enumerate(days)]
    found = event_date([*claims, claim("A drone fell.", date="2023-05/..", article=99)])
    assert str(found.value) == "2023-01-01/.."
    assert "5 January 2023 in 1 article" in found.reason
    assert str(event_date(claims).value) == "[" + ",".join(days) + "]"
    more = [claim("A drone fell.", date=f"2023-04-{n + 1:02}", article=n) for n in range(9)]
    assert str(event_date([*claims, *more]).value) == "2023-01-01/2023-04-09"


def test_a_day_without_a_year_stays_without_a_year() -> None:
    date = event_date([claim("a", date="XXXX-02-24")])
    assert date.value is not None
    assert date.value.text == "XXXX-02-24"


def test_no_dated_claim_no_date() -> None:
    assert event_date([claim("a")]).value is None


def test_the_type_most_claims_have_wins() -> None:
    types = [EventType.AGREE, EventType.CONSULT, EventType.AGREE]
    assert event_type([claim("a", type=t, id=i) for i, t in enumerate(types)]) == EventType.AGREE


def test_the_type_of_a_headline_counts_only_where_no_sentence_has_one() -> None:
    headline = claim("Russia quits deal", type=EventType.RETREAT, heading=True)
    sentence = claim("Russia pulled out of the deal.", type=EventType.SANCTION, id=2)
    assert event_type([headline, sentence]) == EventType.SANCTION
    assert event_type([headline]) == EventType.RETREAT


def test_a_title_prefers_a_statement_that_names_its_subject() -> None:
    claims = [
        claim("It left the port of Odesa on Monday with its load of corn."),
        claim("The Razoni left the port of Odesa on Monday with 26,000 tonnes of corn."),
    ]
    assert event_title(claims).startswith("The Razoni")


def test_a_long_title_is_not_cut_where_its_point_is_still_to_come() -> None:
    text = (
        "The deputy minister of transport and harbours of the southern province said after "
        "talks with the owners of the ferries in the capital that no boat would sail this week"
    )
    assert not shorten(text).rstrip("…").endswith("said")


def test_a_title_prefers_what_is_reported_to_what_is_denied() -> None:
    claims = [
        claim("The summit planned for June will not take place.", standing=Standing.DENIED),
        claim("The two presidents met for the summit on the island of Sentosa in the afternoon."),
    ]
    assert event_title(claims).startswith("The two presidents")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the fleet sailed at dawn.", "The fleet sailed at dawn"),
        ("And the fleet sailed at dawn.", "The fleet sailed at dawn"),
        ("“We sailed at dawn,”", "We sailed at dawn"),
        (
            "The government of the island and the leaders of the strike signed an agreement on "
            "Wednesday to stop it for good, two long years after it began in the harbour.",
            "The government of the island and the leaders of the strike signed an agreement on "
            "Wednesday to stop it for good",
        ),
    ],
)
def test_a_title_is_a_line_not_a_sentence(text: str, title: str) -> None:
    assert shorten(text) == title


@given(st.text(max_size=400))
def test_a_title_is_never_longer_than_its_line(text: str) -> None:
    assert len(shorten(text)) <= TITLE_LENGTH + 2
