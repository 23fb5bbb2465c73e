"""A server under load for some minutes: no error, and no memory that only grows."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

from django.db import connection

from timeline.bench.clients import Client, Tally, drive
from timeline.bench.edits import look_after_edit
from timeline.bench.figures import slope, spread
from timeline.bench.memory import memory_of
from timeline.bench.server import Server, get, served
from timeline.bench.values import Values, read_values
from timeline.models import Event

SAMPLE_SECONDS = 5
EDIT_SECONDS = 20
# Stored cards fill up during the first half, so only the second half counts. There a steady
# server still moves by a few megabytes, as the allocator takes and returns whole arenas; a leak
# of one kilobyte a request shows as more: 100 requests a second are 30 MB in five minutes.
TOLERATED_SHARE = 0.05
TOLERATED_MB = 10.0
# In less time stores are still filling up.
LEAST_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Load:
    minutes: float = 10
    clients: int = 4
    workers: int = 2
    seed: int = 1


@dataclass(slots=True)
class Watch:
    """Megabytes of all workers together (their own and their part of what is shared), by second.

    `ended`: workers that went away, which they have no reason to.
    """

    points: list[tuple[float, float]] = field(default_factory=list)
    largest: float = 0
    workers: set[int] = field(default_factory=set)
    ended: int = 0

    def look(self, second: float, server: Server) -> None:
        running = set(server.workers())
        self.ended += len(self.workers - running)
        self.workers = running
        found = [memory for worker in running if (memory := memory_of(worker))]
        if found:
            total = round(sum(memory.pss for memory in found), 1)
            self.points.append((round(second), total))
            self.largest = max(self.largest, *(memory.rss for memory in found))


@dataclass(slots=True)
class Edits:
    edits: int = 0
    answers: int = 0
    stale: int = 0


def run_load(
    load: Load, environment: Mapping[str, str], say: Callable[[str], None]
) -> dict[str, Any]:
    """Figures, as JSON takes them. The server is ended also when this is interrupted."""
    values = read_values(Random(load.seed))
    stopped = threading.Event()
    with served(environment, load.workers) as server:
        say(f"Serving on port {server.port}")
        clients = [Client(server.port, number, load.seed) for number in range(load.clients)]
        threads = [
            threading.Thread(target=drive, args=(client, values, stopped), daemon=True)
            for client in clients
        ]
        for thread in threads:
            thread.start()
        try:
            watch, edits = _watch(load, server, values, say)
        finally:
            stopped.set()
            for thread in threads:
                thread.join()
    return figures_of(load, [client.tally for client in clients], watch, edits)


def _watch(
    load: Load, server: Server, values: Values, say: Callable[[str], None]
) -> tuple[Watch, Edits]:
    """Sample memory, and edit an event now and then, until the time is over."""
    watch, edits = Watch(), Edits()
    began = time.monotonic()
    next_edit, next_word = EDIT_SECONDS / 2, 60.0
    while (second := time.monotonic() - began) < load.minutes * 60:
        watch.look(second, server)
        if second >= next_edit:
            next_edit += EDIT_SECONDS
            _edit(values.events[edits.edits % len(values.events)], server, edits)
        if second >= next_word:
            next_word += 60
            say(f"{second / 60:.0f} minutes, {watch.points[-1][1] if watch.points else 0:.0f} MB")
        time.sleep(max(0, min(SAMPLE_SECONDS, load.minutes * 60 - second)))
    return watch, edits


def _edit(pk: int, server: Server, edits: Edits) -> None:
    edits.edits += 1
    for shown in look_after_edit(pk, lambda path: get(server.port, path), requests=3):
        edits.answers += 1
        edits.stale += not shown


def figures_of(load: Load, tallies: list[Tally], watch: Watch, edits: Edits) -> dict[str, Any]:
    times = [ms for tally in tallies for ms in tally.times]
    statuses: Counter[str] = Counter()
    for tally in tallies:
        statuses.update(tally.statuses)
    seconds = load.minutes * 60
    return {
        **asdict(load),
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M}",
        "engine": connection.vendor,
        "events": Event.objects.count(),
        "requests": len(times),
        "requests_a_second": len(times) / seconds,
        "times": asdict(spread(times)) if times else None,
        "statuses": dict(statuses),
        "wrong": [line for tally in tallies for line in tally.wrong][:5],
        "edits": asdict(edits),
        "workers_ended": watch.ended,
        "memory": watch.points,
        "largest": watch.largest,
        "growth": growth(watch.points),
    }


def growth(points: list[tuple[float, float]]) -> float:
    """Megabytes by which the straight line through the second half rises."""
    if not points:
        return 0.0
    middle = (points[0][0] + points[-1][0]) / 2
    later = [point for point in points if point[0] >= middle]
    return slope(later) * (later[-1][0] - later[0][0])


def is_long_enough(points: list[tuple[float, float]]) -> bool:
    return bool(points) and points[-1][0] - points[0][0] >= (LEAST_MINUTES * 60 - SAMPLE_SECONDS)


def grows(points: list[tuple[float, float]]) -> bool:
    """Whether that is more than a steady server moves by; False where it is too soon to tell."""
    if not is_long_enough(points):
        return False
    mean = sum(size for _, size in points) / len(points)
    return growth(points) > max(TOLERATED_MB, TOLERATED_SHARE * mean)
