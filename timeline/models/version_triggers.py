"""Triggers that keep the versions: whoever writes, and by whatever way, is counted.

A migration that makes one of these tables anew (on SQLite most changes of a column do) takes
its triggers away: it has to drop all of them first and create them again at its end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline.models.versions import ELSEWHERE, NAMES_ADDED, NAMES_CHANGED

_PREFIX = "dateline_version"
_CREATED = re.compile(r"^CREATE TRIGGER (\w+)", re.MULTILINE)
_ALL = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class _Events:
    """Changes of a table are changes of events.

    `column`: what a row says of them; `events`: SQL that finds them for {rows} of that column.
    `moves`: an update may take a row from one event to another.
    """

    table: str
    column: str
    events: str
    on: tuple[str, ...] = _ALL
    moves: bool = True


@dataclass(frozen=True, slots=True)
class _Subject:
    table: str
    subject: int
    on: tuple[str, ...] = _ALL


_EVENT = "timeline_event"
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
_EVENTS = (
    _Events(_EVENT, "id", "SELECT id AS event_id FROM {rows} AS given", moves=False),
    _Events("timeline_claim", "event_id", _OF_ROW),
    _Events("timeline_participation", "event_id", _OF_ROW),
    _Events("timeline_conflict", "event_id", _OF_ROW),
    _Events("timeline_citation", "claim_id", _OF_CLAIM),
    _Events("timeline_mention", "claim_id", _OF_CLAIM),
    _Events("timeline_article", "id", _OF_ARTICLE, on=("UPDATE",), moves=False),
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
    """The names of those that ought to be there and are not."""
    wanted = _CREATED.findall("\n".join(_statements(connection)))
    return sorted({*wanted} - {name for name, _ in names(connection)})


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
_TIME = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
# Not ON CONFLICT: how an outer statement treats conflicts would overrule it. Not DELETE and
# INSERT: the row with the highest stamp must never be missing when the next one is found.
_COUNT = """
UPDATE {versions} SET stamp = {next}, at = {time}
WHERE {key} IN (SELECT {key} FROM ({touched}));
INSERT INTO {versions} ({key}, stamp, at)
SELECT DISTINCT {key}, {next}, {time} FROM ({touched}) AS touched
WHERE NOT EXISTS (SELECT 1 FROM {versions} AS known WHERE known.{key} = touched.{key});
"""


def _sqlite(there: set[str]) -> Iterator[str]:
    for kind in _EVENTS:
        for event in kind.on:
            rows = " UNION ".join(
                f"SELECT {side}.{kind.column} AS {kind.column}"
                for side in _sides(event, kind.moves)
            )
            touched = kind.events.format(rows=f"({rows})")
            body = _count("timeline_eventversion", "event_id", touched)
            # What is told of an event before it has its row is counted with that row: an ingest
            # would count each new event a dozen times.
            late = event == "INSERT" and kind.table != _EVENT
            there_is = f"WHEN EXISTS (SELECT 1 FROM {_EVENT} WHERE id IN ({touched})) "  # noqa: S608
            if kind.table in there:
                yield _sqlite_trigger("events", kind.table, event, body, there_is if late else "")
    for other in _SUBJECTS:
        body = _count("timeline_subjectversion", "subject", f"SELECT {other.subject} AS subject")
        for event in other.on:
            if other.table in there:
                yield _sqlite_trigger("subject", other.table, event, body)


def _sides(event: str, moves: bool) -> tuple[str, ...]:
    if event == "UPDATE" and moves:
        return ("OLD", "NEW")
    return ("OLD",) if event == "DELETE" else ("NEW",)


def _count(versions: str, key: str, touched: str) -> str:
    return _COUNT.format(versions=versions, key=key, touched=touched, next=_NEXT, time=_TIME)


def _sqlite_trigger(of: str, table: str, event: str, body: str, when: str = "") -> str:
    name = f"{_PREFIX}_{of}_{table}_{event}".lower()
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {when}BEGIN {body} END"


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
