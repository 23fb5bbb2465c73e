"""docs/performance.md, written from the figures that stand beside it as JSON."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from timeline.bench.chart import Line, draw
from timeline.bench.limits import LIMITS, POSTGRESQL, SQLITE
from timeline.bench.load_report import faults, load_lines
from timeline.bench.mixture import SHARES
from timeline.bench.run import figures
from timeline.bench.table import details, heading
from timeline.bench.words import number

NAMES = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}
CHART = "growth.svg"
Result = dict[str, Any]


def write_document(file: Path, result: Result) -> None:
    """Keep the figures in the folder of the document's name, and write it anew from all there."""
    folder = file.with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    if "load" in result:
        name = f"load-{result['load']['engine']}"
    else:
        name = result["measured"]["size"]["engine"]
    (folder / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n")
    render_document(file)


def render_document(file: Path) -> None:
    """From what the folder holds of either database; its chart too."""
    folder = file.with_suffix("")
    results = {engine: _read(folder / f"{engine}.json") for engine in NAMES}
    measured = {engine: result for engine, result in results.items() if result}
    loads = {engine: _read(folder / f"load-{engine}.json") for engine in NAMES}
    lines = list(_lines(measured))
    if lines:
        (folder / CHART).write_text(draw(_told(lines), lines))
    context = {
        "columns": [NAMES[engine] for engine in measured],
        "rows": list(_rows(measured)),
        "headings": [(NAMES[engine], heading(result)) for engine, result in measured.items()],
        "details": [
            (NAMES[engine], list(details(result["measured"])))
            for engine, result in measured.items()
        ],
        "chart": f"{folder.name}/{CHART}" if lines else "",
        "told": _told(lines),
        "shares": ", ".join(f"{share} % {kind}" for kind, share in SHARES.items()),
        "loads": [
            (NAMES[engine], list(load_lines(found["load"])), not faults(found["load"]))
            for engine, found in loads.items()
            if found
        ],
    }
    file.write_text(render_to_string("bench/performance.md", context).strip() + "\n")


def _read(file: Path) -> dict[str, Any] | None:
    if not file.exists():
        return None
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def _rows(measured: Mapping[str, Result]) -> Iterator[list[str]]:
    """Cells: what, then for each database limit, wanted, measured, verdict."""
    for limit in LIMITS:
        cells = [f"{limit.label} ({limit.unit})"]
        for engine, result in measured.items():
            value = figures(result)[limit.key]
            cells += [
                f"{number(limit.least[engine])} / {number(limit.wanted[engine])}",
                f"{_middle(limit.key, result)}{number(value)}",
                str(limit.verdict(value, engine)),
            ]
        yield cells


def _middle(key: str, result: Result) -> str:
    """The median before a 95th percentile."""
    pages = result["measured"].get("pages", {})
    return f"{number(pages[key]['first']['p50'])} / " if key in pages else ""


def _lines(measured: Mapping[str, Result]) -> Iterator[Line]:
    for colour, (engine, result) in enumerate(measured.items()):
        grown = result["measured"].get("growth", [])
        for key, name, slow in (("page", "page", False), ("sql", "plain SQL", True)):
            points = [(each["events"], each[key]["p95"]) for each in grown if each[key]]
            if points:
                yield Line(f"{NAMES[engine]}, {name}", points, colour, slow)


def _told(lines: list[Line]) -> str:
    """The chart in words."""
    parts = [
        f"{line.name}: " + ", ".join(f"{number(y)} ms at {x:,}" for x, y in line.points)
        for line in lines
    ]
    return f"95th percentiles by number of events. {'; '.join(parts)}."
