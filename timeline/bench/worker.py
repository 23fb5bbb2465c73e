"""One web worker: what it holds in memory, and how many pages it makes in a second."""

import itertools
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from timeline.bench.asking import ask
from timeline.bench.figures import spread
from timeline.bench.memory import memory_of
from timeline.bench.mixture import Visit, visits
from timeline.bench.values import Values

WARM_UP = 100


def time_worker(values: Values, seed: int, seconds: float) -> dict[str, Any]:
    """To be run in a process that does nothing else; `memory` is None where it is not told."""
    ask("/")
    started = memory_of()
    for visit in itertools.islice(visits(values, seed + 1), WARM_UP):
        ask(visit.path)
    times = _visited(visits(values, seed), seconds)
    worked = memory_of()
    alone = {kind: asdict(spread(found)) for kind, found in times.items()}
    together = [ms for found in times.values() for ms in found]
    return {
        "pages_a_second": 1000 * len(together) / sum(together),
        "all": asdict(spread(together)),
        "kinds": alone,
        "memory_at_start": asdict(started) if started else None,
        "memory": asdict(worked) if worked else None,
    }


def _visited(coming: Iterator[Visit], seconds: float) -> dict[str, list[float]]:
    """Milliseconds by kind of page, of as many visits as there is time for; one at least."""
    times: dict[str, list[float]] = defaultdict(list)
    end = time.monotonic() + seconds
    for visit in coming:
        times[visit.kind].append(ask(visit.path).seconds * 1000)
        if time.monotonic() >= end:
            return dict(times)
    return dict(times)
