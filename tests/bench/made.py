"""Values and figures for the tests of the bench."""

from datetime import date, timedelta
from typing import Any

from timeline.bench.values import Values
from timeline.vocabulary import EventType, Standing

FIRST_DAY = date(1990, 1, 1)


def values() -> Values:
    """As `read_values` finds them in a database of some size."""
    actors = tuple(f"actor-{n}" for n in range(60))
    words = tuple(f"word{n}" for n in range(80))
    return Values(
        actors=actors,
        acting=actors[:40],
        receiving=actors[20:],
        speakers=("~article", *actors[:30]),
        sources=tuple(f"source-{n}" for n in range(30)),
        types=("none", *(type.value for type in EventType)),
        standings=tuple(standing.value for standing in Standing),
        words=words,
        titles=tuple((words[n], words[n + 1], words[n + 2]) for n in range(70)),
        days=tuple(FIRST_DAY + timedelta(days=97 * n) for n in range(130)),
        keys=tuple((1 << 62) + n for n in range(100)),
        published=tuple(FIRST_DAY + timedelta(days=101 * n) for n in range(120)),
        events=tuple(range(1, 100)),
        articles=tuple(range(1, 50)),
        citations=tuple(range(1, 200)),
    )


def spread(p50: float, p95: float, n: int = 40) -> dict[str, float]:
    return {"n": n, "p50": p50, "p95": p95, "most": 2 * p95}


def pages(p95: float) -> dict[str, Any]:
    return {
        "first": spread(p95 / 2, p95),
        "busy": spread(p95 / 3, p95 / 2),
        "again": spread(p95 / 4, p95 / 3),
        "queries": {"most": 9, "small": 8, "full": 9},
        "slowest": [[2 * p95, "actor, broad"]],
    }


COMPARED: dict[str, Any] = {
    "sql": {
        "cases": 30,
        "over_limit": 3,
        "limit_seconds": 20.0,
        "index": spread(1, 4),
        "sql": spread(900, 20_000),
        "ratio": spread(600, 5000),
        "ratio_of_p95": 5000.0,
        "differences": 0,
        "differing": [],
    },
    "datasette": {
        "cases": 20,
        "over_limit": 2,
        "without_all_counts": 1,
        "limit_seconds": 20.0,
        "datasette": spread(1200, 20_000),
    },
}


def result(engine: str = "sqlite", page_p95: float = 12.0, **measured: Any) -> dict[str, Any]:
    """A whole run in which every limit holds as wanted."""
    grown = [
        {
            "events": n,
            "page": spread(p95 / 2, p95),
            "index": spread(1, 2),
            "sql": spread(50, n / 10),
        }
        for n, p95 in ((10_000, 10.0), (1_000_000, page_p95))
    ]
    found = {
        "size": {
            "events": 1_000_000,
            "claims": 2_500_000,
            "articles": 500_000,
            "indexed": True,
            "engine": engine,
            "versions": {"Python": "3.11.7", "Django": "5.2.19"},
        },
        "pages": {"page": pages(page_p95), "words": pages(30.0), "fragment": pages(8.0)},
        "worker": {
            "pages_a_second": 160.0,
            "kept": 0.25,
            "anew_a_second": 120.0,
            "all": spread(5, 12),
            "kinds": {"timeline": spread(6, 12), "event": spread(2, 4)},
            "memory_at_start": {"rss": 190.0, "pss": 180.0, "own": 100.0},
            "memory": {"rss": 250.0, "pss": 240.0, "own": 110.0},
        },
        "edit": {
            "alone": {"edits": 5, "answers": 60, "stale": 0, "seconds": 1.0},
            "workers": {"edits": 5, "answers": 60, "stale": 0, "seconds": 1.0},
        },
        **COMPARED,
        "rebuild": {"seconds": 6.0},
        "extraction": {"articles_a_second": 510.0, "texts": 37},
        "ingest": {
            "articles_a_second": 520.0,
            "articles": 1000,
            "failures": 0,
            "seconds": 1.9,
            "characters": 2100.0,
        },
        "growth": grown,
    }
    return {
        "date": "2026-11-28 23:00",
        "machine": {"processors": 2, "system": "Linux x86_64", "load": 1.5},
        "options": {},
        "measured": found | measured,
        "failed": [],
    }


def load(engine: str = "sqlite", **changes: Any) -> dict[str, Any]:
    """Ten quiet minutes."""
    return {
        "minutes": 10,
        "clients": 4,
        "workers": 2,
        "seed": 1,
        "date": "2026-11-28 23:00",
        "engine": engine,
        "events": 1_000_000,
        "requests": 60_000,
        "requests_a_second": 100.0,
        "times": spread(30, 60),
        "statuses": {"200": 50_000, "304": 10_000},
        "wrong": [],
        "edits": {"edits": 30, "answers": 90, "stale": 0},
        "workers_ended": 0,
        "memory": [[second, 400.0] for second in range(0, 600, 5)],
        "largest": 260.0,
        "growth": 0.0,
    } | changes
