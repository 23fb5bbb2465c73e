"""Triggers that keep the versions: whoever writes, and by whatever way, is counted.

A migration that makes one of these tables anew (on SQLite most changes of a column do) takes
its triggers away: it has to drop all of them first and create them again at its end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.models.versions import ELSEWHERE, NAMES_ADDED, NAMES_CHANGED

_PREFIX = "dateline_version"
_CREATED = re.compile(r"^CREATE TRIGGER (\w+)", re.MULTILINE)
_ALL = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class _Events:
    """Changes of a table are changes of events.

    `events`: SQL that finds them for {rows} of the table. `one`: SQL for the one that a single
    {row} belongs to, None when it may be several. `moves`: an update may take a row from one
    event to another.
    """

    table: str
    events: str
    one: str | None
    on: tuple[str, ...] = _ALL
    moves: bool = True


@dataclass(frozen=True, slots=True)
class _Subject:
    table: str
    subject: int
    on: tuple[str, ...] = _ALL


_EVENT, _OPEN = "timeline_event", "timeline_openstamp"
_OF_ROW = "SELECT event_id FROM {rows} AS given"
_OF_CLAIM = (
    "SELECT claim.event_id FROM timeline_claim AS claim"
    " JOIN {rows} AS given ON given.claim_id = claim.id"
)
_OF_ARTICLE = (
    "SELECT claim.event_id FROM timeline_claim AS claim"
    " JOIN timeline_citation AS citation ON citation.claim_id = claim.id"
    " JOIN {rows} AS given ON given.id = citation.article_id"
)
_ROWS_OWN = "{row}.event_id"
_ITS_CLAIMS = "(SELECT event_id FROM timeline_claim WHERE id = {row}.claim_id)"
_EVENTS = (
    _Events(_EVENT, "SELECT id AS event_id FROM {rows} AS given", "{row}.id", moves=False),
    _Events("timeline_claim", _OF_ROW, _ROWS_OWN),
    _Events("timeline_participation", _OF_ROW, _ROWS_OWN),
    _Events("timeline_conflict", _OF_ROW, _ROWS_OWN),
    _Events("timeline_citation", _OF_CLAIM, _ITS_CLAIMS),
    _Events("timeline_mention", _OF_CLAIM, _ITS_CLAIMS),
    _Events("timeline_article", _OF_ARTICLE, None, on=("UPDATE",), moves=False),
)
_SUBJECTS = (
    *(
        _Subject(table, subject, on)
        for table in ("timeline_actor", "timeline_source")
        for subject, on in ((NAMES_ADDED, ("INSERT",)), (NAMES_CHANGED, ("UPDATE", "DELETE")))
    ),
    *(
        _Subject(f"timeline_{name}", ELSEWHERE)
        for name in (
            "alias",
            "article",
            "mergeproposal",
            "origin",
            "savedview",
            "storyline",
            "storylineevent",
            "suggestedactor",
            "suggestionpassage",
        )
    ),
)
_SNAPSHOTS = "timeline_indexsnapshot"


def create(connection: Any) -> None:
    """On every table of these that is there. Those that were there are made anew."""
    drop(connection)
    _run(connection, _statements(connection))


def drop(connection: Any) -> None:
    """While they are gone nothing is counted: what was built on versions must be built anew."""
    present = names(connection)
    if connection.vendor == "postgresql":
        functions = sorted({f"{_PREFIX}_{shape}" for shape in _postgresql_functions()})
        _run(connection, (f"DROP TRIGGER {name} ON {table}" for name, table in present))
        _run(connection, (f"DROP FUNCTION IF EXISTS {name}()" for name in functions))
    else:
        _run(connection, (f"DROP TRIGGER {name}" for name, _ in present))


def missing(connection: Any) -> list[str]:
    """The names of those that ought to be there and are not; on SQLite, as they ought to be."""
    wanted = {
        name.group(1): sql for sql in _statements(connection) if (name := _CREATED.search(sql))
    }
    there = {name for name, _ in names(connection)}
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            there = {name for name, sql in cursor.fetchall() if sql == wanted.get(name)}
    return sorted(wanted.keys() - there)


def names(connection: Any) -> list[tuple[str, str]]:
    """The triggers that are there, each with its table."""
    if connection.vendor == "postgresql":
        sql = (
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE tgname LIKE %s AND pg_table_is_visible(pg_class.oid) ORDER BY tgname"
        )
    else:
        sql = (
            "SELECT name, tbl_name FROM sqlite_master"
            " WHERE type = 'trigger' AND name LIKE %s ORDER BY name"
        )
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"{_PREFIX}%"])
        return cursor.fetchall()


def _statements(connection: Any) -> Iterator[str]:
    there = set(connection.introspection.table_names())
    return _postgresql(there) if connection.vendor == "postgresql" else _sqlite(there)


def _run(connection: Any, statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


# --- SQLite ------------------------------------------------------------------------

_NEXT = (
    "(SELECT 1 + MAX((SELECT COALESCE(MAX(stamp), 0) FROM timeline_eventversion),"
    " (SELECT COALESCE(MAX(stamp), 0) FROM timeline_subjectversion)))"
)
_OPEN_STAMP = "(SELECT stamp FROM timeline_openstamp)"
_TIME = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
# Not ON CONFLICT: how an outer statement treats conflicts would overrule it. Not DELETE and
# INSERT: the row with the highest stamp must never be missing when the next one is found.
_COUNT = """
UPDATE {versions} SET stamp = {next}, at = {time} WHERE {key} IN ({touched});
INSERT INTO {versions} ({key}, stamp, at)
SELECT DISTINCT touched.{key}, {next}, {time} FROM ({touched}) AS touched
WHERE NOT EXISTS (SELECT 1 FROM {versions} AS known WHERE known.{key} = touched.{key});
"""
_EVENT_VERSIONS = {"versions": "timeline_eventversion", "key": "event_id"}
_SUBJECT_VERSIONS = {"versions": "timeline_subjectversion", "key": "subject"}


def _sqlite(there: set[str]) -> Iterator[str]:
    stamp = f"COALESCE({_OPEN_STAMP}, {_NEXT})" if _OPEN in there else _NEXT
    for kind in _EVENTS:
        for event in kind.on:
            sides = _sides(event, kind.moves)
            if kind.table in there:
                body = "".join(_count_events(kind, side, sides, stamp) for side in sides)
                when = [*_late(kind, event), *_counted_not(kind, sides, _OPEN in there)]
                yield _sqlite_trigger("events", kind.table, event, body, when)
    for other in _SUBJECTS:
        touched = f"SELECT {other.subject} AS subject"
        body = _COUNT.format(**_SUBJECT_VERSIONS, touched=touched, next=stamp, time=_TIME)
        known = _has_open(_SUBJECT_VERSIONS, str(other.subject))
        for event in other.on:
            if other.table in there:
                when = [f"NOT {known}"] if _OPEN in there else []
                yield _sqlite_trigger("subject", other.table, event, body, when)


def _count_events(kind: _Events, side: str, sides: tuple[str, ...], stamp: str) -> str:
    touched = kind.events.format(rows=f"(SELECT {side}.id AS id)")
    if kind.one:
        one = f"(SELECT {kind.one.format(row=side)} AS event_id)"
        touched = f"SELECT event_id FROM {one} WHERE event_id IS NOT NULL"  # noqa: S608
        if side != sides[-1]:  # a row that stays with its event counts once
            touched += f" AND event_id IS NOT {kind.one.format(row=sides[-1])}"
    return _COUNT.format(**_EVENT_VERSIONS, touched=touched, next=stamp, time=_TIME)


def _late(kind: _Events, event: str) -> list[str]:
    """What is told of an event before it has its row is counted with that row: an ingest would
    count each new event a dozen times."""
    if event != "INSERT" or kind.table == _EVENT or kind.one is None:
        return []
    return [f"EXISTS (SELECT 1 FROM {_EVENT} WHERE id = {kind.one.format(row='NEW')})"]  # noqa: S608


def _counted_not(kind: _Events, sides: tuple[str, ...], can_be: bool) -> list[str]:
    """What has the open stamp needs no other: it would be most of what an ingest pays."""
    if not can_be or kind.one is None:
        return []
    known = (_has_open(_EVENT_VERSIONS, kind.one.format(row=side)) for side in sides)
    return [f"NOT ({' AND '.join(known)})"]


def _has_open(of: dict[str, str], one: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {of['versions']}"  # noqa: S608
        f" WHERE {of['key']} = {one} AND stamp = {_OPEN_STAMP})"
    )


def _sides(event: str, moves: bool) -> tuple[str, ...]:
    if event == "UPDATE" and moves:
        return ("OLD", "NEW")
    return ("OLD",) if event == "DELETE" else ("NEW",)


def _sqlite_trigger(of: str, table: str, event: str, body: str, when: Sequence[str]) -> str:
    name = f"{_PREFIX}_{of}_{table}_{event}".lower()
    condition = f"WHEN {' AND '.join(when)} " if when else ""
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {condition}BEGIN {body} END"


# --- PostgreSQL --------------------------------------------------------------------

_FUNCTION = """
CREATE FUNCTION {prefix}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {body}
    RETURN NULL;
