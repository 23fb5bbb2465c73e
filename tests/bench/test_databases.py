"""Databases for measuring: made, kept and used again, thrown away."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
import pytest

from timeline.bench import databases
from timeline.bench.databases import generated, thrown_away
from timeline.bench.surroundings import Failed, Target, in_file


class Commands:
    """Stands for processes: what was run, and how many events `size` finds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, held: int) -> None:
        self.held = held
        self.run: list[tuple[str, ...]] = []
        monkeypatch.setattr(databases, "configured", lambda: in_file(folder / "dateline.sqlite3"))
        monkeypatch.setattr(databases, "manage", self.manage)
        monkeypatch.setattr(databases, "measured_in_a_process", self.measure)
        monkeypatch.setattr(databases.settings, "DATA_DIR", folder)

    def manage(self, environment: Mapping[str, str], *arguments: str) -> None:
        self.run.append(arguments)

    def measure(self, task: str, options: Any, environment: Mapping[str, str]) -> dict[str, int]:
        return {"events": self.held}


def kept_file(folder: Path) -> Path:
    file = folder / "bench" / "bench_500_7" / "dateline.sqlite3"
    file.parent.mkdir(parents=True)
    file.touch()
    return file


def make(keep: bool) -> Target:
    with generated(500, 7, keep, {}) as target:
        return target


MADE = [("generate", "--events", "500", "--seed", "7"), ("reindex",)]
USED = [("migrate", "--verbosity", "0"), ("reindex",)]


@pytest.mark.parametrize("keep", [True, False])
def test_a_new_database_is_filled_and_indexed(
    keep: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(monkeypatch, tmp_path, held=0)
    make(keep)
    assert commands.run == MADE


def test_a_kept_one_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch, tmp_path, held=500)
    file = kept_file(tmp_path)
    assert make(keep=True).file == file
    assert commands.run == USED
    assert file.exists()


def test_one_that_was_interrupted_is_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(monkeypatch, tmp_path, held=0)
    kept_file(tmp_path)
    make(keep=True)
    assert commands.run == [USED[0], *MADE]


def test_one_of_another_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Commands(monkeypatch, tmp_path, held=400)
    kept_file(tmp_path)
    with pytest.raises(Failed, match="holds 400 events, not 500"):
        make(keep=True)


def test_one_that_is_thrown_away_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Commands(monkeypatch, tmp_path, held=0)
    with pytest.raises(RuntimeError), thrown_away("bench") as target:
        assert target.file and target.file.parent.is_dir()
        raise RuntimeError
    assert not target.file.parent.exists()


def test_on_a_server_it_is_a_database_of_its_own(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgresql_url)
    monkeypatch.setattr(databases, "configured", lambda: Target("postgresql"))
    with thrown_away("bench_empty") as target:
        address = target.environment["DATABASE_URL"]
        assert address != postgresql_url
        psycopg.connect(address).close()
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(address)


def test_a_server_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://postgres@/postgres?host=/nowhere")
    monkeypatch.setattr(databases, "configured", lambda: Target("postgresql"))
    with pytest.raises(Failed, match="does not answer"), thrown_away("bench"):
        pass
