"""The pages answer with and without HTMX, in a fixed number of queries, whatever the texts hold."""

import gzip
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.browse import make
from timeline.browse.cards import support_words
from timeline.models import Source, Storyline

pytestmark = pytest.mark.django_db
TOLD = "Bakers of the upper town sent forty loaves to the ferry.\n"
EVERYTHING = (
    "/?actor=russia&match=any&by=russia&type=COOPERATE&from=2022&to=2022&says=united-states"
    "&standing=planned&source=meridian-post&evidence=reviewed&q=shells&known=2023&passage={passage}"
)


def get(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.content.decode()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def a_passage(world: make.World) -> int:
    return world.sale.claims.earliest("pk").citations.earliest("pk").pk


def many(copies: int) -> None:
    """More of everything a list page shows."""
    for n in range(copies):
        outlet = make.source(f"Outlet {copies} {n}")
        text = f"Report {copies} {n}. Russia said so. Donetsk denied it."
        report = make.article(outlet, text)
        event = make.event(f"Meeting {copies} {n}", "2022-08", "CONSULT")
        for who in ("russia", "donetsk", f"body-{copies}-{n}"):
            actor = make.actor(who, who.title())
            make.part(event, actor)
        for quote in ("Russia said so", "Donetsk denied it"):
            make.claim(event, report, quote, attribution_text="x", attribution_actor=actor)
        event.conflicts.create(kind="date", values=[])
        make.settle(event)


def test_the_timeline_shows_each_claim_beside_its_source(client: Client) -> None:
    make.world()
    page = words(get(client, "/"))
    for part in (
        "3 events, 6 claims, 3 articles",
        "Russia prepares to buy shells from North Korea",
        "Planned , according to a senior US official",
        "1 Meridian Post , 6 Sep 2022",
        "2 independent sources",
        "“In July” day not stated year inferred",
        "Sources disagree on the date: 21 February 2022 in 1 article, 26 February 2022 in 1.",
        "Leo’s Letter , published between 24 Aug and 31 Dec 2022 , inferred",
    ):
        assert part in page, part


def test_a_headline_is_called_one_and_stands_behind_what_is_told(client: Client) -> None:
    report = make.article(make.source("Harbour Courier"), "Quake in Elbistan\n\nTwo people died.")
    event = make.event("Earthquake at Elbistan")
    make.claim(event, report, "Quake in Elbistan", heading=True)
    make.claim(event, report, "Two people died.")
    make.settle(event)
    page = words(get(client, "/"))
    assert page.index("Two people died.") < page.index("Quake in Elbistan 2 a headline")


def test_the_histogram_says_how_many_have_no_date(client: Client) -> None:
    make.world()
    make.event("Some day", note="x")
    page = get(client, "/")
    assert "Tallest bar: 1 event" in page
    assert '<a href="/?undated=1"' in page and "1 undated" in words(page)
    assert "Some day" in get(client, "/?undated=1")


def test_a_lone_claim_is_printed_once_and_in_full(client: Client) -> None:
    """The title is cut from it; a title of the curator's own stands beside it."""
    report = make.article(make.source("Harbour Courier"), TOLD)
    for title, curated in (("Bakers of the upper town sent…", []), ("Bread", ["title"])):
        event = make.event(title, "2022-03-04", curated_fields=curated)
        make.claim(event, report, TOLD.strip(), attribution_text="They")
        make.settle(event)
    page = words(get(client, "/"))
    assert page.count("Bakers of the upper town sent") == 2
    assert "Bakers of the upper town sent forty loaves to the ferry 2 1 article" in page
    assert "“they” , not identified" in page
    assert "Bread 1 article Bakers" in page


@pytest.mark.parametrize(
    ("articles", "origins", "outlets", "stated", "said"),
    [
        (0, 0, 0, True, ""),
        (1, 1, 1, True, "1 article"),
        (3, 1, 3, True, "3 articles, 1 origin"),
        (2, 2, 2, True, "2 independent sources"),
        (5, 4, 5, True, "5 articles, 4 independent sources"),
        # an outlet that tells it twice is no second source
        (2, 2, 1, True, "2 articles of 1 source"),
        (3, 3, 2, True, "3 articles, 2 independent sources"),
        (2, 1, 1, True, "2 articles of 1 source"),
        (2, 2, 1, False, "2 articles, 2 origins"),
    ],
)
def test_corroboration_counts_who_is_independent(
    articles: int, origins: int, outlets: int, stated: bool, said: str
) -> None:
    assert support_words(articles, origins, outlets, stated) == said


def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client) -> None:
    world = make.world()
    passage = a_passage(world)
    addresses = ["/", EVERYTHING.format(passage=passage), "/actors/russia/"]
    seen = []
    for copies in (10, 20):
        many(copies)
        taken = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                get(client, address)
            taken.append(len(queries))
        seen.append(taken)
    assert seen[0] == seen[1]
    assert max(seen[0][:2]) <= 15  # two of them for names, which were added


