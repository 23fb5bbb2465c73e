"""Datasette on the same SQLite file: its page of events nearest to ours, by the clock.

It counts values of columns of one table: kinds, classes, conflicts, years. It has no counts of
actors, speakers and sources beside an event, no histogram, no claims or passages on its page.
"""

import http.client
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from timeline.bench.cases import Case
from timeline.bench.figures import spread
from timeline.bench.server import HOST, free_port, stop
from timeline.browse.filters import Filter, stored_types
from timeline.browse.filters.value import Evidence
from timeline.models import Actor

FACETS = ("type", "quad", "has_conflict", "reviewed", "origin_count")
_TABLE = "timeline_event"
_MARKS = {
    Evidence.AGREE: [("origin_count__gte", "2"), ("has_conflict", "0")],
    Evidence.DISAGREE: [("has_conflict", "1")],
    Evidence.REVIEWED: [("reviewed", "1")],
}
_START_SECONDS = 60
# What its page says when it gave up counting.
_TIMED_OUT = b"facets timed out"


def program() -> str | None:
    """Where Datasette is: beside this Python, or on the path; None when it is not installed."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("datasette", path=os.pathsep.join([beside, os.environ.get("PATH", "")]))


def time_datasette(port: int, file: Path, cases: Sequence[Case], limit: float) -> dict[str, Any]:
    """Milliseconds of its pages for cases it has a page for; one over `limit` counts as it."""
    times, over, incomplete = [], 0, 0
    for case in cases:
        query = query_of(case.chosen)
        began = time.perf_counter()
        found = _get(port, f"/{file.stem}/{_TABLE}?{query}", limit)
        times.append(1000 * min(time.perf_counter() - began, limit))
        over += found is None
        incomplete += bool(found and _TIMED_OUT in found)
    return {
        "cases": len(cases),
        "over_limit": over,
        "without_all_counts": incomplete,
        "limit_seconds": limit,
        "datasette": asdict(spread(times)),
    }


def query_of(chosen: Filter) -> str | None:
    """The same events in the terms of Datasette; None where it cannot ask for them."""
    if chosen.speakers or chosen.standings or chosen.sources or chosen.known or chosen.any_actor:
        return None
    if len(chosen.actors + chosen.acting + chosen.receiving) > 1 or chosen.terms[1:]:
        return None  # its `_through` takes one value
    if chosen.after:
        return None  # it does not go backwards
    asked: list[tuple[str, str]] = [("_size", "50")]
    asked += [("_facet", column) for column in FACETS]
    asked.append(("_sort" if chosen.oldest_first else "_sort_desc", "sort_key"))
    if chosen.end and chosen.end.latest:
        asked.append(("latest__lte" if chosen.certain else "earliest__lte", f"{chosen.end.latest}"))
    if chosen.start and chosen.start.earliest:
        column = "earliest__gte" if chosen.certain else "latest__gte"
        asked.append((column, f"{chosen.start.earliest}"))
    if chosen.undated:
        asked += [("earliest__isnull", "1"), ("latest__isnull", "1")]
    if chosen.types:
        asked.append(("type__in", json.dumps(stored_types(chosen))))
    for kind in chosen.evidence:
        asked += _MARKS[Evidence(kind)]
    if chosen.before:
        asked.append(("sort_key__lt", str(chosen.before)))
    asked += [_through(key, role) for key, role in _parts(chosen)]
    asked += [("search_text__contains", term.needle) for term in chosen.terms]
    return urlencode(asked)


def _parts(chosen: Filter) -> Iterator[tuple[str, str]]:
    yield from ((key, "") for key in chosen.actors)
    yield from ((key, "actor") for key in chosen.acting)
    yield from ((key, "recipient") for key in chosen.receiving)


def _through(key: str, role: str) -> tuple[str, str]:
    """One actor; without its part, and without who belongs to it, which it cannot ask for."""
    pk = Actor.objects.values_list("pk", flat=True).get(key=key)
    value = {"table": "timeline_participation", "column": "actor_id", "value": str(pk)}
    return "_through", json.dumps(value)


@contextmanager
def served(datasette: str, file: Path, limit: float) -> Iterator[int]:
    """Its port. With its limits of time raised as far as ours."""
    port = free_port()
    settings = {
        "sql_time_limit_ms": int(limit * 1000),
        "facet_time_limit_ms": int(limit * 1000),
        "default_facet_size": 50,
        "suggest_facets": "off",
        "num_sql_threads": 2,
        "cache_size_kb": 65536,
    }
    arguments = [word for name, value in settings.items() for word in ("--setting", name, value)]
    process = subprocess.Popen(
        [datasette, "serve", str(file), "--host", HOST, "--port", str(port)]
        + [str(word) for word in arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(port)
        yield port
    finally:
        stop(process)


def _await(port: int) -> None:
    end = time.monotonic() + _START_SECONDS
    while _get(port, "/-/versions.json", 5) is None:
        if time.monotonic() > end:
            raise TimeoutError("Datasette does not answer.")
        time.sleep(0.2)


def _get(port: int, path: str, limit: float) -> bytes | None:
    """None when it does not answer in time, or not with 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=limit)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
    except OSError:
        return None
    finally:
        connection.close()
    return body if answer.status == 200 else None
