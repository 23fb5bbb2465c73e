"""A source's page and the list of sources: figures in honest words, paged and sorted by links."""

import re
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.browse.answer import answer
from timeline.browse.filters import read_filter
from timeline.browse.source_articles import PAGE_SIZE
from timeline.browse.source_page import share
from timeline.models import Origin, Source

pytestmark = pytest.mark.django_db


def get(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def race() -> None:
    """Echo tells of three events two, three and seven days after Post; both of one at once."""
    for n, days in enumerate((0, 2, 3, 7)):
        event = make.event(f"Event {n}", f"2022-05-0{n + 1}")
        for outlet, day in (("Post", 1), ("Echo", 1 + days)):
            article = make.article(
                make.source(outlet), f"{outlet} on {n}.", published_edtf=f"2022-06-0{day}"
            )
            make.claim(event, article, f"{outlet} on {n}")
        make.settle(event)


def test_a_source_says_how_often_it_was_first_and_how_late_otherwise(client: Client) -> None:
    race()
    post, echo = words(get(client, "/sources/post/")), words(get(client, "/sources/echo/"))
    assert "First, or first with others on the same day, for 4 of 4 events (100%)." in post
    assert "behind the first" not in post
    assert "for 1 of 4 events (25%). Otherwise 3 days behind the first" in echo
    assert "middle of its 3 delays (median), 4 on average (mean)" in echo
    assert "hours are not known" in echo and "inferred or not known are left out" in echo


def test_where_nothing_can_be_compared_it_says_so(client: Client) -> None:
    make.world()
    assert "Nothing to compare" in words(get(client, "/sources/leos-letter/"))
    unstated = Source.objects.create(slug="not-stated", name="Source not stated", kind="unknown")
    make.article(unstated, "Somebody said so.")
    assert "may be of several sources" in words(get(client, "/sources/not-stated/"))


def test_the_share_of_copy_names_its_basis(client: Client) -> None:
    wire = Origin.objects.create()
    for outlet, origin in (("Post", wire), ("Echo", wire), ("Echo", None)):
        make.article(make.source(outlet), f"{outlet} {origin}", origin=origin)
    page = words(get(client, "/sources/echo/"))
    assert "1 of 2 articles (50%) has the same text as another article read here" in page
    assert "runs of words in common" in page
    assert page.count("same text as another") == 2
    assert '<time datetime="2022-09-06">6 Sep 2022</time>' in get(client, "/sources/echo/")
    make.article(make.source("Alone"), "Alone.")
    assert "None of its articles has the same text" in words(get(client, "/sources/alone/"))


def test_a_source_shows_the_sides_it_takes_and_leads_to_the_passages(client: Client) -> None:
    world = make.world()
    page = get(client, "/sources/leos-letter/")
    assert "26 February 2022 against 21 February 2022 date · Putin declares" in words(page)
    address = f"{world.decree.get_absolute_url()}#conflict-{world.decree.conflicts.get().pk}"
    assert f'href="{address}"' in page
    assert "In no disagreement" in words(get(client, "/sources/meridian-post/"))


def test_a_source_leads_to_its_comparison_with_another(client: Client) -> None:
    make.world()
    assert 'href="/compare/?a.source=leos-letter"' in get(client, "/sources/leos-letter/")
    assert "Leo’s Letter" in get(client, "/compare/?a.source=leos-letter")


def test_actors_and_bars_lead_to_as_many_events_as_they_say(client: Client) -> None:
    make.world()
    page = get(client, "/sources/meridian-post/")
    found = re.findall(r'href="/\?(actor=[^"]+)">.*?<b>(\d+)</b>', page, re.DOTALL)
    found += re.findall(r'href="/\?(from=[^"]+)"[^>]* aria-label="[^"]*: (\d+) event', page)
    assert len(found) == 7
    for query, n in found:
        if n != "0":
            assert answer(read_filter(QueryDict(unescape(query)))).total == int(n), query


def test_articles_are_paged_by_key_dated_before_undated(client: Client) -> None:
    outlet = make.source("Big")
    total = 2 * PAGE_SIZE + 3
    for n in range(total):
        day = f"2022-03-{n % 7 + 1:02}" if n % 5 else ""
        make.article(outlet, f"Text {n}.", title=f"Title {n}!", published_edtf=day)
    titles: list[str] = []
    address = "/sources/big/"
    for _ in range(3):
        page = get(client, address)
        titles += re.findall(r">(Title \d+)!<", page)
        older = re.search(r'href="(\?before=[^"#]+)', page)
        address = f"/sources/big/{older[1]}" if older else ""
    assert not address
    assert len(titles) == len(set(titles)) == total
    dated = [int(title.split()[1]) % 5 > 0 for title in titles]
    assert dated == sorted(dated, reverse=True)
    days = [int(title.split()[1]) % 7 for title in titles[: sum(dated)]]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("place", ["x", "2022-13-45.1", "undated.", "2022-03-01.1 OR 1", "1"])
def test_a_place_that_is_none_is_not_found(client: Client, place: str) -> None:
    make.world()
    assert client.get("/sources/meridian-post/", {"before": place}).status_code == 404


def rows(page: str) -> list[str]:
    return re.findall(r'<tr><td><a href="/sources/([^/]+)/', page)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["Echo", "Post", "Quiet", "Wire"]),
        ("articles", ["Echo", "Post", "Quiet", "Wire"]),
        ("grade", ["Quiet", "Echo", "Post", "Wire"]),
        ("events", ["Echo", "Post", "Quiet", "Wire"]),
        ("first", ["Post", "Echo", "Quiet", "Wire"]),
        ("late", ["Echo", "Post", "Quiet", "Wire"]),
        ("copies", ["Quiet", "Wire", "Echo", "Post"]),
    ],
)
def test_sources_are_sorted_by_links(client: Client, sort: str, expected: list[str]) -> None:
    race()
    wire = Origin.objects.create()
    make.article(make.source("Quiet", reliability="A"), "Quiet.", origin=wire)
    make.article(make.source("Wire"), "Wire.", origin=wire)
    page = get(client, f"/sources/?sort={sort}")
    assert [slug.title() for slug in rows(page)] == expected
    assert page.count("aria-sort=") == 1
    for address in re.findall(r'<th[^>]*><a href="([^"]+)"', page):
        assert len(rows(get(client, address))) == 4


