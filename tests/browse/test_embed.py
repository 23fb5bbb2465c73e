"""Embedding: one small page may be framed, by oEmbed or by hand, and nothing else may."""

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.models import SavedView, Storyline

pytestmark = pytest.mark.django_db
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
ORIGIN = "http://testserver"


def asked(client: Client, url: str, **more: str) -> Any:
    return client.get("/oembed/", {"url": url, **more})


def answered(client: Client, url: str, **more: str) -> dict[str, Any]:
    response = asked(client, url, **more)
    assert response.status_code == 200, response.content
    return response.json()


def framed(address: str, client: Client) -> bool:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    ancestors = re.findall(r"frame-ancestors ([^;]*)", policy)
    assert (ancestors == ["*"]) == ("X-Frame-Options" not in response), address
    return ancestors == ["*"]


def test_embedded_pages_alone_may_be_framed(client: Client) -> None:
    world = make.world()
    Storyline.objects.create(slug="s", title="S", filter="actor=russia")
    view = SavedView.objects.keep("actor=russia")
    passage = world.first.citations.earliest("pk").pk
    for address in (
        "/embed/",
        "/embed/?from=soon",
        f"/embed/events/{world.sale.pk}/",
        "/embed/events/999999999/",
        f"/embed/events/{10**30}/",
        "/embed/storylines/s/",
        "/embed/storylines/none/",
    ):
        assert framed(address, client), address
    pages = ["/", "/actors/", "/sources/", "/storylines/", "/storylines/s/", "/about/", "/share/"]
    pages += [world.sale.get_absolute_url(), world.first.get_absolute_url(), f"/v/{view.code}"]
    pages += [
        f"/citations/{passage}/",
        f"/e/{world.sale.pk}",
        "/nowhere",
        "/e/999999999",
        "/oembed/",
    ]
    pages += ["/admin/login/", "/embed/nowhere/"]
    for address in pages:
        assert not framed(address, client), address


def test_a_framed_page_runs_no_script_and_opens_links_elsewhere(client: Client) -> None:
    world = make.world()
    response = client.get(f"/embed/events/{world.sale.pk}/")
    page = response.content.decode()
    assert "script-src 'none'" in response["Content-Security-Policy"]
    assert "<script" not in page and "<form" not in page and not response.cookies
    links = re.findall(r"<a [^>]*>", page)
    assert len(links) > 3
    for link in links:
        assert 'target="_blank"' in link and 'rel="noopener' in link, link
    assert f'<a href="{world.sale.get_absolute_url()}" target="_blank" rel="noopener">Open' in page


def test_it_shows_heading_events_and_notes(client: Client) -> None:
    make.world()
    page = client.get("/embed/?actor=north-korea").content.decode()
    assert ">North Korea</h1>" in page and "2 events" in page
    assert "Russia prepares to buy shells from North Korea" in page
    assert '<span class="source">Meridian Post</span>, 6 Sep 2022' in page
    assert "Putin declares" not in page


def test_it_shows_twenty_events_in_a_fixed_number_of_queries(client: Client) -> None:
    report = make.article(make.source("Courier"), "The ferry sank.")
    seen = []
    for _ in range(2):
        for n in range(25):
            event = make.event(f"Event {n}", "2022-08", "AID")
            make.claim(event, report, "The ferry sank.", text=f"Ferry {n}")
            make.settle(event)
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/embed/?type=AID").content.decode()
        assert page.count('class="event"') == 20
        seen.append(len(queries))
    assert "20 of 50 events" in page
    assert seen[0] == seen[1] <= 8  # two of them for names, which were added


def test_a_filter_that_cannot_be_read_is_refused_with_its_message(client: Client) -> None:
    make.world()
    response = client.get("/embed/?from=soon&actor=russia")
    page = response.content.decode()
    assert response.status_code == 400
    assert "“soon” is no date I can read" in page
    assert 'class="event"' not in page


def test_a_storyline_is_embedded_in_its_own_order(client: Client) -> None:
    make.world()
    Storyline.objects.create(slug="s", title="How it went", filter="actor=north-korea")
    page = client.get("/embed/storylines/s/").content.decode()
    assert "How it went</h1>" in page
    assert page.index("recognises Donetsk") < page.index("prepares to buy")


