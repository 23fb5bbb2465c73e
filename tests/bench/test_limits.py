"""Limits, verdicts, and the table of a run."""

import pytest

from tests.bench import made
from timeline.bench.limits import LIMITS, Verdict
from timeline.bench.run import TASKS, figures
from timeline.bench.table import lines, missed

BY_KEY = {limit.key: limit for limit in LIMITS}


@pytest.mark.parametrize(
    ("key", "engine", "measured", "expected"),
    [
        ("page", "sqlite", 20, Verdict.WANTED),
        ("page", "sqlite", 100, Verdict.HOLDS),
        ("page", "sqlite", 100.1, Verdict.MISSED),
        ("page", "postgresql", 149, Verdict.HOLDS),
        ("mixed", "sqlite", 150, Verdict.WANTED),
        ("mixed", "sqlite", 60, Verdict.HOLDS),
        ("mixed", "sqlite", 59, Verdict.MISSED),
        ("ingest", "postgresql", 70, Verdict.HOLDS),
        ("ingest", "sqlite", 70, Verdict.MISSED),
        ("edit", "sqlite", 0, Verdict.WANTED),
        ("edit", "sqlite", 1, Verdict.MISSED),
        ("memory", "sqlite", None, Verdict.UNMEASURED),
    ],
)
def test_a_limit_judges_what_was_measured(
    key: str, engine: str, measured: float | None, expected: Verdict
) -> None:
    assert BY_KEY[key].verdict(measured, engine) == expected


def test_every_limit_is_measured_by_a_part_of_the_run() -> None:
    assert {limit.task for limit in LIMITS} <= {*TASKS, "growth"}


def test_every_limit_finds_its_figure_in_a_whole_run() -> None:
    measured = figures(made.result())
    assert measured.keys() == BY_KEY.keys()
    assert None not in measured.values()
    assert measured["memory"] == 110 + (250 - 110) / 2
    assert measured["growth"] == pytest.approx(1.2)
    assert not missed(made.result())


def test_what_nobody_measured_is_missing_and_not_missed() -> None:
    result = made.result()
    result["measured"] = {"size": result["measured"]["size"]}
    assert set(figures(result).values()) == {None}
    assert not missed(result)
    assert len(list(lines(result))) > len(LIMITS)


def test_what_is_too_slow_is_missed_by_name() -> None:
    result = made.result(page_p95=120.0)
    assert missed(result) == [BY_KEY["page"].label, BY_KEY["growth"].label]
    assert missed(made.result("postgresql", page_p95=29.0)) == []


def test_an_answer_without_an_edit_is_missed_wherever_it_came_from() -> None:
    edits = made.result()["measured"]["edit"]
    edits["workers"]["stale"] = 1
    assert missed(made.result(edit=edits)) == [BY_KEY["edit"].label]


def test_a_measurement_that_failed_is_said_and_counts_as_missed() -> None:
    result = made.result() | {"failed": ["Measuring “sql” failed; the reason is above."]}
    assert missed(result) == result["failed"]
    assert list(lines(result))[-1] == result["failed"][0]


def test_that_there_was_no_index_is_said() -> None:
    result = made.result()
    assert "without an index" not in next(iter(lines(result)))
    result["measured"]["size"]["indexed"] = False
    assert "articles, without an index; " in next(iter(lines(result)))


def test_the_table_has_a_line_for_each_limit() -> None:
    text = list(lines(made.result()))
    for limit in LIMITS:
        line = next(line for line in text if line.startswith(limit.label))
        assert line.endswith(Verdict.WANTED)
    whole = "\n".join(text)
    assert "1,000,000 events, 2,500,000 claims" in whole
    assert "median 600 times as long" in whole
    assert "3 took longer than 20 s and count as that" in whole
