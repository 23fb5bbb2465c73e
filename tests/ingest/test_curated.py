"""What a curator decided stays decided."""

from pathlib import Path

import pytest

from tests.ingest.articles import GRAIN, GRAIN_AGAIN, write
from timeline.ingest import Options, ingest
from timeline.ingest.reread import reread
from timeline.models import Actor, Alias, Article, Claim, Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write(tmp_path / "news", grain=GRAIN)
    ingest(Options(paths=[str(folder)]))
    return folder


def signing() -> Event:
    return Event.objects.get(claims__text__contains="signed")


def test_a_curated_title_and_date_survive_another_article_on_the_event(folder: Path) -> None:
    event = signing()
    event.title, event.date_edtf = "The Istanbul accord", "2022-07"
    event.mark_curated(["title", "date_edtf"])
    event.save()
    ingest(Options(paths=[str(write(folder, grain_again=GRAIN_AGAIN))]))
    event.refresh_from_db()
    assert event.article_count == 2
    assert (event.title, event.date_edtf) == ("The Istanbul accord", "2022-07")


def test_curated_actors_survive_another_article_on_the_event(folder: Path) -> None:
    event = signing()
    event.participations.exclude(actor__key="russia").delete()
    event.mark_curated(["actors"])
    event.save()
    ingest(Options(paths=[str(write(folder, grain_again=GRAIN_AGAIN))]))
    assert [part.actor.key for part in event.participations.all()] == ["russia"]


def test_an_edit_that_would_lose_a_curated_claim_is_refused_with_the_passage(
    folder: Path,
) -> None:
    claim = Claim.objects.get(text__contains="signed")
    claim.standing = "confirmed"
    claim.mark_curated(["standing"])
    claim.save()
    write(folder, grain=GRAIN.replace("signed an agreement", "reached no agreement"))
    report = ingest(Options(paths=[str(folder)]))
    assert report.counts.failed == 1
    assert "signed" in report.failures[0].reason
    assert Article.objects.get().text == GRAIN


def test_a_curated_claim_keeps_its_standing_when_its_page_is_edited(folder: Path) -> None:
    claim = Claim.objects.get(text__contains="signed")
    claim.standing = "confirmed"
    claim.mark_curated(["standing"])
    claim.save()
    write(folder, grain="A new headline\n\n" + GRAIN)
    ingest(Options(paths=[str(folder)]))
    claim.refresh_from_db()
    assert claim.standing == "confirmed"
    citation = claim.citations.get()
    assert citation.article.text[citation.start : citation.end] == citation.quote


def test_a_publication_date_set_by_a_curator_dates_the_claims_and_stays(tmp_path: Path) -> None:
    text = (
        "Kyiv talks\n\nRussia and Ukraine met for talks in Istanbul on Tuesday, officials said.\n"
    )
    folder = write(tmp_path / "talks", talks=text)
    ingest(Options(paths=[str(folder)]))
    article = Article.objects.get(path="talks/talks.txt")
    article.published_edtf = "2022-03-30"
    article.mark_curated(["published_edtf"])
    article.save()
    reread(article)
    assert Claim.objects.get(citations__article=article).date_edtf == "2022-03-29"
    report = ingest(Options(paths=[str(folder)], published="2019-01-01"))
    article.refresh_from_db()
    assert report.counts.unchanged == 1
    assert (article.published_edtf, article.published_basis) == ("2022-03-30", "curated")


def test_a_curated_actor_keeps_its_name_and_aliases(folder: Path) -> None:
    actor = Actor.objects.get(key="russia")
    actor.name = "Russian Federation"
    actor.mark_curated(["name", "aliases"])
    actor.save()
    Alias.objects.filter(actor=actor, text="Moscow").delete()
    ingest(Options(paths=[str(write(folder, grain_again=GRAIN_AGAIN))]))
    actor.refresh_from_db()
    assert actor.name == "Russian Federation"
    assert not actor.aliases.filter(text="Moscow").exists()


def test_an_alias_a_curator_adds_is_found_in_the_next_article(folder: Path) -> None:
    Alias.objects.create(actor=Actor.objects.get(key="russia"), text="Zemblan")
    text = "Zembla\n\nZemblan inspectors searched two ships in the port on 3 May 2021.\n"
    ingest(Options(paths=[str(write(folder, zembla=text))]))
    assert Event.objects.get(earliest__year=2021).actors.filter(key="russia").exists()
