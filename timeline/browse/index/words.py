"""The events of a segment whose texts have the words of a search."""

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.families import spread
from timeline.browse.index.segment import Segment, to_ranks
from timeline.browse.index.texts import NO_WORD
from timeline.browse.search import Term


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
    place, owner = spread(begins, texts.ends[ranks] - begins)
    if not len(place):
        return BitMap()
    # Behind each text stands NO_WORD, so what begins in a text cannot go on in the next.
    for step, (low, high) in enumerate(numbers):
        number = texts.words[np.minimum(place + step, len(texts.words) - 1)]
        fits = (number >= low) & (number < high)
        place, owner = place[fits], owner[fits]
    return BitMap(np.unique(ranks[owner]))
