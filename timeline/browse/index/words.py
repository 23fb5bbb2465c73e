"""The events of a segment whose texts have the words of a search."""

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.bits import to_ranks
from timeline.browse.index.families import Array, spread
from timeline.browse.index.segment import Segment
from timeline.browse.index.texts import NO_WORD
from timeline.browse.search import Term

# When the texts of the events that have all the words are one part in so many of all texts, it
# is quicker to go through all.
_MANY = 200
# Words that are compared at once.
_AT_ONCE = 4_000_000


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
    return together if len(numbers) == 1 else _in_a_row(segment, together, numbers)


def _having(segment: Segment, low: int, high: int) -> BitMap:
    """Events with any of the words numbered from `low` to `high`, exclusive."""
    words = segment.arrays.words
    return BitMap(words.posting[words.posting_from[low] : words.posting_from[high]])


def _in_a_row(segment: Segment, events: BitMap, numbers: list[tuple[int, int]]) -> BitMap:
    """Those of the events in whose texts the words stand one behind the other."""
    texts = segment.arrays.words.texts
    ranks = to_ranks(events)
    begins = texts.begins[ranks]
    lengths = texts.ends[ranks] - begins
    if lengths.sum() * _MANY > len(texts.words):
        return _anywhere(segment, numbers)
    place, owner = spread(begins, lengths)
    fitting = _following(texts.words, place, numbers)
    return BitMap(np.unique(ranks[owner[fitting]]).astype(np.uint32))


def _anywhere(segment: Segment, numbers: list[tuple[int, int]]) -> BitMap:
    """The events in whose texts the words stand one behind the other, looked for in all texts
    by the word that the fewest events have."""
    words = segment.arrays.words.texts.words
    rarest = min(range(len(numbers)), key=lambda at: len(_having(segment, *numbers[at])))
    low, high = numbers[rarest]
    found = []
    for start in range(0, len(words), _AT_ONCE):
        piece = words[start : start + _AT_ONCE]
        hit = piece == low if high == low + 1 else (piece >= low) & (piece < high)
        found.append(np.flatnonzero(hit) + (start - rarest))
    place = np.concatenate(found)
    place = place[place >= 0]
    return BitMap(segment.ranks_at(place[_following(words, place, numbers)]).astype(np.uint32))


def _following(words: Array, place: Array, numbers: list[tuple[int, int]]) -> Array:
    """Of the places at which the phrase may begin, by their numbers, those where it does.

    Behind each text stands NO_WORD, so what begins in a text cannot go on in the next.
    """
    kept = np.arange(len(place))
    for step, (low, high) in enumerate(numbers):
        number = words[np.minimum(place[kept] + step, len(words) - 1)]
        kept = kept[(number >= low) & (number < high)]
    return kept
