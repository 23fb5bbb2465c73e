"""The commands as they are typed: what they print and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.articles import GRAIN, QUAKE, write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path: Path):
    """`run("ingest", "news")` in a folder of its own, on a SQLite file of its own."""
    folder = tmp_path / "work"
    write(folder / "news", grain=GRAIN, quake=QUAKE)
    environment = {
        **{
            k: v
            for k, v in os.environ.items()
            if k not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        },
        "DEBUG": "1",
        "DATELINE_DATA_DIR": str(tmp_path / "var"),
    }

    def run_command(*arguments: str | bytes, stdin: bytes | None = None):
        return subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            cwd=folder,
            env=environment,
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run_command


def test_a_database_that_is_not_migrated_gets_a_sentence(run) -> None:
    result = run("ingest", "news")
    assert result.returncode == 1
    assert b"not migrated" in result.stderr
    assert b"Traceback" not in result.stderr


def test_ingest_export_and_verify_from_the_command_line(run) -> None:
    run("migrate", "-v0")
    first = run("ingest", "news")
    assert first.returncode == 0
    assert b"Articles: 2 new, 0 unchanged, 0 updated, 0 failed" in first.stdout
    assert b"Articles: 0 new, 2 unchanged" in run("ingest", "news").stdout
    events = [json.loads(line) for line in run("export", "--format", "jsonl").stdout.splitlines()]
    assert events
    for event in events:
        # These came first from the beginning; what was added stands behind them.
        assert list(event)[:10] == [
            *("kind", "id", "title", "type", "mode", "date", "earliest", "latest"),
            *("actors", "claims"),
        ]
        for claim in event["claims"]:
            for citation in claim["citations"]:
                text = GRAIN if "grain" in citation["path"] else QUAKE
                assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert run("verify").returncode == 0


def test_export_takes_a_filter_and_writes_every_format(run) -> None:
    run("migrate", "-v0")
    run("ingest", "news")
    everything = run("export").stdout.splitlines()
    some = run("export", "--filter", "?actor=turkey&order=oldest").stdout.splitlines()
    assert 0 < len(some) < len(everything)
    assert set(some) <= set(everything)
    rows = run("export", "--format", "csv", "--filter", "actor=turkey").stdout
    assert rows.startswith(b"event_id,event_title,")
    site = ("--site", "https://timeline.example.org/")
    slides = json.loads(run("export", "--format", "timelinejs", *site).stdout)
    assert "https://timeline.example.org/events/" in slides["events"][0]["text"]["text"]
    page = json.loads(run("export", "--format", "annotations", *site).stdout)
    assert page["items"][0]["id"].startswith("https://timeline.example.org/citations/")
    wrong = run("export", "--filter", "actor=narnia&from=soon")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert "from: “soon” is no date I can read" in wrong.stderr.decode()
    assert "actor: There is no actor with the key “narnia”." in wrong.stderr.decode()


def test_a_bad_file_ends_with_one_and_its_reason(run) -> None:
    run("migrate", "-v0")
    result = run("ingest", "news", "nowhere.txt")
    assert result.returncode == 1
    assert b"nowhere.txt: there is no such file" in result.stderr
    assert b"2 new" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["ingest", "news", "--workers", "none"],
        ["ingest", "news", "--published", "soon"],
        ["ingest", "news", "--manifest", "missing.csv"],
        ["extract", "news", "--manifest", "missing.csv"],
        ["extract", "news", "--published", "2022-13"],
        ["ingest", "news", "--source", "s" * 201],
    ],
)
def test_bad_arguments_end_with_two_and_a_sentence(run, arguments: list[str]) -> None:
    run("migrate", "-v0")
    result = run(*arguments)
    assert result.returncode == 2
    assert result.stderr
    assert b"Traceback" not in result.stderr


def test_extract_needs_no_database_and_prints_one_object_an_article(run) -> None:
    result = run("extract", "news")
    assert result.returncode == 0
    articles = [json.loads(line) for line in result.stdout.splitlines()]
    assert [article["path"] for article in articles] == ["news/grain.txt", "news/quake.txt"]


def test_extract_reads_standard_input(run) -> None:
    result = run("extract", "-", "--published", "2023-02-08", stdin=QUAKE.encode())
    (article,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert article["published"]["edtf"] == "2023-02-08"
    assert article["claims"]


def test_workers_find_the_same_as_one_process(run) -> None:
    assert run("extract", "news", "--workers", "2").stdout == run("extract", "news").stdout


def test_extract_pretty_shows_the_article_and_its_reasons(run) -> None:
    result = run("extract", "news/grain.txt", "--pretty")
    assert result.returncode == 0
    assert b"Grain ships to sail again" in result.stdout
    assert b"22 July 2022" in result.stdout


def test_standard_input_goes_into_the_database(run) -> None:
    run("migrate", "-v0")
    assert b"1 new" in run("ingest", "-", stdin=QUAKE.encode()).stdout


def test_a_dry_run_says_so_and_stores_nothing(run) -> None:
    run("migrate", "-v0")
    assert b"Nothing was stored" in run("ingest", "news", "--dry-run").stdout
    assert run("export").stdout == b""


def test_workers_ingest_the_same_as_one_process(run) -> None:
    run("migrate", "-v0")
    assert b"2 new" in run("ingest", "news", "--workers", "2").stdout
    assert b"2 unchanged" in run("ingest", "news").stdout


def test_a_file_name_that_is_not_utf_8_is_read_and_shown_with_its_bytes(run, tmp_path) -> None:
    news = os.fsencode(tmp_path / "work" / "news")
    Path(os.fsdecode(news + b"/grain.txt")).rename(os.fsdecode(news + b"/caf\xe9.txt"))
    run("migrate", "-v0")
    extracted = run("extract", "news")
    assert json.loads(extracted.stdout.splitlines()[0])["path"] == "news/caf\\xe9.txt"
    result = run("ingest", "news", b"news/n\xf3.txt")
    assert result.returncode == 1
    assert b"2 new" in result.stdout
    assert b"news/n\\xf3.txt: there is no such file" in result.stderr


def test_a_file_that_is_no_database_gets_a_sentence(run, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var/dateline.sqlite3").write_text("Minutes of a meeting. " * 99)
    result = run("ingest", "news")
    assert result.returncode == 1
    assert b"The database cannot be used (file is not a database)" in result.stderr
    assert b"Traceback" not in result.stderr


def test_explain_tells_why_the_claims_of_an_event_are_together(run) -> None:
    run("migrate", "-v0")
    run("ingest", "news")
    told = run("explain", "1")
    assert told.returncode == 0
    assert b"1. claim 1: " in told.stdout
    assert b"cited from" in told.stdout
    assert run("explain", "999").returncode == 1