def test_an_unknown_column_is_not_found(client: Client) -> None:
    assert client.get("/sources/?sort=charm").status_code == 404


def test_both_pages_take_a_fixed_number_of_queries(client: Client) -> None:
    world = make.world()
    seen = []
    for copies in (2, 6):
        for n in range(copies):
            event = make.event(f"E {copies} {n}", "2022-05")
            own = make.article(world.first.source, f"Own {copies} {n}.")
            other = make.article(make.source(f"Outlet {copies} {n}"), f"Other {copies} {n}.")
            told = [make.claim(event, article, article.text) for article in (own, other)]
            make.part(event, make.actor(f"a-{copies}-{n}", f"A {copies} {n}"))
            values = [{"value": c.text, "label": c.text, "claims": [c.pk]} for c in told]
            event.conflicts.create(kind="number", values=values)
            make.settle(event)
        taken = []
        for address in ("/sources/", "/sources/meridian-post/"):
            with CaptureQueriesContext(connection) as queries:
                get(client, address)
            taken.append(len(queries))
        seen.append(taken)
    assert seen[0] == seen[1]
    assert seen[0][0] <= 8 and seen[0][1] <= 12


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, ""), (0, 9, "0%"), (1, 1000, "1%"), (999, 1000, "99%"), (3, 3, "100%"), (1, 3, "33%")],
)
def test_a_share_is_never_rounded_to_none_or_all(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said
