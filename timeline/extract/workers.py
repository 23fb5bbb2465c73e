"""Extraction over many documents, in this process or in several, in order."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from timeline.extract.pipeline import World, build_world, extract
from timeline.records import Document, Extraction, Failure, Knowledge

logger = logging.getLogger(__name__)

T = TypeVar("T")
Result = Extraction | Failure | None
# Articles under way a worker: enough to keep it busy, few enough to keep memory flat.
_AHEAD = 8


def extract_stream(
    items: Iterable[tuple[Document | None, T]], knowledge: Knowledge, workers: int = 1
) -> Iterator[tuple[Result, T]]:
    """Each document's extraction beside whatever came with it; None stays None.

    An article on which extraction fails comes back as a Failure and stops nothing.
    """
    if workers <= 1:
        world = build_world(knowledge)
        for document, beside in items:
            yield _try(document, world) if document else None, beside
        return
    # Spawned, not forked: a fork would share the caller's database connection.
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(knowledge,)
    ) as pool:
        pending: deque[tuple[Future[Extraction | Failure] | None, T]] = deque()
        for document, beside in items:
            pending.append((pool.submit(_here, document) if document else None, beside))
            if len(pending) >= workers * _AHEAD:
                yield _await(*pending.popleft())
        while pending:
            yield _await(*pending.popleft())


def _await(future: "Future[Extraction | Failure] | None", beside: T) -> tuple[Result, T]:
    return (future.result() if future else None), beside


_worlds: list[World] = []


def _begin(knowledge: Knowledge) -> None:
    _worlds[:] = [build_world(knowledge)]


def _here(document: Document) -> Extraction | Failure:
    return _try(document, _worlds[0])


def _try(document: Document, world: World) -> Extraction | Failure:
    try:
        return extract(document, world)
    except Exception as error:  # one article's trouble must not stop the others
        logger.exception("extraction failed on %s", document.path)
        reason = f"extraction failed ({type(error).__name__}: {error}); please report it"
        return Failure(document.path, reason)
