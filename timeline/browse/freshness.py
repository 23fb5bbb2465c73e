"""What this process knows of the changes in the database, brought up to date by one query."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from itertools import count
from threading import Lock

from django.db import connections

from timeline.models.versions import Changes, Version, changes_since
from timeline.replicas import reading_from

_WRAP = 1 << 64


@dataclass(frozen=True, slots=True)
class State:
    """The same in every process that sees the same data, whatever each saw on the way.

    `snapshot`: of the index, by its primary key; None when there is none that counts.
    `changed`: by event, or subject that is no event, the stamps of what is not in the snapshot.
    `tag`: another one after each change. `at`: of the latest change, None when none is known.
    """

    snapshot: int | None
    changed: Mapping[int, int]
    tag: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class _Known:
    """`latest`: the snapshot seen, whether it counts or not. `total`: the sum of all hashes.

    `others`: the versions by their keys of what is no event; those of events are in the state.
    """

    state: State
    latest: int | None = None
    others: Mapping[int, Version] = field(default_factory=dict)
    total: int = 0
    mark: int = 0


_NOTHING = State(None, {}, "", None)
_known: dict[str, _Known] = {}
_lock = Lock()
_uncommitted = count()
_held: ContextVar[State | None] = ContextVar("held", default=None)


def look(using: str = "") -> State:
    """What the database holds now. One query, two when there is a new snapshot.

    Of the database that is read now, when `using` names none. While a state is held, that one,
    without a query. In a transaction the tag is another one each time.
    """
    held = _held.get()
    if held is not None and not using:
        return held
    using = using or reading_from()
    with _lock:
        before = _known.get(using)
        now = _newest(before, using)
        if connections[using].in_atomic_block:
            # There may be changes that are taken back, and on PostgreSQL all have one stamp.
            return replace(now.state, tag=f"{now.state.tag}-{next(_uncommitted)}")
        _known[using] = now
        return now.state


@contextmanager
def held() -> Iterator[State]:
    """All who look inside see one state, so that a page is made of one."""
    state = look()
    token = _held.set(state)
    try:
        yield state
    finally:
        _held.reset(token)


def forget() -> None:
    """Look anew next time."""
    with _lock:
        _known.clear()


def _newest(before: _Known | None, using: str) -> _Known:
    if before is not None:
        changes = changes_since(before.mark, using)
        latest = changes.snapshot.pk if changes.snapshot else None
        # A mark that went back is of another database, put in the place of the one before.
        if latest == before.latest and changes.mark >= before.mark:
            return _with(before, changes)
    changes = changes_since(None, using)
    snapshot = changes.snapshot
    if snapshot is None:
        return _with(_Known(_NOTHING), changes)
    if snapshot.mark > changes.mark:
        # It came here with a dump of another server, whose stamps are not those of this one.
        return _with(_Known(_NOTHING, snapshot.pk), changes_since(0, using))
    state = replace(_NOTHING, snapshot=snapshot.pk, at=snapshot.built_at)
    return _with(_Known(state, snapshot.pk), changes)


def _with(before: _Known, changes: Changes) -> _Known:
    pairs = [(_before(before, row), row) for row in changes.rows]
    new = [(old, row) for old, row in pairs if old != row]
    if not new and before.state.tag:
        return replace(before, mark=changes.mark)
    changed, others = dict(before.state.changed), dict(before.others)
    total = before.total
    for old, row in new:
        total += _hash(row) - (_hash(old) if old else 0)
        changed[row.subject] = changed.get(row.subject, 0) + row.stamp - (old.stamp if old else 0)
        if row.subject <= 0:
            others[row.key] = row
    total %= _WRAP
    state = State(
        snapshot=before.state.snapshot,
        changed=changed,
        tag=f"{before.state.snapshot or 0}-{total:x}",
        at=max((at for at in (before.state.at, changes.at) if at), default=None),
    )
    return _Known(state, before.latest, others, total, changes.mark)


def _before(known: _Known, row: Version) -> Version | None:
    """The version that the row takes the place of."""
    if row.subject <= 0:
        return known.others.get(row.key)
    stamp = known.state.changed.get(row.subject)
    return None if stamp is None else Version(row.key, row.subject, stamp)


def _hash(row: Version) -> int:
    digest = blake2b(f"{row.subject} {row.stamp}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")
