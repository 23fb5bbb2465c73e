"""The words of the events: a sorted vocabulary, each text as numbers, and who has which word.

Texts are those of `folding.searchable`: words between spaces, a line for each text.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from timeline.browse.index.families import Array, narrow, spread
from timeline.browse.index.numbering import Numbers

# Stand among the words of a text: between its lines, and after its last.
_LINE, _END = "\n", "\x01"
# Texts whose words are numbered together, and looked through: more do not fit into the
# processor's cache.
_NUMBERED, _AT_ONCE = 300, 1_000
# The number of no word: it parts lines, so that no phrase runs over.
NO_WORD = 0


@dataclass(frozen=True, slots=True)
class Texts:
    """`letters` are the words in the order of their UTF-8 bytes, one behind the other, and
    `spelt` where each begins; word n (from 1) is letters[spelt[n - 1]:spelt[n]].

    `words`: the texts as numbers of words, NO_WORD between lines and behind each text; text n
    is words[begins[n]:ends[n]].
    """

    letters: Array
    spelt: Array
    words: Array
    begins: Array
    ends: Array

    def first_from(self, beginning: bytes) -> int:
        """The number of the first word that is not before `beginning`."""
        return bisect_left(range(len(self.spelt) - 1), beginning, key=self._spelling) + 1

    def number_of(self, word: str) -> int:
        """NO_WORD when no text has it."""
        spelling = word.encode()
        number = self.first_from(spelling)
        found = number < len(self.spelt) and self._spelling(number - 1) == spelling
        return number if found else NO_WORD

    def beginning_with(self, beginning: str) -> tuple[int, int]:
        """The numbers of the words that begin so: from the first to the second, exclusive."""
        spelling = beginning.encode()
        # No byte of UTF-8 is 0xFF, so this comes after every word that begins so.
        return self.first_from(spelling), self.first_from(spelling + b"\xff")

    def _spelling(self, place: int) -> bytes:
        return self.letters[self.spelt[place] : self.spelt[place + 1]].tobytes()


class TextsBuilder:
    """Takes texts as they are read; `done` gives what they hold."""

    def __init__(self) -> None:
        self._numbers = Numbers(_LINE, _END)
        self._parts: list[Array] = []

    def add(self, texts: Iterable[str]) -> Array:
        """Nothing is left in the column but the number of texts."""
        texts = list(texts)
        for start in range(0, len(texts), _NUMBERED):
            whole = f" {_END} ".join([*texts[start : start + _NUMBERED], ""])
            self._parts.append(self._numbers.of(whole))
        return np.zeros(len(texts), dtype=bool)

    def done(self) -> Texts:
        known = [word.encode() for word in self._numbers.known]
        order = sorted(range(2, len(known)), key=known.__getitem__)
        renumbered = np.zeros(len(known), np.int32)
        renumbered[order] = np.arange(1, len(order) + 1, dtype=np.int32)
        spellings = [known[place] for place in order]
        spelt = np.cumsum([0, *map(len, spellings)], dtype=np.int64)
        letters = np.frombuffer(b"".join(spellings), np.uint8)
        few = len(order) <= np.iinfo(np.uint16).max
        words, ends = self._renumbered(renumbered.astype(np.uint16 if few else np.int32))
        begins = np.concatenate([np.zeros(1, ends.dtype), ends + 1])[:-1]
        return Texts(letters, spelt, words, begins, ends)

    def _renumbered(self, numbers: Array) -> tuple[Array, Array]:
        """All words, and where texts end. Part by part: twice all of them is much memory."""
        words = np.empty(sum(map(len, self._parts)), numbers.dtype)
        ends = [np.empty(0, np.int64)]
        start = 0
        for part in self._parts:
            end = start + len(part)
            numbers.take(part, out=words[start:end])
            ends.append(np.flatnonzero(part == 1) + start)
            start = end
        self._parts.clear()
        return words, narrow(np.concatenate(ends))


@dataclass(frozen=True, slots=True)
class Words:
    """`texts` in the order of their events. Events with word n: the ranks
    posting[posting_from[n]:posting_from[n + 1]], ascending."""

    texts: Texts
    posting_from: Array
    posting: Array


def worded(texts: Texts, order: Array) -> Words:
    """`order`: which text comes first, which second …"""
    ordered = replace(texts, begins=texts.begins[order], ends=texts.ends[order])
    return Words(ordered, *_postings(ordered))


def _postings(texts: Texts) -> tuple[Array, Array]:
    words, ranks = [texts.words[:0]], [np.empty(0, np.uint32)]
    for start in range(0, len(texts.begins), _AT_ONCE):
        begins, ends = (column[start : start + _AT_ONCE] for column in (texts.begins, texts.ends))
        place, owner = spread(begins, ends - begins)
        word = texts.words[place]
        by_word = _ordering(word)
        word, owner = word[by_word], owner[by_word]
        # Most words of a text come in it more than once, and few are left to be sorted in all.
        first = word != NO_WORD
        first[1:] &= (word[1:] != word[:-1]) | (owner[1:] != owner[:-1])
        words.append(word[first])
        ranks.append((owner[first] + start).astype(np.uint32))
    word, rank = np.concatenate(words), np.concatenate(ranks)
    by_word = _ordering(word)
    starts = np.searchsorted(word[by_word], np.arange(len(texts.spelt) + 1))
    return starts.astype(np.int64), rank[by_word]


def _ordering(words: Array) -> Array:
    """As a stable argsort, which numpy does many times as fast for numbers of 16 bits."""
    order = np.argsort(words.astype(np.uint16), kind="stable")
    if words.dtype == np.uint16:
        return order
    high = (words >> 16).astype(np.uint16)[order]
    return order[np.argsort(high, kind="stable")]
