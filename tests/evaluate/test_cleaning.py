"""Runs of four words, as the article extraction benchmark counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluate.cleaning import marked, score

ARTICLE = "one two three four five six"  # three runs


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (ARTICLE, 1.0, 1.0),
        ("one two three four", 1.0, 1 / 3),
        ("menu one two three four five six", 3 / 4, 1.0),
        ("One, two; three: four", 0.0, 0.0),  # case counts
        ("one - two - three - four - five - six!", 1.0, 1.0),  # marks do not
    ],
)
def test_words_too_many_cost_precision_and_words_lost_recall(
    found: str, precision: float, recall: float
) -> None:
    figures = score([(ARTICLE, found)])
    assert (figures["precision"], figures["recall"]) == pytest.approx((precision, recall))


def test_a_page_without_an_answer_costs_recall_only() -> None:
    figures = score([(ARTICLE, ARTICLE), (ARTICLE, "")])
    assert figures == {
        "precision": 1.0,
        "recall": 0.5,
        "F1": pytest.approx(2 / 3),
    }


def test_a_run_told_twice_must_be_found_twice() -> None:
    assert score([("a b c d a b c d", "a b c d")])["recall"] == pytest.approx(1 / 5)


def test_the_article_is_marked_as_text_or_as_spans_of_the_page() -> None:
    page = "Menu\nRain fell.\nAdvertisement\nIt stopped."
    assert marked({"body": "Rain fell."}) == "Rain fell."
    assert marked({"text": page, "body": [[5, 15], [30, 41]]}) == "Rain fell.\nIt stopped."


@given(st.lists(st.text("abc ", min_size=1).filter(str.strip), min_size=1))
def test_the_articles_themselves_score_one(texts: list[str]) -> None:
    assert set(score([(text, text) for text in texts]).values()) == {1.0}
