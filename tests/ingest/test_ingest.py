"""Files in, rows out: what an ingest writes, and what it must never do."""

import hashlib
from pathlib import Path

import pytest

from tests.ingest.articles import GRAIN, GRAIN_AGAIN, QUAKE, write
from tests.ingest.rows import all_rows
from timeline.ingest import Options, ingest, taking
from timeline.ingest.verify import find_violations
from timeline.models import Article, Citation, Claim, Event, IngestFailure, IngestRun, Source

pytestmark = pytest.mark.django_db


def take_in(*paths: Path, **options: object):
    return ingest(Options(paths=[str(path) for path in paths], **options))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "news", grain=GRAIN, grain_again=GRAIN_AGAIN, quake=QUAKE)


def test_a_folder_goes_in_with_its_counts(folder: Path) -> None:
    report = take_in(folder)
    assert (report.counts.new, report.counts.failed) == (3, 0)
    assert report.counts.claims == Claim.objects.count() > 3
    assert report.counts.citations == Citation.objects.count()
    assert report.counts.events == Event.objects.count()


def test_every_quote_is_its_articles_words(folder: Path) -> None:
    take_in(folder)
    for citation in Citation.objects.select_related("article"):
        assert citation.article.text[citation.start : citation.end] == citation.quote


def test_the_text_is_kept_as_it_was_read(folder: Path) -> None:
    take_in(folder)
    article = Article.objects.get(path="news/grain.txt")
    assert article.text == GRAIN
    assert article.sha256 == hashlib.sha256(GRAIN.encode()).hexdigest()


def test_page_chrome_supports_nothing(folder: Path) -> None:
    take_in(folder)
    assert not Citation.objects.filter(quote__contains="Share this").exists()
    assert not Citation.objects.filter(quote__contains="comment").exists()


def test_ingesting_twice_changes_no_row(folder: Path) -> None:
    take_in(folder)
    before = all_rows()
    report = take_in(folder)
    assert report.counts.unchanged == 3
    assert all_rows() == before


def test_the_same_file_from_elsewhere_changes_no_row(folder: Path, tmp_path: Path) -> None:
    take_in(folder)
    before = all_rows()
    take_in(write(tmp_path / "copy", other_name=QUAKE))
    assert all_rows() == before


def test_two_articles_on_one_thing_make_one_event(folder: Path) -> None:
    take_in(folder)
    (event,) = Event.objects.filter(earliest__year=2022, article_count=2)
    assert {c.article.path for claim in event.claims.all() for c in claim.citations.all()} == {
        "news/grain.txt",
        "news/grain_again.txt",
    }


def test_a_disagreement_on_the_day_is_kept_as_a_conflict(folder: Path) -> None:
    take_in(folder)
    event = Event.objects.get(has_conflict=True)
    assert event.date_edtf == "[2022-07-22,2022-07-23]"
    (conflict,) = event.conflicts.all()
    assert {value["value"] for value in conflict.values} == {"2022-07-22", "2022-07-23"}


def test_nothing_is_stored_in_a_dry_run(folder: Path) -> None:
    report = take_in(folder, dry_run=True)
    assert report.counts.new == 3
    assert report.counts.claims > 0
    assert not Article.objects.exists()


