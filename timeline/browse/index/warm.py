"""What a worker makes ready before its first request."""

import gc

from django.db import DatabaseError, connections

from timeline.browse.filters import Filter
from timeline.browse.index.answering import answered
from timeline.browse.index.current import current
from timeline.browse.index.selection import everything

# Objects made and not freed. A page makes some thousands, and frees them at its end: by the usual
# 700 the collector goes through them again and again, at a tenth of the time of the page.
COLLECT_AFTER = 25_000


def warm() -> None:
    """Load the index and make its sets, which takes a second or two at a million events.

    A database that cannot be asked is left for the first request to complain of.
    """
    try:
        held = current()
        if held is not None:
            answered(everything(held), Filter())
    except DatabaseError:
        pass
    finally:
        connections.close_all()
    # What is here now stays: the collector need not go through it at every turn.
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])
