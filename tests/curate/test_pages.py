"""Every table has its pages: they answer, search, filter, and ask few queries."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.curate.conftest import Rows
from tests.curate.forms import change_page, changelist
from timeline.models import (
    Actor,
    Alias,
    Article,
    Claim,
    Event,
    EventTerm,
    EventVersion,
    IndexPart,
    IndexSnapshot,
    MergeProposal,
    OpenStamp,
    Origin,
    Source,
    Storyline,
    StorylineEvent,
    SubjectVersion,
    SuggestionPassage,
)

# Kept in tables on the page of what they belong to.
INLINE_ONLY = {Alias, StorylineEvent, SuggestionPassage}
# Written by triggers, or bytes: they tell a curator nothing.
OF_THE_MACHINE = {EventVersion, SubjectVersion, OpenStamp, IndexSnapshot, IndexPart}
REGISTERED = [model for model in admin.site._registry if model._meta.app_label == "timeline"]
ADDED = [Source, Origin, Actor, Event, Storyline]

models = pytest.mark.parametrize("model", REGISTERED, ids=lambda m: m.__name__)


def test_every_model_is_in_the_admin() -> None:
    ours = {
        model for model in apps.get_app_config("timeline").get_models() if not model._meta.proxy
    }
    assert ours - INLINE_ONLY - OF_THE_MACHINE == set(REGISTERED)


@models
def test_the_list_answers(model: type[Model], chief: Client, rows: Rows) -> None:
    response = chief.get(changelist(model))
    assert response.status_code == 200
    assert response.context["cl"].result_list


@models
def test_the_list_can_be_searched(model: type[Model], chief: Client, rows: Rows) -> None:
    assert admin.site._registry[model].search_fields
    response = chief.get(changelist(model), {"q": "no such thing at all"})
    assert response.status_code == 200
    assert not response.context["cl"].result_list


@models
def test_each_filter_answers(model: type[Model], chief: Client, rows: Rows) -> None:
    page = chief.get(changelist(model)).context["cl"]
    addresses = {
        choice["query_string"] for spec in page.filter_specs for choice in spec.choices(page)
    }
    for address in addresses:
        assert chief.get(changelist(model) + address).status_code == 200, address


@models
def test_a_row_has_its_page(model: type[Model], chief: Client, rows: Rows) -> None:
    row = model._default_manager.order_by("pk").first()
    assert chief.get(change_page(row)).status_code == 200


@pytest.mark.parametrize("model", ADDED, ids=lambda m: m.__name__)
def test_a_row_can_be_added(model: type[Model], chief: Client, rows: Rows) -> None:
    name = f"admin:timeline_{model._meta.model_name}_add"
    assert chief.get(reverse(name)).status_code == 200


@models
def test_what_no_person_makes_has_no_add_page(model: type[Model], chief: Client) -> None:
    if model not in ADDED:
        name = f"admin:timeline_{model._meta.model_name}_add"
        assert chief.get(reverse(name)).status_code == 403


@models
def test_a_longer_list_asks_no_more_queries(
    model: type[Model], chief: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    more(2)
    few = queries(chief, changelist(model))
    for n in (3, 4, 5, 6):
        more(n)
    assert queries(chief, changelist(model)) == few


def test_a_longer_page_asks_no_more_queries(
    chief: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    spare = Event.objects.create(title="The one with all the claims")
    first = [more(n) for n in (2, 3)]
    gather(spare, first)
    pages = [spare, rows.actor, rows.storyline, first[0].origin, first[0].article]
    few = [queries(chief, change_page(row)) for row in pages]
    gather(spare, [more(n) for n in (4, 5, 6, 7)])
    for n, event in enumerate(Event.objects.exclude(title="River treaty")):
        rows.storyline.entries.get_or_create(event=event, defaults={"position": n})
        Alias.objects.create(actor=rows.actor, text=f"The kingdom {n}")
    Article.objects.update(origin=first[0].origin)
    many = [queries(chief, change_page(row)) for row in pages]
    assert many == few


def gather(event: Event, made: list[Rows]) -> None:
    for row in made:
        event.participations.create(actor=row.actor, role="actor")
        MergeProposal.objects.create(event=event, other=row.event, score=1, reason="alike")
        MergeProposal.objects.create(event=row.event, other=event, score=1, reason="alike")
        row.claim.event = event
        row.claim.save()


def queries(client: Client, address: str) -> int:
    client.get(address)  # what is read once a process is read
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


@pytest.mark.parametrize(
    ("model", "words", "found"),
    [
        (Event, "GRAUSTARK treaty", 1),
        (Event, "treaty of nobody", 0),
        (Claim, "river treaty", 1),
        (Article, "Harbour Courier", 1),
        (Actor, "Strelsau", 1),
        (Source, "courier", 1),
        (EventTerm, "treati", 1),
    ],
)
def test_the_search_finds(
    model: type[Model], words: str, found: int, chief: Client, rows: Rows
) -> None:
    result = chief.get(changelist(model), {"q": words}).context["cl"].result_list
    assert len(result) == found


@pytest.mark.parametrize(
    ("model", "name"),
    [(Event, "event"), (Claim, "claim"), (Article, "article"), (Actor, "actor")],
)
def test_the_page_links_to_the_public_page(
    model: type[Model], name: str, chief: Client, rows: Rows
) -> None:
    row = getattr(rows, name)
    html = chief.get(change_page(row)).content.decode()
    assert f'href="{row.get_absolute_url()}" class="viewsitelink"' in html


def test_autocomplete_finds_events_by_what_they_are_about(chief: Client, rows: Rows) -> None:
    fields = {"app_label": "timeline", "model_name": "claim", "field_name": "event"}
    found = chief.get(reverse("admin:autocomplete"), {**fields, "term": "treaty grau"}).json()
    assert [result["id"] for result in found["results"]] == [str(rows.event.pk)]


def test_autocomplete_offers_the_very_name_first(chief: Client, rows: Rows) -> None:
    for name in ("Bank of Ruritania", "Ruritanian navy", "Ruritania"):
        Actor.objects.create(key=name.lower().replace(" ", "-"), name=name, kind="organisation")
    fields = {"app_label": "timeline", "model_name": "participation", "field_name": "actor"}
    found = chief.get(reverse("admin:autocomplete"), {**fields, "term": "ruritania"}).json()
    names = [result["text"] for result in found["results"]]
    assert names == ["Ruritania", "Ruritania 1", "Ruritanian navy", "Bank of Ruritania"]


def test_the_index_says_what_waits(chief: Client, rows: Rows) -> None:
    html = chief.get(reverse("admin:index")).content.decode()
    assert "Dateline curation" in html
    assert "1 pair of events that may be one" in html
    assert "1 file that could not go in" in html


def test_hostile_text_stays_text(chief: Client, rows: Rows) -> None:
    nasty = "<script>alert(1)</script>"
    Article.objects.update(title=nasty, text=nasty, notes=[nasty], metadata={"title": nasty})
    Event.objects.update(title=nasty)
    for address in (
        changelist(Event),
        change_page(rows.event),
        change_page(rows.claim),
        change_page(rows.article),
        change_page(rows.citation),
    ):
        assert nasty not in chief.get(address).content.decode()
