"""Documents come one by one, each with what is told of it."""

import hashlib
import io
from pathlib import Path

import pytest

from timeline.read.documents import read_documents
from timeline.read.manifest import ManifestError
from timeline.read.tally import Tally
from timeline.records import Document, Failure
from timeline.vocabulary import PublishedBasis


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news/sub").mkdir(parents=True)
    (tmp_path / "news/a.txt").write_bytes("Talks began – at last.\r\n".encode("cp1252"))
    (tmp_path / "news/sub/b.txt").write_text("Talks ended.")
    return tmp_path


def documents(*paths: str, **options: object) -> dict[str, Document]:
    read = read_documents(paths, **options)  # type: ignore[arg-type]
    return {item.path: item for item in read if isinstance(item, Document)}


def failures(*paths: str, **options: object) -> list[Failure]:
    read = read_documents(paths, **options)  # type: ignore[arg-type]
    return [item for item in read if isinstance(item, Failure)]


def test_a_document_holds_text_digest_and_encoding(folder: Path) -> None:
    found = documents("news")["news/a.txt"]
    data = (folder / "news/a.txt").read_bytes()
    assert found.text == "Talks began – at last.\r\n"
    assert found.encoding == "cp1252"
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_reading_is_lazy(folder: Path) -> None:
    stream = iter(read_documents(["news"]))
    assert isinstance(next(stream), Document)
    (folder / "news/sub/b.txt").write_text("Changed before it was read.")
    assert next(stream).text.startswith("Changed")  # type: ignore[union-attr]


def test_a_bad_file_is_a_failure_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "news/0.txt").write_bytes(b"")
    assert failures("news") == [Failure("news/0.txt", "the file is empty")]
    assert len(documents("news")) == 2


def test_the_manifest_of_a_folder_is_picked_up(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text("path,title\na.txt,One\nsub/b.txt,Two\n")
    found = documents("news")
    assert [document.metadata.title for document in found.values()] == ["One", "Two"]


def test_the_nearest_manifest_wins(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text("path,title\nsub/b.txt,Far\n")
    (folder / "news/sub/manifest.csv").write_text("path,title\nb.txt,Near\n")
    assert documents("news")["news/sub/b.txt"].metadata.title == "Near"


def test_the_manifest_beside_a_named_file_is_picked_up(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text("path,title\na.txt,One\n")
    assert documents("news/a.txt")["news/a.txt"].metadata.title == "One"


def test_a_manifest_counts_for_a_pattern_from_its_fixed_part(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text("path,title\nsub/b.txt,Two\n")
    assert documents("news/**/b.txt")["news/sub/b.txt"].metadata.title == "Two"


def test_a_given_manifest_is_relative_to_its_own_folder(folder: Path) -> None:
    (folder / "list.csv").write_text("path,source\nnews/a.txt,The Herald\n")
    found = documents("news", manifest=folder / "list.csv")
    assert found["news/a.txt"].metadata.source == "The Herald"
    assert found["news/sub/b.txt"].metadata.source is None


def test_arguments_fill_what_the_manifest_leaves_open(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text(
        "path,published,source\na.txt,2022-09-06,The Herald\n"
    )
    found = documents("news", published="2022-10", source="Wire")
    first, second = found["news/a.txt"].metadata, found["news/sub/b.txt"].metadata
    assert (first.published, first.published_basis) == ("2022-09-06", PublishedBasis.MANIFEST)
    assert (second.published, second.published_basis) == ("2022-10", PublishedBasis.ARGUMENT)
    assert (first.source, second.source) == ("The Herald", "Wire")


def test_a_broken_manifest_leaves_its_articles_out_and_says_so_once(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text("path,colour\na.txt,red\n")
    assert documents("news") == {}
    (failure,) = failures("news")
    assert 'unknown column "colour"' in failure.reason
    assert "left out until it is mended" in failure.reason


def test_bad_arguments_are_refused_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(ManifestError):
        read_documents(["news"], manifest=folder / "absent.csv")
    with pytest.raises(ValueError, match='"yesterday" is no publication date'):
        read_documents(["news"], published="yesterday")


def test_a_row_without_a_file_is_noted(folder: Path) -> None:
    (folder / "news/manifest.csv").write_text("path,title\ngone.txt,One\n")
    tally = Tally()
    list(read_documents(["news"], tally=tally))
    assert "names gone.txt" in tally.notes[0]


def test_standard_input_is_read_as_one_document() -> None:
    found = documents("-", stdin=io.BytesIO(b"Talks began."), source="Wire")
    assert found["-"].text == "Talks began."
    assert found["-"].metadata.source == "Wire"
    assert failures("-")[0].reason == "there is no standard input to read"


def test_a_large_file_is_refused_by_its_size(folder: Path) -> None:
    with (folder / "news/big.txt").open("wb") as stream:
        stream.truncate(20_000_000)
    assert "20 MB, more than the 5 MB" in failures("news")[0].reason