END $$
"""
_EVENTS_BODY = """
    INSERT INTO timeline_eventversion AS known (event_id, stamp, at)
    SELECT event_id, txid_current(), clock_timestamp()
    FROM (SELECT DISTINCT event_id FROM ({touched}) AS of_rows) AS touched
    ORDER BY event_id
    ON CONFLICT (event_id) DO UPDATE SET stamp = EXCLUDED.stamp, at = EXCLUDED.at
    WHERE known.stamp <> EXCLUDED.stamp;
"""
_SUBJECT_BODY = """
    IF EXISTS (SELECT 1 FROM changed) THEN
        INSERT INTO timeline_subjectversion (subject, stamp, at)
        VALUES (TG_ARGV[0]::smallint, txid_current(), clock_timestamp())
        ON CONFLICT (subject, stamp) DO NOTHING;
    END IF;
"""
# What changed before the new snapshot's mark is in it. Changes of names stay, though nothing asks
# for those from before the snapshot any more. A stamp that no transaction here has had yet is of
# another server, from which a dump was read here, and would count as a change for ever.
_SNAPSHOT_BODY = f"""
    DELETE FROM timeline_subjectversion
    WHERE stamp < NEW.mark AND subject <> {NAMES_CHANGED};
    UPDATE timeline_eventversion SET stamp = 1
    WHERE stamp >= txid_snapshot_xmax(txid_current_snapshot());
