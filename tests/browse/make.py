"""Rows for the tests of the pages: invented outlets about real, public facts."""

import hashlib
from dataclasses import dataclass

from timeline import edtf
from timeline.folding import fold, searchable
from timeline.models import (
    Actor,
    Article,
    Citation,
    Claim,
    Conflict,
    Event,
    Mention,
    Origin,
    Participation,
    Source,
)
from timeline.vocabulary import PublishedBasis, Role

TALKS = """HOME | WORLD | OPINION

Moscow and Pyongyang open talks on shells

The Kremlin will buy artillery shells from North Korea, a senior US official said on Monday.
The official asked not to be named.

Pyongyang denied the sale. "We have never exported arms to Russia," its defence ministry said.

In July, North Korea recognised Donetsk and Luhansk as independent states.

Subscribe to our newsletter
"""
COPY = """Shells from the North

Russia is in the process of buying millions of rockets and shells from North Korea,
according to a newly downgraded intelligence finding.

On February 26 this year, Vladimir Putin declared Donetsk and Luhansk independent.
"""


def source(name: str, **values: object) -> Source:
    slug = fold(name).replace(" ", "-").replace("’", "")
    return Source.objects.get_or_create(slug=slug, defaults={"name": name, **values})[0]


def article(publisher: Source, text: str, **values: object) -> Article:
    values.setdefault("origin", None)
    values["origin"] = values["origin"] or Origin.objects.create()
    values.setdefault("published_edtf", "2022-09-06")
    values.setdefault("published_basis", PublishedBasis.MANIFEST.value)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    values.setdefault("path", f"{sha256[:8]}.txt")
    return Article.objects.create(
        source=publisher,
        text=text,
        sha256=sha256,
        encoding="utf-8",
        **values,
    )


def actor(key: str, name: str, kind: str = "country", **values: object) -> Actor:
    return Actor.objects.get_or_create(key=key, defaults={"name": name, "kind": kind, **values})[0]


def event(title: str, date: str = "", type: str = "", **values: object) -> Event:
    return Event.objects.create(title=title, date_edtf=date, type=type, **values)


def part(of: Event, who: Actor, role: Role = Role.ACTOR) -> None:
    Participation.objects.create(event=of, actor=who, role=role.value)


def claim(of: Event, told_by: Article, quote: str, **values: object) -> Claim:
    """A claim with one citation; `quote` must stand in the article."""
    values.setdefault("text", quote)
    made = Claim.objects.create(event=of, **values)
    cite(made, told_by, quote)
    return made


def cite(made: Claim, told_by: Article, quote: str) -> Citation:
    start = told_by.text.index(quote)
    citation = Citation.of(made, told_by, start, start + len(quote))
    citation.save()
    return citation


def settle(of: Event) -> Event:
    """Bring an event's counts and search text into step with its claims, as ingest does."""
    claims = list(of.claims.all())
    articles = Article.objects.filter(citations__claim__event=of).distinct()
    of.claim_count = len(claims)
    of.article_count = articles.count()
    of.origin_count = len(set(articles.values_list("origin_id", flat=True)))
    of.has_conflict = of.conflicts.exists()
    named = [actor.name for actor in of.actors.all()]
    of.search_text = searchable([of.title, *named, *(claim.text for claim in claims)])
    of.save()
    return of


@dataclass
class World:
    russia: Actor
    north_korea: Actor
    putin: Actor
    sale: Event
    recognition: Event
    decree: Event
    first: Article
    second: Article


