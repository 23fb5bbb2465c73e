"""Cards that are kept: the same bytes as made anew, and never those of an older version."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make, spread
from timeline.browse.card_html import Around, shown_cards
from timeline.browse.cards import PLAIN, Showing, cards
from timeline.browse.freshness import held
from timeline.browse.index.build import rebuild
from timeline.browse.parts import part
from timeline.browse.passages import find_passage
from timeline.browse.search import search_terms
from timeline.models import Actor, Article, Citation, Claim, Event, Source

# In a transaction nothing is kept.
pytestmark = pytest.mark.django_db(transaction=True)
HOSTILE = "<#1> &lt;#2&gt; <script>alert(1)</script> <#>"


@pytest.fixture
def world() -> make.World:
    world = make.world()
    Event.objects.filter(pk=world.decree.pk).update(note=HOSTILE, title=HOSTILE)
    Claim.objects.filter(event=world.recognition).update(text=HOSTILE)
    return world


def ids() -> list[int]:
    return list(Event.objects.values_list("pk", flat=True))


def made_anew(how: Showing, around: Around) -> list[str]:
    """As the template writes the records themselves."""
    return [part("card", card, around) for card in cards(ids(), how)]


def shown(how: Showing, around: Around) -> list[str]:
    return [card.html for card in shown_cards(ids(), how, around)]


def arounds() -> list[Around]:
    opened = find_passage(Citation.objects.first().pk)
    return [
        Around("/?passage=", "/"),
        Around("/?actor=russia&passage=", "/?actor=russia"),
        Around("/?passage=", "/", opened),
        Around("/?order=oldest&passage=", "/?order=oldest"),
    ]


def test_a_kept_card_is_the_same_as_one_made_anew(world: make.World) -> None:
    for how in (PLAIN, Showing(notes=7)):
        for around in [*arounds(), *arounds()]:
            assert shown(how, around) == made_anew(how, around)


def test_what_is_marked_or_known_by_a_day_is_the_same_too(world: make.World) -> None:
    around = arounds()[0]
    shown(PLAIN, around)
    for how in (
        Showing(terms=search_terms("shells"), notes=3),
        Showing(known_by=world.first.published_latest),
    ):
        assert shown(how, around) == made_anew(how, around)
        assert shown(how, around) != shown(PLAIN, around)


def test_an_open_passage_is_not_kept(world: make.World) -> None:
    around = arounds()[2]
    assert sum('class="passage"' in html for html in shown(PLAIN, around)) == 1
    assert not any('class="passage"' in html for html in shown(PLAIN, arounds()[0]))


def test_text_that_looks_like_what_is_left_open_stays_text(world: make.World) -> None:
    html = "".join(shown(PLAIN, arounds()[0]))
    assert "&lt;#1&gt; &amp;lt;#2&amp;gt; &lt;script&gt;" in html
    assert "<#" not in html
    assert "<script>" not in html


def test_notes_go_on_counting_on_the_next_page(client: Client) -> None:
    spread.three_pages()
    address = "/"
    for _ in range(2):
        first = client.get(address).content.decode()
        older = re.search(r'id="more"><a href="([^"]+)"', first)
        assert older
        second = client.get(older[1].replace("&amp;", "&")).content.decode()
        assert '<b class="number">50</b>' in first
        assert '<b class="number">51</b>' not in first
        assert '<b class="number">51</b>' in second
        assert '<b class="number">100</b>' in second


def test_known_cards_take_no_query(world: make.World, django_assert_num_queries: Any) -> None:
    around, chosen = arounds()[0], ids()
    with held():
        with django_assert_num_queries(5):
            shown_cards(chosen, PLAIN, around)
        with django_assert_num_queries(0):
            shown_cards(chosen, PLAIN, around)


CHANGES: list[tuple[str, Callable[[make.World], object]]] = [
    ("title", lambda w: Event.objects.filter(pk=w.sale.pk).update(title="Another title")),
    ("claim", lambda w: Claim.objects.filter(event=w.sale).update(text="Another text")),
    ("actor", lambda w: Actor.objects.filter(pk=w.russia.pk).update(name="Another name")),
    ("source", lambda w: Source.objects.filter(pk=w.first.source_id).update(name="Another")),
    ("article", lambda w: Article.objects.filter(pk=w.first.pk).update(url="https://a.example/")),
    ("passage", lambda w: Citation.objects.filter(claim__event=w.sale).first().delete()),
    ("disagreement", lambda w: w.decree.conflicts.all().delete()),
    ("part", lambda w: w.sale.actors.clear()),
]


def test_a_change_is_on_the_card_at_once(world: make.World) -> None:
    around = arounds()[1]
    for what, change in CHANGES:
        before = shown(PLAIN, around)
        change(world)
        after = shown(PLAIN, around)
        assert after != before, what
        assert after == made_anew(PLAIN, around), what


def test_what_is_taken_back_is_not_kept(world: make.World) -> None:
    around = arounds()[0]
    before = shown(PLAIN, around)
    with transaction.atomic():
        Event.objects.filter(pk=world.sale.pk).update(title="Taken back")
        assert "Taken back" in "".join(shown(PLAIN, around))
        transaction.set_rollback(True)
    assert shown(PLAIN, around) == before


def test_a_change_of_one_event_leaves_the_cards_of_others(world: make.World) -> None:
    shown(PLAIN, arounds()[0])
    world.sale.save()
    with CaptureQueriesContext(connection) as asked:
        shown(PLAIN, arounds()[0])
    rows = next(query["sql"] for query in asked if "timeline_conflict" in query["sql"])
    among = re.search(r"IN \(([\d, ]+)\)", rows)
    assert among and {int(pk) for pk in among[1].split(",")} == {world.sale.pk}


def test_another_edition_of_the_code_has_cards_of_its_own(
    world: make.World, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    shown(PLAIN, arounds()[0])
    monkeypatch.setattr("timeline.browse.card_html.release", lambda: "another")
    around = arounds()[0]
    with held(), django_assert_num_queries(3):
        shown_cards([world.sale.pk], PLAIN, around)


def test_a_deleted_event_is_not_shown(world: make.World) -> None:
    chosen = ids()
    shown_cards(chosen, PLAIN, arounds()[0])
    Claim.objects.filter(event=world.recognition).delete()
    world.recognition.delete()
    html = "".join(card.html for card in shown_cards(chosen, PLAIN, arounds()[0]))
    assert f'id="event-{chosen[0]}"' in html
    assert html.count("<article") == 2


def test_a_page_without_notes_says_no_number(world: make.World) -> None:
    Citation.objects.all().delete()
    assert [card.last_note for card in shown_cards(ids(), PLAIN, Around("/?passage="))] == [
        None
    ] * 3


def test_a_page_is_the_same_from_what_is_kept(client: Client, world: make.World) -> None:
    passage = Citation.objects.first().pk
    for address in ("/", f"/?passage={passage}", "/?notes=12", "/?q=shells", "/?known=2022-09-10"):
        cache.clear()
        first = client.get(address)
        assert first.content == client.get(address).content
        assert first.status_code == 200


def test_a_new_snapshot_brings_no_older_card_back(world: make.World) -> None:
    around = arounds()[0]
    rebuild()
    shown(PLAIN, around)
    Event.objects.filter(pk=world.sale.pk).update(title="Edited before the snapshot")
    rebuild()
    assert "Edited before the snapshot" in "".join(shown(PLAIN, around))
