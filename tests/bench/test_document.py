"""docs/performance.md and its chart, written from figures."""

import json
import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise
from pathlib import Path

import pytest

from tests.bench import made
from timeline.bench.chart import Line, draw
from timeline.bench.document import render_document, write_document
from timeline.bench.limits import LIMITS

SVG = "{http://www.w3.org/2000/svg}"
DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "performance.md"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "performance.md"
    write_document(file, made.result())
    return file


def cells(text: str, start: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.startswith(f"| {start}"))
    return [cell.strip() for cell in line.strip("| ").split("|")]


def test_a_run_becomes_a_table_with_a_row_for_each_limit(document: Path) -> None:
    text = document.read_text()
    for limit in LIMITS:
        assert len(cells(text, limit.label)) == 4
    assert cells(text, LIMITS[0].label)[1:] == ["100 / 20", "6 / 12", "as wanted"]


def test_both_databases_stand_side_by_side(document: Path) -> None:
    write_document(document, made.result("postgresql", page_p95=160.0))
    text = document.read_text()
    assert cells(text, LIMITS[0].label)[1:] == [
        *("100 / 20", "6 / 12", "as wanted"),
        *("150 / 35", "80 / 160", "missed"),
    ]
    assert "Behind the figures: PostgreSQL" in text


def test_a_new_run_takes_the_place_of_the_old_one(document: Path) -> None:
    write_document(document, made.result(page_p95=44.0))
    assert cells(document.read_text(), LIMITS[0].label)[2] == "22 / 44"


def test_a_run_under_load_stands_beside_the_others(document: Path) -> None:
    write_document(document, {"load": made.load()})
    text = document.read_text()
    assert "Under load: SQLite" in text
    assert "60,000 requests, 100 a second" in text
    assert cells(text, LIMITS[0].label)[2] == "6 / 12"


def test_tables_are_whole_and_lines_are_not_escaped(document: Path) -> None:
    text = document.read_text()
    assert "&" not in text
    widths = [line.count("|") for line in text.splitlines() if line.startswith("|")]
    assert len(set(widths)) == 1
    assert "\n\n\n" not in text


def test_the_chart_is_drawn_and_told_in_words(document: Path) -> None:
    chart = document.with_suffix("") / "growth.svg"
    told = re.search(r"!\[([^\]]+)\]\(performance/growth.svg\)", document.read_text())
    assert told
    assert "SQLite, page: 10 ms at 10,000, 12 ms at 1,000,000" in told[1]
    tree = ElementTree.fromstring(chart.read_text())
    assert tree.findtext(f"{SVG}title") == told[1]
    assert len(tree.findall(f"{SVG}path")) == 2
    assert "prefers-color-scheme: dark" in chart.read_text()


def test_lines_rise_where_figures_rise() -> None:
    tree = ElementTree.fromstring(draw("", [Line("a & b", [(10, 1), (100, 10), (1000, 100)], 0)]))
    dots = [(float(c.get("cx", "")), float(c.get("cy", ""))) for c in tree.findall(f"{SVG}circle")]
    (x1, y1), (x2, y2), (x3, y3) = dots
    assert x3 - x2 == pytest.approx(x2 - x1, abs=0.2)
    assert y2 - y3 == pytest.approx(y1 - y2, abs=0.2)
    assert y1 > y2


def test_names_of_lines_do_not_cover_each_other() -> None:
    lines = [Line(str(n), [(10, 5), (1000, 5 + n / 100)], 0) for n in range(4)]
    tree = ElementTree.fromstring(draw("", lines))
    heights = sorted(
        float(text.get("y", "")) for text in tree.findall(f"{SVG}text") if text.get("class")
    )
    assert len(heights) == 4
    assert all(later - earlier >= 14 for earlier, later in pairwise(heights))


def test_without_growth_there_is_no_chart(tmp_path: Path) -> None:
    result = made.result()
    del result["measured"]["growth"]
    file = tmp_path / "performance.md"
    write_document(file, result)
    assert "growth.svg" not in file.read_text()
    assert "\n## Growth" not in file.read_text()


def test_the_page_of_the_checkout_is_what_its_figures_give(tmp_path: Path) -> None:
    kept = DOCUMENT.with_suffix("")
    (tmp_path / kept.name).mkdir()
    for file in kept.glob("*.json"):
        assert json.loads(file.read_text())
        (tmp_path / kept.name / file.name).write_bytes(file.read_bytes())
    render_document(tmp_path / DOCUMENT.name)
    assert (tmp_path / DOCUMENT.name).read_text() == DOCUMENT.read_text()
