"""A feed tells what was read last, and tells it again when there is more."""

from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from tests.browse.test_pages import many
from tests.publish.asking import HOSTILE, body, crowd, loaded

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client: Client, query: str = "") -> list[ElementTree.Element]:
    return ElementTree.fromstring(body(client, f"/feed.atom{query}")).findall(f"{ATOM}entry")


def titles(client: Client, query: str = "") -> list[str]:
    return [entry.findtext(f"{ATOM}title") or "" for entry in entries(client, query)]


def test_an_atom_feed_has_what_the_standard_asks_for(client: Client) -> None:
    make.world()
    feed = ElementTree.fromstring(body(client, "/feed.atom?actor=russia"))
    assert feed.tag == f"{ATOM}feed"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == feed.findtext(f"{ATOM}id") == "http://testserver/feed.atom?actor=russia"
    assert links["alternate"] == "http://testserver/?actor=russia"
    assert feed.findtext(f"{ATOM}title") == "Russia"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = []
    for entry in feed.findall(f"{ATOM}entry"):
        ids.append(entry.findtext(f"{ATOM}id"))
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").tzinfo
        assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary")
    assert len(set(ids)) == len(ids) == 2


def test_a_json_feed_says_the_same(client: Client) -> None:
    make.world()
    feed = loaded(client, "/feed.json?actor=russia")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/feed.json?actor=russia"
    assert [item["id"] for item in feed["items"]] == [
        entry.findtext(f"{ATOM}id") for entry in entries(client, "?actor=russia")
    ]
    for item in feed["items"]:
        assert item["url"] and item["content_html"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo
    sale = feed["items"][-1]
    assert "Planned; according to United States (“a senior US official”)" in sale["content_html"]
    assert "24 August 2022 to 31 December 2022 (inferred)" in sale["content_html"]


def test_another_claim_makes_an_event_news_again_under_another_name(client: Client) -> None:
    world = make.world()
    before = entries(client)
    assert (before[-1].findtext(f"{ATOM}title") or "").startswith("Russia prepares")
    more = make.claim(world.sale, world.first, "The official asked not to be named")
    after = entries(client)
    assert len(after) == len(before)
    assert (after[0].findtext(f"{ATOM}title") or "").startswith("Russia prepares")
    assert (after[0].findtext(f"{ATOM}id") or "").endswith(f"#claim-{more.pk}")
    summary = after[0].findtext(f"{ATOM}summary") or ""
    assert summary.index("The official asked") < summary.index("The Kremlin will buy")


def test_who_follows_a_source_hears_of_its_own_claims(client: Client) -> None:
    world = make.world()
    (sale, *_), query = titles(client, "?source=leos-letter")[::-1], "?source=leos-letter"
    make.claim(world.sale, world.first, "The official asked not to be named")
    assert titles(client, query)[-1] == sale, "no claim of theirs, no news"
    make.claim(world.sale, world.second, "Shells from the North")
    assert titles(client, query)[0] == sale


def test_a_feed_holds_the_last_fifty_in_a_fixed_number_of_queries(client: Client) -> None:
    make.world()
    seen = []
    for copies in (60, 61):
        many(copies)
        with CaptureQueriesContext(connection) as asked:
            found = titles(client, "?actor=russia")
        assert len(found) == 50
        assert found[0] == f"Meeting {copies} {copies - 1}"
        seen.append(len(asked))
    assert seen == [10, 10]  # two of them for names, which were added


@pytest.mark.django_db(transaction=True)
def test_a_feed_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    make.world()
    for address in ("/feed.atom", "/feed.json"):
        tag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    crowd(1)
    assert client.get("/feed.json", headers={"If-None-Match": tag}).status_code == 200


def test_a_feed_has_an_order_of_its_own(client: Client) -> None:
    assert client.get("/feed.atom?order=oldest").status_code == 400
    assert entries(client) == [], "and an empty one is a feed too"


def test_hostile_text_is_text_in_every_format(client: Client) -> None:
    """XML cannot hold the control character; HTML inside a value is escaped once more."""
    text = f"{HOSTILE} bombed the town.\n"
    bad = make.source("Bad", homepage="javascript:alert(3)")
    bad.name = HOSTILE
    bad.save()
    report = make.article(bad, text, title=HOSTILE, url="javascript:alert(4)", path=HOSTILE)
    event = make.event(HOSTILE, "2022", "AID", date_reason=HOSTILE, note=HOSTILE)
    actor = make.actor("bad", HOSTILE)
    make.part(event, actor)
    make.claim(event, report, text, attribution_text=HOSTILE, attribution_actor=actor)
    make.settle(event)
    (entry,) = entries(client)
    assert (entry.findtext(f"{ATOM}title") or "").startswith("=1+1<script>"), "a title is text"
    (item,) = loaded(client, "/feed.json")["items"]
    (slide,) = loaded(client, "/export/timeline.json")["events"]
    for html in (
        entry.findtext(f"{ATOM}summary") or "",
        item["content_html"],
        slide["text"]["headline"],
        slide["text"]["text"],
    ):
        assert "<script" not in html and "&lt;script" in html
    (annotation,) = loaded(client, "/export/annotations.jsonld")["items"]
    assert annotation["target"][0]["selector"][0]["exact"] == text
    assert len(annotation["target"]) == 1, "javascript: is no page"
