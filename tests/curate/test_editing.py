"""A change marks its field as curated, and what follows from it is brought into step."""

from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client

from tests.curate.conftest import Rows
from tests.curate.forms import add, change_page, changelist, save
from timeline.ingest.refresh import refresh_events
from timeline.ingest.verify import find_violations
from timeline.models import (
    Actor,
    Article,
    Citation,
    Claim,
    Event,
    IngestFailure,
    Mention,
    MergeProposal,
    Origin,
    Source,
    Storyline,
)


def told(response: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request)) or " ".join(
        str(message) for message in response.context["messages"]
    )


def errors(response: HttpResponse) -> str:
    return response.context["errors"].as_text() if response.context.get("errors") else ""


# --- events ------------------------------------------------------------------------


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


# --- claims ------------------------------------------------------------------------


def test_a_claims_standing_and_its_reason_are_decided(curating: Client, rows: Rows) -> None:
    save(curating, rows.claim, standing="confirmed")
    rows.claim.refresh_from_db()
    assert rows.claim.curated_fields == ["standing", "standing_reason"]
    assert rows.claim.standing_reason == "set by a curator (before: reported)"


def test_a_claims_new_date_reaches_its_event(curating: Client, rows: Rows) -> None:
    save(curating, rows.claim, date_edtf="2021-07-20")
    rows.event.refresh_from_db()
    assert (rows.event.date_edtf, rows.event.curated_fields) == ("2021-07-20", [])


def test_who_says_it_is_searched_for_under_the_new_name(curating: Client, rows: Rows) -> None:
    save(curating, rows.claim, attribution_text="the river board", attribution_actor=rows.actor.pk)
    rows.claim.refresh_from_db()
    rows.event.refresh_from_db()
    assert rows.claim.attribution_actor == rows.actor
    assert "the river board" in rows.event.search_text
    assert "attribution_actor" in rows.claim.curated_fields


def test_a_claim_moves_to_another_event(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2).event
    Storyline.objects.all().delete()
    response = save(curating, rows.claim, event=other.pk)
    rows.claim.refresh_from_db()
    other.refresh_from_db()
    assert (rows.claim.event, other.claim_count, other.article_count) == (other, 2, 2)
    assert rows.claim.curated_fields == ["event", "link_reason"]
    assert rows.claim.link_reason == f"set by a curator (before: “{rows.event.title}”)"
    assert not Event.objects.filter(pk=rows.event.pk).exists()
    assert "1 event without a claim left removed" in told(response)
    assert not list(find_violations())


