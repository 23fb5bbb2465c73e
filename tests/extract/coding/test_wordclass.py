"""Verb, noun or modifier: the same form in different places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.coding.wordclass import MODIFIER, NOUN, VERB, is_predicate, word_class
from timeline.extract.words import Words

PLACES = [
    ("The attack shocked Oslo", "attack", "base", NOUN),
    ("Rebels attack the convoy", "attack", "base", VERB),
    ("Rebels want to attack Gao", "attack", "base", VERB),
    ("The army could attack soon", "attack", "base", VERB),
    ("Togo and Benin condemn the coup", "condemn", "base", VERB),
    ("The republics of the east refuse to lift it", "refuse", "base", VERB),
    ("A free press is rare", "press", "base", NOUN),
    ("The singer came back", "back", "base", NOUN),
    ("Ghana attacks the plan", "attacks", "third", VERB),
    ("Pirate attacks on ships rose", "attacks", "third", NOUN),
    ("Denmark sent shells to Kyiv", "shells", "third", NOUN),
    ("The ministry provides medical equipment", "provides", "third", VERB),
    ("The fund grants €45m to Niger", "grants", "third", VERB),
    ("The buildup of forces in Mali", "forces", "third", NOUN),
    ("Jared Cole attends a meeting", "attends", "third", VERB),
    ("Armed men took the bus", "Armed", "past", MODIFIER),
    ("The captured pilot spoke", "captured", "past", MODIFIER),
    ("Some 26 alleged members fled", "alleged", "past", MODIFIER),
    ("Police captured the pilot", "captured", "past", VERB),
    ("Honduras cut ties with Taiwan", "cut", "same", VERB),
    ("A pay cut was agreed", "cut", "same", NOUN),
    ("The mine was hit by a shell", "hit", "same", VERB),
    ("The bombing of the port", "bombing", "gerund", NOUN),
    ("Jets were bombing the port", "bombing", "gerund", VERB),
]


@pytest.mark.parametrize(("text", "word", "tag", "expected"), PLACES, ids=[p[0] for p in PLACES])
def test_neighbours_tell_what_a_form_is(text: str, word: str, tag: str, expected: str) -> None:
    words = Words(text)
    assert word_class(words, words.raw.index(word), tag) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo is ready to mediate", True),
        ("Oslo is now fully ready to mediate", True),
        ("Crews kept hoses at the ready to spray", False),
        ("The only man ready to pay", False),
    ],
)
def test_a_readiness_is_told_of_a_subject(text: str, expected: bool) -> None:
    words = Words(text)
    assert is_predicate(words, words.low.index("ready")) is expected


@given(st.text(max_size=80), st.sampled_from(["base", "third", "past", "gerund", "same"]))
def test_any_word_of_any_text_has_a_class(text: str, tag: str) -> None:
    words = Words(text)
    for at in range(len(words)):
        assert word_class(words, at, tag) in {VERB, NOUN, MODIFIER}