def test_each_own_address_is_described(client: Client) -> None:
    world = make.world()
    Storyline.objects.create(slug="s", title="How it went", filter="actor=russia")
    view = SavedView.objects.keep("actor=russia")
    claim = world.sale.claims.earliest("pk")
    event = f"/embed/events/{world.sale.pk}/"
    for path, framed_path, title in (
        ("/", "/embed/", "All events"),
        ("/?actor=russia&from=2022", "/embed/?actor=russia&amp;from=2022", "Russia, since 2022"),
        (f"/v/{view.code}", "/embed/?actor=russia", "Russia"),
        (world.sale.get_absolute_url(), event, world.sale.title),
        (claim.get_absolute_url(), event, world.sale.title),
        (f"/e/{world.sale.pk}", event, world.sale.title),
        (f"/c/{claim.pk}", event, world.sale.title),
        (f"/p/{claim.citations.get().pk}", event, world.sale.title),
        ("/storylines/s/", "/embed/storylines/s/", "How it went"),
    ):
        found = answered(client, ORIGIN + path)
        assert f'<iframe src="{ORIGIN}{framed_path}"' in found["html"], path
        assert (found["type"], found["version"], found["title"]) == ("rich", "1.0", title)
        assert (found["width"], found["height"], found["provider_name"]) == (640, 480, "Dateline")


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "https://evil.example/e/1",
        "http://testserver.evil.example/",
        "http://testserver@evil.example/",
        "http://evil.example@testserver/",
        "http://testserver:8000/",
        "//testserver/",
        "/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[bad",
        f"{ORIGIN}/actors/",
        f"{ORIGIN}/admin/",
        f"{ORIGIN}/nowhere",
        f"{ORIGIN}/e/999999999",
        f"{ORIGIN}/v/zzzzzzzz",
        f"{ORIGIN}/?from=soon",
        f"{ORIGIN}/storylines/none/",
        f"{ORIGIN}/e/{10**30}",
        f"{ORIGIN}/c/{10**30}",
        f"{ORIGIN}/p/{10**30}",
    ],
)
def test_every_other_address_is_not_found(client: Client, url: str) -> None:
    make.world()
    response = asked(client, url)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/json"


def test_it_speaks_json_and_keeps_to_the_size_asked_for(client: Client) -> None:
    make.world()
    assert asked(client, f"{ORIGIN}/", format="xml").status_code == 501
    assert client.get("/oembed/").status_code == 400
    found = answered(client, f"{ORIGIN}/", maxwidth="300", maxheight="2000")
    assert (found["width"], found["height"]) == (300, 480)
    assert 'width="300" height="480"' in found["html"]
    for wrong in ("0", "-5", "wide", "9999999", "３"):
        assert asked(client, f"{ORIGIN}/", maxwidth=wrong).status_code == 400


def test_a_hostile_title_stays_a_title(client: Client) -> None:
    event = make.event(HOSTILE, "2022", note=HOSTILE)
    found = answered(client, ORIGIN + event.get_absolute_url())
    assert found["title"] == HOSTILE
    assert re.fullmatch(r'<iframe src="[^"<>]*" title="[^"<>]*" [^<>]*></iframe>', found["html"])
    page = client.get(f"/embed/events/{event.pk}/").content.decode()
    assert "<script>alert" not in page and "<img" not in page
    text = client.get(f"/embed/?q={quote(HOSTILE)}").content.decode()
    assert "<script>alert" not in text and "<img" not in text


def test_pages_tell_where_their_embedding_is_described(client: Client) -> None:
    world = make.world()
    Storyline.objects.create(slug="s", title="How it went", filter="actor=russia")
    for address in ("/?actor=russia", world.sale.get_absolute_url(), "/storylines/s/"):
        page = client.get(address).content.decode()
        (link,) = re.findall(
            r'<link rel="alternate" type="application/json\+oembed" href="([^"]*)"', page
        )
        found = json.loads(client.get(link.replace("&amp;", "&").removeprefix(ORIGIN)).content)
        assert found["type"] == "rich", address
    assert "json+oembed" not in client.get("/?from=soon").content.decode()


def test_pages_describe_themselves_to_programs_that_link_to_them(client: Client) -> None:
    world = make.world()
    page = client.get("/?actor=russia&passage=1").content.decode()
    for tag in (
        '<meta property="og:title" content="Russia">',
        f'<meta property="og:url" content="{ORIGIN}/?actor=russia">',
        f'<link rel="canonical" href="{ORIGIN}/?actor=russia">',
        '<meta property="og:site_name" content="Dateline">',
        f'<meta property="og:image" content="{ORIGIN}/static/icon.png">',
    ):
        assert tag in page, tag
    assert 'property="og:description" content="2 events, ' in page
    page = client.get(world.sale.get_absolute_url()).content.decode()
    assert "“The Kremlin will buy artillery shells from North Korea”, according to a senior" in page
    assert '<meta property="og:type" content="article">' in page
    page = client.get(world.first.get_absolute_url()).content.decode()
    assert 'content="Meridian Post, 6 Sep 2022. 3 claims read from it' in page


def test_hostile_text_does_not_leave_its_tag_in_the_head(client: Client) -> None:
    event = make.event(HOSTILE, "2022", note=HOSTILE)
    report = make.article(make.source("Courier"), f"{HOSTILE} told", title=HOSTILE)
    make.claim(event, report, f"{HOSTILE} told", attribution_text=HOSTILE)
    for address in (event.get_absolute_url(), report.get_absolute_url(), f"/?q={quote(HOSTILE)}"):
        head = client.get(address).content.decode().split("</head>")[0]
        assert "<script>alert" not in head and "<img" not in head, address
