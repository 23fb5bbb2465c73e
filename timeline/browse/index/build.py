"""Makes the index of all events anew."""

from timeline.browse.index.arrays import arrange
from timeline.browse.index.columns import read_columns
from timeline.browse.index.names import read_names
from timeline.browse.index.storage import publish, stored
from timeline.models import IndexSnapshot
from timeline.models.versions import changes_since

# Past every stamp: of the changes only the mark is wanted.
_NO_CHANGES = (1 << 63) - 1


def rebuild() -> IndexSnapshot:
    """Beside the one that counts, which it replaces at the end. Nobody has to wait.

    What is written meanwhile has stamps from the mark on, so that those events are read again.
    """
    mark = changes_since(_NO_CHANGES).mark
    parents = read_names().parents
    return publish(stored(arrange(read_columns(), parents), parents), mark)
