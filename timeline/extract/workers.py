"""Extraction over many documents, in this process or in several, in order.

`on_dask` does the same on other machines.
"""

import gc
import logging
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from timeline.extract.collecting import COLLECT_AFTER, seldom_collected
from timeline.extract.pipeline import World, build_world, extract
from timeline.records import Document, Extraction, Failure, Knowledge

logger = logging.getLogger(__name__)

T = TypeVar("T")
Made = TypeVar("Made")
Asked = TypeVar("Asked")
Got = TypeVar("Got")
Found = TypeVar("Found", covariant=True)
# Articles that go to a process together, so that the one that writes is seldom called away.
_TOGETHER = 8
# Bundles under way a worker: enough to keep it busy while the writer plans and stores a
# slice, few enough to keep memory flat.
_AHEAD = 8
_LOOK_SECONDS = 1


_NO_ROOM = (
    "Processes that extract learn of the world by a temporary file, which cannot be written "
    "({why}). Make room there, set TMPDIR to another folder, or try again with --workers 1."
)


class WorkersLost(Exception):
    """Nothing more can be extracted; the message says why, and what to do."""


class Extractor(Protocol):
    """`extract_stream`, or what does the same elsewhere."""

    def __call__(
        self,
        items: Iterable[tuple[Document | None, T]],
        knowledge: Callable[[], Knowledge],
        then: Callable[[Extraction], Made],
    ) -> Iterator[tuple[Made | Failure | None, T]]: ...


class Underway(Protocol[Found]):
    """What stands for work that another process does."""

    def result(self) -> Found: ...


def as_it_is(extraction: Extraction) -> Extraction:
    return extraction


def extract_stream(
    items: Iterable[tuple[Document | None, T]],
    knowledge: Callable[[], Knowledge],
    then: Callable[[Extraction], Made],
    workers: int = 1,
) -> Iterator[tuple[Made | Failure | None, T]]:
    """What `then` makes of each document's extraction, beside whatever came with it; None stays
    None. It is made where the document is extracted.

    An article on which extraction fails comes back as a Failure and stops nothing. `knowledge`
    is asked when the first document comes, while the processes that will extract begin.
    """
    if workers <= 1:
        world = cache(lambda: build_world(knowledge()))
        with seldom_collected():
            for document, beside in items:
                yield extract_one(document, world(), then) if document else None, beside
        return
    with _folder() as folder, _pool(workers) as pool:
        file = Path(folder) / "knowledge"

        def submit(documents: list[Document]) -> Underway[list[Made | Failure]]:
            if not file.exists():
                with _interrupts_held():
                    for _ in range(workers):
                        pool.submit(_ready)
                _write(file, pickle.dumps(knowledge()))
            with _interrupts_held():  # a process may be started for it
                return pool.submit(_here, file, documents, then)

        try:
            yield from in_bundles(submit, items, _TOGETHER, workers * _AHEAD)
        except BrokenProcessPool:
            raise WorkersLost(
                "A process that extracts was killed, perhaps for want of memory. "
                "Try again with fewer --workers."
            ) from None
        except BaseException:  # stopped: nobody waits for what is still to be done
            pool.shutdown(cancel_futures=True)
            raise


def in_bundles(
    submit: Callable[[list[Document]], Underway[list[Got]]],
    items: Iterable[tuple[Document | None, T]],
    size: int,
    ahead: int,
) -> Iterator[tuple[Got | None, T]]:
    """As `in_order`, with so many documents submitted together, and bundles `ahead`."""
    for found, bundle in in_order(submit, _bundles(items, size), ahead):
        results = iter(found or ())
        for document, beside in bundle:
            yield next(results) if document else None, beside


def _bundles(
    items: Iterable[tuple[Document | None, T]], size: int
) -> Iterator[tuple[list[Document], list[tuple[Document | None, T]]]]:
    """A bundle's documents, beside all of it; small ones first, so that a few go to several."""
    rest, sizes = iter(items), (min(size, 1 << (n // 4)) for n in count())
    while bundle := list(islice(rest, next(sizes))):
        yield [document for document, _ in bundle if document], bundle


def in_order(
    submit: Callable[[Asked], Underway[Got]], items: Iterable[tuple[Asked | None, T]], ahead: int
) -> Iterator[tuple[Got | None, T]]:
    """What became of each item, beside what came with it; None stays None.

    At most `ahead` items are drawn before the first is given back.
    """
    pending: deque[tuple[Underway[Got] | None, T]] = deque()
    for item, beside in items:
        pending.append((submit(item) if item else None, beside))
        if len(pending) >= ahead:
            yield _await(*pending.popleft())
    while pending:
        yield _await(*pending.popleft())


def _await(underway: Underway[Got] | None, beside: T) -> tuple[Got | None, T]:
    return (underway.result() if underway else None), beside


def _folder() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(prefix="dateline-")
    except OSError as error:
        raise WorkersLost(_NO_ROOM.format(why=error.strerror)) from None


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise WorkersLost(_NO_ROOM.format(why=error.strerror)) from None


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started within never hear Ctrl-C, which reaches all of a terminal.

    This process hears it afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would share the caller's database connection.
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (os.getpid(),))


def _begin(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if hasattr(os, "nice"):  # the process that writes has the most to do, and comes first
        os.nice(19)
    gc.set_threshold(COLLECT_AFTER)


def _ready() -> None:
    """Asked of a process so that it begins."""


def _end_with(parent: int) -> None:
    """End this worker when its parent is gone: killed, it could not say so."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


@cache
def _world(file: Path) -> World:
    """As the process that started this one told it."""
    world = build_world(pickle.loads(file.read_bytes()))  # noqa: S301 its own file
    gc.freeze()  # the world stays: it is not looked through again for what may go
    return world


def _here(
    file: Path, documents: list[Document], then: Callable[[Extraction], Made]
) -> list[Made | Failure]:
    return [extract_one(document, _world(file), then) for document in documents]


def extract_one(
    document: Document, world: World, then: Callable[[Extraction], Made]
) -> Made | Failure:
    """What `then` makes of the extraction. Never raises: whatever goes wrong is a Failure, and
    logged."""
    try:
        return then(extract(document, world))
    except Exception as error:  # one article's trouble must not stop the others
        logger.exception("extraction failed on %s", document.path)
        reason = f"extraction failed ({type(error).__name__}: {error}); please report it"
        return Failure(document.path, reason)
