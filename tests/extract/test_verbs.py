"""Inflection and the guess at finite verbs; words and their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.verbs import Forms, finite_verbs, forms, next_finite
from timeline.extract.words import Words


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("ban", Forms("ban", "bans", "banned", "banned", "banning")),
        ("deny", Forms("deny", "denies", "denied", "denied", "denying")),
        ("destroy", Forms("destroy", "destroys", "destroyed", "destroyed", "destroying")),
        ("release", Forms("release", "releases", "released", "released", "releasing")),
        ("expel", Forms("expel", "expels", "expelled", "expelled", "expelling")),
        ("agree", Forms("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("clash", Forms("clash", "clashes", "clashed", "clashed", "clashing")),
        ("take", Forms("take", "takes", "took", "taken", "taking")),
        ("visit", Forms("visit", "visits", "visited", "visited", "visiting")),
    ],
)
def test_verbs_are_inflected_by_the_rules_of_spelling(base: str, expected: Forms) -> None:
    assert forms(base) == expected


@pytest.mark.parametrize(
    ("sentence", "finite"),
    [
        ("The ministry is preparing to buy ships.", ["is"]),
        ("In May the army seized the port.", ["seized"]),
        ("The United States imposed tariffs.", ["imposed"]),
        ("He reports the loss.", ["reports"]),
        ("The reports of the loss", []),
        ("The will of the king", []),
        ("Talks may fail.", ["may"]),
        ("They voted on 21 May and left.", ["voted", "left"]),
        ("A region long held by rebels", []),
        ("The Russian-occupied towns", []),
    ],
)
def test_finite_verbs_are_told_from_nouns_and_participles(sentence: str, finite: list[str]) -> None:
    words = Words(sentence)
    found = finite_verbs(words.low)
    assert [words.low[i] for i in found] == finite
    assert next_finite(words.low, 0) == (found[0] if found else None)


def test_possessives_lose_their_ending_and_contractions_keep_it() -> None:
    assert Words("Russia’s army, it's said, wasn’t there").low[:3] == ["russia", "army", ","]
    assert "it's" in Words("it’s").low
    assert "wasn't" in Words("wasn’t").low


def test_abbreviations_stay_one_word() -> None:
    assert Words("The U.S. bid at 5 p.m. today").raw == ["The", "U.S.", "bid", "at", "5", "p.m.",
                                                         "today"]  # fmt: skip


@given(st.text(max_size=200))
def test_every_word_is_found_at_its_place(text: str) -> None:
    words = Words(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.raw
    assert words.starts == sorted(words.starts)
