"""A generated database is one that ingest could have left behind."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import JSONField
from django.test import Client
from django.urls import reverse

from tests.generate.made import small_rows
from timeline.generate.tables import COLUMNS
from timeline.ingest.refresh import refresh_events
from timeline.ingest.verify import find_violations
from timeline.models import (
    Actor,
    Article,
    Claim,
    Conflict,
    Event,
    EventTerm,
    IngestRun,
    Participation,
    Source,
    Storyline,
)

pytestmark = pytest.mark.usefixtures("generated", "db")


def test_nothing_is_broken() -> None:
    assert list(find_violations()) == []


def test_its_rows_are_the_ones_that_the_seed_makes() -> None:
    """So both databases hold the same."""
    for name, made in small_rows(120, 4).items():
        model, columns = apps.get_model("timeline", name), COLUMNS[name]
        stored = model.objects.order_by("pk").values_list(*columns)
        if not made:  # of the world: its keys come after those that are stored
            assert name in ("Actor", "Alias", "Source")
            continue
        lists = {f.attname for f in model._meta.fields if isinstance(f, JSONField)}
        assert [tuple(map(_plain, row)) for row in stored] == [
            tuple(
                json.loads(str(value)) if column in lists else value
                for column, value in zip(columns, row, strict=True)
            )
            for row in made
        ]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return value.isoformat() if isinstance(value, date) else value


def test_derived_columns_are_as_saving_makes_them() -> None:
    for event in Event.objects.all():
        stored = (event.earliest, event.latest, event.sort_key, event.quad, event.mode)
        event.set_derived()
        assert stored == (event.earliest, event.latest, event.sort_key, event.quad, event.mode)
    for claim in Claim.objects.all():
        days = (claim.earliest, claim.latest)
        claim.set_derived()
        assert days == (claim.earliest, claim.latest)


def _settled() -> dict[str, object]:
    models = (Event, Participation, Conflict, EventTerm)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_working_events_out_again_from_their_claims_changes_nothing() -> None:
    before = _settled()
    refresh_events(list(Event.objects.values_list("pk", flat=True)))
    assert _settled() == before


def test_rows_pass_the_checks_of_their_forms() -> None:
    wrong = []
    for model in (Actor, Source, Article, Event, Claim, Storyline):
        for row in model.objects.all()[:80]:
            try:
                row.full_clean(validate_unique=False)
            except ValidationError as error:
                wrong.append((model.__name__, row.pk, error.message_dict))
    assert not wrong


def test_further_rows_get_free_keys() -> None:
    Event.objects.create(title="Later")
    Source.objects.create(name="Later", slug="later")
    Actor.objects.create(name="Later", key="later", kind="person")


def test_actors_belong_to_others_up_to_two_levels() -> None:
    assert Actor.objects.filter(
        kind="person", belongs_to__kind="government_body", belongs_to__belongs_to__kind="country"
    ).exists()


def test_one_run_tells_what_was_made(generated) -> None:
    run = IngestRun.objects.get()
    assert (run.events, run.claims) == (120, Claim.objects.count())
    assert generated.rows["Citation"] == run.citations
    assert f"{run.events:>12,} Event" in generated.lines()


def _addresses() -> list[str]:
    event = Event.objects.filter(has_conflict=True)[0]
    actor = Actor.objects.filter(participations__isnull=False)[0]
    storyline = Storyline.objects.all()[0]
    return [
        reverse("timeline"),
        f"{reverse('timeline')}?actor={actor.key}&from=1995&to=2026-06&q=near",
        f"{reverse('timeline')}?type=ASSAULT&known=2020-01-01",
        event.get_absolute_url(),
        reverse("event-json", args=[event.pk]),
        actor.get_absolute_url(),
        Article.objects.all()[0].get_absolute_url(),
        Source.objects.filter(articles__isnull=False)[0].get_absolute_url(),
        storyline.get_absolute_url(),
        reverse("actors"),
        reverse("sources"),
    ]


def test_pages_show_it(client: Client) -> None:
    for address in _addresses():
        assert client.get(address).status_code == 200, address
