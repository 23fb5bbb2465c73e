"""Precision, recall and their harmonic mean, over counts."""

from collections.abc import Sequence
from typing import NamedTuple


class Counts(NamedTuple):
    """`right` of `answered` answers and of `expected` expected ones."""

    right: int
    answered: int
    expected: int

    @property
    def precision(self) -> float:
        return self.right / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def label_counts(pairs: Sequence[tuple[str, str | None]]) -> dict[str, Counts]:
    """For each expected label of (expected, answered); None is no answer."""
    expected = [want for want, _ in pairs]
    answered = [got for _, got in pairs]
    return {
        label: Counts(
            sum(want == got == label for want, got in pairs),
            answered.count(label),
            expected.count(label),
        )
        for label in sorted(set(expected))
    }


def macro_f1(pairs: Sequence[tuple[str, str | None]]) -> float:
    """Mean F1 of the labels that are expected at all."""
    each = label_counts(pairs)
    return sum(counts.f1 for counts in each.values()) / len(each) if each else 0.0
