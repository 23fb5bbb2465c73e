"""Numbers of several segments together."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.browse.index import families
from timeline.browse.index.numbers import Numbers, added

COUNTED = st.dictionaries(st.integers(-1, 30), st.integers(0, 5), max_size=12)


def numbers(counted: dict[int, int], more: bool) -> Numbers:
    values = sorted(counted)
    # The smallest kind of number that counts are kept in.
    counts = np.array([counted[value] for value in values], np.uint32)
    return Numbers(np.array(values, np.int32), counts, more)


@given(st.lists(st.tuples(COUNTED, st.booleans()), min_size=1, max_size=4))
def test_each_value_has_the_events_of_all_segments(
    parts: list[tuple[dict[int, int], bool]],
) -> None:
    made = [numbers(counted, more) for counted, more in parts]
    before = [part.counts.copy() for part in made]
    found = added(made)
    expected: Counter[int] = Counter()
    for counted, _ in parts:
        expected.update(counted)
    pairs = zip(found.values.tolist(), found.counts.tolist(), strict=True)
    assert {value: n for value, n in pairs if n} == {v: n for v, n in expected.items() if n}
    assert found.values.tolist() == sorted(set(found.values.tolist()))
    assert found.more == any(more for _, more in parts)
    for part, counts in zip(made, before, strict=True):
        assert (part.counts == counts).all()


@given(
    st.lists(st.integers(0, 3), max_size=60),
    st.sets(st.integers(0, 59)),
    st.sampled_from([0, 1, 3, 100]),
)
def test_rows_are_the_same_whether_taken_one_by_one_or_together(
    lengths: list[int], ranks: set[int], length: int
) -> None:
    begins = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64)
    values = np.arange(begins[-1]) * 7
    wanted = np.array(sorted(rank for rank in ranks if rank < len(lengths)), np.uint32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(families, "_LENGTH", length)
        found = families.rows_of(values, begins, wanted)
    expected = [value for rank in wanted for value in values[begins[rank] : begins[rank + 1]]]
    assert found.tolist() == expected
