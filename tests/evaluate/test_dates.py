"""The measures of TempEval-3 on expressions placed by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluate.dates import score


def timex(start: int, end: int, value: str, type: str = "DATE", **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "type": type, "value": value, **more}


MONDAY = timex(10, 16, "2022-07-25")
MAY = timex(30, 33, "2022-05")
WEEKS = timex(50, 59, "P2W", "DURATION")


def test_extent_and_value_are_measured_apart() -> None:
    found = [timex(10, 16, "2022-07-18"), timex(27, 33, "2022-05"), timex(70, 75, "2022")]
    figures = score([([MONDAY, MAY, WEEKS], found)])
    # Three expected, three answered: one with the same extent, two that overlap, one value right.
    assert figures["strict F1"] == pytest.approx(1 / 3)
    assert figures["relaxed F1"] == pytest.approx(2 / 3)
    assert figures["value F1"] == pytest.approx(2 / 3 * 1 / 2)


def test_one_long_answer_matches_one_expression_only() -> None:
    figures = score([([MONDAY, MAY], [timex(0, 40, "2022-05")])])
    assert figures["relaxed F1"] == pytest.approx(2 * 1 * 0.5 / 1.5)


def test_the_same_extent_is_matched_before_a_larger_overlap() -> None:
    figures = score([([MAY], [timex(25, 40, "2022"), timex(30, 33, "2022-05")])])
    assert figures["value F1"] == figures["relaxed F1"] == pytest.approx(2 / 3)


def test_a_value_that_the_gold_also_allows_is_right() -> None:
    open_year = timex(10, 16, "2022-06-16", value_also_ok=["XXXX-06-16"])
    assert score([([open_year], [timex(10, 16, "XXXX-06-16")])])["value F1"] == 1.0
    assert score([([open_year], [timex(10, 16, "XXXX-06-17")])])["value F1"] == 0.0


def test_calendar_values_leave_durations_and_references_out() -> None:
    now = timex(60, 63, "PRESENT_REF")
    gold = [MONDAY, WEEKS, now]
    # What is found on gold that is left out counts neither way; what is found on nothing does.
    assert score([(gold, [MONDAY, WEEKS, now])], calendar=True)["value F1"] == 1.0
    assert score([(gold, [MONDAY])], calendar=True)["value F1"] == 1.0
    extra = [MONDAY, timex(80, 84, "2019")]
    assert score([(gold, extra)], calendar=True)["value F1"] == pytest.approx(2 / 3)


def test_documents_are_counted_together() -> None:
    figures = score([([MONDAY], [MONDAY]), ([MAY, WEEKS], [])])
    assert figures["strict F1"] == pytest.approx(2 * 1 * (1 / 3) / (4 / 3))


def test_nothing_expected_and_nothing_found_is_no_division_by_nought() -> None:
    assert set(score([]).values()) == {0.0}


@given(st.sets(st.integers(0, 40), min_size=1), st.data())
def test_the_gold_itself_scores_one_and_parts_of_it_score_less(
    places: set[int], data: st.DataObject
) -> None:
    gold = [timex(10 * n, 10 * n + 5, f"20{n:02}") for n in sorted(places)]
    assert set(score([(gold, gold)]).values()) == {1.0}
    left = data.draw(st.sampled_from(gold))
    rest = [one for one in gold if one is not left]
    assert all(value < 1.0 for value in score([(gold, rest)]).values())
