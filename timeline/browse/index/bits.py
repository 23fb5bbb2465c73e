"""Sets of ranks to masks and back, by way of the form in which sets are stored.

The form is CRoaring's portable one (RoaringFormatSpec): numbers in chunks of 65,536, each chunk
as its bits, as a sorted array or as runs. Chunks of bits are what numpy packs masks into, so a
set of half a million ranks is made in a hundredth of the time it takes to pass its ranks.
"""

from collections.abc import Iterator

import numpy as np
from pyroaring import BitMap

from timeline.browse.index.families import Array

_CHUNK = 1 << 16
_BYTES = _CHUNK // 8
# A chunk of more numbers than this is stored as bits.
_MOST_LISTED = 4096
_PLAIN, _WITH_RUNS = 12_346, 12_347
# With runs, places of the chunks are given from so many chunks on.
_PLACED = 4
# One in so many and fewer: ranks are passed one by one.
_FEW = 256


def to_set(mask: Array) -> BitMap:
    """The places at which a mask of booleans is true."""
    bits = np.zeros(-(-len(mask) // _CHUNK) * _BYTES, np.uint8)
    packed = np.packbits(mask, bitorder="little")
    bits[: len(packed)] = packed
    numbers = np.bitwise_count(bits.view(np.uint64)).reshape(-1, _BYTES // 8).sum(axis=1)
    chunks = np.flatnonzero(numbers)
    head = np.stack([chunks, numbers[chunks] - 1], axis=1).astype("<u2")
    pieces = [
        bits[chunk * _BYTES : (chunk + 1) * _BYTES].tobytes()
        if numbers[chunk] > _MOST_LISTED
        else np.flatnonzero(mask[chunk * _CHUNK : (chunk + 1) * _CHUNK]).astype("<u2").tobytes()
        for chunk in chunks.tolist()
    ]
    places = 8 + 8 * len(chunks) + np.cumsum([0, *map(len, pieces)])[:-1]
    begin = np.array([_PLAIN, len(chunks)], "<u4")
    parts = (begin.tobytes(), head.tobytes(), places.astype("<u4").tobytes(), *pieces)
    return BitMap.deserialize(b"".join(parts))


def set_of(ranks: Array, size: int) -> BitMap:
    """The ranks, in any order, all of them below `size`."""
    if len(ranks) * _FEW < size:
        return BitMap(ranks.astype(np.uint32))
    mask = np.zeros(size, dtype=bool)
    mask[ranks] = True
    return to_set(mask)


def to_mask(chosen: BitMap, size: int) -> Array:
    """`size`: the length of the mask; all ranks are below it."""
    if len(chosen) * _FEW < size:
        mask = np.zeros(size, dtype=bool)
        mask[to_ranks(chosen)] = True
        return mask
    bits = np.zeros(-(-size // _CHUNK) * _BYTES, np.uint8)
    for chunk, piece in _chunks(chosen.serialize()):
        bits[chunk * _BYTES : (chunk + 1) * _BYTES] = piece
    return np.unpackbits(bits, count=size, bitorder="little").view(bool)


def to_ranks(chosen: BitMap) -> Array:
    return np.frombuffer(chosen.to_array(), dtype=np.uint32) if chosen else np.empty(0, np.uint32)


def _chunks(stored: bytes) -> Iterator[tuple[int, Array]]:
    """The number of each chunk, and its bits as bytes."""
    (cookie,) = np.frombuffer(stored, "<u4", 1).tolist()
    if cookie == _PLAIN:
        count, at = int(np.frombuffer(stored, "<u4", 1, 4)[0]), 8
        in_runs = np.zeros(count, bool)
    else:
        assert cookie & 0xFFFF == _WITH_RUNS
        count = (cookie >> 16) + 1
        flags = np.frombuffer(stored, np.uint8, -(-count // 8), 4)
        in_runs, at = np.unpackbits(flags, count=count, bitorder="little"), 4 + len(flags)
    head = np.frombuffer(stored, "<u2", 2 * count, at).reshape(-1, 2).tolist()
    at += 4 * count
    if cookie == _PLAIN or count >= _PLACED:
        at += 4 * count
    for (chunk, number), as_runs in zip(head, in_runs.tolist(), strict=True):
        if as_runs:
            (runs,) = np.frombuffer(stored, "<u2", 1, at).tolist()
            piece, length = _of_runs(np.frombuffer(stored, "<u2", 2 * runs, at + 2)), 2 + 4 * runs
        elif number >= _MOST_LISTED:
            piece, length = np.frombuffer(stored, np.uint8, _BYTES, at), _BYTES
        else:
            piece, length = _of_list(np.frombuffer(stored, "<u2", number + 1, at)), 2 * number + 2
        yield chunk, piece
        at += length


def _of_list(numbers: Array) -> Array:
    mask = np.zeros(_CHUNK, bool)
    mask[numbers] = True
    return np.packbits(mask, bitorder="little")


def _of_runs(runs: Array) -> Array:
    """`runs`: the first number of each and how many follow it."""
    mask = np.zeros(_CHUNK, bool)
    for first, more in runs.reshape(-1, 2).tolist():
        mask[first : first + more + 1] = True
    return np.packbits(mask, bitorder="little")
