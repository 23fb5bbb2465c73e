"""The events of a segment whose texts have the words of a search."""

from itertools import pairwise

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.bits import set_of, to_ranks
from timeline.browse.index.families import Array, runs
from timeline.browse.index.segment import Segment
from timeline.browse.index.texts import NO_WORD
from timeline.browse.search import Term

# When the texts of the events that have all the words are one part in so many of all texts, it
# is quicker to go through all.
_MANY = 12
# Words that are compared at once: what comes of them stays near the processor.
_AT_ONCE = 1 << 18


def with_term(segment: Segment, term: Term) -> BitMap:
    """The words next to each other in one line, the last as a beginning if the term is one."""
    key = ("words", term.words, term.beginning)
    return segment.kept(key, lambda: _find(segment, term))


def _find(segment: Segment, term: Term) -> BitMap:
    texts = segment.arrays.words.texts
    *first, last = term.words
    numbers = [(number, number + 1) for number in map(texts.number_of, first)]
    if term.beginning:
        numbers.append(texts.beginning_with(last))
    else:
        number = texts.number_of(last)
        numbers.append((number, number + 1))
    if any(low in (NO_WORD, high) for low, high in numbers):
        return BitMap()
    found = [_having(segment, low, high) for low, high in numbers]
    together = BitMap.intersection(*found) if len(found) > 1 else found[0]
    if len(numbers) == 1 or not together:
        return together
    rarest = min(range(len(found)), key=lambda at: len(found[at]))
    place = _places(segment, together, *numbers[rarest]) - rarest
    place = place[place >= 0]
    return set_of(segment.ranks_at(place[_following(texts.words, place, numbers)]), segment.size)


def _having(segment: Segment, low: int, high: int) -> BitMap:
    """Events with any of the words numbered from `low` to `high`, exclusive."""
    words = segment.arrays.words
    return set_of(words.posting[words.posting_from[low] : words.posting_from[high]], segment.size)


def _places(segment: Segment, events: BitMap, low: int, high: int) -> Array:
    """Where any of the words stands in the texts of the events, and perhaps of others."""
    texts = segment.arrays.words.texts
    ranks = to_ranks(events)
    begins, ends = texts.begins[ranks], texts.ends[ranks]
    passed = np.cumsum(ends - begins)
    found = []
    if passed[-1] * _MANY > len(texts.words):
        for start in range(0, len(texts.words), _AT_ONCE):
            piece = texts.words[start : start + _AT_ONCE]
            found.append(np.flatnonzero(_among(piece, low, high)) + start)
        return np.concatenate(found)
    steps = np.arange(0, int(passed[-1]), _AT_ONCE)
    for first, last in pairwise([*np.searchsorted(passed, steps).tolist(), len(ranks)]):
        place = runs(begins[first:last], ends[first:last])
        found.append(place[_among(texts.words[place], low, high)])
    return np.concatenate(found)


def _among(words: Array, low: int, high: int) -> Array:
    return words == low if high == low + 1 else (words >= low) & (words < high)


def _following(words: Array, place: Array, numbers: list[tuple[int, int]]) -> Array:
    """Of the places at which the phrase may begin, by their numbers, those where it does.

    Behind each text stands NO_WORD, so what begins in a text cannot go on in the next.
    """
    kept = np.arange(len(place))
    for step, (low, high) in enumerate(numbers):
        number = words[np.minimum(place[kept] + step, len(words) - 1)]
        kept = kept[(number >= low) & (number < high)]
    return kept
