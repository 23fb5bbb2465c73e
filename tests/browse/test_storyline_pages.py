"""A storyline's years lead to where they begin; its card says how long and how new it is."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.models import Event, Storyline
from timeline.models.events import first_key_of, last_key_of

pytestmark = pytest.mark.django_db


def get(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def years(page: str) -> list[tuple[str, str, int]]:
    """Address, label and number of each entry of the table of contents."""
    nav = re.search(r'<nav class="years" aria-label="Years">.*?</nav>', page, re.DOTALL)
    found = re.findall(
        r'href="([^"]+)">([^<]+)</a>.*?</span>(\d+)<', nav[0] if nav else "", re.DOTALL
    )
    return [(unescape(href), label, int(n)) for href, label, n in found]


def long_storyline() -> None:
    """Forty events in each of three years, some known to the year alone, and nine undated."""
    for year in (2019, 2020, 2022):
        for n in range(40):
            day = f"{year}-{n % 12 + 1:02}-{n % 28 + 1:02}" if n % 5 else str(year)
            make.event(f"Event {year} {n}", day, note="x")
    for n in range(9):
        make.event(f"Undated {n}", note="x", reported=date(2022, 1, 1 + n))
    story = Storyline.objects.create(slug="long", title="Long")
    for event in Event.objects.all():
        story.entries.create(event=event)


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_each_year_leads_to_the_page_on_which_it_begins(client: Client, order: str) -> None:
    long_storyline()
    address = f"/storylines/long/?order={order}"
    while address:
        page = get(client, address)
        listed = years(page)
        expected = [("2019", 40), ("2020", 40), ("2022", 40)]
        expected = expected if order == "oldest" else expected[::-1]
        assert [(label, n) for _, label, n in listed] == [*expected, ("Undated", 9)]
        for href, label, _ in listed:
            if href.startswith("#"):
                target = Event.objects.get(pk=int(href.removeprefix("#event-")))
                before = re.findall(r'id="event-(\d+)"', page.split(f'id="{href[1:]}"')[0])
            else:
                first = re.search(r'id="event-(\d+)"', get(client, href))
                assert first
                target = Event.objects.get(pk=int(first[1]))
                before = []
            day = target.earliest or target.latest
            assert (f"{day.year}" if day else "Undated") == label
            # nothing of the year stands above the place it leads to
            above = Event.objects.filter(pk__in=before)
            assert label not in {str(e.earliest.year) if e.earliest else "Undated" for e in above}
        older = re.search(r'href="([^"]+)" rel="next"', page)
        address = unescape(older[1]) if older else ""


def test_sort_keys_of_a_day_lie_between_its_first_and_last() -> None:
    for day in ("2022-12-31", "2023-01-01", "0001-01-01"):
        event = make.event(day, day)
        assert event.earliest
        assert first_key_of(event.earliest) < event.order_key() < last_key_of(event.earliest)
    assert last_key_of(date(2022, 12, 31)) < first_key_of(date(2023, 1, 1))


def test_a_storyline_says_its_span_and_who_is_in_it(client: Client) -> None:
    make.world()
    Storyline.objects.create(slug="s", title="Shells", filter="actor=north-korea")
    page = words(get(client, "/storylines/s/"))
    assert "First and last Jul 2022 to 5 Sep 2022" in page
    assert "Most involved North Korea 2" in page
    assert "Told most by Meridian Post 2 , Leo’s Letter 1" in page


def test_cards_say_how_long_and_how_new_a_storyline_is(client: Client) -> None:
    world = make.world()
    Storyline.objects.create(slug="s", title="Shells", filter="actor=north-korea")
    empty = Storyline.objects.create(slug="e", title="Empty")
    undated = Storyline.objects.create(slug="u", title="Unknown")
    undated.entries.create(event=make.event("Some day", note="x"))
    page = get(client, "/storylines/")
    assert "2 events, Jul 2022 to 5 Sep 2022" in words(page)
    assert "Newest: 5 Sep 2022, Russia prepares to buy shells" in words(page)
    assert f'href="{world.sale.get_absolute_url()}"' in page
    assert "Empty 0 events" in words(page) and "Unknown 1 event" in words(page)
    assert "First and last" not in get(client, empty.get_absolute_url())
    assert "First and last" not in get(client, undated.get_absolute_url())


def test_a_broken_filter_spoils_its_own_card_only(client: Client) -> None:
    make.world()
    Storyline.objects.create(slug="s", title="Sound", filter="actor=north-korea")
    Storyline.objects.create(slug="b", title="Broken", filter="from=never")
    page = words(get(client, "/storylines/"))
    assert "Sound 2 events" in page and "Broken 0 events" in page


def test_storyline_pages_take_a_fixed_number_of_queries(client: Client) -> None:
    make.world()
    Storyline.objects.create(slug="s", title="Shells", filter="actor=russia")
    seen = []
    for copies in (2, 8):
        for n in range(copies):
            event = make.event(f"E {copies} {n}", f"20{n + 10}", note="x")
            make.part(event, make.actor("russia", "Russia"))
            story = Storyline.objects.create(slug=f"s{copies}{n}", title="S", filter="actor=russia")
            story.entries.create(event=event)
        taken = []
        for address in ("/storylines/", "/storylines/s/"):
            with CaptureQueriesContext(connection) as queries:
                get(client, address)
            taken.append(len(queries))
        seen.append(taken)
    assert seen[0] == seen[1]
    assert seen[0][0] == 5 and seen[0][1] <= 18
