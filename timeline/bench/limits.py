"""What is to hold at a million events, and what we want."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SQLITE, POSTGRESQL = "sqlite", "postgresql"


class Verdict(StrEnum):
    WANTED = "as wanted"
    HOLDS = "holds"
    MISSED = "missed"
    UNMEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class Limit:
    """`least` and `wanted` for each database, in `unit`.

    `at_most`: smaller is better. `task`: the part of a run that measures it.
    """

    key: str
    label: str
    unit: str
    least: Mapping[str, float]
    wanted: Mapping[str, float]
    task: str
    at_most: bool = True

    def verdict(self, measured: float | None, engine: str) -> Verdict:
        if measured is None:
            return Verdict.UNMEASURED
        sign = 1 if self.at_most else -1
        if sign * measured <= sign * self.wanted[engine]:
            return Verdict.WANTED
        return Verdict.HOLDS if sign * measured <= sign * self.least[engine] else Verdict.MISSED


def _both(value: float) -> dict[str, float]:
    return {SQLITE: value, POSTGRESQL: value}


LIMITS: tuple[Limit, ...] = (
    Limit(
        "page",
        "timeline page, any filters, all counts and histogram: p95",
        "ms",
        {SQLITE: 100, POSTGRESQL: 150},
        {SQLITE: 20, POSTGRESQL: 35},
        "pages",
    ),
    Limit("words", "the same with word search: p95", "ms", _both(200), _both(50), "pages"),
    Limit("fragment", "HTMX fragment of a filter change: p95", "ms", _both(60), _both(10), "pages"),
    Limit("growth", "growth of p95, smallest to largest", "x", _both(3), _both(1.5), "growth"),
    Limit(
        "mixed",
        "whole pages a second and worker, mixed",
        "pages/s",
        _both(60),
        _both(150),
        "worker",
        at_most=False,
    ),
    Limit(
        "memory",
        "memory of a web worker, one of two that share the index",
        "MB",
        _both(600),
        _both(300),
        "worker",
    ),
    Limit(
        "edit",
        "answers without an edit just made, 4 workers",
        "answers",
        _both(0),
        _both(0),
        "edit",
    ),
    Limit("rebuild", "rebuild of the index", "s", _both(30), _both(10), "rebuild"),
    Limit(
        "differences",
        "differences between the index and plain SQL",
        "answers",
        _both(0),
        _both(0),
        "sql",
    ),
    Limit(
        "extraction",
        "extraction, all steps, articles a second and core",
        "articles/s",
        _both(100),
        _both(500),
        "extraction",
        at_most=False,
    ),
    Limit(
        "ingest",
        "ingest into the database, articles a second on two cores",
        "articles/s",
        {SQLITE: 80, POSTGRESQL: 60},
        {SQLITE: 500, POSTGRESQL: 400},
        "ingest",
        at_most=False,
    ),
)
