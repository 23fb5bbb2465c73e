"""The columns that follow from the date, and the order of the timeline."""

from datetime import date

import pytest

from timeline.models import Article, Claim, Event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-05-05", date(2021, 5, 5), date(2021, 5, 5)),
        ("2021-05", date(2021, 5, 1), date(2021, 5, 31)),
        ("2021-05/..", date(2021, 5, 1), None),
        ("/2021-05", None, date(2021, 5, 31)),
        ("[2021-05-05,2021-05-09]", date(2021, 5, 5), date(2021, 5, 9)),
        ("XXXX-05-05", None, None),
        ("", None, None),
    ],
)
def test_days_follow_from_the_date(
    text: str, earliest: date | None, latest: date | None, article: Article
) -> None:
    event = Event.objects.create(title="Treaty", date_edtf=text)
    claim = Claim.objects.create(event=event, text="Treaty", date_edtf=text)
    article.published_edtf = text
    article.save()
    for row in (event, claim, article):
        row.refresh_from_db()
    assert (event.earliest, event.latest) == (earliest, latest)
    assert (claim.earliest, claim.latest) == (earliest, latest)
    assert (article.published_earliest, article.published_latest) == (earliest, latest)


def test_days_follow_when_the_date_changes() -> None:
    event = Event.objects.create(title="Treaty", date_edtf="2021-05-05")
    before = event.sort_key
    event.date_edtf = "2021-06"
    event.save()
    event.refresh_from_db()
    assert event.earliest == date(2021, 6, 1)
    assert event.sort_key > before


def test_the_timeline_runs_from_new_to_old_with_the_undated_last() -> None:
    rows = [
        ("old", "1999", None),
        ("undated, reported late", "XXXX-02-24", date(2024, 1, 1)),
        ("new", "2023-02-01", None),
        ("undated, reported early", "", date(2020, 1, 1)),
        ("until 2001", "../2001", None),
        ("undated, never reported", "", None),
        ("middle", "2010-05/2024", None),
    ]
    for title, text, reported in rows:
        Event.objects.create(title=title, date_edtf=text, reported=reported)
    assert [event.title for event in Event.objects.all()] == [
        "new",
        "middle",
        "until 2001",
        "old",
        "undated, reported late",
        "undated, reported early",
        "undated, never reported",
    ]


def test_events_of_one_day_keep_the_order_they_came_in() -> None:
    first = Event.objects.create(title="first", date_edtf="2021-05-05")
    second = Event.objects.create(title="second", date_edtf="2021-05-05")
    assert first.sort_key < second.sort_key
    first.save()
    assert list(Event.objects.order_by("sort_key")) == [first, second]


def test_a_type_brings_its_quad_class_and_drops_a_mode_that_is_not_its_own() -> None:
    event = Event.objects.create(title="Talks", type="CONSULT", mode="visit")
    assert (event.quad, event.mode) == (1, "visit")
    event.type = "ASSAULT"
    event.save()
    assert (event.quad, event.mode) == (4, "")
    event.type = ""
    event.save()
    assert event.quad is None


def test_what_a_curator_decided_is_left_alone() -> None:
    event = Event.objects.create(title="Treaty", date_edtf="2021-05")
    event.title = "River treaty"
    event.mark_curated(["title"])
    assert event.propose(title="Treaty signed", date_edtf="2021-05-05") == ["date_edtf"]
    assert (event.title, event.date_edtf) == ("River treaty", "2021-05-05")
    assert event.propose(date_edtf="2021-05-05") == []
