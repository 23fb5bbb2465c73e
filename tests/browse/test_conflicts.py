"""Disagreement in words: who says what in how many articles, and what is on record."""

import pytest

from timeline.browse.conflicts import disagreement
from timeline.vocabulary import ConflictKind

ROWS = [
    {"claim_id": 1, "article_id": 10},
    {"claim_id": 1, "article_id": 11},
    {"claim_id": 2, "article_id": 12},
]


def test_each_side_counts_its_articles() -> None:
    values = [{"label": "21 February", "claims": [1]}, {"label": "26 February", "claims": [2]}]
    found = disagreement(1, "date", values, ROWS)
    assert found.lead == "Sources disagree on the date"
    assert found.words == "21 February in 2 articles, 26 February in 1"


def test_what_is_on_record_has_no_article() -> None:
    values = [{"label": "26 February", "claims": [2]}, {"label": "21 February on record"}]
    found = disagreement(1, "record", values, ROWS)
    assert found.lead == "Not the date on record"
    assert found.words == "26 February in 1 article; 21 February on record"


@pytest.mark.parametrize("kind", list(ConflictKind))
def test_every_kind_has_its_words(kind: ConflictKind) -> None:
    assert disagreement(1, kind.value, [], []).lead
