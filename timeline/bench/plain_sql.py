"""The index against plain SQL on the same filters: how much faster, and whether the same."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from statistics import median
from typing import Any

from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from timeline.bench.cases import Case
from timeline.bench.figures import spread
from timeline.browse.answer import answer
from timeline.browse.answer_records import Answer
from timeline.browse.counted import by_sql
from timeline.browse.filters import Filter
from timeline.models import Event

# SQLite asks whether to go on after so many steps of its machine.
_STEPS = 100_000
SHOWN = 5
Answering = Callable[[Filter], Answer]


def of_tables(chosen: Filter) -> Answer:
    return by_sql(chosen, Event.objects.sourced())


def compare_with_sql(
    cases: Sequence[Case],
    repeats: int,
    limit: float,
    indexed: Answering = answer,
    tables: Answering = of_tables,
) -> dict[str, Any]:
    """Milliseconds of both, and `ratio`, how many times as long SQL takes.

    SQL gets `limit` seconds a case; one that needs more counts as taking just these, so
    the ratios are the least they can be. What it did not answer cannot differ.
    """
    rows, differing = [], []
    for case in cases:
        quick, found = _timed(indexed, case, repeats)
        slow, told = _limited(tables, case, limit)
        rows.append((quick, slow, told is None))
        if told is not None and told != found:
            differing.append(case.path)
    ratios = [slow / quick for quick, slow, _ in rows]
    return {
        "cases": len(rows),
        "over_limit": sum(over for *_, over in rows),
        "limit_seconds": limit,
        "index": asdict(spread([quick for quick, *_ in rows])),
        "sql": asdict(spread([slow for _, slow, _ in rows])),
        "ratio": asdict(spread(ratios)),
        "ratio_of_p95": spread([slow for _, slow, _ in rows]).p95
        / spread([quick for quick, *_ in rows]).p95,
        "differences": len(differing),
        "differing": differing[:SHOWN],
    }


def _timed(answering: Answering, case: Case, repeats: int) -> tuple[float, Answer]:
    answering(case.chosen)
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        found = answering(case.chosen)
        times.append(1000 * (time.perf_counter() - began))
    return median(times), found


def _limited(answering: Answering, case: Case, limit: float) -> tuple[float, Answer | None]:
    began = time.perf_counter()
    try:
        with stopped_after(limit):
            found: Answer | None = answering(case.chosen)
    except DatabaseError:
        if time.perf_counter() - began < limit / 2:
            raise
        found = None
    taken = time.perf_counter() - began
    return 1000 * min(taken, limit), found


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Statements that SQLite still works at by then raise DatabaseError.

    PostgreSQL has its own limit, a statement, from the environment of the process.
    """
    if connection.vendor != "sqlite":
        yield
        return
    end = time.monotonic() + seconds

    def set_on(made: BaseDatabaseWrapper) -> None:
        made.connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)

    def on_new(sender: Any, connection: BaseDatabaseWrapper, **rest: Any) -> None:
        set_on(connection)

    connection_created.connect(on_new)
    try:
        connection.ensure_connection()
        set_on(connection)
        yield
    finally:
        connection_created.disconnect(on_new)
        if connection.connection is not None:
            connection.connection.set_progress_handler(None, 0)


def postgresql_limit(seconds: float) -> dict[str, str]:
    """What makes a process started with it give up a statement after so long."""
    return {"PGOPTIONS": f"-c statement_timeout={int(seconds * 1000)}"}
