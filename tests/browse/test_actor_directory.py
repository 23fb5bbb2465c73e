"""The list of actors, narrowed by any of their names."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.browse.directories import MOST_OF_A_KIND

pytestmark = pytest.mark.django_db


def get(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.content.decode()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def actors() -> None:
    event = make.event("Summit", "2022", note="x")
    for key, name, kind, alias in (
        ("russia", "Russia", "country", "the Kremlin"),
        ("turkey", "Türkiye", "country", "Turkey"),
        ("erdogan", "Recep Tayyip Erdoğan", "person", "Erdogan"),
        ("kremlin-wall", "Wall of Kremlin Friends", "organisation", "WKF"),
    ):
        who = make.actor(key, name, kind)
        who.aliases.create(text=alias)
        make.part(event, who)
    make.actor("idle", "Idle Kremlin", "person")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["russia", "turkey", "erdogan", "kremlin-wall"]),
        ("kremlin", ["russia", "kremlin-wall"]),
        ("KREM", ["russia", "kremlin-wall"]),
        ("turk", ["turkey"]),
        ("turkiye", ["turkey"]),
        ("erdoğan tay", ["erdogan"]),
        ("remlin", []),
        ("%", []),
        ("x" * 300, []),
    ],
)
def test_a_search_finds_actors_by_the_beginnings_of_any_name(
    client: Client, actors: None, typed: str, found: list[str]
) -> None:
    page = client.get("/actors/", {"q": typed}).content.decode()
    assert re.findall(r'<li><span><a href="/actors/([^/]+)/"', page) == found
    if not found:
        assert "No actor has such a name." in page


def test_the_form_of_words_found_stands_beside_the_name(client: Client, actors: None) -> None:
    page = words(get(client, "/actors/?q=kremlin"))
    assert "Russia “the Kremlin” 1" in page
    assert "Wall of Kremlin Friends 1" in page
    assert "2 actors with a name like “kremlin”" in page


def test_kinds_have_counts_and_a_place_to_jump_to(client: Client, actors: None) -> None:
    page = get(client, "/actors/")
    for anchor in re.findall(r'<li><a href="#([^"]+)"', page):
        assert f'<h2 id="{anchor}">' in page
    assert "Countries 2 People 1 Organisations 1" in words(page)


def test_the_rarest_of_a_long_list_stand_behind_the_search(client: Client) -> None:
    often = make.event("Often", "2022", note="x")
    make.part(often, make.actor("zz", "Zz"))
    event = make.event("Once", "2022", note="x")
    for n in range(MOST_OF_A_KIND + 4):
        make.part(event, make.actor(f"a-{n}", f"Actor {n:03}"))
    make.part(event, make.actor("zz", "Zz"))
    page = get(client, "/actors/")
    assert page.count("<li><span><a") == MOST_OF_A_KIND
    assert "5 with fewer events left out" in words(page)
    assert page.index("/actors/zz/") < page.index("/actors/a-0/")
    assert "/actors/a-63/" in get(client, "/actors/?q=063")


def test_htmx_gets_the_list_alone_and_the_box_stays(client: Client, actors: None) -> None:
    part = get(client, "/actors/?q=turk", HX_Request="true", HX_Target="found")
    assert "<form" not in part and part.strip() in get(client, "/actors/?q=turk")


def test_hostile_searches_stay_text(client: Client, actors: None) -> None:
    page = get(client, "/actors/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%00")
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page


def test_the_list_takes_four_queries_at_most(client: Client, actors: None) -> None:
    for address, most in (("/actors/", 3), ("/actors/?q=k", 4)):
        for n in range(2):
            event = make.event(f"More {n} {address}", "2022", note="x")
            make.part(event, make.actor(f"k-{n}-{most}", f"K {n}"))
            with CaptureQueriesContext(connection) as queries:
                get(client, address)
            assert len(queries) == most
