"""Makes the index of all events anew."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import django
from django.db import DEFAULT_DB_ALIAS, connections

from timeline.browse.freshness import look
from timeline.browse.index.arrays import arrange
from timeline.browse.index.columns import Columns, read_columns, read_events, read_told
from timeline.browse.index.names import read_names
from timeline.browse.index.storage import is_usable, publish, stored
from timeline.models import Event, IndexSnapshot
from timeline.models.versions import changes_since

# Changed events from which on a new index is due: so many, and so large a share of all.
LEAST_CHANGED, SHARE_CHANGED = 1_000, 0.02
# So many events are quicker read by two.
WORTH_A_PROCESS = 100_000
# Past every stamp: of the changes only the mark is wanted.
_NO_CHANGES = (1 << 63) - 1


def rebuild() -> IndexSnapshot:
    """Beside the one that counts, which it replaces at the end. Nobody has to wait.

    What is written meanwhile has stamps from the mark on, so that those events are read again.
    """
    mark = changes_since(_NO_CHANGES).mark
    parents = read_names().parents
    return publish(stored(arrange(_read_all(), parents), parents), mark)


def _read_all() -> Columns:
    """With very many events a second process reads them, and works out their words, while
    this one reads what is told of them."""
    connection = connections[DEFAULT_DB_ALIAS]
    shared = not connection.in_atomic_block and ":memory:" not in str(
        connection.settings_dict["NAME"]
    )
    if not shared or Event.objects.count() < WORTH_A_PROCESS:
        return read_columns()
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=django.setup) as second:
        events = second.submit(read_events)
        told = read_told()
        return Columns(**events.result(), **told)


def rebuild_if_due() -> IndexSnapshot | None:
    """Only when none can be used, or so much changed that workers would have much to read anew."""
    state = look()
    if state.snapshot is not None and is_usable(state.snapshot):
        changed = sum(subject > 0 for subject in state.changed)
        events = IndexSnapshot.objects.get(pk=state.snapshot).events
        if changed < max(LEAST_CHANGED, events * SHARE_CHANGED):
            return None
    return rebuild()
