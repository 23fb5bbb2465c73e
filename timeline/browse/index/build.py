"""Makes the index of all events anew."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import django
import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections

from timeline.browse.called import read_names
from timeline.browse.freshness import look
from timeline.browse.index.arrays import Arrays, Parents, arrange
from timeline.browse.index.columns import Columns, Read, read_columns, read_events, read_told
from timeline.browse.index.families import Array
from timeline.browse.index.storage import is_usable, publish, stored
from timeline.browse.index.texts import Texts, TextsBuilder, Words, worded
from timeline.models import Event, IndexSnapshot
from timeline.models.versions import changes_since

# Changed events from which on a new index is due: so many, and so large a share of all.
LEAST_CHANGED, SHARE_CHANGED = 1_000, 0.02
# So many events are quicker read by two.
WORTH_A_PROCESS = 100_000
# Past every stamp: of the changes only the mark is wanted.
_NO_CHANGES = (1 << 63) - 1
# Blocks of memory up to this size are kept by the C library once one of them was given back, and
# so not taken from the system anew for each thousand rows.
_BLOCK = 31 << 20
# In the second process: texts whose words are still to be worked out, and their order.
_waiting: list[tuple[Texts, Array]] = []


def rebuild() -> IndexSnapshot:
    """Beside the one that counts, which it replaces at the end. Nobody has to wait.

    What is written meanwhile has stamps from the mark on, so that those events are read again.
    """
    mark = changes_since(_NO_CHANGES).mark
    parents = read_names().parents
    arrays = _by_two(parents) if _worth_two() else arrange(read_columns(), parents)
    return publish(stored(arrays, parents), mark)


def _worth_two() -> bool:
    """Whether there are many events, and they can be read by another process too."""
    connection = connections[DEFAULT_DB_ALIAS]
    alone = connection.in_atomic_block or ":memory:" in str(connection.settings_dict["NAME"])
    return not alone and Event.objects.count() >= WORTH_A_PROCESS


def _by_two(parents: Parents) -> Arrays:
    """A second process reads the events and works out their words, while this one reads what is
    told of them and arranges all but the words."""
    with ProcessPoolExecutor(1, get_context("spawn"), django.setup) as second:
        events, words = second.submit(_events), second.submit(_words)
        told = read_told()
        no_words = worded(TextsBuilder().done(), np.empty(0, np.int64))
        arrays = arrange(Columns(**events.result(), words=no_words, **told), parents)
        return replace(arrays, words=words.result())


def _events() -> Read:
    np.empty(_BLOCK, np.uint8)
    events, texts = read_events()
    _waiting.append((texts, events["order"]))
    return events


def _words() -> Words:
    return worded(*_waiting.pop())


def rebuild_if_due() -> IndexSnapshot | None:
    """Only when none can be used, or so much changed that workers would have much to read anew."""
    state = look()
    if state.snapshot is not None and is_usable(state.snapshot):
        changed = sum(subject > 0 for subject in state.changed)
        events = IndexSnapshot.objects.get(pk=state.snapshot).events
        if changed < max(LEAST_CHANGED, events * SHARE_CHANGED):
            return None
    return rebuild()
