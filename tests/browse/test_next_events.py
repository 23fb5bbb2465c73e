"""Pages of a timeline that join: numbers of margin notes, the fragment, roles, bars beside."""

import gzip
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.browse.filters import Filter
from timeline.browse.roles import moved
from timeline.models import Storyline

pytestmark = pytest.mark.django_db
MORE = {"HX-Request": "true", "HX-Target": "more"}
HOSTILE = "<script>alert(1)</script>\"'"


def rounds(number: int, title: str = "Round") -> None:
    told = make.article(make.source("Meridian Post"), f"{title} went on. It was long.")
    russia = make.actor("russia", "Russia")
    for each in range(number):
        event = make.event(f"{title} {each}", f"2022-{each % 12 + 1:02}-01", "CONSULT")
        make.part(event, russia)
        made = make.claim(event, told, "went on")
        make.cite(made, told, "It was long")
        make.settle(event)


def get(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.content.decode()


def numbers(page: str) -> list[int]:
    return [int(text) for text in re.findall(r'<b class="number">(\d+)</b>', page)]


def older(page: str) -> str:
    found = re.search(r'id="more"><a href="([^"]+)"', page)
    assert found
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("path", ["/", "/?order=oldest", "/actors/russia/"])
def test_margin_notes_count_on_from_page_to_page(client: Client, path: str) -> None:
    rounds(120)
    first = get(client, path)
    assert numbers(first) == list(range(1, 101))
    second = get(client, older(first))
    assert numbers(second) == list(range(101, 201))
    third = get(client, older(second))
    assert numbers(third) == list(range(201, 241))
    assert 'id="more"' not in third


@pytest.mark.parametrize("path", ["/", "/actors/russia/", "/storylines/rounds/"])
def test_the_end_of_a_list_asks_for_the_next_events_alone(client: Client, path: str) -> None:
    rounds(60)
    Storyline.objects.create(slug="rounds", title="Rounds", filter="actor=russia")
    address = older(get(client, path))
    part, whole = get(client, address, **MORE), get(client, address)
    assert "<html" not in part and "filter-form" not in part
    assert part.strip().startswith('<div class="sheet"')
    assert part.strip() in whole
    assert len(gzip.compress(part.encode())) < 20_000


def test_more_events_come_in_a_fixed_number_of_queries(client: Client) -> None:
    seen = []
    for title in ("Early", "Late"):
        rounds(60, title)
        address = older(get(client, "/"))
        with CaptureQueriesContext(connection) as queries:
            get(client, address, **MORE)
        seen.append(len(queries))
    assert seen[0] == seen[1] <= 12


def test_a_range_and_the_bars_beside_it_take_no_query_more(client: Client) -> None:
    rounds(12)
    taken = []
    for address in ("/?undated=1", "/?from=2022-05&to=2022-06"):
        with CaptureQueriesContext(connection) as queries:
            page = get(client, address)
        taken.append(len(queries))
    assert page.count('class="beside"') == 10
    assert "July 2022: 1 event within it (1 verbal cooperation), outside the chosen dates" in page
    assert page.count('class="event"') == 2
    assert taken[1] <= 11  # two of them for names: in a transaction none are kept


def test_bars_beside_a_range_keep_the_other_filters(client: Client) -> None:
    rounds(12)
    event = make.event("Elsewhere", "2022-07-01", "AID")
    make.claim(event, make.article(make.source("Other"), "Aid came."), "Aid came")
    make.settle(event)
    page = get(client, "/?actor=russia&type=CONSULT&from=2022-05&to=2022-06")
    assert "July 2022: 1 event within it (1 verbal cooperation), outside" in page


@pytest.mark.parametrize("value", ["-1", "many", "9" * 30])
def test_a_number_of_notes_that_is_none_is_a_problem(client: Client, value: str) -> None:
    rounds(1)
    page = get(client, f"/?notes={value}")
    assert "is no place in a timeline" in page and 'class="event"' not in page


def test_a_hostile_title_stays_text_among_the_next_events(client: Client) -> None:
    rounds(60, HOSTILE)
    part = get(client, older(get(client, "/")), **MORE)
    assert "&lt;script&gt;" in part and "<script>" not in part


# --- the part of an actor ----------------------------------------------------------


def test_an_actor_is_moved_between_the_three_parts() -> None:
    chosen = Filter(actors=("russia", "ukraine"), acting=("russia",), match="any", before=7)
    acting = moved(chosen, "ukraine", "actor", "by")
    assert (acting.actors, acting.acting, acting.before) == (
        ("russia",),
        ("russia", "ukraine"),
        None,
    )
    assert acting.match == "any"
    there_already = moved(chosen, "russia", "actor", "by")
    assert (there_already.actors, there_already.acting) == (("ukraine",), ("russia",))
    alone = moved(Filter(actors=("russia",), match="any"), "russia", "actor", "towards")
    assert (alone.actors, alone.receiving, alone.match) == ((), ("russia",), "")


def test_each_chosen_actor_has_links_to_its_other_parts(client: Client) -> None:
    rounds(1)
    page = get(client, "/?actor=russia&q=round")
    assert '<b>any part</b><a href="/?by=russia&amp;q=round"' in page
    assert 'href="/?towards=russia&amp;q=round"' in page
    page = get(client, "/?towards=russia")
    assert '<a href="/?actor=russia"' in page and "<b>acted upon</b>" in page
    assert 'class="roles"' not in get(client, "/?says=russia")
