"""Who says what, sentence by sentence."""

from typing import Any

import pytest

from timeline.evaluate.attribution import score

TEXT = (
    "The port of Odesa is open again, Ayşe Kaya said. "
    "Four ships may leave it now, she added. "
    "Grain rose. "
    "The ministry denied that it had ever paid a ransom."
)


def said(content: str, source: str = "") -> dict[str, Any]:
    def place(words: str) -> list[dict[str, int]]:
        at = TEXT.index(words)
        return [{"start": at, "end": at + len(words)}]

    return {"content": place(content), "source": place(source) if source else []}


OPEN = said("The port of Odesa is open again", "Ayşe Kaya")
LEAVE = said("Four ships may leave it now", "she")
PAID = said("that it had ever paid a ransom", "The ministry")
GOLD = [OPEN, LEAVE, PAID]


def figures(found: list[dict[str, Any]]) -> tuple[float, float]:
    both = score([(TEXT, GOLD, found)])
    return both["attributed sentences F1"], both["source-right sentences F1"]


def test_the_gold_itself_scores_one() -> None:
    assert figures(GOLD) == (1.0, 1.0)


def test_a_sentence_without_its_attribution_is_missed() -> None:
    assert figures([OPEN, LEAVE]) == pytest.approx((2 * 2 / 5, 2 * 2 / 5))


def test_a_wrong_source_costs_the_source_only() -> None:
    wrong = said("Four ships may leave it now", "Ayşe Kaya")
    assert figures([OPEN, wrong, PAID]) == pytest.approx((1.0, 2 / 3))


def test_one_word_of_the_source_is_enough_if_it_is_no_small_one() -> None:
    assert figures([said("The port of Odesa is open again", "Kaya"), LEAVE, PAID])[1] == 1.0
    small = said("that it had ever paid a ransom", "The")
    assert figures([OPEN, LEAVE, small])[1] == pytest.approx(2 / 3)


def test_a_sentence_that_nobody_is_quoted_in_counts_against_an_answer() -> None:
    assert figures([*GOLD, said("Grain rose", "Ayşe Kaya")]) == pytest.approx((6 / 7, 6 / 7))


def test_less_than_half_of_a_sentence_does_not_make_it_attributed() -> None:
    assert figures([said("The port of", "Ayşe Kaya"), LEAVE, PAID])[0] == pytest.approx(4 / 5)


def test_no_source_on_both_sides_is_the_same_source() -> None:
    nobody = [said("The port of Odesa is open again")]
    assert score([(TEXT, nobody, nobody)])["source-right sentences F1"] == 1.0