def world() -> World:
    """Three events told by two articles: a plan denied, a month, a disputed date."""
    russia = actor("russia", "Russia", iso3="RUS")
    north_korea = actor("north-korea", "North Korea", iso3="PRK")
    usa = actor("united-states", "United States", iso3="USA")
    donetsk = actor("donetsk", "Donetsk", "place")
    putin = actor("vladimir-putin", "Vladimir Putin", "person", belongs_to=russia)
    russia.aliases.create(text="the Kremlin", kind="seat")
    desk = source("Meridian Post", reliability="B", homepage="https://meridian.example/")
    letter = source("Leo’s Letter")
    body = TALKS.index("Moscow and"), TALKS.index("Subscribe")
    first = article(
        desk,
        TALKS,
        title="Moscow and Pyongyang open talks on shells",
        url="https://meridian.example/shells?id=1&x=2",
        archived_url="https://archive.example/shells",
        body_spans=[list(body)],
        language="en",
        published_reason="The manifest gives 2022-09-06.",
    )
    second = article(
        letter,
        COPY,
        title="Shells from the North",
        published_edtf="2022-08-24/2022-12-31",
        published_basis=PublishedBasis.INFERRED.value,
        published_reason="“this year” beside “February 26” and the war: 2022.",
        language="en",
    )
    sale = _sale(first, second, russia, north_korea, usa)
    recognition = event(
        "North Korea recognises Donetsk and Luhansk",
        "2022-07",
        "SUPPORT",
        date_text="In July",
        date_inferred=True,
        date_reason="“In July” in an article of 2022.",
    )
    part(recognition, north_korea)
    part(recognition, donetsk, Role.RECIPIENT)
    claim(recognition, first, "North Korea recognised Donetsk and Luhansk as independent states")
    decree = _decree(second, putin, donetsk)
    for each in (sale, recognition, decree):
        settle(each)
    return World(russia, north_korea, putin, sale, recognition, decree, first, second)


def _sale(first: Article, second: Article, russia: Actor, north_korea: Actor, usa: Actor) -> Event:
    sale = event(
        "Russia prepares to buy shells from North Korea",
        "2022-09-05",
        "COOPERATE",
        date_text="on Monday",
        date_reason="“on Monday” + published Tue 6 Sep 2022 = 5 Sep 2022",
        type_reason="“buy” is COOPERATE.",
        reviewed=True,
    )
    part(sale, russia)
    part(sale, north_korea, Role.RECIPIENT)
    part(sale, usa, Role.MENTIONED)
    planned = claim(
        sale,
        first,
        "The Kremlin will buy artillery shells from North Korea",
        standing="planned",
        standing_reason="“will”",
        attribution_text="a senior US official",
        attribution_actor=usa,
        attribution_reason="“said” after the sentence.",
        date_edtf="2022-09-05",
        date_text="on Monday",
        date_reason="“on Monday” + published Tue 6 Sep 2022 = 5 Sep 2022",
        link_reason="The first claim of this event.",
    )
    Mention.objects.create(
        claim=planned,
        actor=russia,
        role="actor",
        start=first.text.index("The Kremlin"),
        end=first.text.index("The Kremlin") + len("The Kremlin"),
    )
    claim(
        sale,
        first,
        '"We have never exported arms to Russia," its defence ministry said',
        text="We have never exported arms to Russia",
        standing="denied",
        standing_reason="“denied”",
        attribution_text="its defence ministry",
        attribution_actor=north_korea,
    )
    claim(
        sale,
        second,
        "Russia is in the process of buying millions of rockets and shells from North Korea",
        attribution_text="a newly downgraded intelligence finding",
        link_reason="Same actors, same type, shared words: buy, shells.",
    )
    return sale


def _decree(second: Article, putin: Actor, donetsk: Actor) -> Event:
    """A third article gives another day than the second."""
    decree = event("Putin declares Donetsk independent", "[2022-02-21,2022-02-26]", "SUPPORT")
    part(decree, putin)
    part(decree, donetsk, Role.RECIPIENT)
    text = "On 21 February Vladimir Putin signed decrees on Donetsk and Luhansk.\n"
    third = article(source("Harbour Courier"), text, title="Decrees signed")
    early = claim(decree, third, text.strip(), date_edtf="2022-02-21", date_text="21 February")
    late = claim(
        decree,
        second,
        "Vladimir Putin declared Donetsk and Luhansk independent",
        date_edtf="2022-02-26",
        date_text="On February 26",
    )
    Conflict.objects.create(
        event=decree,
        kind="date",
        values=[
            {
                "value": "2022-02-21",
                "label": edtf.parse("2022-02-21").phrase(),
                "claims": [early.pk],
            },
            {
                "value": "2022-02-26",
                "label": edtf.parse("2022-02-26").phrase(),
                "claims": [late.pk],
            },
        ],
    )
    return decree
