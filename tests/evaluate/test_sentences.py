"""Sentence boundaries: which ends count, and what spoils a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluate.sentences import score

TEXT = "The U.N. met. It voted. Nobody spoke.\n\nThe end."
GOLD = [(0, 13), (14, 23), (24, 37), (39, 47)]


def test_a_boundary_too_many_costs_precision() -> None:
    found = [(0, 8), (9, 13), *GOLD[1:]]
    # Two boundaries count (13 and 23): the ends of paragraph and text are free.
    figures = score([(TEXT, GOLD, found)])
    assert figures == {"boundary F1": pytest.approx(2 * (2 / 3) / (5 / 3)), "wholly right": 0.0}


def test_a_boundary_missed_costs_recall() -> None:
    figures = score([(TEXT, GOLD, [(0, 23), *GOLD[2:]])])
    assert figures["boundary F1"] == pytest.approx(2 * 0.5 / 1.5)


def test_white_space_at_the_ends_of_a_span_is_no_error() -> None:
    found = [(0, 14), (14, 24), (24, 39), (38, 47)]
    assert score([(TEXT, GOLD, found)]) == {"boundary F1": 1.0, "wholly right": 1.0}


def test_the_end_of_a_paragraph_gives_no_credit() -> None:
    assert score([("One.\n\nTwo.", [(0, 4), (6, 10)], [(0, 4), (6, 10)])])["boundary F1"] == 0.0


@given(st.lists(st.sampled_from(["Rain fell.", "U.S. ships left!", "Why?"]), min_size=2))
def test_the_gold_itself_is_wholly_right(sentences: list[str]) -> None:
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    text = " ".join(sentences)
    assert score([(text, spans, spans)]) == {"boundary F1": 1.0, "wholly right": 1.0}
