"""Names that more than one actor or thing bears, and the words in an article that decide."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from timeline.extract.actors.surface import bounded


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a contested name may stand for. `actor`: ISO alpha-3 code of
    a country or key of another actor; None: nothing Dateline follows.

    `clues`: words whose presence anywhere in the article speaks for this reading.
    `default`: holds when the article has no clue at all.
    """

    actor: str | None
    default: bool
    clues: tuple[str, ...]


@cache
def load_contested() -> Mapping[str, tuple[Reading, ...]]:
    """The rows of contested.csv by name."""
    source = resources.files(__package__).joinpath("contested.csv")
    readings: dict[str, list[Reading]] = {}
    with source.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            clues = tuple(clue for clue in row["clues"].split(";") if clue)
            reading = Reading(row["actor"] or None, row["default"] == "yes", clues)
            for name in row["name"].split(";"):
                readings.setdefault(name, []).append(reading)
    return {name: tuple(rows) for name, rows in readings.items()}


def holds_word(text: str, word: str) -> bool:
    """Whether the word or phrase stands in the text on word boundaries."""
    at = text.find(word)
    for _ in range(20):
        if at < 0:
            return False
        end = at + len(word)
        # A hyphen before it makes another name of it: "Guinea" in "Equatorial-Guinea"
        if bounded(text, at, end):
            return True
        at = text.find(word, end)
    return False


def weigh(name: str, folded: str) -> tuple[str | None, str] | None:
    """Which actor a contested name stands for here, and the clue words that say so.

    (None, words): something other than an actor. None: undecided. The reading with the
    most clues wins; a tie is undecided; without any clue the default holds.
    """
    readings = load_contested()[name]
    found = [[c for c in r.clues if holds_word(folded, c)] for r in readings]
    best = max(len(clues) for clues in found)
    if not best:
        defaults = [r for r in readings if r.default]
        return (defaults[0].actor, "") if defaults else None
    winners = [i for i, clues in enumerate(found) if len(clues) == best]
    if len(winners) > 1:
        return None
    return readings[winners[0]].actor, ", ".join(f'"{c}"' for c in found[winners[0]][:3])
