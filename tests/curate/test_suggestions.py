"""A curator takes suggested actors in or dismisses them."""

from pathlib import Path

import pytest
from django.test import Client

from tests.curate.forms import changelist
from tests.ingest.articles import write
from timeline.ingest import Options, ingest
from timeline.models import Actor, Mention, SuggestedActor

pytestmark = pytest.mark.django_db

TEXT = """Valley party picks a leader

The Free Valley Party chose a new leader in Oslo on 3 March 2021, members said in the evening. \
The Free Valley Party signed a pact with Norway on 9 March 2021.
"""


@pytest.fixture
def offered(tmp_path: Path) -> SuggestedActor:
    ingest(Options(paths=[str(write(tmp_path, one=TEXT))]))
    return SuggestedActor.objects.get()


def act(client: Client, action: str, *rows: SuggestedActor) -> str:
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(changelist(SuggestedActor), data, follow=True).content.decode()


def test_an_accepted_name_becomes_an_actor_that_the_next_article_names(
    chief: Client, offered: SuggestedActor, tmp_path: Path
) -> None:
    assert "Taken in: 1 actors" in act(chief, "accept", offered)
    actor = Actor.objects.get(name="Free Valley Party")
    offered.refresh_from_db()
    assert (actor.key, actor.kind) == ("free-valley-party", "organisation")
    assert (offered.state, offered.actor) == ("accepted", actor)
    later = TEXT.replace("9 March", "12 April").replace("3 March", "10 April")
    ingest(Options(paths=[str(write(tmp_path / "later", two=later))]))
    assert Mention.objects.filter(actor=actor).exists()


def test_a_name_without_a_kind_waits_until_it_has_one(
    chief: Client, offered: SuggestedActor
) -> None:
    SuggestedActor.objects.update(kind="")
    assert "Say first what they are: Free Valley Party" in act(chief, "accept", offered)
    assert not Actor.objects.filter(name="Free Valley Party").exists()


def test_two_actors_of_one_name_have_keys_of_their_own(
    chief: Client, offered: SuggestedActor
) -> None:
    Actor.objects.create(key="free-valley-party", name="Another", kind="organisation")
    act(chief, "accept", offered)
    assert Actor.objects.get(name="Free Valley Party").key == "free-valley-party-2"


def test_dismissing_is_remembered_and_can_be_taken_back(
    chief: Client, offered: SuggestedActor
) -> None:
    act(chief, "dismiss", offered)
    assert SuggestedActor.objects.get().state == "dismissed"
    act(chief, "consider_again", offered)
    assert SuggestedActor.objects.get().state == "open"
