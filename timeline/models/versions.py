"""What changed and when: stamps that triggers of the database set (`version_triggers`).

A stamp is a number the database gives. On PostgreSQL it is the id of the transaction, on SQLite,
where one writes at a time, a count. It says nothing but "another one than before".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection, connections, models
from django.db.models import UniqueConstraint

from timeline.replicas import reading_from

# Subjects that are no event.
NAMES_CHANGED = 0  # an actor or a source was changed or removed: any page may show its name
NAMES_ADDED = -1  # an actor or a source came: no page showed its name
ELSEWHERE = -2  # whatever else public pages show: articles, aliases, storylines, saved views

_ROWS_SINCE = """
SELECT event_id AS row_key, event_id AS row_subject, stamp AS row_stamp, at AS row_at
FROM timeline_eventversion WHERE stamp >= {since}
UNION ALL
SELECT -id, subject, stamp, at FROM timeline_subjectversion WHERE stamp >= {since}
"""
_SNAPSHOT = "SELECT id, mark, built_at FROM timeline_indexsnapshot ORDER BY id DESC LIMIT 1"
_NOW = {
    # Transactions from this one up may still be running and commit later.
    "postgresql": "SELECT txid_snapshot_xmin(txid_current_snapshot()) AS mark",
    "sqlite": (
        "SELECT 1 + MAX((SELECT COALESCE(MAX(stamp), 0) FROM timeline_eventversion),"
        " (SELECT COALESCE(MAX(stamp), 0) FROM timeline_subjectversion)) AS mark"
    ),
}
_OPEN = "INSERT INTO timeline_openstamp (missing_id, stamp) SELECT -1, mark FROM ({now}) AS now"
_CHANGES = """
SELECT now.mark, latest.id, latest.mark, latest.built_at,
       row_key, row_subject, row_stamp, row_at
FROM ({now}) AS now
LEFT JOIN ({snapshot}) AS latest ON 1 = 1
LEFT JOIN ({rows}) AS changed ON 1 = 1
"""


class EventVersion(models.Model):
    """One row for each event that changed since this is kept, deleted ones too.

    Written by triggers alone. No foreign key: the row outlives its event.
    """

    event_id = models.BigIntegerField(primary_key=True)
    stamp = models.BigIntegerField(db_index=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.event_id}: {self.stamp}"


class SubjectVersion(models.Model):
    """That something changed which is no event: NAMES_CHANGED, NAMES_ADDED, ELSEWHERE.

    On SQLite one row a subject; on PostgreSQL one a transaction, so that none waits for another.
    """

    subject = models.SmallIntegerField()
    stamp = models.BigIntegerField(db_index=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["subject", "stamp"], name="subject_once_a_stamp")]

    def __str__(self) -> str:
        return f"{self.subject}: {self.stamp}"


class OpenStamp(models.Model):
    """SQLite: the stamp of whatever is written now. One row at most, and none in a commit."""

    stamp = models.BigIntegerField()
    # A row that there is not: a transaction that left this one would fail when it commits.
    missing = models.ForeignKey("self", models.DO_NOTHING, related_name="+")

    def __str__(self) -> str:
        return str(self.stamp)


@contextmanager
def one_stamp() -> Iterator[None]:
    """What is written within counts an event once, however many of its rows change.

    Inside a transaction, which is to be undone when this ends with an error; not inside another.
    PostgreSQL always has one stamp a transaction; on SQLite each row would get the next one.
    """
    if connection.vendor == "postgresql":
        yield
        return
    OpenStamp.objects.all().delete()  # there is one only if foreign keys were not checked
    with connection.cursor() as cursor:
        cursor.execute(_OPEN.format(now=_NOW[connection.vendor]))
    yield
    OpenStamp.objects.all().delete()


class Version(NamedTuple):
    """`key`: which row this is; a later one with the same key takes its place.

    `subject`: an event's id, or one of the subjects that are no event.
    """

    key: int
    subject: int
    stamp: int


class Snapshot(NamedTuple):
    pk: int
    mark: int
    built_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """`rows`: in no order, and some of them known already. `at`: of the latest, None of none.

    `mark`: what to ask from next time. `snapshot`: the latest of the index, when there is one.
    """

    rows: tuple[Version, ...]
    at: datetime | None
    mark: int
    snapshot: Snapshot | None


def changes_since(mark: int | None, using: str = "") -> Changes:
    """What changed from the mark on; from the latest snapshot's mark when None. One query.

    Of the database that is read now, when `using` names none.

    Nothing is passed over that was not committed when the mark was read: on PostgreSQL a
    transaction with a smaller id may commit later, so its rows come then, and some twice.
    """
    connection = connections[using or reading_from()]
    since = "COALESCE(%s, (SELECT mark FROM timeline_indexsnapshot ORDER BY id DESC LIMIT 1), 0)"
    sql = _CHANGES.format(
        now=_NOW[connection.vendor], snapshot=_SNAPSHOT, rows=_ROWS_SINCE.format(since=since)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [mark, mark])
        found = cursor.fetchall()
    now, pk, snapshot_mark, built_at = found[0][:4]
    rows = [row for row in found if row[4] is not None]
    return Changes(
        rows=tuple(Version(*row[4:7]) for row in rows),
        at=_time(max((row[7] for row in rows), default=None)),
        mark=now,
        snapshot=None if pk is None else Snapshot(pk, snapshot_mark, _time(built_at)),
    )


def _time(given: Any) -> Any:
    """SQLite hands out text or a time without a zone: universal time."""
    time = datetime.fromisoformat(given) if isinstance(given, str) else given
    return time.replace(tzinfo=UTC) if time and time.tzinfo is None else time
