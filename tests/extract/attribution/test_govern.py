"""Which sentences are somebody's word, and which only mention that somebody spoke."""

import pytest

from tests.extract.attribution.looking import governing

SOMEBODYS = [
    ("The mayor said that the ferry would sail again in the spring.", "The mayor"),
    (
        "“We wait,” said Ana Ruiz, head of the harbour office.",
        "Ana Ruiz, head of the harbour office",
    ),
    ("Togo denied it.", "Togo"),
    ("Peru has tried to mend its ties with Chile and blames Spain for the quarrel.", "Peru"),
    ("“We wait here,” the mayor told the miners of the northern pits.", "the mayor"),
    (
        "The guild left the talks at the docks on Friday, saying it had heard nothing new.",
        "The guild",
    ),
    (
        "Niger bought forty trucks over several days in May as part of what the bank says is "
        "probably a plan to move grain.",
        "the bank",
    ),
    (
        "Ana Ruiz, who has led the guild for ten years and lives in a village near Lima, said "
        "she was tired.",
        "Ana Ruiz",
    ),
    (
        "On 8 May, a year to the day after the mill had burnt down, Chile announced that it "
        "would build another.",
        "Chile",
    ),
    (
        "A clerk who spoke to reporters on the train, and did not want to be named, said the "
        "books were in order.",
        "A clerk who spoke to reporters on the train, and did not want to be named",
    ),
    ("The nine miners are safe, the pit’s owner told parliament on Monday.", "the pit’s owner"),
    ("Rossi said the guild accepts, but the mayor said he had heard nothing.", "Rossi"),
]


@pytest.mark.parametrize(("text", "source"), SOMEBODYS, ids=[t[:40] for t, _ in SOMEBODYS])
def test_a_sentence_that_is_mostly_content_is_its_speakers(text: str, source: str) -> None:
    assert governing(text) == source


MENTIONED_ONLY = [
    "After Oslo warned of ice, the ferries stayed in the harbour for two long weeks in January.",
    "The parties signed an accord for good, two years after a war began that killed thousands.",
    "The bridge, which the mayor praised, was closed in March and pulled down in the autumn.",
]


@pytest.mark.parametrize("text", MENTIONED_ONLY)
def test_a_sentence_with_a_little_of_somebodys_words_is_the_papers(text: str) -> None:
    assert governing(text) is None
