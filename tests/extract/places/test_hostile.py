"""Hostile texts cost no more than others."""

import time

import pytest

from timeline.extract.places import find_places
from timeline.knowledge.places import load_places
from timeline.records import Span


@pytest.mark.parametrize(
    "piece",
    [
        "Paris, ",
        "A B C D ",
        "village of ",
        "St. ",
        "in Xx, ",
        "New ",
        "Aaa Street ",
        "(R-",
        ", ",
        "x" * 50,
        "'s-'s-",
    ],
)
def test_long_repeated_pieces_are_read_in_good_time(piece):
    text = piece * (20_000 // len(piece))
    spans = [Span(at, min(at + 2_000, len(text))) for at in range(0, len(text), 2_000)]
    started = time.process_time()
    find_places(text, spans, (), (), load_places(), {})
    assert time.process_time() - started < 5
