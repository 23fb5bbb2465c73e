"""Masks and sets of ranks turn into each other without loss, however the ranks are spread."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from timeline.browse.index.bits import set_of, to_mask, to_ranks, to_set

SIZE = 5 * 65_536 + 17
# The first and last rank of a stretch, and of how many ranks in it one is taken.
STRETCHES = st.lists(
    st.tuples(
        st.integers(0, SIZE - 1), st.integers(0, 150_000), st.sampled_from((1, 2, 7, 40, 999))
    ),
    max_size=6,
)


@given(STRETCHES)
def test_a_mask_becomes_the_set_of_its_places_and_back(
    stretches: list[tuple[int, int, int]],
) -> None:
    mask = np.zeros(SIZE, bool)
    for first, length, step in stretches:
        mask[first : first + length : step] = True
    expected = BitMap(np.flatnonzero(mask).tolist())
    assert to_set(mask) == expected == set_of(np.flatnonzero(mask)[::-1], SIZE)
    assert np.array_equal(to_mask(expected, SIZE), mask)
    assert to_ranks(expected).tolist() == np.flatnonzero(mask).tolist()


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, SIZE])
@pytest.mark.parametrize("optimised", [True, False])
def test_sets_of_runs_become_masks(size: int, optimised: bool) -> None:
    chosen = BitMap(range(0, size, 2) if size % 2 else range(size))
    chosen |= BitMap(range(size // 3))
    if optimised:
        chosen.run_optimize()
    assert np.flatnonzero(to_mask(chosen, size)).tolist() == list(chosen)
