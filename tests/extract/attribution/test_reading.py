"""Verbs that report told from the nouns, participles and names that look like them."""

import pytest

from tests.extract.attribution.looking import found_in

VERBS = [
    ("The ministry claims that the dam is safe.", "The ministry"),
    ("He claims the dam is safe.", "He"),
    ("He’s claiming that the dam is safe.", "He’s"),
    ("It’s warning that the dam may break.", "It’s"),
    ("Officials in the north say the dam is safe.", "Officials in the north"),
    ("Those close to him say he will resign in May.", "Those close to him"),
    ("An analysis of the returns shows that he paid no tax.", "An analysis of the returns"),
    ("The audit found no debts at the bank.", "The audit"),
    ("A report released Monday by the bank says that rates will fall.", "A report released Monday"),
    ("A federal appeals court ruled that the tax is lawful.", "A federal appeals court"),
    ("Ruiz went on to say that the dam was safe.", "Ruiz"),
    ("Ruiz continued to insist that the dam was safe.", "Ruiz"),
    ("Police had last month alleged that the guard slept.", "Police"),
    ("The mayor called for a new bridge.", "The mayor"),
    ("The Lima Post published a report on the missing funds.", "The Lima Post"),
    ("Satellite images show new trenches near the town.", "Satellite images"),
    ("The rebels claimed responsibility for the raid.", "The rebels"),
    ("The bank issued a warning to all savers.", "The bank"),
    ("The mayor refused to close the road.", "The mayor"),
    ("She hopes to win the seat in May.", "She"),
    ("The mayor this week said the bridge was safe.", "The mayor"),
]


@pytest.mark.parametrize(("text", "source"), VERBS, ids=[t[:40] for t, _ in VERBS])
def test_a_verb_with_its_subject_and_object_reports(text: str, source: str) -> None:
    found = found_in(text)
    assert found
    assert found[0].text.startswith(source)


NONE = [
    "Rival claims of fraud were heard in the square.",
    "The deal is raising questions about the port.",
    "In the coldest states of the north, schools closed.",
    "Current rules allow two terms.",
    "Growth rose by 0.2 percentage points to 3 percent.",
    "The singer Stevie Wonder, who is 75, opened the fair.",
    "The port, called Callao, was rebuilt.",
    "He watched a film called “The Long Road Home” twice.",
    "She called in to a radio show in Lima.",
    "Guards called to the scene closed the road.",
    "The hall is owned by the parish.",
    "The trucks were offered by Spain.",
    "We now know that the bridge was unsafe.",
    "Hopes of peace fell, showing that the talks had failed.",
    "Wheat issued to the poor ran out.",
    "The embassy issued visas to nine people.",
    "The ministry declined to comment.",
    "The clerk did not say when the office would open.",
    "No group has claimed responsibility for the raid.",
    "Once expected to double in size, the port lies empty.",
]


@pytest.mark.parametrize("text", NONE)
def test_nouns_participles_and_names_report_nothing(text: str) -> None:
    assert found_in(text) == ()
