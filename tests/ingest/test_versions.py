"""One page in several files: versions, other names, other spellings."""

from pathlib import Path

import pytest

from tests.ingest.articles import GRAIN, WIRE, write
from tests.ingest.rows import all_rows
from timeline.ingest import Options, ingest
from timeline.ingest.verify import find_violations
from timeline.models import Article, Citation, Claim, Source

pytestmark = pytest.mark.django_db


def take_in(folder: Path, **options: str):
    return ingest(Options(paths=[str(folder)], **options))  # type: ignore[arg-type]


def with_manifest(folder: Path, *rows: str) -> Path:
    (folder / "manifest.csv").write_text("\n".join(["path,url,source,published", *rows]) + "\n")
    return folder


def test_two_versions_of_one_page_in_a_folder_settle_after_the_first_run(tmp_path: Path) -> None:
    folder = write(tmp_path / "news", v1=GRAIN, v2=GRAIN.replace("Share", "Bread is dear. Share"))
    with_manifest(folder, "v1.txt,https://x.example/a,X,", "v2.txt,https://x.example/a,X,")
    take_in(folder)
    before = all_rows()
    report = take_in(folder)
    assert (report.counts.unchanged, report.counts.updated) == (2, 0)
    assert all_rows() == before
    assert Article.objects.count() == 1


def test_one_article_under_two_names_keeps_what_was_told_first(tmp_path: Path) -> None:
    folder = write(tmp_path / "news", one=GRAIN, two=GRAIN)
    with_manifest(folder, "one.txt,,,2022-07-23", "two.txt,,,2022-07-24")
    take_in(folder)
    before = all_rows()
    report = take_in(folder)
    assert report.counts.unchanged == 2
    assert all_rows() == before
    assert Article.objects.get().published_edtf == "2022-07-23"


def test_a_file_that_is_changed_back_changes_its_article_back(tmp_path: Path) -> None:
    folder = write(tmp_path / "news", page=GRAIN)
    take_in(folder)
    for text in (GRAIN.replace("Share", "Bread is dear. Share"), GRAIN):
        write(folder, page=text)
        assert take_in(folder).counts.updated == 1
    assert Article.objects.get().text == GRAIN
    assert list(find_violations()) == []


def test_a_source_spelled_otherwise_is_the_same_source(tmp_path: Path) -> None:
    folder = write(tmp_path / "news", page=GRAIN)
    for name in ("BBC", "bbc", " BBC "):
        take_in(folder, source=name)
    assert Article.objects.count() == 1
    assert Source.objects.get().name == "BBC"


def test_a_source_named_by_a_curator_stays_with_an_edited_page(tmp_path: Path) -> None:
    folder = write(tmp_path / "news", page=GRAIN)
    take_in(folder)
    article = Article.objects.get()
    article.source = Source.objects.create(slug="the-post", name="The Post")
    article.mark_curated(["source"])
    article.save()
    write(folder, page=GRAIN.replace("Share", "Bread is dear. Share"))
    report = take_in(folder)
    assert (report.counts.updated, report.counts.new) == (1, 0)
    article.refresh_from_db()
    assert article.source.name == "The Post"


def test_when_the_first_passage_of_a_claim_goes_its_names_move_to_the_next(tmp_path: Path) -> None:
    sentence = "Russia and Ukraine signed an agreement on grain in Istanbul on 22 July 2022."
    for outlet, head in (("courier", ""), ("post", "Grain and bread\n\n")):
        folder = write(tmp_path / outlet, page=f"{head}{sentence} {WIRE} So says the {outlet}.")
        take_in(with_manifest(folder, f"page.txt,,{outlet},"))
    shared = Claim.objects.get(text=sentence)
    assert shared.citations.count() == 2
    write(tmp_path / "courier", page=f"The two sides met. {WIRE} So says the courier.")
    take_in(tmp_path / "courier")
    citation = shared.citations.get()
    assert citation.article.source.name == "post"
    for mention in shared.mentions.all():
        assert citation.article.text[mention.start : mention.end] in (
            "Russia",
            "Ukraine",
            "Istanbul",
        )
    assert list(find_violations()) == []
    assert Citation.objects.filter(claim=shared).count() == 1


def test_a_sentence_that_stands_twice_keeps_both_claims_when_the_page_is_edited(
    tmp_path: Path,
) -> None:
    sentence = "Russia and Ukraine signed an agreement on grain in Istanbul on 22 July 2022."
    folder = write(tmp_path / "news", page=f"{sentence} {WIRE} {sentence}")
    take_in(folder)
    before = set(Claim.objects.values_list("pk", flat=True))
    write(folder, page=f"{sentence} {WIRE} {sentence} Bread is dear in the whole of the province.")
    take_in(folder)
    assert before <= set(Claim.objects.values_list("pk", flat=True))
    assert list(find_violations()) == []
