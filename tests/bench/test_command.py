"""The command itself, on a database that it makes, and a server under load for some seconds."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from timeline.bench.cases import DRAWS
from timeline.bench.limits import LIMITS
from timeline.bench.server import get
from timeline.management.endings import INTERRUPTED

ROOT = Path(__file__).resolve().parent.parent.parent
EVENTS = 200


def environment(data: Path) -> dict[str, str]:
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return kept | {"DEBUG": "1", "DATELINE_DATA_DIR": str(data)}


def bench(data: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "manage.py", "bench", *arguments],
        cwd=ROOT,
        env=environment(data),
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def measured(data: Path) -> "subprocess.CompletedProcess[str]":
    small = ["--cases", "8", "--repeats", "1", "--only", "pages", "--no-limits", "--keep"]
    return bench(data, "--events", str(EVENTS), *small, "--json", str(data / "figures.json"))


def test_it_makes_a_database_and_measures_it(
    data: Path, measured: "subprocess.CompletedProcess[str]"
) -> None:
    assert measured.returncode == 0, measured.stderr
    assert f"{EVENTS} events, " in measured.stdout
    for limit in LIMITS:
        assert limit.label in measured.stdout
    found = json.loads((data / "figures.json").read_text())
    assert found["failed"] == []
    assert found["measured"]["size"]["events"] == EVENTS
    assert found["measured"]["pages"]["page"]["first"]["n"] == len(DRAWS) * 2 - 1
    assert found["measured"]["pages"]["page"]["queries"]["full"] > 0


def test_a_server_under_load_answers_without_an_error_and_ends(
    data: Path, measured: "subprocess.CompletedProcess[str]"
) -> None:
    (kept,) = (data / "bench").iterdir()
    file = data / "load.json"
    run = bench(kept, "--load", "--minutes", "0.03", "--clients", "2", "--json", str(file))
    assert run.returncode == 0, run.stdout + run.stderr
    load = json.loads(file.read_text())["load"]
    assert load["requests"] > 0
    assert load["statuses"].keys() <= {"200", "304"}
    assert load["workers_ended"] == 0
    assert "No error; " in run.stdout


def test_an_interrupt_ends_the_server_too(
    data: Path, measured: "subprocess.CompletedProcess[str]"
) -> None:
    (kept,) = (data / "bench").iterdir()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "bench", "--load", "--minutes", "60"],
        cwd=ROOT,
        env=environment(kept),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = next(line for line in process.stderr if line.startswith("Serving on port "))
    port = int(said.split()[-1])
    assert get(port, "/healthz")
    process.terminate()
    process.communicate()
    assert process.returncode == INTERRUPTED
    with pytest.raises(ConnectionRefusedError):
        get(port, "/healthz")


def test_a_database_without_tables_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> None:
        raise CommandError("The database is not migrated. Run: python3 dev.py migrate")

    monkeypatch.setattr("timeline.management.commands.bench.need_migrated_database", refused)
    with pytest.raises(CommandError, match="not migrated"):
        call_command("bench")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--events", "none"], "write a number from 1 up"),
        (["--growth", "100"], "two numbers or more"),
        (["--events", "10", "--load"], "not allowed with"),
        (["--only", "everything"], "invalid choice"),
        (["--only", "pages", "--write", "performance.md"], "whole run"),
    ],
)
def test_bad_arguments_are_refused(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("bench", *arguments)
