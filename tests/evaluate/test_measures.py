"""Figures worked out by hand, and what must hold of any answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluate.measures import Counts, harmonic, label_counts, macro_f1

LABELS = st.sampled_from(["planned", "denied", "reported"])


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts(6, 8, 12), 0.75, 0.5, 0.6),
        (Counts(5, 5, 5), 1.0, 1.0, 1.0),
        (Counts(0, 4, 4), 0.0, 0.0, 0.0),
        (Counts(0, 0, 3), 0.0, 0.0, 0.0),
        (Counts(0, 0, 0), 0.0, 0.0, 0.0),
    ],
)
def test_precision_recall_and_f1_of_counts(
    counts: Counts, precision: float, recall: float, f1: float
) -> None:
    assert counts.precision == pytest.approx(precision)
    assert counts.recall == pytest.approx(recall)
    assert counts.f1 == pytest.approx(f1)


def test_each_label_is_counted_by_itself() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("b", None)]
    assert label_counts(pairs) == {"a": Counts(1, 1, 2), "b": Counts(1, 2, 2)}
    # a: P 1, R 1/2, F 2/3; b: P 1/2, R 1/2, F 1/2.
    assert macro_f1(pairs) == pytest.approx((2 / 3 + 1 / 2) / 2)


def test_a_rare_label_counts_as_much_as_a_frequent_one() -> None:
    assert macro_f1([("a", "a")] * 99 + [("b", "a")]) == pytest.approx((198 / 199 + 0) / 2)


def test_a_label_that_nobody_expects_lowers_only_what_it_replaces() -> None:
    assert macro_f1([("a", "a"), ("a", "z")]) == pytest.approx(2 / 3)


@given(st.lists(LABELS, min_size=1))
def test_right_answers_score_one_and_no_answers_nought(labels: list[str]) -> None:
    assert macro_f1([(label, label) for label in labels]) == pytest.approx(1.0)
    assert macro_f1([(label, None) for label in labels]) == 0.0


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_harmonic_mean_lies_between_nought_and_the_mean(one: float, two: float) -> None:
    assert 0 <= harmonic(one, two) <= (one + two) / 2 + 1e-12
