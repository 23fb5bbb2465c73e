"""Makes the index of all events anew."""

from timeline.browse.freshness import look
from timeline.browse.index.arrays import arrange
from timeline.browse.index.columns import read_columns
from timeline.browse.index.names import read_names
from timeline.browse.index.storage import publish, stored
from timeline.models import IndexSnapshot
from timeline.models.versions import changes_since

# Changed events from which on a new index is due: so many, and so large a share of all.
LEAST_CHANGED, SHARE_CHANGED = 1_000, 0.02
# Past every stamp: of the changes only the mark is wanted.
_NO_CHANGES = (1 << 63) - 1


def rebuild() -> IndexSnapshot:
    """Beside the one that counts, which it replaces at the end. Nobody has to wait.

    What is written meanwhile has stamps from the mark on, so that those events are read again.
    """
    mark = changes_since(_NO_CHANGES).mark
    parents = read_names().parents
    return publish(stored(arrange(read_columns(), parents), parents), mark)


def rebuild_if_due() -> IndexSnapshot | None:
    """Only when there is none, or so much changed that workers would have much to read anew."""
    state = look()
    if state.snapshot is not None:
        changed = sum(subject > 0 for subject in state.changed)
        events = IndexSnapshot.objects.get(pk=state.snapshot).events
        if changed < max(LEAST_CHANGED, events * SHARE_CHANGED):
            return None
    return rebuild()
