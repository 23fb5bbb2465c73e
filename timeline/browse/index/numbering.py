"""Words as numbers, very many at once."""

import numpy as np

from timeline.browse.index.families import Array

_SPACE = ord(" ")
_U64 = np.dtype("<u8")
# Bytes of a word that are looked at together, as one number: `_KEPT` leaves the first n of them.
_WIDE = 8
_KEPT = np.array([(1 << 8 * n) - 1 for n in range(_WIDE + 1)], np.uint64)
_ONE, _LAST_BIT = np.uint64(1), np.uint64(63)
# Places of the table as a power of two, and odd numbers that spread words over them.
_BITS = 18
_SPREAD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


class Numbers:
    """Numbers words as they come, from 0. `known`: each word with its number.

    Words of up to 16 bytes are found in a table with a place for each by its bytes, which are
    compared; longer ones, and those whose place another took before, in `known`. So most are
    numbered without Python, which takes three times as long.
    """

    def __init__(self, *first: str) -> None:
        self.known = {word: number for number, word in enumerate(first)}
        self._number = np.full(1 << _BITS, -1, np.int32)
        self._head = np.zeros(1 << _BITS, _U64)
        self._tail = np.zeros(1 << _BITS, _U64)

    def of(self, text: str) -> Array:
        """The numbers of the words of a text, which are those between spaces."""
        data = text.encode()
        # Spaces around it, and enough after it to look at sixteen bytes from anywhere.
        data = b" " + data + b" " * (3 * _WIDE + 1 - (len(data) + 2) % _WIDE)
        spaces = np.flatnonzero(np.frombuffer(data, np.uint8) == _SPACE)
        lengths = np.diff(spaces) - 1
        words = np.flatnonzero(lengths)
        starts, lengths = spaces[words] + 1, lengths[words]
        head, tail = _beginnings(np.frombuffer(data, _U64), starts, lengths)
        place = _places(head, tail)
        numbers = self._number[place]
        same = (self._head[place] == head) & (self._tail[place] == tail)
        missed = np.flatnonzero(~same | (numbers < 0) | (lengths > 2 * _WIDE))
        ends = (starts + lengths)[missed].tolist()
        spans = zip(missed.tolist(), starts[missed].tolist(), ends, strict=True)
        for at, start, end in spans:
            number = self.known.setdefault(data[start:end].decode(), len(self.known))
            numbers[at] = number
            if end - start <= 2 * _WIDE and self._number[place[at]] < 0:
                self._number[place[at]] = number
                self._head[place[at]], self._tail[place[at]] = head[at], tail[at]
        return numbers


def _beginnings(data: Array, starts: Array, lengths: Array) -> tuple[Array, Array]:
    """The first eight bytes of each word, and the next eight; zeros after its end."""
    at, shift = starts >> 3, ((starts & 7) << 3).astype(np.uint64)
    head = _eight(data, at, shift) & _KEPT[np.minimum(lengths, _WIDE)]
    tail = np.zeros_like(head)
    long = np.flatnonzero(lengths > _WIDE)
    kept = _KEPT[np.minimum(lengths[long] - _WIDE, _WIDE)]
    tail[long] = _eight(data, at[long] + 1, shift[long]) & kept
    return head, tail


def _eight(data: Array, at: Array, shift: Array) -> Array:
    """Eight bytes from the one at bit `shift` of data[at] on; a shift by 64 bits is none."""
    return data[at] >> shift | data[at + 1] << _ONE << (_LAST_BIT - shift)


def _places(head: Array, tail: Array) -> Array:
    mixed = head * _SPREAD[0] ^ tail * _SPREAD[1]
    mixed ^= mixed >> np.uint64(29)
    mixed *= _SPREAD[0]
    return (mixed >> np.uint64(64 - _BITS)).astype(np.int64)
