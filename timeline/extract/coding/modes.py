"""The mode of an event by words beside its trigger, where the trigger leaves it open.

Read from `knowledge/plover_modes.csv`: type, mode and words; `*` ends a word's beginning.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from timeline.extract.coding.hits import Hit
from timeline.extract.words import Words
from timeline.vocabulary import MODES, EventType

FILE = "plover_modes.csv"
_BEFORE, _AFTER = 8, 12


class ModeWords(NamedTuple):
    mode: str
    exact: frozenset[str]
    beginnings: tuple[str, ...]


ModeTable = Mapping[EventType, tuple[ModeWords, ...]]


@lru_cache(maxsize=1)
def mode_table() -> ModeTable:
    text = resources.files("timeline.knowledge").joinpath(FILE).read_text(encoding="utf-8")
    return read_modes(text.splitlines())


def read_modes(lines: Iterable[str]) -> ModeTable:
    """Raises ValueError, with the line, for a type or mode that is none."""
    table: dict[EventType, list[ModeWords]] = defaultdict(list)
    for number, row in enumerate(csv.DictReader(lines), start=2):
        type_, mode, words = EventType(row["type"]), row["mode"], row["words"].split()
        if mode not in MODES.get(type_, ()) or not words:
            raise ValueError(f"{FILE}, line {number}: {type_} has no mode {mode}, or no words")
        exact = frozenset(word for word in words if not word.endswith("*"))
        table[type_].append(
            ModeWords(mode, exact, tuple(word[:-1] for word in words if word.endswith("*")))
        )
    return {type_: tuple(rows) for type_, rows in table.items()}


def mode_beside(words: Words, hit: Hit, type_: EventType) -> str | None:
    """For an attack the weapon on either side, for the rest what the nearest word after says."""
    rows = mode_table().get(type_)
    if not rows:
        return None
    after = words.low[hit.first + 1 : hit.last + 1 + _AFTER]
    if type_ is EventType.ASSAULT:
        around = words.low[max(0, hit.first - _BEFORE) : hit.first] + after
        return next((row.mode for row in rows if any(_fits(row, word) for word in around)), None)
    found = (row.mode for word in after for row in rows if _fits(row, word))
    return next(found, None)


def _fits(row: ModeWords, word: str) -> bool:
    return word in row.exact or (bool(row.beginnings) and word.startswith(row.beginnings))
