"""The page that says what other programs can have, and the links to it."""

import re
from html import unescape

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from tests.browse.test_pages import HOSTILE, get, many, words
from timeline.browse.filters import FIELDS, Filter
from timeline.browse.page import timeline_page
from timeline.browse.place import Place
from timeline.publish.formats import FORMATS
from timeline.publish.table import COLUMNS

pytestmark = pytest.mark.django_db


def links(page: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', page)]


def test_every_format_is_offered_with_the_filter_of_the_page(client: Client) -> None:
    make.world()
    page = get(client, "/data/?actor=russia&from=2022&order=oldest")
    assert "Russia, since 2022" in page
    assert "2 events." in words(page)
    query = "?from=2022&actor=russia"
    for format in FORMATS:
        assert f"/export/{format.file}{query}&order=oldest" in links(page)
    assert f"/feed.atom{query}" in links(page) and f"/feed.json{query}" in links(page)
    assert f"/export/events.csv{query}&order=oldest&bom=1" in links(page)
    assert "--filter 'from=2022&actor=russia&order=oldest' >" in unescape(page)


def test_every_address_on_the_page_answers(client: Client) -> None:
    make.world()
    for address in ("/data/", "/data/?actor=russia"):
        here = [
            href.removeprefix("http://testserver")
            for href in links(get(client, address))
            if href.startswith(("/", "http://testserver")) and not href.startswith("/static/")
        ]
        assert len(here) > 15
        for href in here:
            answer = client.get(href)
            assert answer.status_code == 200, href
            answer.getvalue()


def test_filters_and_columns_are_explained_from_their_registries(client: Client) -> None:
    page = get(client, "/data/")
    for field in FIELDS:
        is_there = f"<dt><code>{field.name}</code></dt>" in page
        assert is_there is (field.name not in ("before", "after", "notes", "passage")), field.name
    for column in COLUMNS:
        assert f"<dt><code>{column.name}</code></dt>" in page
    assert "/data/#filters" in links(get(client, "/about/"))


def test_a_filter_that_cannot_be_read_offers_no_file(client: Client) -> None:
    make.world()
    page = get(client, "/data/?from=soon&actor=russia")
    assert "“soon” is no date I can read" in page
    assert not [href for href in links(page) if href.startswith("/export/")]
    page = get(client, "/data/?actor=narnia")
    assert "There is no actor with the key “narnia”." in page


def test_an_empty_site_has_the_page_too(client: Client) -> None:
    page = get(client, "/data/")
    assert "0 events." in words(page)
    assert 'id="examples"' not in page


def test_the_page_takes_a_fixed_number_of_queries(client: Client) -> None:
    make.world()
    seen = []
    for copies in (1, 9):
        many(copies)
        with CaptureQueriesContext(connection) as asked:
            get(client, "/data/?actor=russia")
        seen.append(len(asked))
    assert seen == [7, 7]  # two of them for names, which were added


def test_a_timeline_leads_to_its_data_and_its_feed(client: Client) -> None:
    make.world()
    page = get(client, "/?actor=russia&order=oldest")
    assert "/data/?actor=russia&order=oldest" in links(page)
    assert links(page).count("/feed.atom?actor=russia") == 2, "in the head and among the actions"
    head = page.partition("</head>")[0]
    assert re.findall(r'<link rel="alternate" type="([^"]+)" title="New claims: Russia"', head) == [
        "application/atom+xml",
        "application/feed+json",
    ]
    later = get(client, "/?actor=russia&before=99&passage=1")
    assert "/data/?actor=russia" in links(later), "a page is no filter"


def test_a_filter_that_cannot_be_read_has_no_feed(client: Client) -> None:
    page = get(client, "/?from=soon&actor=russia")
    assert not [href for href in links(page) if "feed" in href or href.startswith("/data/?")]


def test_event_and_article_say_where_their_objects_are(client: Client) -> None:
    world = make.world()
    for of in (world.sale, world.first):
        address = of.get_absolute_url()
        expected = f'<link rel="alternate" type="application/json" href="{address[:-1]}.json">'
        assert expected in get(client, address)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("/"), "/data/?actor=russia"),
        (Place("/actors/russia/", frozenset({"actor"})), "/data/?actor=russia"),
        # A storyline's events are picked by hand too, which no filter says.
        (Place("/storylines/shells/"), ""),
    ],
)
def test_a_place_leads_only_to_the_data_that_it_shows(place: Place, expected: str) -> None:
    page = timeline_page(Filter(actors=("russia",)), place)
    shown = links(render_to_string("browse/_actions.html", {"page": page}))
    assert [href for href in shown if href.startswith("/data/")] == ([expected] if expected else [])
    alternates = links(render_to_string("browse/_alternates.html", {"page": page}))
    assert len(alternates) == (2 if expected else 0)


def test_hostile_text_stays_text_on_the_data_page(client: Client) -> None:
    report = make.article(make.source("Meridian Post"), f"{HOSTILE} bombed.")
    event = make.event(HOSTILE, "2022")
    make.part(event, make.actor("bad", HOSTILE))
    make.claim(event, report, report.text)
    make.settle(event)
    for address in ("/data/", "/data/?actor=bad", f"/data/?q={HOSTILE}", f"/data/?{HOSTILE}=1"):
        page = get(client, address)
        assert "<script>alert" not in page and "<img" not in page
        assert not re.search(r"<[a-z][^>]*\sstyle=", page)
