"""The manifest says what is known of articles, and what it gets wrong is told by line."""

from pathlib import Path

import pytest

from timeline.read.manifest import ManifestError, read_manifest, split_byline
from timeline.vocabulary import PublishedBasis


def manifest(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "manifest.csv"
    file.write_bytes(text.encode(encoding))
    return file


def test_all_columns_are_read(tmp_path: Path) -> None:
    rows = read_manifest(
        manifest(
            tmp_path,
            "path,url,source,title,published,byline,archived_url,language\n"
            'grain/1.txt,https://example.org/1,The Herald,"Deal, at last",2022-07-22,'
            "Ann Lee and Bo Ek,https://web.archive.org/1,EN\n",
        )
    ).rows
    found = rows["grain/1.txt"]
    assert found.url == "https://example.org/1"
    assert found.source == "The Herald"
    assert found.title == "Deal, at last"
    assert (found.published, found.published_basis) == ("2022-07-22", PublishedBasis.MANIFEST)
    assert found.bylines == ("Ann Lee", "Bo Ek")
    assert found.archived_url == "https://web.archive.org/1"
    assert found.language == "en"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_save_it_in_many_ways(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = "Path;Source\r\n1.txt;Der Kurier für Málaga\r\n\r\n".replace(";", delimiter)
    rows = read_manifest(manifest(tmp_path, text, encoding)).rows
    assert rows["1.txt"].source == "Der Kurier für Málaga"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("path,author\n1.txt,X\n", 'unknown column "author"; the columns are path, url'),
        ("url,title\nhttps://example.org,X\n", 'no column "path"'),
        ("path,path\na,b\n", "there twice"),
        ("path,title\n1.txt,A\n./1.txt,B\n", 'line 3: "./1.txt" is named twice'),
        ("path,title\n,A\n", "line 2: no path"),
        ("path,title\n1.txt,One, two\n", "line 2: more cells than columns"),
        ("path,published\n1.txt,06/09/2022\n", r'line 2: "06/09/2022" .* write 2022-09-06'),
        ("path,published\n1.txt,2022-02-30\n", "line 2"),
        ("path,url\n1.txt,javascript:alert(1)\n", "line 2: url .* is no web address"),
        ("", "the file is empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ManifestError, match=words):
        read_manifest(manifest(tmp_path, text))


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="no such file"):
        read_manifest(tmp_path / "manifest.csv")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-09-06", "2022-09-06"),
        ("2022-09-06T23:30:00+02:00", "2022-09-06"),
        ("2022-09-06 10:15", "2022-09-06"),
        ("2022-09", "2022-09"),
        ("2022-09-01/2022-09-08", "2022-09-01/2022-09-08"),
        ("", None),
    ],
)
def test_published_is_edtf_or_an_iso_time(tmp_path: Path, value: str, expected: str | None) -> None:
    rows = read_manifest(manifest(tmp_path, f"path,published\n1.txt,{value}\n")).rows
    assert rows["1.txt"].published == expected


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee; Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ann Lee and Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Sandy Anderson", ("Sandy Anderson",)),
        ("", ()),
    ],
)
def test_bylines_are_split_between_names(byline: str, names: tuple[str, ...]) -> None:
    assert split_byline(byline) == names


def test_rows_are_found_by_file_and_missing_files_are_known(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("x")
    found = read_manifest(manifest(tmp_path, "path,title\na b.txt,One\nsub\\2.txt,Two\n"))
    assert found.find(tmp_path / "a b.txt").title == "One"  # type: ignore[union-attr]
    assert found.find(tmp_path / "sub" / "2.txt").title == "Two"  # type: ignore[union-attr]
    assert found.find(tmp_path / "else.txt") is None
    assert list(found.missing()) == ["sub/2.txt"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("source", "s" * 201),
        ("title", "t" * 501),
        ("url", "https://example.org/" + "u" * 1981),
        ("archived_url", "https://example.org/" + "u" * 1981),
        ("path", "p" * 1001),
    ],
)
def test_a_value_too_long_to_store_is_refused_with_its_line(
    tmp_path: Path, column: str, value: str
) -> None:
    row = {"path": "a.txt", column: value}
    file = tmp_path / "manifest.csv"
    file.write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n")
    with pytest.raises(ManifestError, match=f"line 2: the {column} has {len(value)} characters"):
        read_manifest(file)


def test_a_value_as_long_as_may_be_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "manifest.csv"
    file.write_text(f"path,source\na.txt,{'s' * 200}\n")
    assert read_manifest(file).rows["a.txt"].source == "s" * 200
