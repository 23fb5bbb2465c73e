"""Words of the lexicon that tell no event where they stand: "hit a record", "struck a chord".

Read from `knowledge/no_event.csv`: kind ("verb" for all forms of the trigger, "word" for
the word as it is), trigger, and what makes it innocent: a word `before` it in its clause
("the quake killed"), one `after` it, or one that is `next`. A word may end in `*`; two
words joined by `_` must follow each other; `>` among those after lets them stand in the
clause that follows ("killed when a bus crashed"), `!` voids what the lexicon says of the word
with an object too.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from timeline.extract.verbs import forms
from timeline.extract.words import Words, word_set

_OVER, _WHOLE = ">", "!"
FILE = "no_event.csv"
_REACH_BEFORE = 9
_REACH_AFTER = 6
_REACH_OVER = 10
_CLAUSE_ENDS = word_set(", ; : . after before since when while because who which where but")


class Pattern(NamedTuple):
    exact: frozenset[str]
    beginnings: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]

    def at(self, low: list[str], index: int) -> bool:
        word = low[index]
        if word in self.exact or (self.beginnings and word.startswith(self.beginnings)):
            return True
        return bool(self.pairs) and index > 0 and (low[index - 1], word) in self.pairs


class Innocent(NamedTuple):
    before: Pattern
    after: Pattern
    next: frozenset[str]
    whole: bool  # no row of the word holds, not even one whose object stands there
    over: bool  # what comes after may stand in a clause of its own: "killed when it crashed"


@lru_cache(maxsize=1)
def innocent_uses() -> Mapping[str, tuple[Innocent, ...]]:
    """The packaged table by word form."""
    text = resources.files("timeline.knowledge").joinpath(FILE).read_text(encoding="utf-8")
    return read_innocent(text.splitlines())


def read_innocent(lines: Iterable[str]) -> Mapping[str, tuple[Innocent, ...]]:
    """Raises ValueError, with the line, for a row of unknown kind or one that voids always."""
    table: dict[str, list[Innocent]] = defaultdict(list)
    for number, row in enumerate(csv.DictReader(lines), start=2):
        kind, triggers = row["kind"], (row["trigger"] or "").split()
        all_words = f"{row['before']} {row['after']}".split()
        use = Innocent(
            _pattern(row["before"]),
            _pattern(row["after"]),
            _words(row["next"]),
            _WHOLE in all_words,
            _OVER in all_words,
        )
        if kind not in ("verb", "word") or not triggers or not any(map(any, use[:3])):
            raise ValueError(f"{FILE}, line {number}: unknown kind, no trigger or no condition")
        for trigger in triggers:
            for form in set(forms(trigger)) if kind == "verb" else (trigger,):
                table[form].append(use)
    return {form: tuple(uses) for form, uses in table.items()}


def _words(cell: str | None) -> frozenset[str]:
    return frozenset((cell or "").split())


def _pattern(cell: str | None) -> Pattern:
    words = _words(cell) - {_OVER, _WHOLE}
    return Pattern(
        frozenset(w for w in words if "_" not in w and not w.endswith("*")),
        tuple(sorted(w[:-1] for w in words if w.endswith("*"))),
        frozenset((w.split("_")[0], w.split("_")[1]) for w in words if "_" in w),
    )


def innocent_at(
    words: Words, at: int, table: Mapping[str, tuple[Innocent, ...]]
) -> Innocent | None:
    """The use in which the word at `at` tells no event, None when it may tell one."""
    uses = table.get(words.low[at], ())
    return next((use for use in uses if _applies(words.low, at, use)), None)


def _applies(low: list[str], at: int, use: Innocent) -> bool:
    if use.next and at + 1 < len(low) and low[at + 1] in use.next:
        return True
    if any(use.after):
        reach = _REACH_OVER if use.over else _REACH_AFTER
        for i in range(at + 1, min(len(low), at + 1 + reach)):
            if low[i] in _CLAUSE_ENDS and not use.over:
                break
            if use.after.at(low, i):
                return True
    if any(use.before):
        for i in range(at - 1, max(-1, at - 1 - _REACH_BEFORE), -1):
            if low[i] in _CLAUSE_ENDS:
                break
            if use.before.at(low, i):
                return True
    return False
