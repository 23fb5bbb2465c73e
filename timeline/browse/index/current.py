"""The index as this process holds it, brought into step with the database when it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import Lock

from django.db import connections

from timeline.browse.called import called
from timeline.browse.freshness import State, look
from timeline.browse.index.held import Held, held_of, renamed, with_changed
from timeline.browse.index.packed import NotPacked
from timeline.browse.index.storage import Gone, load
from timeline.models.versions import NAMES_ADDED, NAMES_CHANGED
from timeline.replicas import reading_from

_NAMES = (NAMES_CHANGED, NAMES_ADDED)


@dataclass(frozen=True, slots=True)
class _Ready:
    """`seen`: the versions that `held` has taken in. `tag`: of the state they are from."""

    snapshot: int
    held: Held
    tag: str = ""
    seen: Mapping[int, int] = field(default_factory=dict)


# By database: a replica may lag, and its rows do not go with the index of the primary.
_ready: dict[str, _Ready] = {}
# Snapshots that another version of the program packed: reading one to no avail takes seconds.
_unusable: set[int] = set()
_lock = Lock()


def current() -> Held | None:
    """None when there is no index that can be used: then the database has to be asked.

    One query when nothing changed since the last time (none inside `freshness.held`).
    """
    state = look()
    database = reading_from()
    if connections[database].in_atomic_block:
        # All that a transaction changes may have one stamp: nothing of it can be told apart.
        ready = _loaded(state)
        return _in_step(ready, state).held if ready else None
    with _lock:
        ready = _ready.get(database)
        if ready is None or ready.snapshot != state.snapshot:
            ready = _loaded(state)
        if ready is not None and ready.tag != state.tag:
            ready = _in_step(ready, state)
        if ready is None:
            _ready.pop(database, None)
            return None
        _ready[database] = ready
        return ready.held


def forget() -> None:
    """Load it anew next time."""
    with _lock:
        _ready.clear()
        _unusable.clear()


def _loaded(state: State) -> _Ready | None:
    snapshot = state.snapshot
    if snapshot is None or snapshot in _unusable:
        return None
    try:
        return _Ready(snapshot, held_of(load(snapshot), called(state)))
    except Gone:
        return None
    except NotPacked:
        _unusable.add(snapshot)
        return None


def _in_step(ready: _Ready, state: State) -> _Ready:
    held = ready.held
    if any(ready.seen.get(name) != state.changed.get(name) for name in _NAMES):
        held = renamed(held, called(state))
    changed = [
        event
        for event, stamp in state.changed.items()
        if event > 0 and ready.seen.get(event) != stamp
    ]
    if changed:
        held = with_changed(held, changed)
    return replace(ready, held=held, tag=state.tag, seen=state.changed)