"""  # noqa: S608


def _postgresql_functions() -> dict[str, str]:
    """Each by its name: one for each way from rows to events, and two more."""
    bodies = {
        _shape(kind): _EVENTS_BODY.format(touched=kind.events.format(rows="changed"))
        for kind in _EVENTS
    }
    return bodies | {"subject": _SUBJECT_BODY, "snapshot": _SNAPSHOT_BODY}


def _shape(kind: _Events) -> str:
    named = {_OF_ROW: "of_row", _OF_CLAIM: "of_claim", _OF_ARTICLE: "of_article"}
    return named.get(kind.events, "itself")


def _postgresql(there: set[str]) -> Iterator[str]:
    for name, body in _postgresql_functions().items():
        yield _FUNCTION.format(prefix=_PREFIX, name=name, body=body)
    for kind in _EVENTS:
        for event in kind.on:
            for side in _sides(event, kind.moves):
                if kind.table in there:
                    yield _statement_trigger("events", kind.table, event, side, _shape(kind))
    for other in _SUBJECTS:
        for event in other.on:
            for side in _sides(event, moves=False):
                call = ("subject", str(other.subject))
                if other.table in there:
                    yield _statement_trigger("subject", other.table, event, side, *call)
    if _SNAPSHOTS in there:
        yield (
            f"CREATE TRIGGER {_PREFIX}_snapshot AFTER INSERT ON {_SNAPSHOTS}"
            f" FOR EACH ROW EXECUTE FUNCTION {_PREFIX}_snapshot()"
        )


def _statement_trigger(
    of: str, table: str, event: str, side: str, function: str, argument: str = ""
) -> str:
    """One call a statement, with all its rows as the table `changed`."""
    name = f"{_PREFIX}_{of}_{table}_{event}_{side}".lower()
    quoted = f"'{argument}'" if argument else ""
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON {table}"
        f" REFERENCING {side} TABLE AS changed"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {_PREFIX}_{function}({quoted})"
    )
