"""Events: a change is marked, and what follows from it is brought into step."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.curate.conftest import Rows
from tests.curate.forms import add, change_page, changelist, save, told
from timeline.ingest.refresh import refresh_events
from timeline.models import (
    Event,
    IngestFailure,
    MergeProposal,
    Storyline,
)


def test_a_new_title_is_marked_and_survives_a_refresh(curating: Client, rows: Rows) -> None:
    response = save(curating, rows.event, title="The river accord")
    assert response.status_code == 200
    rows.event.refresh_from_db()
    assert (rows.event.title, rows.event.curated_fields) == ("The river accord", ["title"])
    assert "the river accord" in rows.event.search_text
    assert '<span class="curated-mark">curated</span>' in response.content.decode()
    refresh_events([rows.event.pk])
    rows.event.refresh_from_db()
    assert rows.event.title == "The river accord"


def test_saving_without_a_change_marks_nothing(curating: Client, rows: Rows) -> None:
    for name in ("source", "article", "actor", "event", "claim"):
        row = getattr(rows, name)
        before = type(row).objects.filter(pk=row.pk).values().get()
        assert save(curating, row).status_code == 200
        assert type(row).objects.filter(pk=row.pk).values().get() == before, name


def test_a_new_date_moves_the_event_and_drops_the_machines_words(
    curating: Client, rows: Rows
) -> None:
    old_key = rows.event.sort_key
    save(curating, rows.event, date_edtf="2021-07-14")
    rows.event.refresh_from_db()
    assert rows.event.curated_fields == ["date_edtf"]
    assert rows.event.date_text == ""
    assert rows.event.date_reason == "set by a curator (before: 2021-07)"
    assert str(rows.event.earliest) == "2021-07-14"
    assert rows.event.sort_key > old_key


def test_a_reason_the_curator_writes_is_kept(curating: Client, rows: Rows) -> None:
    save(curating, rows.event, date_edtf="2021-07-14", date_reason="the treaty itself is dated")
    rows.event.refresh_from_db()
    assert rows.event.date_reason == "the treaty itself is dated"


@pytest.mark.parametrize("name", ["event", "claim"])
def test_a_date_that_is_none_is_answered_with_a_sentence(
    name: str, curating: Client, rows: Rows
) -> None:
    response = save(curating, getattr(rows, name), date_edtf="2021-13")
    assert "there is no month 13" in response.content.decode()
    assert getattr(rows, name).curated_fields == []


@pytest.mark.parametrize(
    ("type_", "mode", "sentence"),
    [
        ("CONSULT", "drone", "Talks has the modes visit, third-party, multilateral, phone."),
        ("AGREE", "visit", "Agreement has no modes."),
        ("", "visit", "A mode needs a type."),
    ],
)
def test_a_mode_is_one_of_its_types(
    type_: str, mode: str, sentence: str, curating: Client, rows: Rows
) -> None:
    assert sentence in save(curating, rows.event, type=type_, mode=mode).content.decode()


def test_type_and_mode_are_decided_together(curating: Client, rows: Rows) -> None:
    save(curating, rows.event, type="CONSULT", mode="phone")
    rows.event.refresh_from_db()
    assert (rows.event.type, rows.event.mode, rows.event.quad) == ("CONSULT", "phone", 1)
    assert rows.event.curated_fields == ["mode", "type"]
    save(curating, rows.event, type="PROTEST")
    rows.event.refresh_from_db()
    assert (rows.event.type, rows.event.mode) == ("PROTEST", "")


def test_actors_changed_in_the_table_are_decided(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2).actor
    last = rows.event.participations.count()
    table = {
        "participations-TOTAL_FORMS": str(last + 1),
        f"participations-{last}-actor": str(other.pk),
        f"participations-{last}-role": "recipient",
        "participations-0-DELETE": "on",
    }
    save(curating, rows.event, **table)
    rows.event.refresh_from_db()
    assert rows.event.curated_fields == ["actors"]
    assert {part.actor.name for part in rows.event.participations.all()} == {
        "Graustark 1",
        "Ruritania 2",
    }
    assert "ruritania 2" in rows.event.search_text


def test_the_same_actor_twice_is_answered_with_a_sentence(curating: Client, rows: Rows) -> None:
    last = rows.event.participations.count()
    table = {
        "participations-TOTAL_FORMS": str(last + 1),
        f"participations-{last}-actor": str(rows.actor.pk),
        f"participations-{last}-role": "actor",
    }
    response = save(curating, rows.event, **table)
    assert "Please correct the duplicate" in response.content.decode()


def test_what_is_given_back_is_worked_out_again(curating: Client, rows: Rows) -> None:
    title = rows.event.title
    save(curating, rows.event, title="The river accord", date_edtf="2020")
    save(curating, rows.event, release=["title"])
    rows.event.refresh_from_db()
    assert (rows.event.title, rows.event.curated_fields) == (title, ["date_edtf"])


def test_everything_is_given_back_from_the_list(curating: Client, rows: Rows) -> None:
    save(curating, rows.event, title="The river accord", date_edtf="2020")
    chosen = {"action": "release_all", "_selected_action": [rows.event.pk]}
    curating.post(changelist(Event), chosen)
    rows.event.refresh_from_db()
    assert (rows.event.curated_fields, rows.event.date_edtf) == ([], "2021-07")


def test_an_event_without_claims_cannot_be_given_back(curating: Client, rows: Rows) -> None:
    response = add(curating, Event, title="A meeting to come")
    assert "not on the timeline" in told(response)
    event = Event.objects.get(title="A meeting to come")
    assert event.curated_fields == ["title"]
    response = save(curating, event, release=["title"])
    assert "nothing to work it out from" in response.content.decode()
    chosen = {"action": "release_all", "_selected_action": [event.pk]}
    curating.post(changelist(Event), chosen)
    assert Event.objects.filter(pk=event.pk).exists()


def test_an_event_with_claims_is_not_deleted(curating: Client, rows: Rows) -> None:
    page = change_page(rows.event).replace("change/", "delete/")
    assert "protected" in curating.post(page, {"post": "yes"}).content.decode()
    assert Event.objects.filter(pk=rows.event.pk).exists()


def test_a_proposal_is_rejected_from_the_list(curating: Client, rows: Rows) -> None:
    chosen = {"action": "reject", "_selected_action": [rows.proposal.pk]}
    curating.post(changelist(MergeProposal), chosen)
    rows.proposal.refresh_from_db()
    assert rows.proposal.rejected
    save(curating, rows.proposal, score="9", reason="because")
    rows.proposal.refresh_from_db()
    assert (rows.proposal.score, rows.proposal.reason) == (0.4, "alike")


def test_events_are_marked_as_checked_from_the_list(curating: Client, rows: Rows) -> None:
    chosen = {"action": "mark_reviewed", "_selected_action": [rows.event.pk]}
    curating.post(changelist(Event), chosen)
    rows.event.refresh_from_db()
    assert (rows.event.reviewed, rows.event.curated_fields) == (True, [])


def test_a_failure_of_a_file_that_is_gone_is_deleted(curating: Client, rows: Rows) -> None:
    chosen = {"action": "delete_selected", "_selected_action": [rows.failure.pk], "post": "yes"}
    curating.post(changelist(IngestFailure), chosen)
    assert not IngestFailure.objects.exists()


def test_a_storyline_picks_events(curating: Client, rows: Rows) -> None:
    add(
        curating,
        Storyline,
        title="Treaties",
        slug="treaties",
        **{
            "entries-TOTAL_FORMS": "1",
            "entries-0-event": str(rows.event.pk),
            "entries-0-position": "1",
            "entries-0-note": "The first one",
        },
    )
    assert list(Storyline.objects.get(slug="treaties").picked.all()) == [rows.event]
