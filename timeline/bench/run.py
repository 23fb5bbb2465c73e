"""One run: every row of the limits, on the databases asked for, each in processes of its own."""

import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from timeline.bench import peer
from timeline.bench.databases import generated, thrown_away
from timeline.bench.limits import LIMITS
from timeline.bench.plain_sql import postgresql_limit
from timeline.bench.server import served
from timeline.bench.surroundings import (
    ROOT,
    Failed,
    Target,
    configured,
    manage,
    measured_in_a_process,
    production,
)

Say = Callable[[str], None]
Found = dict[str, Any]
# The workers among whom an edit has to show at once, and those that extract in an ingest.
WEB_WORKERS = 4
WRITERS = 2
# The usual number of web workers; each one counts its part of the files they all read.
SHARING = 2


@dataclass(frozen=True, slots=True)
class Options:
    """`events`: sizes of databases to make, smallest first; none: the one that is configured.

    `limit`: seconds that plain SQL and Datasette get for a case. `only`: tasks; none: all.
    """

    events: tuple[int, ...] = ()
    seed: int = 1
    keep: bool = False
    cases: int = 200
    repeats: int = 3
    sql_cases: int = 25
    limit: float = 10
    seconds: float = 20
    edits: int = 5
    articles: int = 1000
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bench:
    """What the tasks need: the database, and the environment of a process that uses it."""

    options: Options
    target: Target
    environment: Mapping[str, str]

    def measure(self, task: str, **more: Any) -> Found:
        return measured_in_a_process(task, {**asdict(self.options), **more}, self.environment)


def run(options: Options, say: Say) -> Found:
    """Figures by task, as JSON takes them. Raises Failed."""
    began, its_machine = datetime.now(UTC), machine()
    if its_machine["load"] and its_machine["load"] > its_machine["processors"] / 2:
        say(f"This machine is busy (load {its_machine['load']}): it will seem slower than it is.")
    failed: list[str] = []
    with production() as environment:
        grown = []
        for events in options.events[:-1]:
            with _database(events, options, environment, say) as bench:
                say(f"{events:,} events: pages")
                grown.append(_grown(events, bench.measure("pages"), _sql(bench)))
        with _database(options.events[-1] if options.events else 0, options, environment, say) as b:
            found: Found = {"size": b.measure("size")}
            if not found["size"]["events"]:
                raise Failed(
                    "The database holds no events. Make one for the measurement with --events N."
                )
            for task, measure in _wanted(options):
                say(f"{found['size']['events']:,} events: {task}")
                try:
                    found[task] = measure(b)
                except Failed as error:  # what else is measured stays
                    say(str(error))
                    failed.append(str(error))
            found["size"] = b.measure("size")  # with the index that was made meanwhile
    if grown and "pages" in found:
        found["growth"] = [*grown, _grown(options.events[-1], found["pages"], found.get("sql"))]
    return {
        "date": f"{began:%Y-%m-%d %H:%M}",
        "machine": its_machine,
        "options": asdict(options),
        "measured": found,
        "failed": failed,
    }


def _grown(events: int, pages: Found, sql: Found | None) -> Found:
    """What is drawn against the number of events, in milliseconds."""
    return {
        "events": events,
        "page": pages["page"]["first"],
        "index": sql["index"] if sql else None,
        "sql": sql["sql"] if sql else None,
    }


def _wanted(options: Options) -> Iterator[tuple[str, Callable[[Bench], Found]]]:
    for task, measure in TASKS.items():
        if not options.only or task in options.only:
            yield task, measure


@contextmanager
def _database(
    events: int, options: Options, environment: Mapping[str, str], say: Say
) -> Iterator[Bench]:
    if not events:
        target = configured()
        yield Bench(options, target, {**environment, **target.environment})
        return
    say(f"{events:,} events: a database")
    with generated(events, options.seed, options.keep, environment) as target:
        yield Bench(options, target, {**environment, **target.environment})


def _edit(bench: Bench) -> Found:
    alone = bench.measure("edit")
    with served(bench.environment, WEB_WORKERS) as server:
        return {"alone": alone, "workers": bench.measure("edit", port=server.port)}


def _rebuild(bench: Bench) -> Found:
    """With the start of the command, as somebody sees it who waits for it."""
    began = time.perf_counter()
    manage(bench.environment, "reindex")
    return {"seconds": time.perf_counter() - began}


def _sql(bench: Bench) -> Found:
    limited = {**bench.environment, **postgresql_limit(bench.options.limit)}
    asked = {**asdict(bench.options), "cases": bench.options.sql_cases}
    return measured_in_a_process("sql", asked, limited)


def _datasette(bench: Bench) -> Found:
    installed = peer.program()
    if installed is None or bench.target.file is None:
        return {}
    with peer.served(installed, bench.target.file, bench.options.limit) as port:
        return bench.measure("datasette", port=port, cases=bench.options.sql_cases)


def _extraction(bench: Bench) -> Found:
    return bench.measure("extraction", folder=str(ROOT / "samples"))


def _ingest(bench: Bench) -> Found:
    """Articles of the database, into an empty one beside it."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        made = bench.measure("articles", folder=folder)
        with thrown_away("bench_ingest") as empty:
            its = {**bench.environment, **empty.environment}
            manage(its, "migrate", "--verbosity", "0")
            asked = {"folder": folder, "workers": WRITERS}
            return {**measured_in_a_process("ingest", asked, its), **made}


TASKS: dict[str, Callable[[Bench], Found]] = {
    # First, so that the others find the index in step.
    "rebuild": _rebuild,
    "pages": lambda bench: bench.measure("pages"),
    "worker": lambda bench: bench.measure("worker"),
    "edit": _edit,
    "sql": _sql,
    "datasette": _datasette,
    "extraction": _extraction,
    "ingest": _ingest,
}


def machine() -> dict[str, Any]:
    return {
        "processors": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def figures(result: Found) -> dict[str, float | None]:
    """For each limit, what was measured against it; None where it was not."""
    found = result["measured"]
    pages, worker = found.get("pages", {}), found.get("worker", {})
    edits, grown = found.get("edit", {}), found.get("growth", [])
    memory = worker.get("memory") or {}
    measured: dict[str, float | None] = {
        **{key: pages[key]["first"]["p95"] for key in pages},
        "growth": grown[-1]["page"]["p95"] / grown[0]["page"]["p95"] if grown else None,
        "mixed": worker.get("pages_a_second"),
        "memory": memory["own"] + (memory["rss"] - memory["own"]) / SHARING if memory else None,
        "edit": sum(each["stale"] for each in edits.values()) if edits else None,
        "rebuild": found.get("rebuild", {}).get("seconds"),
        "differences": found.get("sql", {}).get("differences"),
        "extraction": found.get("extraction", {}).get("articles_a_second"),
        "ingest": found.get("ingest", {}).get("articles_a_second"),
    }
    return {limit.key: measured.get(limit.key) for limit in LIMITS}
