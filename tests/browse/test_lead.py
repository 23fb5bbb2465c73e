"""The home page leads to what is worth a look: disagreements, wide reports, storylines."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.browse.sides import place_of
from timeline.models import Conflict, Event, Source, Storyline

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>"


def lead(client: Client, address: str = "/", **headers: str) -> str:
    page = client.get(address, headers=headers).content.decode()
    found = re.search(r'<section class="lead".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def dispute(title: str, kind: str, *told: tuple[str, str], origins: int = 2) -> Event:
    """An event with one conflict: labels, and the outlets that give them."""
    event = make.event(title, "2022-05-06")
    values = []
    for label, outlet in told:
        text = f"{title}: {label}."
        article = make.article(make.source(outlet), text)
        values.append(
            {"value": label, "label": label, "claims": [make.claim(event, article, text).pk]}
        )
    Conflict.objects.create(event=event, kind=kind, values=values)
    make.settle(event)
    Event.objects.filter(pk=event.pk).update(origin_count=origins)
    return event


def test_a_disagreement_stands_in_one_line_with_both_values_and_by_whom(client: Client) -> None:
    event = dispute("Ferry sinks", "number", ("12 people", "Meridian Post"), ("15 people", "Echo"))
    shown = lead(client)
    assert "12 people in Meridian Post against 15 people in Echo" in words(shown)
    address = f"{event.get_absolute_url()}#conflict-{event.conflicts.get().pk}"
    assert f'href="{address}"' in shown
    assert f'id="conflict-{event.conflicts.get().pk}"' in client.get(address).content.decode()


def test_figures_and_days_with_most_origins_lead(client: Client) -> None:
    sides = ("a", "Meridian Post"), ("b", "Echo")
    dispute("Denied raid", "denial", *sides, origins=9)
    dispute("Old record", "record", *sides, origins=9)
    dispute("Two days", "date", *sides, origins=2)
    dispute("Four counts", "number", *sides, origins=4)
    dispute("Alone", "number", ("a", "Echo"), ("b", "Echo"), origins=8)
    shown = words(lead(client)[: lead(client).index("Most widely told")])
    places = [shown.index(title) for title in ("Four counts", "Two days", "Denied", "Old record")]
    assert places == sorted(places)
    # what one source says both ways gives way to what two say
    assert "Alone" not in shown
    assert "All 5 events on which sources disagree" in shown


def test_of_many_sides_and_sources_the_line_counts_the_rest(client: Client) -> None:
    event = dispute("Fire", "number", ("3 dead", "Echo"), ("4 dead", "Post"), ("5 dead", "Star"))
    conflict = event.conflicts.get()
    for outlet in ("Herald", "Courier"):
        article = make.article(make.source(outlet), f"Four died, {outlet} says.")
        make.cite(event.claims.get(pk=conflict.values[1]["claims"][0]), article, "Four died")
    shown = words(lead(client))
    assert "3 dead in Echo against 4 dead in Post and 2 others and 1 more" in shown


def test_the_most_widely_told_events_come_by_origins(client: Client) -> None:
    for n in range(1, 7):
        event = make.event(f"Summit {n}", f"2022-05-0{n}", note="x")
        Event.objects.filter(pk=event.pk).update(origin_count=n, article_count=n + n % 2)
    shown = words(lead(client))
    places = [shown.index(f"Summit {n}") for n in (6, 5, 4, 3)]
    assert places == sorted(places)
    assert "Summit 2" not in shown
    assert "6 May 2022 · 6 origins" in shown and "5 origins, 6 articles" in shown


def test_the_lead_says_how_much_was_read_and_when(client: Client) -> None:
    world = make.world()
    Storyline.objects.create(slug="s", title="Shells", filter="actor=russia")
    shown = lead(client)
    assert "In all 3 events, told by 3 articles of 3 sources" in words(shown)
    assert f'datetime="{world.second.ingested_at:%Y-%m-%d}"' in shown
    assert 'href="/storylines/s/"' in shown


@pytest.mark.parametrize(
    "address", ["/?actor=russia", "/?order=oldest", "/?before=1", "/?from=soon", "/?undated=1"]
)
def test_a_filtered_or_paged_timeline_has_no_lead(client: Client, address: str) -> None:
    make.world()
    assert lead(client)
    assert not lead(client, address)


def test_the_lead_is_there_however_the_unfiltered_page_is_asked_for(client: Client) -> None:
    """One address shows one thing: taking the last filter off brings the lead back."""
    make.world()
    assert lead(client, "/", HX_Request="true", HX_Target="view") == lead(client)


def test_where_nothing_disagrees_it_says_so_and_without_events_there_is_no_lead(
    client: Client,
) -> None:
    assert not lead(client)
    make.event("Lone", "2022", note="x")
    shown = words(lead(client))
    assert "No two articles read so far contradict each other." in shown
    assert "No event is told by more than one origin so far." in shown


def test_the_unfiltered_page_takes_a_fixed_number_of_queries(client: Client) -> None:
    seen = []
    for copies in (2, 12):
        for n in range(copies):
            dispute(f"Row {copies} {n}", "date", (f"{n}", "Post"), (f"{n + 1}", f"Echo {n}"))
            Storyline.objects.create(slug=f"s-{copies}-{n}", title=f"S {copies} {n}")
        with CaptureQueriesContext(connection) as queries:
            assert lead(client)
        seen.append(len(queries))
    assert seen[0] == seen[1] <= 15  # two of them for names, which were added


def test_hostile_text_stays_text_in_the_lead_and_beside_the_sides(client: Client) -> None:
    event = dispute(HOSTILE, "number", (HOSTILE, HOSTILE), ("2", "Echo"))
    Source.objects.filter(name=HOSTILE).update(slug="bad")
    Storyline.objects.create(slug="s", title=HOSTILE)
    for page in (lead(client), client.get(event.get_absolute_url()).content.decode()):
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page


def test_a_disagreement_shows_who_gives_the_value_in_which_sentence(client: Client) -> None:
    event = dispute("Raid", "number", ("12 people", "Echo"), ("15 people", "Post"))
    claim = event.claims.earliest("pk")
    claim.attribution_text = "the harbour master"
    claim.save()
    page = client.get(event.get_absolute_url()).content.decode()
    assert "Raid: <b>12 people</b>." in page
    side = words(page[page.index("<h3>12 people") : page.index("<h3>15 people")])
    assert side.startswith("12 people Raid: 12 people . according to the harbour master Echo")


@pytest.mark.parametrize(
    ("quote", "wordings", "found"),
    [
        ("On  21\nFebruary he signed", ["21 February 2022", "21 february"], "21\nFebruary"),
        ("112 dead, 12 hurt", ["12"], "12"),
        ("12 hurt", ["", "15"], ""),
        ("cost 3.5 (in all)", ["3.5 (in"], "3.5 (in"),
    ],
)
def test_a_value_is_found_as_whole_words(quote: str, wordings: list[str], found: str) -> None:
    start, end = place_of(quote, wordings)
    assert quote[start:end] == found
    assert not found or quote.find(found, start) == start


def test_a_disagreement_on_a_number_marks_the_figure_and_not_the_day(client: Client) -> None:
    early = make.article(
        make.source("Meridian Post"), "The strike on Tuesday killed 64 people, officials said."
    )
    late = make.article(make.source("Harbour Courier"), "On Tuesday 43 people were killed.")
    event = make.event("The strike killed people", "2021-06-22")
    one = make.claim(event, early, early.text, date_text="on Tuesday", date_reason="“on Tuesday”")
    two = make.claim(event, late, late.text, date_text="On Tuesday")
    event.conflicts.create(
        kind="number",
        subject="people killed",
        values=[
            {"value": 64, "label": "64 killed", "claims": [one.pk]},
            {"value": 43, "label": "43 people", "claims": [two.pk]},
        ],
    )
    make.settle(event)
    page = client.get(event.get_absolute_url()).content.decode()
    sides = page.split('class="sides"')[1].split("</section>")
    assert "killed <b>64</b> people" in sides[0] and "Date: “on Tuesday”" not in sides[0]
    assert "On Tuesday <b>43 people</b> were killed" in sides[1]


@pytest.mark.django_db(transaction=True)
def test_it_is_read_anew_only_after_something_changed(client: Client) -> None:
    dispute("Ferry sinks", "number", ("12 people", "Meridian Post"), ("15 people", "Echo"))

    def asked() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as queries:
            return words(lead(client)), len(queries)

    first, anew = asked()
    again, kept = asked()
    assert again == first
    assert kept <= anew - 4
    Source.objects.filter(name="Echo").update(name="Evening Echo")
    assert "15 people in Evening Echo" in asked()[0]
    Storyline.objects.create(title="Ferries", slug="ferries")
    assert "Ferries" in asked()[0]
    assert asked()[1] == kept
    make.article(make.source("Echo"), "Nothing in particular.")  # the newest that was read in
    assert asked()[1] > kept
