"""What holds for every standing: a reason, an answer to any text, and the order of the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.standing.judging import judged
from tests.extract.standing.test_denied import SENTENCES as DENIED
from timeline.extract.standing import judge_standing
from timeline.records import Span
from timeline.vocabulary import Standing

WITHHELD = ["Greece denied entry to four ships.", "A court denied bail to the former mayor."]


@pytest.mark.parametrize("sentence", DENIED[:15] + WITHHELD, ids=lambda text: text[:40])
def test_denial_is_the_same_when_the_statement_keeps_its_frame(sentence: str) -> None:
    assert judged(sentence, whole=True)[0] is judged(sentence)[0]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (
            "The ministry is preparing to buy 60 helicopters from France.",
            "planned: “is preparing to buy”",
        ),
        ("Sudan accused its neighbour of arming the rebels.", "alleged: “accused”"),
        ("There is no truth in the story, the palace said.", "denied: “no truth in”"),
        ("The firm owned up to the leak.", "confirmed: “owned up to”"),
        ("Economists say prices will fall.", "opinion: “will” according to “economists”"),
    ],
)
def test_reason_names_the_deciding_words(sentence: str, reason: str) -> None:
    assert judged(sentence)[1] == reason


@given(st.text(max_size=200))
def test_any_text_gets_a_standing_and_a_reason(text: str) -> None:
    claim = Span(0, len(text))
    standing, reason = judge_standing(text, claim, claim, None)
    assert standing in Standing
    assert reason


WORDS = (
    "he said that denied confirmed claims accused of has been is to will would if the minister "
    "report , “ ” . may have not no one plan plans suspected admitted leaves believed"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_order_of_the_words_of_standing_is_read(words: list[str]) -> None:
    assert judged(" ".join(words))[1]
