"""Indexes, keys and triggers stand after the load as they stood before, however it ends."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, connection, transaction

from timeline.generate.load import loading
from timeline.generate.run import NotEmpty, Options, generate
from timeline.models import Event, Source

ROOT = Path(__file__).resolve().parents[2]

_TRIGGERS = {
    "sqlite": [
        "CREATE TRIGGER told AFTER INSERT ON timeline_source "
        "BEGIN UPDATE timeline_source SET homepage = 'told' WHERE id = NEW.id; END"
    ],
    "postgresql": [
        "CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN NEW.homepage = 'told'; RETURN NEW; END $$",
        "CREATE TRIGGER told BEFORE INSERT ON timeline_source FOR EACH ROW EXECUTE FUNCTION told()",
    ],
}


def _shape() -> dict[str, object]:
    """Every index and constraint of the tables, as Django reads them."""
    with connection.cursor() as cursor:
        return {
            table: connection.introspection.get_constraints(cursor, table)
            for table in connection.introspection.table_names(cursor)
            if table.startswith("timeline_")
        }


def _small(events: int, progress=lambda done: None) -> None:
    generate(Options(events=events, seed=2, workers=0), progress)


@pytest.mark.django_db
def test_indexes_and_keys_are_put_back() -> None:
    before = _shape()
    _small(10)
    assert _shape() == before


@pytest.mark.django_db
def test_a_load_that_fails_leaves_the_tables_as_they_were() -> None:
    def fail(done: int) -> None:
        raise KeyboardInterrupt

    before = _shape()
    with pytest.raises(KeyboardInterrupt):
        _small(10, fail)
    assert _shape() == before
    assert not Event.objects.exists()
    assert not Source.objects.exists()


@pytest.mark.django_db
def test_triggers_sleep_while_it_loads_and_wake_again() -> None:
    with connection.cursor() as cursor:
        for statement in _TRIGGERS[connection.vendor]:
            cursor.execute(statement)
    _small(10)
    assert not Source.objects.filter(homepage="told").exists()
    later = Source.objects.create(name="Later", slug="later")
    later.refresh_from_db()
    assert later.homepage == "told"


@pytest.mark.django_db
def test_rows_that_break_a_constraint_do_not_go_in() -> None:
    twice = [
        (1, "[]", "one", "One", "outlet", "", "F", ""),
        (2, "[]", "one", "Two", "outlet", "", "F", ""),
    ]
    with pytest.raises(IntegrityError), transaction.atomic(), loading() as write:
        write("Source", twice)
    assert not Source.objects.exists()


@pytest.mark.django_db
def test_only_an_empty_database_is_filled() -> None:
    Source.objects.create(name="Here", slug="here")
    with pytest.raises(NotEmpty, match="DATELINE_DATA_DIR to a new folder"):
        _small(10)


@pytest.mark.django_db
def test_the_command_says_what_to_do_with_a_database_that_is_not_empty() -> None:
    Source.objects.create(name="Here", slug="here")
    with pytest.raises(CommandError, match=r"holds sources already.*DATELINE_DATA_DIR"):
        call_command("generate", "--events", "10")


@pytest.mark.parametrize("arguments", [["0"], ["-5"], ["many"], ["10", "--seed", "-1"]])
def test_numbers_that_are_none_are_refused(arguments: list[str]) -> None:
    with pytest.raises(CommandError, match="write a number from"):
        call_command("generate", "--events", *arguments)


def test_the_command_makes_a_file_and_fills_it(tmp_path: Path) -> None:
    unset = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    environment = {key: value for key, value in os.environ.items() if key not in unset}
    ended = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "generate", "--events", "30", "--workers", "1"],
        env=environment | {"DEBUG": "1", "DATELINE_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "30 Event" in ended.stdout
    assert "30 of 30 events" in ended.stderr
    file = sqlite3.connect(tmp_path / "dateline.sqlite3")
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert file.execute("SELECT count(*) FROM sqlite_stat1").fetchone() != (0,)
    file.close()
