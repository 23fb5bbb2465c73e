"""Two sides of a timeline on one axis: what one tells, what both do, where they differ."""

import gzip
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from tests.browse import make
from tests.browse.test_pages import HOSTILE, get, many, words
from timeline.models import Event, Source

pytestmark = pytest.mark.django_db
SOURCES = "/compare/?a.source=meridian-post&b.source=harbour-courier"


def told(title: str, date: str, *claims: tuple[str, str], **values: object) -> Event:
    """An event told by the named outlets, each in an article of its own."""
    event = make.event(title, date)
    for outlet, text in claims:
        report = make.article(make.source(outlet), f"{text} ({title})", **values)
        make.claim(event, report, text)
    return make.settle(event)


@pytest.fixture
def ferry() -> Event:
    """Meridian and Harbour tell of one event alone each, of two both, and differ on one."""
    told("Bread is baked", "2022-01-05", ("Meridian Post", "Forty loaves were baked."))
    told("Milk is sold", "2022-03-07", ("Harbour Courier", "Milk was sold."))
    told("Tea is drunk", "2022-04-01", ("Leaflet", "Tea was drunk."))
    told("Fish", "2022-03-01", ("Meridian Post", "Fish came in."), ("Harbour Courier", "Fish!"))
    event = told(
        "People die at the ferry",
        "2022-03-03",
        ("Meridian Post", "Four people died."),
        ("Harbour Courier", "Nine people died."),
        ("Leaflet", "Somebody died."),
    )
    four, nine, _ = event.claims.order_by("pk")
    event.conflicts.create(
        kind="number",
        subject="people",
        values=[
            {"value": 4, "label": "four people", "claims": [four.pk]},
            {"value": 9, "label": "nine people", "claims": [nine.pk]},
        ],
    )
    return make.settle(event)


def card(page: str, event: Event) -> str:
    """The card of one event, from its side on."""
    start = page.rindex("<article", 0, page.index(f'id="event-{event.pk}"'))
    return page[start : page.index("</article>", start)]


def side(page: str, title: str) -> str:
    found = card(page, Event.objects.get(title=title)).split('"')[1]
    return found.removeprefix("event in-")


def titles(page: str) -> set[str]:
    return set(re.findall(r"<h3><a [^>]*>([^<]*)", page))


def test_each_event_stands_on_its_side_or_in_both(client: Client, ferry: Event) -> None:
    page = get(client, SOURCES)
    assert titles(page) == {"Bread is baked", "Milk is sold", "Fish", "People die at the ferry"}
    assert side(page, "Bread is baked") == "a"
    assert side(page, "Milk is sold") == "b"
    assert side(page, "Fish") == side(page, "People die at the ferry") == "both"
    assert "Only in A" in card(page, Event.objects.get(title="Bread is baked"))
    assert "Only in B" in card(page, Event.objects.get(title="Milk is sold"))
    assert "A Events, in Meridian Post B Events, in Harbour Courier" in words(page)
    assert '<a href="/?source=harbour-courier">' in page


def test_the_summary_counts_and_each_number_lists_its_events(client: Client, ferry: Event) -> None:
    page = get(client, SOURCES)
    assert "1 only in A , 2 in both , 1 only in B ; they disagree on 1 ." in words(page)
    for show, listed in (
        ("a", {"Bread is baked"}),
        ("both", {"Fish", "People die at the ferry"}),
        ("b", {"Milk is sold"}),
        ("disagree", {"People die at the ferry"}),
    ):
        address = f"{SOURCES}&show={show}"
        assert f'href="{escape(address)}"' in page
        part = get(client, address)
        assert titles(part) == listed
        assert "Show all 4" in part


def test_an_event_of_both_shows_what_each_side_says_of_it(client: Client, ferry: Event) -> None:
    page = card(get(client, SOURCES), ferry)
    left, right = page.split("<section>")[1:]
    assert "Four people died." in left and "Nine people died." not in left
    assert "Nine people died." in right and "Four people died." not in right
    for half, letter in ((left, "A"), (right, "B")):
        assert f"<h4>{letter} says</h4>" in half
        assert half.count('class="number"') == 1
        assert "passage=" in half
    assert "Somebody died" not in page
    assert "1 more claim" in page


def test_a_disagreement_says_what_each_side_tells(client: Client, ferry: Event) -> None:
    page = card(get(client, SOURCES), ferry)
    assert "A and B disagree on a number: A four people; B nine people." in words(page)
    assert f"#conflict-{ferry.conflicts.get().pk}" in page
    assert "Sources disagree" not in page
    assert "disagree" not in card(get(client, SOURCES), Event.objects.get(title="Fish"))


