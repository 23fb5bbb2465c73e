"""Of an article that waits in its group more may become known: the result is as without groups."""

from pathlib import Path

import pytest

from tests.ingest.articles import GRAIN, QUAKE, write
from tests.ingest.rows import all_rows
from timeline.ingest import Options, ingest, run, taking
from timeline.ingest.reread import reread
from timeline.ingest.verify import find_violations
from timeline.models import Article, Claim, Event

pytestmark = pytest.mark.django_db

FERRY = """Ferry aground off Lygra

The ferry Marsvin ran aground off Lygra on Tuesday with ninety people on board. Aune and her crew \
brought all passengers to Lygra by Wednesday. A tug pulled the ferry off the rock on Thursday, \
said the coast guard.
"""
FERRY_EDITED = FERRY.replace("ninety", "ninety-one")


def take_in(folder: Path, together: int):
    return ingest(Options(paths=[str(folder)], together=together))


def with_manifest(folder: Path, *rows: str) -> Path:
    (folder / "manifest.csv").write_text("\n".join(["path,url,source,title,published", *rows]))
    return folder


def stored() -> list[object]:
    """Articles and claims as a reader meets them."""
    articles = Article.objects.order_by("path").values_list(
        "path", "sha256", "title", "url", "metadata", "published_edtf"
    )
    claims = Claim.objects.order_by("citations__article__path", "citations__start")
    return [*articles, *claims.values_list("text", "date_edtf", "citations__article__path")]


def one_by_one_and_together(folder: Path) -> tuple[list[object], list[object]]:
    take_in(folder, 1)
    one_by_one = stored()
    Claim.objects.all().delete()
    Event.objects.all().delete()
    Article.objects.all().delete()
    take_in(folder, 128)
    assert list(find_violations()) == []
    return one_by_one, stored()


VERSIONS = ("v1.txt,https://x.example/a,X,,2023-05-10", "v2.txt,https://x.example/a,X,,")
TWINS = ("v1.txt,,,First title,", "v2.txt,https://x.example/a,,Second title,2023-05-10")


@pytest.mark.parametrize(("second", "rows"), [(FERRY_EDITED, VERSIONS), (FERRY, TWINS)])
def test_what_an_earlier_file_of_the_group_told_of_the_article_counts(
    tmp_path: Path, second: str, rows: tuple[str, str]
) -> None:
    folder = with_manifest(write(tmp_path / "news", v1=FERRY, v2=second), *rows)
    one_by_one, together = one_by_one_and_together(folder)
    assert together == one_by_one
    assert Claim.objects.filter(date_edtf="2023-05-09").exists()
    before = all_rows()
    assert take_in(folder, 128).counts.unchanged == 2
    assert all_rows() == before


def test_a_day_that_a_curator_decides_while_the_page_waits_dates_its_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "news", grain=GRAIN, v1=FERRY)
    take_in(folder, 128)
    write(folder, grain=GRAIN.replace("Share", "Read"), v1=FERRY_EDITED)
    store = taking.store

    def decided_meanwhile(extraction, known, share=None):
        counts = store(extraction, known, share)
        if extraction.document.path.endswith("grain.txt"):
            article = Article.objects.get(path__endswith="v1.txt")
            article.published_edtf = "2023-05-10"
            article.mark_curated(["published_edtf"])
            article.save()
            reread(article)
        return counts

    monkeypatch.setattr(taking, "store", decided_meanwhile)
    assert take_in(folder, 128).counts.updated == 2
    assert Claim.objects.filter(text__contains="ninety-one", date_edtf="2023-05-09").exists()


def test_extraction_that_fails_on_what_became_known_fails_one_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "news", v1=FERRY, v2=FERRY_EDITED, quake=QUAKE)
    with_manifest(folder, *VERSIONS, "quake.txt,,,,")
    failure = run.Failure("news/v2.txt", "extraction failed")
    monkeypatch.setattr(run, "reader", lambda knowledge: lambda document: failure)
    report = take_in(folder, 128)
    assert (report.counts.new, report.failures) == (2, [failure])
    assert "ninety-one" not in Article.objects.get(path__endswith="v1.txt").text


def test_bytes_without_a_source_are_those_of_the_source_before_and_of_no_later_one(
    tmp_path: Path,
) -> None:
    folder = write(tmp_path / "news", a=GRAIN, b=GRAIN, c=GRAIN)
    (folder / "manifest.csv").write_text("path,source\na.txt,Courier\nb.txt,\nc.txt,Herald\n")
    one_by_one, together = one_by_one_and_together(folder)
    assert together == one_by_one
    assert Article.objects.count() == 2
    assert all(claim.citations.count() == 2 for claim in Claim.objects.all())
