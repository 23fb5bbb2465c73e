"""A timeline as it was known on a day leaves out what came later, and says that it did."""

import pytest
from django.test import Client

from tests.browse import make
from tests.browse.test_pages import get, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def toll() -> None:
    """Two days give two numbers of dead; the second names the event."""
    early = make.article(
        make.source("Meridian Post"), "Four people died at the ferry.", published_edtf="2022-03-04"
    )
    late = make.article(
        make.source("Harbour Courier"),
        "Nine people died at the ferry on 3 March.",
        published_edtf="2022-03-08",
    )
    event = make.event("Nine people died at the ferry on 3 March", "2022-03-03")
    four = make.claim(event, early, early.text)
    nine = make.claim(event, late, late.text, date_edtf="2022-03-03", date_text="on 3 March")
    event.conflicts.create(
        kind="number",
        subject="people",
        values=[
            {"value": 4, "label": "four people", "claims": [four.pk]},
            {"value": 9, "label": "nine people", "claims": [nine.pk]},
        ],
    )
    make.settle(event)


def test_later_claims_are_left_out_and_counted(client: Client, toll: None) -> None:
    page = words(get(client, "/?known=5+March+2022"))
    assert "1 event, 1 claim, 1 article" in page
    assert "1 claim came later" in page
    assert "Four people died at the ferry" in page
    assert "Nine people" not in page
    assert "Sources disagree on a number" not in page
    assert "Undated, by publication" in page


def test_today_all_is_there(client: Client, toll: None) -> None:
    page = words(get(client, "/?known=2022-03-08"))
    assert "1 event, 2 claims, 2 articles" in page
    assert "came later" not in page
    assert "four people in 1 article, nine people in 1" in page


def test_an_article_without_a_date_was_out_by_no_day(client: Client, toll: None) -> None:
    undated = make.article(
        make.source("Leaflet"),
        "Rain fell on the ferry.",
        published_edtf="",
        published_basis="unknown",
    )
    event = make.event("Rain")
    make.claim(event, undated, undated.text)
    make.settle(event)
    page = words(get(client, "/?known=2030"))
    assert "Rain" not in page
    assert "1 claim came later or in articles of unknown date, with 1 more event" in page
