"""How often extraction and ingest look for objects that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Very many small records come and go, none of them in a circle: looking for circles after
# every 700, as is usual, took an eighth of the time.
COLLECT_AFTER = 100_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What is there already is not looked through at all meanwhile. Nothing within another one."""
    before = gc.get_threshold()
    if before[0] == COLLECT_AFTER:
        yield
        return
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
