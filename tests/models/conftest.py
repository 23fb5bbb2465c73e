"""One good row of each table, made of our own words."""

import hashlib

import pytest

from timeline.models import Actor, Article, Citation, Claim, Event, Origin, Source

TEXT = "Ruritania and Graustark signed a river treaty on 5 May 2021, officials said."


@pytest.fixture
def source(db: None) -> Source:
    return Source.objects.create(slug="harbour-courier", name="Harbour Courier")


@pytest.fixture
def article(source: Source) -> Article:
    return Article.objects.create(
        source=source,
        origin=Origin.objects.create(),
        path="news/treaty.txt",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        encoding="utf-8",
        text=TEXT,
        published_edtf="2021-05-06",
        published_basis="page",
    )


@pytest.fixture
def actor(db: None) -> Actor:
    return Actor.objects.create(key="ruritania", name="Ruritania", kind="country", iso3="RUR")


@pytest.fixture
def event(db: None) -> Event:
    return Event.objects.create(
        title="River treaty", type="AGREE", date_edtf="2021-05-05", reported="2021-05-06"
    )


@pytest.fixture
def claim(event: Event) -> Claim:
    return Claim.objects.create(event=event, text=TEXT, date_edtf="2021-05-05")


@pytest.fixture
def citation(claim: Claim, article: Article) -> Citation:
    made = Citation.of(claim, article, 0, len(TEXT))
    made.save()
    return made
