"""The demo articles keep the forms that the demo is there to show."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
STORYLINES = sorted(path for path in SAMPLES.iterdir() if path.is_dir())
ARTICLES = sorted(SAMPLES.glob("*/*.txt"))
CP1252 = SAMPLES / "grain" / "002_harbour-courier-ports-to-reopen.txt"
WITH_MARK = SAMPLES / "grain" / "003_odesa-port-missiles.txt"
CRLF = SAMPLES / "grain" / "006_tollgate-sixty-days.txt"


def _text(path: Path) -> str:
    return path.read_bytes().decode("cp1252" if path == CP1252 else "utf-8-sig")


def _manifest() -> list[dict[str, str]]:
    with (SAMPLES / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _runs_of_nine(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return (tuple(words[at : at + 9]) for at in range(len(words) - 8))


def test_the_manifest_names_files_that_exist_each_once() -> None:
    paths = [row["path"] for row in _manifest()]
    assert [path for path in paths if not (SAMPLES / path).is_file()] == []
    assert len(paths) == len(set(paths))


def test_some_articles_are_left_out_of_the_manifest_and_some_have_no_date() -> None:
    rows = _manifest()
    assert 0 < len(rows) < len(ARTICLES)
    assert any(not row["published"] for row in rows)


@pytest.mark.parametrize("folder", STORYLINES, ids=lambda folder: folder.name)
def test_a_storyline_has_five_articles_or_more(folder: Path) -> None:
    assert len(list(folder.glob("*.txt"))) >= 5


def test_the_files_have_the_encodings_the_readme_states() -> None:
    assert [path for path in ARTICLES if not _text(path).strip()] == []
    with pytest.raises(UnicodeDecodeError):
        CP1252.read_bytes().decode("utf-8")
    assert "Dolmabahçe" in _text(CP1252)
    assert WITH_MARK.read_bytes().startswith(b"\xef\xbb\xbf")
    assert CRLF.read_bytes().count(b"\n") == CRLF.read_bytes().count(b"\r\n") > 0


def test_addresses_are_under_example_only() -> None:
    manifest = (SAMPLES / "manifest.csv").read_text(encoding="utf-8")
    texts = [manifest, *(_text(path) for path in ARTICLES)]
    addresses = [found for text in texts for found in re.findall(r"https?://[^\s,)]+", text)]
    hosts = {urlsplit(address).hostname or "" for address in addresses}
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_no_run_of_nine_words_is_in_two_storylines() -> None:
    folders = defaultdict(set)
    for path in ARTICLES:
        for run in _runs_of_nine(_text(path)):
            folders[run].add(path.parent.name)
    assert [" ".join(run) for run, names in folders.items() if len(names) > 1] == []


def test_storylines_use_the_parameters_of_the_timeline() -> None:
    storylines = json.loads((SAMPLES / "storylines.json").read_text(encoding="utf-8"))
    assert len({storyline["slug"] for storyline in storylines}) == len(STORYLINES)
    for storyline in storylines:
        assert set(storyline) == {"title", "slug", "introduction", "filter"}
        parameters = parse_qs(storyline["filter"], strict_parsing=True)
        assert set(parameters) <= {"actor", "from", "to", "q"}
