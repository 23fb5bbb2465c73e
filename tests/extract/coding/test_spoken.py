"""What a claim turns on: the act of speaking, what is said, or an event told by the way."""

import pytest

from timeline.extract.coding import code_event
from timeline.extract.coding.hits import find_hits
from timeline.extract.coding.lexicon import lexicon
from timeline.extract.coding.mains import main_verbs
from timeline.extract.words import Words
from timeline.records import Coding, Span


def coded(claim: str, statement: str) -> Coding | None:
    start = claim.index(statement)
    return code_event(claim, Span(0, len(claim)), Span(start, start + len(statement)), ())


SPOKEN = [
    ("The bloc demanded the release of a man jailed in May.", "a man jailed in May", "REQUEST"),
    ("Oslo condemned Seoul's decision to expel the envoy.", "to expel the envoy", "ACCUSE"),
    ("Accra said Togo arrested nine fishermen.", "Togo arrested nine fishermen", "COERCE"),
    ("Lima denied that its army had shelled the port.", "its army had shelled the port", "ASSAULT"),
    ("The party rejected a request to hold a rally.", "to hold a rally", "REJECT"),
    ("Rebels overran a base, police said, killing six.", "killing six", "ASSAULT"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "statement", "type_"), SPOKEN, ids=[s[0] for s in SPOKEN])
def test_an_act_of_speaking_is_the_event_and_else_what_is_said(
    claim: str, statement: str, type_: str
) -> None:
    coding = coded(claim, statement)
    assert coding is not None
    assert coding.type.value == type_, coding.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mohamed Sayed, who met rebels, condemned the raid.", ["condemned"]),
        ("A draft put forward by Peru failed to pass.", ["failed"]),
        ("After the army withdrew, rebels overran the town.", ["overran"]),
        ("Lawmakers rebuff the plan.", ["rebuff"]),
    ],
)
def test_the_main_verb_stands_outside_of_names_and_relative_clauses(
    text: str, expected: list[str]
) -> None:
    words = Words(text)
    mains = main_verbs(words, find_hits(words, lexicon()), 0, len(words) - 1)
    assert [words.low[at] for at in mains] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "If Ghana attacks Togo, the bloc would not respond.",
        "You could arrest the man tomorrow.",
        "The law would expel nobody.",
        "The Senate Armed Services Committee sits on Friday.",
        "Shares in Oslo were trading lower.",
        "The fiscal year ended on a high note.",
        "The team released its new album in May.",
        "The critic said the film was free of clichés.",
        "Two climbers were killed when they fell from a ridge.",
        "Her income declined to $4 million.",
    ],
)
def test_what_is_supposed_or_of_another_field_tells_no_event(sentence: str) -> None:
    assert coded(sentence, sentence) is None


@pytest.mark.parametrize(
    ("surer", "vaguer"),
    [
        ("Norway expelled two diplomats.", "The firm, which expelled two members, grew."),
        ("The army shelled the village.", "Fog and shelling worried the village."),
        ("Chad condemned the raid.", "A neighbour condemned the noise."),
    ],
)
def test_confidence_falls_with_what_is_told_by_the_way_or_of_nobody_known(
    surer: str, vaguer: str
) -> None:
    high, low = coded(surer, surer), coded(vaguer, vaguer)
    assert high is not None
    assert low is None or low.confidence < high.confidence


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru pulled out of the deal on tuna.", ("SANCTION", "withdraw")),
        ("Peru pulled out of the long-disputed river deal.", ("SANCTION", "withdraw")),
        ("Peru pulled out of the talks.", ("REJECT", "meet")),
        ("Peru pulled its troops out of the valley.", ("RETREAT", "withdraw")),
        ("Chad turned the Qatari offer down.", ("REJECT", None)),
        ("Togo opened its borders to refugees.", ("AID", None)),
        ("Togo reopened its border crossing.", ("RETREAT", "access")),
        ("The ministry gave approval for the UN to deliver aid.", ("CONCEDE", None)),
        ("A court ordered the release of the editor.", ("RETREAT", "release")),
    ],
)
def test_the_nearest_object_and_the_particle_decide(
    sentence: str, expected: tuple[str, str | None]
) -> None:
    coding = coded(sentence, sentence)
    assert coding is not None
    assert (coding.type.value, coding.mode) == expected, coding.reason
