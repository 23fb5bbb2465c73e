"""Decisions of curators against the machine: the next ingest, and articles read again."""

from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from tests.curate.forms import save
from timeline.curate import articles
from timeline.ingest import Options, ingest
from timeline.ingest.verify import find_violations
from timeline.ingest.writer import Refused
from timeline.models import Actor, Article, Claim, Event

pytestmark = pytest.mark.django_db

TALKS = (
    "Talks on the river\n\n"
    "Russia and Ukraine met for talks in Istanbul on Tuesday, officials said.\n\n"
    "The Kremlin said that Turkey hosted a second meeting on Thursday.\n"
)
LATER = "The delegations are to meet again next week, the Turkish foreign ministry said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talks.txt").write_text(TALKS)
    take_in(tmp_path)
    return tmp_path


def take_in(folder: Path, **told: str) -> None:
    report = ingest(Options(paths=[str(folder)], **told))
    assert not report.failures
    assert not list(find_violations())


def talks() -> Claim:
    return Claim.objects.get(text__contains="Istanbul")


def test_what_was_edited_survives_the_next_ingest(curating: Client, folder: Path) -> None:
    event, claim = talks().event, talks()
    save(curating, event, title="Istanbul talks", date_edtf="2022-03")
    save(curating, claim, standing="confirmed", attribution_text="two delegations")
    (folder / "talks.txt").write_text(TALKS + "\n" + LATER)
    take_in(folder, published="2022-03-30")
    event.refresh_from_db()
    claim.refresh_from_db()
    assert (event.title, event.date_edtf) == ("Istanbul talks", "2022-03")
    assert (claim.standing, claim.attribution_text) == ("confirmed", "two delegations")
    assert claim.standing_reason == "set by a curator (before: reported)"
    assert claim.date_edtf == "2022-03-29"


def test_a_claim_stays_where_a_curator_put_it(curating: Client, folder: Path) -> None:
    target = Claim.objects.get(text__contains="second meeting").event
    claim = talks()
    save(curating, claim, event=target.pk)
    (folder / "talks.txt").write_text("Corrected.\n\n" + TALKS)
    take_in(folder)
    claim.refresh_from_db()
    assert claim.event == target


def test_named_actors_a_curator_decided_move_with_an_edited_page(
    curating: Client, folder: Path
) -> None:
    claim = talks()
    named = claim.mentions.order_by("start")[0]
    position = list(claim.mentions.order_by("start")).index(named)
    save(curating, claim, **{f"mentions-{position}-role": "mentioned"})
    (folder / "talks.txt").write_text("Corrected by the editors.\n\n" + TALKS)
    take_in(folder)
    named.refresh_from_db()
    text = Article.objects.get().text
    assert (text[named.start : named.end], named.role) == ("Russia", "mentioned")


def test_a_publication_date_dates_the_claims_and_says_which(curating: Client, folder: Path) -> None:
    article = Article.objects.get()
    response = save(curating, article, published_edtf="2022-03-30")
    article.refresh_from_db()
    assert (article.published_basis, article.curated_fields) == ("curated", ["published_edtf"])
    assert talks().date_edtf == "2022-03-29"
    assert talks().event.date_edtf == "2022-03-29"
    said = " ".join(str(message) for message in response.context["messages"])
    assert "the dates of 2 claims changed" in said
    assert "is now 29 March 2022" in said
    assert not list(find_violations())


@pytest.mark.parametrize("how", [{"release": ["published"]}, {"published_edtf": ""}])
def test_a_publication_date_given_back_is_the_one_that_was_told(
    how: dict, curating: Client, folder: Path
) -> None:
    take_in(folder, published="2022-05-04")
    article = Article.objects.get()
    save(curating, article, published_edtf="2022-03-30")
    assert talks().date_edtf == "2022-03-29"
    take_in(folder)
    save(curating, article, **how)
    article.refresh_from_db()
    assert (article.published_edtf, article.published_basis) == ("2022-05-04", "argument")
    assert (article.curated_fields, talks().date_edtf) == ([], "2022-05-03")


def test_a_date_a_curator_set_on_a_claim_is_not_worked_out_again(
    curating: Client, folder: Path
) -> None:
    save(curating, talks(), date_edtf="2022-03")
    save(curating, Article.objects.get(), published_edtf="2023-01-04")
    assert talks().date_edtf == "2022-03"


def test_a_claim_given_back_is_read_again(curating: Client, folder: Path) -> None:
    claim = talks()
    before = Claim.objects.filter(pk=claim.pk).values().get()
    named = set(claim.mentions.values_list("actor", "role"))
    russia = Actor.objects.get(key="russia")
    save(
        curating,
        claim,
        standing="denied",
        attribution_text="nobody",
        attribution_actor=russia.pk,
        date_edtf="2001",
        **{"mentions-0-DELETE": "on"},
    )
    everything = ["standing", "attribution", "date", "actors named"]
    save(curating, claim, release=everything)
    assert Claim.objects.filter(pk=claim.pk).values().get() == before
    assert set(claim.mentions.values_list("actor", "role")) == named


def test_an_actor_given_back_is_as_the_knowledge_files_have_it(
    curating: Client, folder: Path
) -> None:
    russia = Actor.objects.get(key="russia")
    aliases = set(russia.aliases.values_list("text", flat=True))
    save(curating, russia, name="Russian Federation", **{"aliases-0-DELETE": "on"})
    take_in(folder)
    russia.refresh_from_db()
    assert (russia.name, len(aliases) - russia.aliases.count()) == ("Russian Federation", 1)
    save(curating, russia, release=["name", "aliases"])
    russia.refresh_from_db()
    assert russia.name == "Russia"
    assert set(russia.aliases.values_list("text", flat=True)) == aliases


def test_an_actor_of_the_knowledge_files_is_not_deleted(chief: Client, folder: Path) -> None:
    unnamed = Actor.objects.filter(participations=None, mentions=None, key="tuvalu").get()
    page = f"/admin/timeline/actor/{unnamed.pk}/delete/"
    assert "the next ingest would bring it back" in chief.get(page).content.decode()
    chief.post(page, {"post": "yes"})
    assert Actor.objects.filter(pk=unnamed.pk).exists()


def test_a_refusal_is_said_and_nothing_is_saved(
    curating: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(article: Article) -> None:
        raise Refused("a curator has worked on 1 claims")

    monkeypatch.setattr(articles, "reread", refuse)
    response = save(curating, Article.objects.get(), published_edtf="2022-03-30", title="Other")
    said = [str(message) for message in get_messages(response.wsgi_request)]
    shown = said or [str(message) for message in response.context["messages"]]
    assert "Nothing was saved: a curator has worked on 1 claims." in shown
    assert Article.objects.get().curated_fields == []
    assert Article.objects.get().title != "Other"


def test_an_event_a_curator_checked_stays_without_its_claims(
    curating: Client, folder: Path
) -> None:
    event = talks().event
    save(curating, event, reviewed="on")
    (folder / "talks.txt").write_text(TALKS.replace("met for talks in Istanbul", "kept silent"))
    take_in(folder)
    assert Event.objects.get(pk=event.pk).claim_count == 0