@pytest.mark.parametrize("path", ["/events/{}/", "/articles/{}/"])
def test_event_and_article_pages_take_a_fixed_number_of_queries(client: Client, path: str) -> None:
    world = make.world()
    address = path.format(world.sale.pk if "events" in path else world.first.pk)
    seen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            get(client, address)
        seen.append(len(queries))
        for n in range(5):
            make.claim(world.sale, world.first, "Pyongyang denied the sale", text=f"Denied {n}")
    assert seen[0] == seen[1] <= 9


def test_htmx_gets_the_part_that_it_asks_for(client: Client) -> None:
    make.world()
    whole = get(client, "/?actor=russia")
    part = get(client, "/?actor=russia", HX_Request="true", HX_Target="view")
    assert "<html" in whole and "<html" not in part
    assert part.split("</title>")[1].strip() in whole
    assert "Vary" in client.get("/").headers


def test_a_passage_opens_in_place_without_script_and_has_its_own_page(client: Client) -> None:
    world = make.world()
    passage = a_passage(world)
    inside = get(client, f"/?passage={passage}")
    assert "<mark>The Kremlin will buy artillery shells from North Korea</mark>" in inside
    assert "“on Monday” + published Tue 6 Sep 2022 = 5 Sep 2022" in inside
    address = reverse("passage", args=[passage])
    assert "<html" in get(client, address)
    current = "http://testserver/?actor=russia&passage=3"
    part = get(client, address, HX_Request="true", HX_Target="passage-1", HX_Current_URL=current)
    assert "<html" not in part
    assert f'href="/?actor=russia#note-{passage}"' in part


@pytest.mark.parametrize("elsewhere", ["https://evil.example//x", "javascript:alert(1)", "//evil"])
def test_a_passage_links_back_to_this_site_only(client: Client, elsewhere: str) -> None:
    address = reverse("passage", args=[a_passage(make.world())])
    part = get(client, address, HX_Request="true", HX_Current_URL=elsewhere)
    assert "evil" not in part and "javascript:" not in part


def test_links_to_the_page_itself_open_at_the_passage(client: Client) -> None:
    make.world()
    page = get(client, "/")
    assert 'href="https://meridian.example/shells?id=1&amp;x=2#:~:text=The%20Kremlin%20will' in page
    assert 'href="https://archive.example/shells"' in page


def test_the_event_page_tells_how_everything_is_known(client: Client) -> None:
    world = make.world()
    page = words(get(client, world.sale.get_absolute_url()))
    for part in (
        "PLOVER COOPERATE : “buy” is COOPERATE.",
        "Same actors, same type, shared words: buy, shells.",
        "Planned: “will”",
        "Also named United States",
        "3 claims",
    ):
        assert part in page, part
    disputed = get(client, world.decree.get_absolute_url())
    assert f'id="conflict-{world.decree.conflicts.get().pk}"' in disputed


def test_the_reader_marks_every_citation_and_links_it_to_its_claim(client: Client) -> None:
    world = make.world()
    page = get(client, world.first.get_absolute_url())
    for citation in world.first.citations.all():
        assert f'id="cite-{citation.pk}"' in page
        assert f'href="{citation.claim.get_absolute_url()}"' in page
    assert page.count("<mark data-cites=") == 3
    assert '<span class="chrome">HOME | WORLD | OPINION' in page


def test_the_pages_around_the_timeline_answer(client: Client) -> None:
    world = make.world()
    Storyline.objects.create(slug="shells", title="Shells", filter="actor=north-korea")
    assert "Vladimir Putin" in get(client, world.russia.get_absolute_url())
    assert "“the Kremlin”" in get(client, world.russia.get_absolute_url())
    assert "B: usually reliable" in get(client, "/sources/meridian-post/")
    assert "Shells from the North" in get(client, "/sources/leos-letter/")
    for address in ("/actors/", "/sources/", "/storylines/", "/about/", "/robots.txt"):
        get(client, address)
    assert client.get("/actors/narnia/").status_code == 404
    assert client.get("/events/999999999/").status_code == 404
    assert client.get("/articles/999999999/").status_code == 404
    assert client.get("/citations/999999999/").status_code == 404
    assert client.post("/").status_code == 405