def test_a_disagreement_with_somebody_else_is_not_one_of_the_sides(
    client: Client, ferry: Event
) -> None:
    page = get(client, "/compare/?a.source=meridian-post&b.source=leaflet")
    assert "they disagree on 0" in words(page)
    assert "Sources disagree on a number: four people in 1 article, nine people in 1." in words(
        card(page, ferry)
    )


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            {"date_edtf": "2022-03"},
            {"date_edtf": "2022-03-04"},
            "Not equally exact on the date: A Mar 2022; B 4 Mar 2022.",
        ),
        (
            {"date_edtf": "2022-03-03"},
            {"date_edtf": "2022-03-04"},
            "Other date given: A 3 Mar 2022; B 4 Mar 2022.",
        ),
        ({"standing": "denied"}, {}, "Other standing: A denied; B reported."),
        ({"standing": "planned"}, {"standing": "planned"}, ""),
        ({"date_edtf": "2022-03-03"}, {"date_edtf": "2022-03-03"}, ""),
        ({"date_edtf": "2022-03-03"}, {}, ""),
    ],
)
def test_other_dates_and_standings_are_told_apart(
    client: Client, a: dict[str, str], b: dict[str, str], said: str
) -> None:
    event = told("Fish", "2022-03", ("Meridian Post", "Fish came."), ("Harbour Courier", "Fish!"))
    for claim, values in zip(event.claims.order_by("pk"), (a, b), strict=True):
        for name, value in values.items():
            setattr(claim, name, value)
        claim.save()
    page = get(client, SOURCES)
    assert said in words(card(page, event))
    assert ('class="differ"' in page) == bool(said)
    assert "they disagree on 0" in words(page)


def test_a_claim_that_both_sides_choose_is_shown_once(client: Client) -> None:
    event = told("The catch", "2022-03", ("Meridian Post", "Fish came."))
    copy = make.article(make.source("Harbour Courier"), "Fish came. Yes.")
    make.cite(event.claims.get(), copy, "Fish came.")
    page = get(client, SOURCES)
    assert side(page, "The catch") == "both"
    assert card(page, event).count('class="claim"') == 1
    assert card(page, event).count('class="number"') == 2


def test_sides_of_actors_are_compared_by_event(client: Client) -> None:
    world = make.world()
    page = get(client, "/compare/?a.actor=russia&b.actor=north-korea")
    assert "1 only in A , 1 in both , 1 only in B ." in words(page)
    assert side(page, world.sale.title) == "both"
    assert card(page, world.sale).count('class="claim"') == 3
    assert "<h4>" not in page


def test_statements_of_two_actors_stand_side_by_side(client: Client) -> None:
    world = make.world()
    page = card(get(client, "/compare/?a.says=united-states&b.says=north-korea"), world.sale)
    left, right = page.split("<section>")[1:]
    assert "The Kremlin will buy artillery shells" in left
    assert "We have never exported arms" in right
    assert "Other standing: A planned; B denied." in words(page)


def test_what_came_after_a_day_stands_on_the_right(client: Client) -> None:
    early, late = "Four people died.", "Nine people died."
    event = told("People die", "2022-03-03", ("Meridian Post", early), published_edtf="2022-03-04")
    report = make.article(make.source("Harbour Courier"), late, published_edtf="2022-03-08")
    make.claim(event, report, late)
    first, second = event.claims.order_by("pk")
    values = [
        {"value": 4, "label": "four people", "claims": [first.pk]},
        {"value": 9, "label": "nine people", "claims": [second.pk]},
    ]
    event.conflicts.create(kind="number", values=values)
    make.settle(event)
    told("Fish", "2022-03-05", ("Leaflet", "Fish came."), published_edtf="2022-03-09")
    told("Rain", "2022-03-05", ("Leaflet", "It rained."), published_edtf="")
    page = get(client, "/compare/?a.known=2022-03-05")
    said = words(page)
    assert "A Events, as known on 5 March 2022 B Events, as known today" in said
    assert "1 known by 5 March 2022 , 2 came later or in articles of unknown date" in said
    assert "; 1 told otherwise later ." in said
    both = card(page, event)
    left, right = both.split("<section>")[1:]
    assert "Known by then" in left and early in left and late not in left
    assert "Came later" in right and late in right and early not in right
    assert "Another number was given later: A four people; B four people and nine people." in words(
        both
    )
    assert "Came later</p>" in card(page, Event.objects.get(title="Fish"))
    assert "on a day not known exactly" in card(page, Event.objects.get(title="Rain"))


