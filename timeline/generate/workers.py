"""Batches of rows made in this process or in others, in order."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process

from timeline.generate.batches import rows_of
from timeline.generate.plan import Batch
from timeline.generate.tables import Rows
from timeline.generate.world import World

# Batches under way a worker: they wait in memory for the writer.
_AHEAD = 2

_worlds: list[World] = []


def made(world: World, batches: Iterable[Batch], workers: int) -> Iterator[tuple[Batch, Rows]]:
    """Each batch with its rows. `workers`: processes that make them; 0 makes them here."""
    if workers < 1:
        for batch in batches:
            yield batch, rows_of(world, batch)
        return
    # Spawned, not forked: a fork would share the database connection.
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin, (world,)) as pool:
        try:
            yield from _through(pool, batches, workers * _AHEAD)
        except BaseException:  # stopped: nobody waits for what is still to be made
            pool.shutdown(cancel_futures=True)
            raise


def _through(
    pool: ProcessPoolExecutor, batches: Iterable[Batch], ahead: int
) -> Iterator[tuple[Batch, Rows]]:
    pending: deque[tuple[Batch, Future[Rows]]] = deque()
    for batch in batches:
        pending.append((batch, pool.submit(_here, batch)))
        if len(pending) > ahead:
            first, future = pending.popleft()
            yield first, future.result()
    while pending:
        first, future = pending.popleft()
        yield first, future.result()


def _begin(world: World) -> None:
    """Ctrl-C is for the process that writes; without it this one ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worlds[:] = [world]
    gc.disable()  # rows hold no circles, and looking for some took a fifth of the time


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _here(batch: Batch) -> Rows:
    return rows_of(_worlds[0], batch)
