"""Where known names of places stand in a text: the longest at each capital word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline.knowledge.places import PlaceKind, PlaceRecord, PlaceTable
from timeline.records import Span

_REST = r"(?:\w|['’.-](?=\w))*\.?"
_LETTERS = rf"[^\W\d_]{_REST}"
# The letter first: what may stand there is looked for far quicker than what may not before it.
_CAPITAL = re.compile(rf"[^\W\d_b-df-z](?<![\w@#/\\.'’-].)(?:(?<![ae])|(?=l-[A-Z])){_REST}")
_WORD = re.compile(_LETTERS)
_ENDING = re.compile(r"(?:['’]s?|-[a-z]+(?:-[a-z]+)*)?\.?$")
# Two letters of a state mean it only behind a comma or a party ("R-TX").
_NO_SPOT = frozenset({PlaceKind.POSTAL, PlaceKind.ABBREVIATION, PlaceKind.BLOCKED})


class Spot(NamedTuple):
    """A name found. `opens`: first thing in its sentence; `shouted`: written in capitals."""

    start: int
    end: int
    record: PlaceRecord
    opens: bool
    shouted: bool = False


def find_spots(
    text: str,
    sentences: Iterable[Span],
    table: PlaceTable,
    taken: Sequence[Span],
    blocked: Sequence[Span] = (),
) -> list[Spot]:
    """Spots in order, overlapping neither each other nor `taken` and `blocked`, in order too.

    A spot may hold a taken span when it is longer ("Kansas City"), and a blocked one when it
    is no shorter: what is no actor may be a place ("New Jersey").
    """
    spots: list[Spot] = []
    for sentence in sentences:
        done = sentence.start
        for match in _CAPITAL.finditer(text, sentence.start, sentence.end):
            if match.start() < done:
                continue
            first = match.group()
            if first not in table.longest and first.isalpha() and not first.isupper():
                continue  # most capital words; the rest may have an ending to strip
            found = name_at(text, match.start(), sentence.end, table, first)
            if found is None:
                continue
            end, record, shouted = found
            done = end
            if record.kind in _NO_SPOT:
                continue
            opens = not text[sentence.start : match.start()].strip(" \"'“”‘’(-–—*\n")
            spots.append(Spot(match.start(), end, record, opens, shouted))
    return list(_free(list(_free(spots, taken, 1)), blocked, 0))


def name_at(
    text: str, start: int, stop: int, table: PlaceTable, first: str
) -> tuple[int, PlaceRecord, bool] | None:
    """The longest name that begins at `start`: its end, its record, whether in capitals.

    `first`: the word that stands there.
    """
    most = table.longest.get(first, 0)
    bare = first
    if first[-1] == "." or (not most and not first.isalpha()):
        bare = _ENDING.sub("", first)
        most = max(most, table.longest.get(bare, 0))
    shouted = (
        not most
        and bare.isupper()
        and (len(bare) > 3 or text[start + len(first) : start + len(first) + 3].isupper())
    )
    if shouted:
        most = table.longest.get(first.title(), 0) or table.longest.get(bare.title(), 0)
    if not most:
        return None
    ends = [start + len(first)]
    while len(ends) < most and text[ends[-1] : ends[-1] + 1] in (" ", "\n", "\u00a0"):
        word = _WORD.match(text, ends[-1] + 1, min(stop, ends[-1] + 40))
        if not word:
            break
        ends.append(word.end())
    for end in reversed(ends):
        for name, at in _readings(text, start, end):
            record = table.find(name.title() if shouted else name)
            if record:
                return at, record, shouted
    return None


def _readings(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The words as they stand, then without full stop, possessive or "-based"."""
    name = text[start:end].replace("’", "'").replace("\n", " ").replace("\u00a0", " ")
    yield name, end
    cut = _ENDING.search(name)
    if cut and cut.start() < len(name):
        if name.endswith("."):
            yield name[:-1], end - 1
        yield name[: cut.start()], start + cut.start()


def _free(spots: Sequence[Spot], taken: Sequence[Span], longer: int) -> Iterator[Spot]:
    """The spots that overlap nothing taken, or hold it and are as much longer."""
    at = 0
    for spot in spots:
        while at < len(taken) and taken[at].end <= spot.start:
            at += 1
        if at < len(taken) and taken[at].start < spot.end:
            over = taken[at]
            inside = spot.start <= over.start and over.end <= spot.end
            if not inside or spot.end - spot.start < over.end - over.start + longer:
                continue
        yield spot
