"""An actor's page: whom it has to do with, what it says, who tells; each number as its link."""

import re
from collections import Counter
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from tests.browse.test_event_queries import scattered
from timeline.browse.answer import answer
from timeline.browse.bars import plain_bar, stacked_bar
from timeline.browse.filters import read_filter
from timeline.models import Actor, Claim, Event
from timeline.models.actor_figures import said_by_standing, shared_with
from timeline.vocabulary import Role

pytestmark = pytest.mark.django_db


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def chain(actor: Actor | None) -> set[str]:
    """Its key and those of the two it belongs to at most."""
    keys = set()
    for _ in range(3):
        if actor is not None:
            keys.add(actor.key)
            actor = actor.belongs_to
    return keys


def roles(event: Event, key: str) -> set[str]:
    return {p.role for p in event.participations.all() if key in chain(p.actor)}


@pytest.mark.parametrize("seed", [3, 4])
@pytest.mark.parametrize("key", ["russia", "minister", "actor-1"])
def test_shared_events_are_those_that_looking_at_each_event_gives(seed: int, key: str) -> None:
    scattered(seed)
    shared = shared_with(key)
    events = [e for e in Event.objects.all() if roles(e, key)]
    assert shared
    for other in Actor.objects.exclude(key=key):
        found = shared.get(other.key)
        pairs = [(e.quad, roles(e, key), roles(e, other.key)) for e in events]
        pairs = [(quad, one, two) for quad, one, two in pairs if two]
        acts, gets = Role.ACTOR.value, Role.RECIPIENT.value
        assert (found.towards if found else 0) == sum(
            acts in one and gets in two for _, one, two in pairs
        )
        assert (found.back if found else 0) == sum(
            gets in one and acts in two for _, one, two in pairs
        )
        assert (found.together if found else 0) == sum(
            acts in one and acts in two for _, one, two in pairs
        )
        assert (found.quads if found else {}) == Counter(quad for quad, _, _ in pairs if quad)


@pytest.mark.parametrize("key", ["russia", "actor-2"])
def test_what_it_says_counts_its_claims_and_those_of_who_belongs_to_it(key: str) -> None:
    scattered(5)
    expected = Counter(c.standing for c in Claim.objects.all() if key in chain(c.attribution_actor))
    assert said_by_standing(key) == expected != {}


def test_every_number_of_the_page_is_that_of_the_timeline_it_leads_to(client: Client) -> None:
    scattered(6)
    page = client.get("/actors/russia/").content.decode()
    found = re.findall(r'href="/\?([^"]+)" aria-label="(\d+) (?:event|with)', page)
    told = r'href="/\?(actor=russia&amp;source=[^"]+)">.*?<b>(\d+)</b>'
    found += re.findall(told, page, re.DOTALL)
    assert len(found) == 8
    for query, n in found:
        assert answer(read_filter(QueryDict(unescape(query)))).total == int(n), query


def test_kin_are_no_counterparts(client: Client) -> None:
    scattered(6)
    for key in ("russia", "ministry"):
        page = client.get(f"/actors/{key}/").content.decode()
        table = page[page.index('class="ranked"') : page.index("</table>")]
        assert "/actors/actor-1/" in table
        assert not re.search("/actors/(russia|ministry|minister)/", table)


def test_the_page_says_what_kind_of_actor_it_is_and_to_whom_it_belongs(client: Client) -> None:
    world = make.world()
    Actor.objects.filter(pk=world.putin.pk).update(wikidata="Q7747", iso2="XX")
    page = client.get("/actors/vladimir-putin/").content.decode()
    assert 'href="https://www.wikidata.org/wiki/Q7747"' in page
    for part in ("Kind person", "Belongs to Russia", "ISO 3166 XX", "No claim is attributed to it"):
        assert part in words(page), part
    russia = client.get("/actors/russia/").content.decode()
    assert "Belong to it Vladimir Putin" in words(russia)
    Actor.objects.filter(pk=world.putin.pk).update(wikidata="javascript:1")
    assert (
        'href="https://www.wikidata' not in client.get("/actors/vladimir-putin/").content.decode()
    )


def test_an_actor_alone_has_its_empty_states(client: Client) -> None:
    make.actor("hermit", "Hermit")
    page = words(client.get("/actors/hermit/").content.decode())
    for part in ("It shares no event", "No claim is attributed", "No article tells of it"):
        assert part in page, part


def test_further_pages_hold_the_timeline_alone(client: Client) -> None:
    make.world()
    assert "Counterparts" in client.get("/actors/russia/").content.decode()
    assert "Counterparts" not in client.get(f"/actors/russia/?before={1 << 62}").content.decode()


def test_the_actor_page_takes_a_fixed_number_of_queries(client: Client) -> None:
    make.world()
    seen = []
    for copies in (3, 9):
        for n in range(copies):
            event = make.event(f"Meeting {copies} {n}", "2022-08", "CONSULT")
            article = make.article(make.source(f"Outlet {copies} {n}"), f"Said {copies} {n}.")
            for key in ("russia", f"other-{copies}-{n}"):
                make.part(event, make.actor(key, key.title()))
            who = Actor.objects.get(key="vladimir-putin")
            make.claim(event, article, "Said", attribution_actor=who, attribution_text="he")
            make.actor(f"body-{copies}-{n}", f"Body {copies} {n}", belongs_to=who)
            make.settle(event)
        with CaptureQueriesContext(connection) as queries:
            client.get("/actors/russia/")
        seen.append(len(queries))
    assert seen[0] == seen[1] <= 17


def test_bars_are_as_long_as_their_numbers() -> None:
    bar = stacked_bar({4: 1, 1: 2, 0: 1, 2: 0}, 8)
    assert [(p.look, p.x, p.width) for p in bar.parts] == [
        ("q1", 0.0, 25.0),
        ("q4", 25.0, 12.5),
        ("q0", 37.5, 12.5),
    ]
    assert bar.words == "2 verbal cooperation, 1 material conflict, 1 kind not decided"
    assert plain_bar(1, 4).parts[0].width == 25
    assert plain_bar(0, 0).parts == ()


def test_names_of_counterparts_are_text(client: Client) -> None:
    event = make.event("Meeting", "2022-08", "CONSULT")
    for key, name in (("one", "One"), ("other", '<i>"Other" & Co')):
        make.part(event, make.actor(key, name))
    article = make.article(make.source("Outlet"), "They met.")
    make.claim(event, article, "They met")
    make.settle(event)
    page = client.get("/actors/one/").content.decode()
    table = page[page.index('class="ranked"') : page.index("</table>")]
    assert "<i>" not in table
    assert "&lt;i&gt;&#34;Other&#34; &amp; Co</a>" in table
    assert 'aria-label="1 event with &lt;i&gt;&#34;Other&#34; &amp; Co"' in table