def test_a_bad_file_is_reported_and_the_others_go_in(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    report = take_in(folder)
    assert (report.counts.new, report.counts.failed) == (3, 1)
    failure = IngestFailure.objects.get()
    assert failure.path == "news/empty.txt"
    assert failure.reason


def test_a_failure_is_over_when_the_file_goes_in(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    take_in(folder)
    (folder / "empty.txt").write_text(QUAKE.replace("Greece", "Israel"), encoding="utf-8")
    take_in(folder)
    assert not IngestFailure.objects.exists()


def test_a_run_that_changes_nothing_leaves_no_row(folder: Path) -> None:
    take_in(folder)
    take_in(folder)
    assert IngestRun.objects.count() == 1


def test_the_publication_date_given_later_dates_the_claims(tmp_path: Path) -> None:
    text = (
        "Kyiv talks\n\nRussia and Ukraine met for talks in Istanbul on Tuesday, officials said.\n"
    )
    folder = write(tmp_path / "news", talks=text)
    take_in(folder)
    claim = Claim.objects.get()
    assert claim.earliest is None
    report = take_in(folder, published="2022-03-30")
    assert report.counts.updated == 1
    claim.refresh_from_db()
    assert claim.date_edtf == "2022-03-29"
    assert "2022" in claim.date_reason
    assert Event.objects.get().date_edtf == "2022-03-29"


def test_an_edited_page_updates_its_article(folder: Path) -> None:
    take_in(folder)
    edited = GRAIN.replace("ease the food crisis", "end the food crisis")
    write(folder, grain=edited)
    report = take_in(folder)
    assert (report.counts.updated, report.counts.new) == (1, 0)
    article = Article.objects.get(path="news/grain.txt")
    assert article.text == edited
    assert not Claim.objects.filter(text__contains="ease the food crisis").exists()
    assert list(find_violations()) == []


def test_another_text_at_the_same_path_is_another_article(folder: Path) -> None:
    take_in(folder)
    write(folder, quake="Storm\n\nA storm sank two ships off Greece on 3 May 2021, police said.\n")
    report = take_in(folder)
    assert (report.counts.updated, report.counts.new) == (0, 1)
    assert Article.objects.filter(path="news/quake.txt").count() == 2


def test_the_source_of_the_manifest_is_the_articles(folder: Path) -> None:
    (folder / "manifest.csv").write_text("path,source\nquake.txt,The Harbour Courier\n")
    take_in(folder)
    assert Article.objects.get(path="news/quake.txt").source.name == "The Harbour Courier"
    assert Source.objects.count() == 2


def test_the_same_bytes_of_two_sources_are_two_articles_of_one_origin(tmp_path: Path) -> None:
    for outlet in ("Courier", "Post"):
        folder = write(tmp_path / outlet, story=GRAIN + QUAKE)
        (folder / "manifest.csv").write_text(f"path,source\nstory.txt,{outlet}\n")
        take_in(folder)
    assert Article.objects.count() == 2
    assert Article.objects.values("origin").distinct().count() == 1
    event = Event.objects.filter(earliest__year=2023).first()
    assert event is not None
    assert (event.article_count, event.origin_count) == (2, 1)


def test_wire_copy_is_one_claim_with_two_citations(tmp_path: Path) -> None:
    for outlet in ("Courier", "Post"):
        folder = write(tmp_path / outlet, story=GRAIN)
        (folder / "manifest.csv").write_text(f"path,source\nstory.txt,{outlet}\n")
        take_in(folder)
    assert all(claim.citations.count() == 2 for claim in Claim.objects.all())


def test_an_article_that_breaks_extraction_is_a_failure_with_its_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(document, world):
        raise RuntimeError("no such luck")

    monkeypatch.setattr("timeline.extract.workers.extract", breaks)
    report = take_in(folder)
    assert report.counts.failed == 3
    assert "no such luck" in report.failures[0].reason


def test_an_interrupt_keeps_what_is_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "SLICE", 2)
    done: list[str] = []

    def interrupt(path: str) -> None:
        done.append(path)
        if len(done) == 2:
            raise KeyboardInterrupt

    report = ingest(Options(paths=[str(folder)]), progress=interrupt)
    assert report.interrupted
    assert Article.objects.count() == 2
    assert list(find_violations()) == []


def test_an_article_known_only_to_be_later_than_a_year_finds_the_events_since(
    tmp_path: Path,
) -> None:
    take_in(write(tmp_path / "one", grain=GRAIN))
    text = "Deal\n\nRussia and Ukraine signed the agreement that lets grain ships leave Odesa.\n"
    take_in(write(tmp_path / "two", deal=text), published="2019-01-01/..")
    assert Event.objects.filter(earliest__year=2022, article_count=2).exists()


def test_verify_finds_a_quote_that_is_not_the_articles(folder: Path) -> None:
    take_in(folder)
    assert list(find_violations()) == []
    citation = Citation.objects.earliest("pk")
    other = "x" * (citation.end - citation.start)
    Citation.objects.filter(pk=citation.pk).update(quote=other)
    assert any("is not the quote" in sentence for sentence in find_violations())
