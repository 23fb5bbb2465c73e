"""Time expressions against TIMEX3 gold, by the measures of TempEval-3.

strict: same first and last character. relaxed: any overlap, one to one. value F1: relaxed F1
times the share of the matched whose TIMEX3 value is the same text, or one that the gold
also allows (`value_also_ok`), as when nothing on the page tells the year.
"""

import re
from collections.abc import Sequence
from typing import Any

from timeline.evaluate.measures import Counts

Timex = dict[str, Any]
# A value that names a year, decade or century, also in part; no duration, set or reference.
_CALENDAR = re.compile(r"(?:BC)?\d{2,4}(?:-|$|T|X)")


def score(
    documents: Sequence[tuple[Sequence[Timex], Sequence[Timex]]], calendar: bool = False
) -> dict[str, float]:
    """`documents`: (gold, found) each. `calendar`: only gold that names a calendar unit."""
    expected = answered = strict = relaxed = valued = 0
    for gold, found in documents:
        if calendar:
            gold, found = _calendar_only(gold, found)
        pairs = _matched(gold, found)
        expected, answered, relaxed = (
            expected + len(gold),
            answered + len(found),
            relaxed + len(pairs),
        )
        strict += sum(_extent(want) == _extent(got) for want, got in pairs)
        valued += sum(_right(want, got) for want, got in pairs)
    share = valued / relaxed if relaxed else 0.0
    relaxed_f1 = Counts(relaxed, answered, expected).f1
    return {
        "strict F1": Counts(strict, answered, expected).f1,
        "relaxed F1": relaxed_f1,
        "value F1": relaxed_f1 * share,
    }


def _calendar_only(
    gold: Sequence[Timex], found: Sequence[Timex]
) -> tuple[list[Timex], list[Timex]]:
    """What was found on gold that is left out counts neither way."""
    kept: list[Timex] = []
    left: list[Timex] = []
    for timex in gold:
        named = timex["type"] in ("DATE", "TIME") and _CALENDAR.match(timex.get("value") or "")
        (kept if named else left).append(timex)
    return kept, [
        timex
        for timex in found
        if any(_overlap(timex, other) for other in kept)
        or not any(_overlap(timex, other) for other in left)
    ]


def _matched(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """One to one: the same extent first, then the larger overlap."""
    ranked = sorted(
        (_extent(want) != _extent(got), -_overlap(want, got), i, j)
        for i, want in enumerate(gold)
        for j, got in enumerate(found)
        if _overlap(want, got)
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _right(want: Timex, got: Timex) -> bool:
    return got["value"] == want["value"] or got["value"] in want.get("value_also_ok", ())


def _extent(timex: Timex) -> tuple[int, int]:
    return timex["start"], timex["end"]


def _overlap(one: Timex, two: Timex) -> int:
    return max(0, min(one["end"], two["end"]) - max(one["start"], two["start"]))
