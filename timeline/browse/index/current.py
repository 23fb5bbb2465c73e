"""The index as this process holds it, brought into step with the database when it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import Lock

from timeline.browse.freshness import State, look
from timeline.browse.index.held import Held, held_of, renamed, with_changed
from timeline.browse.index.names import read_names
from timeline.browse.index.packed import NotPacked
from timeline.browse.index.storage import Gone, load
from timeline.models.versions import NAMES_ADDED, NAMES_CHANGED

_NAMES = (NAMES_CHANGED, NAMES_ADDED)


@dataclass(frozen=True, slots=True)
class _Ready:
    """`seen`: the versions that `held` has taken in. `tag`: of the state they are from."""

    snapshot: int
    held: Held
    tag: str = ""
    seen: Mapping[int, int] = field(default_factory=dict)


_ready: _Ready | None = None
_lock = Lock()


def current() -> Held | None:
    """None when there is no index that can be used: then the database has to be asked.

    One query when nothing changed since the last time (none inside `freshness.held`).
    """
    global _ready
    state = look()
    with _lock:
        if _ready is None or _ready.snapshot != state.snapshot:
            _ready = None if state.snapshot is None else _loaded(state.snapshot)
        if _ready is not None and _ready.tag != state.tag:
            _ready = _in_step(_ready, state)
        return _ready.held if _ready else None


def forget() -> None:
    """Load it anew next time."""
    global _ready
    with _lock:
        _ready = None


def _loaded(snapshot: int) -> _Ready | None:
    try:
        return _Ready(snapshot, held_of(load(snapshot), read_names()))
    except (Gone, NotPacked):
        return None


def _in_step(ready: _Ready, state: State) -> _Ready:
    held = ready.held
    if any(ready.seen.get(name) != state.changed.get(name) for name in _NAMES):
        held = renamed(held, read_names())
    changed = [
        event
        for event, stamp in state.changed.items()
        if event > 0 and ready.seen.get(event) != stamp
    ]
    if changed:
        held = with_changed(held, changed)
    return replace(ready, held=held, tag=state.tag, seen=state.changed)