def test_a_storyline_tells_its_filter_and_its_picked_events(client: Client) -> None:
    world = make.world()
    storyline = Storyline.objects.create(
        slug="s", title="S", filter="actor=north-korea&from=2022-08"
    )
    assert "1 event," in words(get(client, "/storylines/s/"))
    assert "Newest first" in get(client, "/storylines/s/")
    assert "Oldest first" in get(client, "/storylines/s/?order=newest")
    storyline.entries.create(event=world.decree)
    assert "2 events," in words(get(client, "/storylines/s/"))
    Storyline.objects.filter(slug="s").update(filter="actor=north-korea&from=never")
    page = words(get(client, "/storylines/s/"))
    assert "“never” is no date I can read" in page
    assert "1 event," in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("from=soon", "“soon” is no date I can read"),
        ("type=PICNIC", "“PICNIC” is not one of"),
        ("acotr=russia", "There is no filter called “acotr”"),
    ],
)
def test_what_cannot_be_read_never_shows_an_unfiltered_page(
    client: Client, query: str, message: str
) -> None:
    make.world()
    page = get(client, f"/?{query}&actor=russia")
    assert message in words(page)
    assert 'class="event"' not in page
    assert 'value="russia" checked' in page


def test_the_field_with_the_mistake_keeps_what_was_typed(client: Client) -> None:
    page = get(client, "/?from=soon")
    assert 'value="soon"' in page
    assert 'aria-describedby="from-wrong"' in page


def test_an_empty_result_says_which_filter_to_drop(client: Client) -> None:
    make.world()
    page = get(client, "/?actor=russia&q=icebergs")
    assert "No event matches all of this." in page
    assert 'href="/?q=icebergs"' in page and 'href="/?actor=russia"' in page


def test_an_empty_database_says_what_to_do(client: Client) -> None:
    assert "dev.py ingest" in get(client, "/")


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7|add:7 }}"


def test_hostile_text_stays_text_on_every_page(client: Client) -> None:
    text = f"{HOSTILE} bombed {HOSTILE}\n\nNext {HOSTILE} line"
    bad = Source.objects.create(
        slug="bad", name=HOSTILE, homepage="javascript:alert(3)", reliability_note=HOSTILE
    )
    article = make.article(
        bad,
        text,
        title=HOSTILE,
        url="javascript:alert(4)",
        archived_url="data:text/html,<script>alert(5)</script>",
        published_edtf=HOSTILE[:90],
        published_reason=HOSTILE,
        bylines=[HOSTILE],
        language=HOSTILE[:20],
        path=HOSTILE,
    )
    event = make.event(HOSTILE, "2022", "AID", date_text=HOSTILE, date_reason=HOSTILE, note=HOSTILE)
    actor = make.actor("bad", HOSTILE)
    actor.aliases.create(text=HOSTILE)
    make.part(event, actor)
    claim = make.claim(
        event,
        article,
        f"{HOSTILE} bombed",
        attribution_text=HOSTILE,
        attribution_actor=actor,
        standing="alleged",
        standing_reason=HOSTILE,
        date_reason=HOSTILE,
        link_reason=HOSTILE,
    )
    event.conflicts.create(
        kind="number",
        subject=HOSTILE,
        values=[{"value": 1, "label": HOSTILE, "claims": [claim.pk]}],
    )
    make.settle(event)
    Storyline.objects.create(slug="bad", title=HOSTILE, introduction=HOSTILE, filter="actor=bad")
    passage = claim.citations.get().pk
    pages = ["/", f"/?passage={passage}", "/actors/", "/actors/bad/", "/sources/", "/sources/bad/"]
    pages += ["/storylines/", "/storylines/bad/", f"/citations/{passage}/"]
    pages += [event.get_absolute_url(), article.get_absolute_url(), f"/?q={HOSTILE}"]
    pages += [f"/?from={HOSTILE}", f"/?{HOSTILE}=1"]
    for address in pages:
        page = get(client, address)
        for harm in (
            "<script>alert",
            "<img",
            'onerror=alert(2)>"',
            'href="javascript:',
            "data:text",
        ):
            assert harm not in page, (address, harm)
        assert not re.search(r"<[a-z][^>]*\sstyle=", page)
        assert not re.search(r"<script(?![^>]*\ssrc=)", page)


def test_staff_see_the_way_to_the_admin(admin_client: Client) -> None:
    world = make.world()
    page = get(admin_client, world.sale.get_absolute_url())
    assert reverse("admin:timeline_event_change", args=[world.sale.pk]) in page


def test_a_full_page_stays_under_sixty_kilobytes(client: Client) -> None:
    make.world()
    many(60)
    page = get(client, "/?order=oldest")
    assert page.count('class="event"') == 50
    assert len(gzip.compress(page.encode())) < 60_000
