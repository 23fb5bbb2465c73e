"""The verbs and nouns that tell the kind of an event: `knowledge/plover.csv` made searchable.

A row: kind (verb, noun or adjective), triggers in their base form, the particle that must
follow at once, the objects one of which must stand near, then PLOVER type, mode and
confidence. Blank cells ask for nothing. Of objects, `*` ends a word's beginning, `@` is any
name, and `_to` a "to" that does not follow at once.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from timeline.extract.verbs import Forms, forms
from timeline.vocabulary import MODES, EventType

FILE = "plover.csv"
NAME = "@"
LATER = "_"
KINDS = frozenset({"verb", "noun", "adjective"})
_FIELDS = Forms._fields


class LexiconError(ValueError):
    """A row of the lexicon cannot be read; the message names the line."""


class Row(NamedTuple):
    kind: str
    base: str
    tag: str
    particles: frozenset[str]
    objects: frozenset[str]
    beginnings: tuple[str, ...]
    named: bool
    later: frozenset[str]
    type: EventType
    mode: str | None
    confidence: float
    needs_object: bool
    only_words: bool  # its object is one of `objects`, nothing else will do

    @property
    def asks(self) -> bool:
        """Whether the word alone is not enough."""
        return self.needs_object or bool(self.particles)


Lexicon = Mapping[str, tuple[Row, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The packaged lexicon by word form, the most demanding row of a form first."""
    text = resources.files("timeline.knowledge").joinpath(FILE).read_text(encoding="utf-8")
    return read_lexicon(text.splitlines())


def read_lexicon(lines: Iterable[str]) -> Lexicon:
    """Rows by word form. Raises LexiconError for an unknown kind, type, mode or confidence."""
    table: dict[str, list[Row]] = defaultdict(list)
    for number, line in enumerate(csv.DictReader(lines), start=2):
        for form, row in _rows(line, number):
            table[form].append(row)
    return {
        form: tuple(sorted(rows, key=lambda row: (not row.needs_object, not row.particles)))
        for form, rows in table.items()
    }


def _rows(line: Mapping[str, str | None], number: int) -> Iterator[tuple[str, Row]]:
    try:
        kind = line["kind"] or ""
        type_ = EventType(line["type"] or "")
        mode = line["mode"] or None
        confidence = float(line["confidence"] or "")
        triggers = (line["trigger"] or "").split()
        particles = frozenset((line["particle"] or "").split())
        objects = (line["object"] or "").split()
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{FILE}, line {number}: {error}") from error
    if kind not in KINDS or not triggers or not 0 < confidence <= 1:
        raise LexiconError(f"{FILE}, line {number}: unknown kind, no trigger or bad confidence")
    if mode is not None and mode not in MODES.get(type_, ()):
        raise LexiconError(f"{FILE}, line {number}: {type_} has no mode {mode}")
    named = NAME in objects
    later = frozenset(word[1:] for word in objects if word.startswith(LATER))
    exact = frozenset(w for w in objects if not w.endswith("*") and not w.startswith((NAME, LATER)))
    beginnings = tuple(word[:-1] for word in objects if word.endswith("*"))
    for trigger in triggers:
        for tag, form in _spellings(kind, trigger):
            yield (
                form,
                Row(
                    kind=kind,
                    base=trigger,
                    tag=tag,
                    particles=particles,
                    objects=exact,
                    beginnings=beginnings,
                    named=named,
                    later=later,
                    type=type_,
                    mode=mode,
                    confidence=confidence,
                    needs_object=bool(objects),
                    only_words=bool(exact) and exact == frozenset(objects),
                ),
            )


def _spellings(kind: str, trigger: str) -> Iterator[tuple[str, str]]:
    if kind != "verb":
        yield kind, trigger
        return
    bases = [trigger]
    if trigger.endswith("ise"):
        bases.append(trigger[:-3] + "ize")
    seen: set[str] = set()
    for base in bases:
        known = list(zip(_FIELDS, forms(base), strict=True))
        if base.endswith(("el", "al", "ol")):  # British "cancelled" beside "canceled"
            known += [("past", base + "led"), ("gerund", base + "ling")]
        for tag, form in known:
            if form not in seen:
                seen.add(form)
                alike = tag == "base" and form == forms(base).past
                yield ("same" if alike else tag), form
