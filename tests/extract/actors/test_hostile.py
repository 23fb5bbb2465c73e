"""Texts made to be slow: every step must stay about linear."""

import time

import pytest

from tests.extract.actors.world import GAZETTEER, whole
from timeline.extract.actors import (
    assign_roles,
    find_mentions,
    resolve_references,
    suggest_actors,
)

PIECES = ["A", "A ", "Russia ", "Georgia, ", "of ", "A'", "North ", "He ", "Kim Kim", "its army ",
          "Russia and ", "Putin government ", "May ", "\u2019s ", "Iran by "]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_run_of_one_thing_stays_quick(piece):
    text = piece * (40_000 // len(piece))
    begun = time.process_time()
    sentences = whole(text)
    mentions = find_mentions(text, sentences, GAZETTEER)
    suggest_actors(text, sentences, mentions)
    resolve_references(text, sentences, mentions)
    assign_roles(text, sentences[0], sentences[0], mentions, None)
    assert time.process_time() - begun < 5