def test_an_article_that_may_have_been_out_is_not_said_to_have_come_later(client: Client) -> None:
    span = "2022-03-01/2022-03-31"
    event = told("Fish", "2022-03-05", ("Leaflet", "Fish came."), published_edtf=span)
    page = card(get(client, "/compare/?a.known=2022-03-05"), event)
    assert "Came later, or on a day not known exactly" in page


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("a.known=soon&b.source=leaflet", "“soon” is no date I can read"),
        ("a.source=leaflet&b.type=PICNIC", "“PICNIC” is not one of"),
        ("a.source=leaflet&c.source=leaflet", "There is no filter called “c.source”"),
        ("source=leaflet&a.source=meridian-post", "is given for both sides already"),
        ("a.source=leaflet&show=all", "“all” is not one of a, both, b, disagree"),
    ],
)
def test_what_cannot_be_read_compares_nothing(
    client: Client, ferry: Event, query: str, message: str
) -> None:
    page = get(client, f"/compare/?{query}")
    assert message in words(page)
    assert "<article" not in page
    assert "only in A" not in page


def test_a_box_keeps_what_was_typed_beside_what_is_wrong_with_it(client: Client) -> None:
    page = get(client, "/compare/?a.known=soon")
    assert 'name="a.known" value="soon"' in page
    assert 'aria-describedby="a-known-wrong"' in page and 'id="a-known-wrong"' in page


def test_nothing_asked_shows_the_form_and_keeps_what_is_for_both(
    client: Client, ferry: Event
) -> None:
    page = get(client, "/compare/?source=leaflet&type=none&from=2022")
    assert "<article" not in page
    assert "Side A" in page and "Side B" in page
    assert 'type="hidden" name="source" value="leaflet"' in page
    assert 'type="hidden" name="type" value="none"' in page
    assert 'name="from" value="2022"' in page
    # what both are asked for, a side cannot be asked for again
    assert 'name="a.source"' not in page and 'name="a.says"' in page


def test_the_form_offers_and_keeps_what_is_chosen(client: Client, ferry: Event) -> None:
    page = get(client, "/compare/?a.source=meridian-post&a.source=leaflet&b.source=nobody")
    assert '<option value="meridian-post" selected>Meridian Post (3)</option>' in page
    assert 'type="hidden" name="a.source" value="leaflet"' in page
    assert '<option value="nobody" selected>unknown source “nobody”</option>' in page


def test_a_plain_form_leads_to_an_address_without_its_empty_boxes(client: Client) -> None:
    response = client.get("/compare/?a.source=x&a.says=&b.source=y&b.known=&from=&q=")
    assert (response.status_code, response["Location"]) == (
        302,
        "/compare/?a.source=x&b.source=y",
    )
    assert client.get("/compare/?a.known=soon&b.source=").status_code == 200


def test_nothing_to_show_says_what_to_drop(client: Client, ferry: Event) -> None:
    page = get(client, f"{SOURCES}&q=icebergs")
    assert "Neither side chooses any event." in page
    assert f'<a href="{escape(SOURCES)}">Without “icebergs”</a>' in page
    assert "No event is of this kind." in get(
        client, "/compare/?a.source=leaflet&b.source=leaflet&show=a"
    )


def test_the_histogram_tells_in_words_what_it_draws(client: Client, ferry: Event) -> None:
    page = get(client, SOURCES)
    march = "March 2022: 0 only in A, 2 in both, 1 only in B"
    assert f'aria-label="{march}"' in page
    # one line at the height of A's most, both on either side of it, B alone under that
    bar = page[page.index(march) :].split("</svg>")[0]
    assert '<rect class="side-2" x="0" y="0" width="10" height="4"/>' in bar
    assert '<rect class="side-3" x="0" y="4" width="10" height="1"/>' in bar
    address = SOURCES.replace("?", "?from=2022-03&to=2022-03&")
    assert f'href="{escape(address)}"' in page
    assert "2 in both" in get(client, address)


