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
    """To be run in a process that does nothing else; `memory` is None where it is not told.

    `kept`: which share of the pages was sent again as it was made before; `anew_a_second`: what
    the others came to.
    """
    ask("/")
    started = memory_of()
    for visit in itertools.islice(visits(values, seed + 1), WARM_UP):
        ask(visit.path)
    visited = _visited(visits(values, seed), seconds)
    worked = memory_of()
    alone = {kind: asdict(spread([ms for ms, _ in found])) for kind, found in visited.items()}
    every = [each for found in visited.values() for each in found]
    together, anew = [ms for ms, _ in every], [ms for ms, kept in every if not kept]
    return {
        "pages_a_second": 1000 * len(together) / sum(together),
        "kept": 1 - len(anew) / len(every),
        "anew_a_second": 1000 * len(anew) / sum(anew) if anew else None,
        "all": asdict(spread(together)),
        "kinds": alone,
        "memory_at_start": asdict(started) if started else None,
        "memory": asdict(worked) if worked else None,
    }


_Taken = tuple[float, bool]


def _visited(coming: Iterator[Visit], seconds: float) -> dict[str, list[_Taken]]:
    """By kind of page milliseconds, and whether it was kept, of as many visits as there is time
    for; one at least."""
    visited: dict[str, list[_Taken]] = defaultdict(list)
    end = time.monotonic() + seconds
    for visit in coming:
        reply = ask(visit.path)
        visited[visit.kind].append((reply.seconds * 1000, reply.kept))
        if time.monotonic() >= end:
            break
    return dict(visited)