def test_an_event_picked_for_a_storyline_stays_when_its_claim_moves(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    save(curating, rows.claim, event=more(2).event.pk)
    rows.event.refresh_from_db()
    assert (rows.event.claim_count, rows.event.entries.count()) == (0, 1)


def test_an_actor_named_is_found_in_the_passage(curating: Client, rows: Rows) -> None:
    officials = Actor.objects.create(key="board", name="Board", kind="organisation")
    officials.aliases.create(text="officials", kind="name")
    table = {
        "mentions-TOTAL_FORMS": "3",
        "mentions-2-actor": str(officials.pk),
        "mentions-2-role": "mentioned",
    }
    save(curating, rows.claim, **table)
    rows.claim.refresh_from_db()
    mention = Mention.objects.get(actor=officials)
    assert rows.article.text[mention.start : mention.end] == "officials"
    assert rows.claim.curated_fields == ["mentions"]
    assert rows.event.participations.filter(actor=officials).exists()


def test_a_quote_cannot_be_edited(curating: Client, rows: Rows) -> None:
    quote = rows.citation.quote
    save(curating, rows.claim, text="Another text", **{"citations-0-quote": "Nobody said this"})
    rows.citation.refresh_from_db()
    rows.claim.refresh_from_db()
    assert rows.citation.quote == quote
    assert rows.claim.text != "Another text"
    posted = {"quote": "Nobody said this", "start": 0, "end": 3}
    assert curating.post(change_page(rows.citation), posted).status_code == 403


def test_a_deleted_claim_leaves_its_event_in_step(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2)
    save(curating, rows.claim, event=other.event.pk)
    chosen = {"action": "delete_selected", "_selected_action": [rows.claim.pk], "post": "yes"}
    response = curating.post(changelist(Claim), chosen, follow=True)
    other.event.refresh_from_db()
    assert other.event.claim_count == 1
    assert "comes back when its article is read again" in told(response)


# --- articles, origins, sources ------------------------------------------------------


def test_what_is_known_of_an_article_is_decided(curating: Client, rows: Rows) -> None:
    other = Source.objects.create(slug="gazette", name="Gazette")
    address = "https://example.org/treaty"
    save(
        curating,
        rows.article,
        title="A treaty",
        source=other.pk,
        url=address,
        bylines="Ida Brandt\nOtto Falk\n",
    )
    article = Article.objects.get(pk=rows.article.pk)
    assert (article.source, article.url) == (other, address)
    assert article.bylines == ["Ida Brandt", "Otto Falk"]
    assert article.curated_fields == ["bylines", "source", "title", "url"]


def test_the_same_file_of_the_same_source_is_answered_with_a_sentence(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2).article
    Article.objects.filter(pk=other.pk).update(sha256=rows.article.sha256)
    response = save(curating, other, source=rows.source.pk)
    assert "has the very same file already" in response.content.decode()


def test_an_articles_text_is_only_shown(curating: Client, rows: Rows) -> None:
    save(curating, rows.article, text="Other words", sha256="0" * 64)
    rows.article.refresh_from_db()
    assert rows.article.text.startswith("Ruritania 1")
    assert rows.article.text in curating.get(change_page(rows.article)).content.decode()


def test_articles_of_one_origin_count_once(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2)
    save(curating, other.claim, event=rows.event.pk)
    rows.event.refresh_from_db()
    assert rows.event.origin_count == 2
    save(curating, other.article, origin=rows.origin.pk)
    rows.event.refresh_from_db()
    assert rows.event.origin_count == 1


def test_curators_do_not_delete_articles(curating: Client, rows: Rows) -> None:
    page = change_page(rows.article).replace("change/", "delete/")
    assert curating.post(page, {"post": "yes"}).status_code == 403


def test_an_article_goes_with_what_rests_on_it_alone(
    chief: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2)
    Citation.of(other.claim, rows.article, 0, 11).save()
    refresh_events([other.event.pk])
    page = change_page(rows.article).replace("change/", "delete/")
    assert "claims that rest on them alone" in chief.get(page).content.decode()
    assert chief.post(page, {"post": "yes"}).status_code == 302
    assert not Article.objects.filter(pk=rows.article.pk).exists()
    assert not Claim.objects.filter(pk=rows.claim.pk).exists()
    assert not Origin.objects.filter(pk=rows.origin.pk).exists()
    other.event.refresh_from_db()
    assert (other.event.claim_count, other.event.article_count) == (1, 1)


# --- actors --------------------------------------------------------------------------


def test_a_renamed_actor_is_found_under_its_new_name(curating: Client, rows: Rows) -> None:
    save(curating, rows.actor, name="Kingdom of Ruritania")
    rows.actor.refresh_from_db()
    rows.event.refresh_from_db()
    assert rows.actor.curated_fields == ["name"]
    assert "kingdom of ruritania" in rows.event.search_text


def test_aliases_are_decided_in_their_table(curating: Client, rows: Rows) -> None:
    save(curating, rows.actor, **{"aliases-0-text": "Streslau"})
    rows.actor.refresh_from_db()
    assert rows.actor.curated_fields == ["aliases"]
    assert [alias.text for alias in rows.actor.aliases.all()] == ["Streslau"]


def test_an_actor_belongs_to_nobody_below_it(curating: Client, rows: Rows) -> None:
    below = Actor.objects.get(belongs_to=rows.actor)
    response = save(curating, rows.actor, belongs_to=below.pk)
    assert "is this actor or belongs to it" in response.content.decode()
    response = save(curating, rows.actor, belongs_to=rows.actor.pk)
    assert "is this actor or belongs to it" in response.content.decode()


def test_an_actor_with_a_part_in_events_is_not_deleted(chief: Client, rows: Rows) -> None:
    page = change_page(rows.actor).replace("change/", "delete/")
    assert "protected" in chief.post(page, {"post": "yes"}).content.decode()
    assert Actor.objects.filter(pk=rows.actor.pk).exists()


# --- what waits ------------------------------------------------------------------------


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
