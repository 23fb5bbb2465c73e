"""Arguments become files, once each, under names without machine paths."""

import os
from pathlib import Path

import pytest

from timeline.read.files import Found, expand
from timeline.read.tally import Tally
from timeline.records import Failure


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.txt", "news/grain/c.md", "news/grain/deep/d", "other.log"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Text of {name}.")
    (tmp_path / "news/.hidden.txt").write_text("no")
    (tmp_path / "news/.git").mkdir()
    (tmp_path / "news/.git/x.txt").write_text("no")
    (tmp_path / "news/picture.png").write_text("no")
    return tmp_path


def shown(*paths: str, tally: Tally | None = None) -> list[str]:
    return [found.path for found in expand(paths, tally) if isinstance(found, Found)]


def failures(*paths: str) -> list[str]:
    return [found.reason for found in expand(paths) if isinstance(found, Failure)]


def test_a_folder_is_walked_in_order_without_hidden_and_other_files(folder: Path) -> None:
    tally = Tally()
    assert shown("news", tally=tally) == [
        "news/a.txt",
        "news/b.txt",
        "news/grain/c.md",
        "news/grain/deep/d",
    ]
    assert tally.skipped == 1


@pytest.mark.parametrize("given", ["news", "./news", "news/", "../{}/news"])
def test_a_folder_keeps_its_given_name(folder: Path, given: str) -> None:
    assert shown(given.format(folder.name))[0].endswith("news/a.txt")
    assert ".." not in shown(given.format(folder.name))[0]


def test_an_absolute_folder_shows_its_last_name_only(folder: Path) -> None:
    assert shown(str(folder / "news"))[0] == "news/a.txt"


def test_the_current_folder_shows_its_own_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "news")
    assert shown(".")[0] == "news/a.txt"


def test_a_named_file_is_tried_whatever_its_suffix(folder: Path) -> None:
    assert shown("other.log") == ["other.log"]


def test_an_absolute_file_shows_as_in_its_folder(folder: Path) -> None:
    assert shown(str(folder / "news/a.txt")) == ["news/a.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("news/*.txt", ["news/a.txt", "news/b.txt"]),
        ("news/**/*.md", ["news/grain/c.md"]),
        ("news/?.txt", ["news/a.txt", "news/b.txt"]),
        ("ne*/grain", ["news/grain/c.md", "news/grain/deep/d"]),
    ],
)
def test_patterns_are_expanded(folder: Path, pattern: str, expected: list[str]) -> None:
    assert shown(pattern) == expected


def test_an_absolute_pattern_shows_the_way_below_its_fixed_part(folder: Path) -> None:
    assert shown(str(folder / "news/**/*.md")) == ["news/grain/c.md"]


def test_a_file_reached_twice_is_given_once(folder: Path) -> None:
    tally = Tally()
    assert shown("news/b.txt", "news", "news/*.txt", tally=tally).count("news/b.txt") == 1
    assert tally.duplicates == 3


def test_links_back_into_the_folder_do_not_repeat_or_loop(folder: Path) -> None:
    (folder / "news/loop").symlink_to(folder / "news", target_is_directory=True)
    (folder / "news/again.txt").symlink_to("a.txt")
    assert len(shown("news")) == 4


def test_a_link_to_a_file_elsewhere_is_read(folder: Path) -> None:
    (folder / "news/else.txt").symlink_to(folder / "other.log")
    assert "news/else.txt" in shown("news")


def test_standard_input_is_one_document_called_dash() -> None:
    assert list(expand(["-"])) == [Found(None, "-")]


def test_what_is_not_there_is_said(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "dead.txt").symlink_to("nowhere")
    assert failures("absent.txt") == ["there is no such file or folder"]
    assert failures("absent*.txt") == ["no file matches this pattern"]
    assert failures("empty") == ["there is no text file in this folder"]
    assert failures("dead.txt") == ["no such file or directory"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_reported(folder: Path) -> None:
    (folder / "news/grain").chmod(0)
    assert "permission denied" in failures("news")
    (folder / "news/grain").chmod(0o755)


def test_a_name_that_is_not_utf_8_is_shown_with_its_bytes(folder: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder / "news") + b"/caf\xe9.txt"))).write_text(
        "Read all the same."
    )
    found = [one for one in expand(["news"]) if isinstance(one, Found)]
    (odd,) = [one for one in found if "caf" in one.path]
    assert odd.path == "news/caf\\xe9.txt"
    assert odd.file and odd.file.read_text() == "Read all the same."


def test_a_missing_file_whose_name_is_not_utf_8_is_a_failure_that_can_be_written(
    folder: Path,
) -> None:
    (failure,) = expand([os.fsdecode(b"news/caf\xe9.txt")])
    assert failure.path == "news/caf\\xe9.txt"


def test_a_link_to_itself_is_a_failure_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "news/self.txt").symlink_to("self.txt")
    items = list(expand(["news"]))
    assert sum(isinstance(one, Found) for one in items) == 4
    (failure,) = [one for one in items if isinstance(one, Failure)]
    assert failure.path == "news/self.txt"
    assert "symbolic links" in failure.reason


@pytest.mark.parametrize("given", ["news/self.txt", "news/sel*", "x" * 300, "news/self.txt/*.txt"])
def test_what_cannot_be_looked_at_is_a_failure(folder: Path, given: str) -> None:
    (folder / "news/self.txt").symlink_to("self.txt")
    assert len(failures(given)) == 1


def test_a_pipe_is_refused_instead_of_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (reason,) = failures("pipe")
    assert "regular file" in reason


def test_a_path_too_long_to_store_is_a_failure(folder: Path) -> None:
    deep = "/".join(["d" * 200] * 5)
    (folder / "news" / deep).mkdir(parents=True)
    (folder / "news" / deep / "far.txt").write_text("Too far down.")
    (failure,) = [one for one in expand(["news"]) if isinstance(one, Failure)]
    assert "it may have 1000" in failure.reason