def test_pages_go_on_by_key_over_both_sides(client: Client) -> None:
    for n in range(60):
        outlet = "Meridian Post" if n % 2 else "Harbour Courier"
        told(f"Day {n}", f"2022-{n // 28 + 1:02}-{n % 28 + 1:02}", (outlet, f"Loaf {n} came."))
    page = get(client, SOURCES)
    assert len(titles(page)) == 50
    older = unescape(re.search(r'href="([^"]*before=[^"]*)"', page)[1])  # type: ignore[index]
    rest = get(client, older)
    assert len(titles(rest)) == 10
    assert titles(page) | titles(rest) == {f"Day {n}" for n in range(60)}
    newer = unescape(re.search(r'href="([^"]*after=[^"]*)"', rest)[1])  # type: ignore[index]
    assert titles(get(client, newer)) == titles(page)
    assert len(gzip.compress(page.encode())) < 60_000


@pytest.mark.parametrize(
    "query",
    [
        "a.says=russia&b.says=donetsk&actor=russia&show=both",
        "a.source=outlet-10-0&b.known=2023&show=disagree&from=2022",
        "a.actor=russia&b.actor=donetsk&b.standing=reported",
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, query: str) -> None:
    make.world()
    seen = []
    for copies in (10, 20):
        many(copies)
        with CaptureQueriesContext(connection) as queries:
            get(client, f"/compare/?{query}")
        seen.append(len(queries))
    assert seen[0] == seen[1] <= 14  # two of them for names, which were added


def test_a_passage_opens_in_place(client: Client, ferry: Event) -> None:
    passage = ferry.claims.earliest("pk").citations.get().pk
    page = get(client, f"{SOURCES}&passage={passage}")
    assert "<mark>Four people died.</mark>" in card(page, ferry)
    assert f'href="{escape(SOURCES)}#note-{passage}"' in page


def test_htmx_gets_the_part_that_it_asks_for(client: Client, ferry: Event) -> None:
    part = get(client, SOURCES, HX_Request="true", HX_Target="view")
    assert "<html" not in part
    assert part.split("</title>")[1].strip() in get(client, SOURCES)


def test_the_timeline_and_a_disputed_event_lead_to_a_comparison(client: Client) -> None:
    world = make.world()
    address = "/compare/?from=2022&to=2022&actor=russia"
    timeline = get(client, "/?from=2022&to=2022&actor=russia&order=oldest")
    assert f'href="{escape(address)}">Compare</a>' in timeline
    assert 'href="/compare/' not in get(client, "/?from=soon")
    # what was known by a day is a side already
    then = get(client, "/?actor=russia&known=2022-09-07")
    assert f'href="{escape("/compare/?actor=russia&a.known=2022-09-07")}">Compare</a>' in then
    link = escape("/compare/?a.source=harbour-courier&b.source=leos-letter")
    assert f'href="{link}"' in get(client, world.decree.get_absolute_url())
    Source.objects.filter(slug="leos-letter").update(kind="unknown")
    assert "Compare these two" not in get(client, world.decree.get_absolute_url())


def test_hostile_text_stays_text(client: Client) -> None:
    bad = Source.objects.create(slug="bad", name=HOSTILE)
    event = make.event(HOSTILE, "2022-03", "AID", date_text=HOSTILE, note=HOSTILE)
    actor = make.actor("bad", HOSTILE)
    make.part(event, actor)
    report = make.article(bad, f"{HOSTILE} one. {HOSTILE} two.", title=HOSTILE)
    claims = [
        make.claim(
            event,
            report,
            f"{HOSTILE} {word}",
            standing=standing,
            attribution_text=HOSTILE,
            attribution_actor=actor,
        )
        for word, standing in (("one", "alleged"), ("two", "denied"))
    ]
    values = [{"value": HOSTILE, "label": HOSTILE, "claims": [claim.pk]} for claim in claims]
    values[1]["label"] = f"not {HOSTILE}"
    event.conflicts.create(kind="number", subject=HOSTILE, values=values)
    make.settle(event)
    for query in (
        "a.standing=alleged&b.standing=denied&actor=bad&says=bad",
        "a.source=bad&b.says=bad",
        f"a.source={HOSTILE}&b.from={HOSTILE}&show={HOSTILE}",
        f"a.q={HOSTILE}",
        f"a.{HOSTILE}=1&{HOSTILE}=2",
    ):
        page = get(client, f"/compare/?{query}")
        for harm in ("<script>alert", "<img", 'onerror=alert(2)>"', "{{ 7"):
            assert harm not in page.replace(escape("{{ 7|add:7 }}"), ""), (query, harm)
        assert "alert(1)" in page
        assert not re.search(r"<[a-z][^>]*\sstyle=", page)
