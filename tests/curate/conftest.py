"""A small stored world and a curator who is logged in."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from timeline.ingest.refresh import refresh_events
from timeline.models import (
    Actor,
    Alias,
    Article,
    ArticleShingle,
    ArticleVersion,
    Citation,
    Claim,
    Conflict,
    Event,
    IngestFailure,
    IngestRun,
    Mention,
    MergeProposal,
    Origin,
    SavedView,
    Source,
    Storyline,
    StorylineEvent,
    SuggestedActor,
    SuggestionPassage,
)

SENTENCE = "Ruritania {n} and Graustark signed river treaty number {n} in July, officials said."


@dataclass
class Rows:
    """The first row of each table."""

    source: Source
    origin: Origin
    article: Article
    actor: Actor
    event: Event
    claim: Claim
    citation: Citation
    mention: Mention
    storyline: Storyline
    run: IngestRun
    failure: IngestFailure
    proposal: MergeProposal


def make_article(n: int, source: Source, text: str) -> Article:
    article = Article.objects.create(
        source=source,
        origin=Origin.objects.create(credit=f"Wire {n}"),
        path=f"news/{n}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        title=f"River treaty {n}",
        body_spans=[[0, len(text)]],
        published_edtf="2021-08-02",
        published_basis="manifest",
        published_reason="the manifest says so",
        metadata={"published": "2021-08-02", "published_basis": "manifest"},
    )
    ArticleShingle.objects.create(article=article, value=n)
    ArticleVersion.objects.create(article=article, sha256=f"{n:064x}", path=f"old/{n}.txt")
    return article


def make_rows(n: int) -> Rows:
    """One row of each table (two participations), numbered `n` so that all stay unique."""
    source = Source.objects.create(slug=f"courier-{n}", name=f"Harbour Courier {n}")
    text = SENTENCE.format(n=n)
    article = make_article(n, source, text)
    actor = Actor.objects.create(key=f"ruritania-{n}", name=f"Ruritania {n}", kind="country")
    other = Actor.objects.create(
        key=f"graustark-{n}", name=f"Graustark {n}", kind="country", belongs_to=actor
    )
    Alias.objects.create(actor=actor, text=f"Strelsau {n}", kind="capital")
    event = Event.objects.create(title="(being written)")
    claim = Claim.objects.create(
        event=event,
        text=text[: text.index(",")],
        date_edtf="2021-07",
        date_text="in July",
        date_reason='"in July" + published 2 Aug 2021 = July 2021',
        type="AGREE",
        attribution_text="officials",
        terms=["river", "treati", "sign"],
    )
    citation = Citation.of(claim, article, 0, len(text))
    citation.save()
    mention = Mention.objects.create(claim=claim, actor=actor, role="actor", start=0, end=11)
    Mention.objects.create(claim=claim, actor=other, role="recipient", start=16, end=25)
    refresh_events([event.pk])
    event.refresh_from_db()
    spare = Event.objects.create(title=f"Another event {n}", curated_fields=["title"])
    Conflict.objects.create(
        event=event,
        kind="number",
        subject=f"treaties {n}",
        values=[{"value": "1", "label": "1 treaty", "claims": [claim.pk]}],
    )
    storyline = Storyline.objects.create(slug=f"rivers-{n}", title=f"Rivers {n}")
    StorylineEvent.objects.create(storyline=storyline, event=event)
    suggested = SuggestedActor.objects.create(name=f"Elbonian League {n}", kind="organisation")
    SuggestionPassage.objects.create(suggestion=suggested, article=article, start=0, end=9, count=2)
    SavedView.objects.keep(f"actor=ruritania-{n}")
    run = IngestRun.objects.create(arguments=["news"], articles_new=1)
    return Rows(
        source=source,
        origin=article.origin,
        article=article,
        actor=actor,
        event=event,
        claim=claim,
        citation=citation,
        mention=mention,
        storyline=storyline,
        run=run,
        failure=IngestFailure.objects.create(run=run, path=f"bad/{n}.bin", reason="not a text"),
        proposal=MergeProposal.objects.create(event=event, other=spare, score=0.4, reason="alike"),
    )


@pytest.fixture
def rows(db: None) -> Rows:
    return make_rows(1)


@pytest.fixture
def more(db: None) -> Callable[[int], Rows]:
    return make_rows


@pytest.fixture
def curator(db: None) -> User:
    """A member of the group, no superuser."""
    user = User.objects.create_user("ada", password="over the river", is_staff=True)
    user.groups.add(Group.objects.get(name="Curators"))
    return user


@pytest.fixture
def curating(client: Client, curator: User) -> Client:
    client.force_login(curator)
    return client


@pytest.fixture
def chief(client: Client, admin_user: User) -> Client:
    """A superuser's browser."""
    client.force_login(admin_user)
    return client
