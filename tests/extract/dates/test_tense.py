import pytest

from timeline.extract.dates.tense import tense_at
from timeline.extract.dates.tokens import tokenise
from timeline.records import Span


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on Monday", "past"),
        ("They have met on Monday", "past"),
        ("They will meet on Monday", "future"),
        ("They are going to meet on Monday", "future"),
        ("It will be held on Monday", "future"),
        ("It is due on Monday", "future"),
        ("The term ends on Monday", "future"),
        ("Talks resume on Monday", "future"),
        ("The loss of face resumes nothing; the press met on Monday", "past"),
        ("Voters go to the polls on Monday", "future"),
        ("He called a strike for Monday", "future"),
        ("He was jailed for Monday attacks", "past"),
        ("They extended the truce until Monday", "future"),
        ("The truce lasted until Monday", "past"),
        ("Nothing has moved since Monday", "past"),
        ("They agreed to meet on Monday", "future"),
        ("The bank is expected to cut rates on Monday", "future"),
        ("The bank cut rates on Monday", "past"),
        ("He was forced to quit on Monday", "past"),
        ("They promised last week to meet on Monday", "future"),
        ("They agreed late on Friday to meet on Monday", "future"),
        ("Rebels must leave by Monday", "future"),
        ("They must have left on Monday", "past"),
        ("The turnout on Monday is expected to be high", "future"),
        ("The turnout on Monday is low", "present"),
        ("The ruling on Monday cannot be challenged", "present"),
        ("The summit, scheduled for Monday", "future"),
        ("The deal, signed on Monday", "past"),
        ("He denied that it will open on Monday", "future"),
        ("On Monday they will meet", "future"),
        ("On Monday they met", "past"),
        ("Paid on a still undecided Monday", "past"),
        # A list after a colon has the tense of its sentence, unless it has a verb of its own.
        ("The truce was extended twice: on Friday and on Monday", "past"),
        ("The plan was clear: on Monday they will sail", "future"),
        ("Monday", ""),
    ],
)
def test_the_nearest_verb_tells_the_tense(text: str, tense: str) -> None:
    tokens = tokenise(text, Span(0, len(text)))
    index = next(number for number, token in enumerate(tokens) if token.text == "Monday")
    assert tense_at(tokens, index, index + 1)[0] == tense
