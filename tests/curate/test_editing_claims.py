"""Claims: a change is marked and reaches the event; quotes stay as they are."""

from collections.abc import Callable

from django.test import Client

from tests.curate.conftest import Rows
from tests.curate.forms import change_page, changelist, save, told
from timeline.ingest.verify import find_violations
from timeline.models import (
    Actor,
    Claim,
    Event,
    Mention,
    Storyline,
)


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
