"""A database that cannot be used is said in a sentence."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from timeline.management import database
from timeline.management.commands import ingest


class Refusing:
    """What Django does with a connection that the database refuses."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self, connection: object) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("attempt to write a readonly database", "cannot be written"),
        ("connection refused", "cannot be reached"),
    ],
)
def test_a_refusal_is_told_by_its_kind(
    monkeypatch: pytest.MonkeyPatch, error: str, sentence: str
) -> None:
    monkeypatch.setattr(database, "MigrationExecutor", Refusing(OperationalError(error)))
    with pytest.raises(CommandError, match=f"{sentence} .{error}"):
        database.need_migrated_database()


def test_a_database_that_may_only_be_read_ends_an_ingest_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def write(*arguments: object, **options: object) -> None:
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(ingest, "need_migrated_database", lambda: None)
    monkeypatch.setattr(ingest, "ingest", write)
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("ingest", "-")
