import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.actors.test_mentions import PIECES
from tests.extract.actors.world import GAZETTEER, whole
from timeline.extract.actors import assign_roles, find_mentions
from timeline.records import Span

A, R, M = "actor", "recipient", "mentioned"


def roles(text, trigger, statement=None):
    mentions = find_mentions(text, whole(text), GAZETTEER)
    claim = Span(0, len(text))
    at = text.find(trigger) if trigger else -1
    span = Span(at, at + len(trigger)) if trigger else None
    start = text.index(statement) if statement else 0
    stated = Span(start, len(text))
    return {p.mention.actor: p.role for p in assign_roles(text, claim, stated, mentions, span)}


CASES = [
    ("Russia and China vetoed a text on Syria.", "vetoed", {"russia": A, "china": A, "syria": R}),
    ("A text on Syria was vetoed by Russia and China.", "vetoed",
     {"syria": M, "russia": A, "china": A}),
    ("Russia, along with China, called for calm.", "called for", {"russia": A, "china": A}),
    ("Russian troops invaded Ukraine.", "invaded", {"russia-armed-forces": A, "ukraine": R}),
    ("Ukraine was invaded by Russia.", "invaded", {"ukraine": R, "russia": A}),
    ("Russia's invasion of Ukraine alarmed Poland.", "invasion",
     {"russia": A, "ukraine": R, "poland": M}),
    ("The Russian invasion of Ukraine went on.", "invasion", {"russia": A, "ukraine": R}),
    ("The European Union imposed sanctions on Russia.", "sanctions",
     {"european-union": A, "russia": R}),
    ("Sanctions were imposed on Russia by Japan.", "imposed", {"russia": R, "japan": A}),
    ("Talks between Russia and Ukraine broke down in Ankara.", "Talks",
     {"russia": A, "ukraine": A, "turkey": M}),
    ("After Hamas fired rockets, Israel bombed Damascus.", "bombed",
     {"hamas": M, "israel": A, "syria": R}),
    ("In July Ukraine and Russia signed a deal brokered by Turkey.", "signed",
     {"ukraine": A, "russia": A, "turkey": M}),
    ("Russian President Vladimir Putin called Joe Biden.", "called",
     {"russia": M, "vladimir-putin": A, "joe-biden": R}),
    ("Iran denied the charge and blamed Israel.", "blamed", {"iran": A, "israel": R}),
    ("The prime minister of India visited Japan.", "visited", {"india": A, "japan": R}),
    ("Two Russian diplomats were expelled from France.", "expelled", {"russia": R, "france": M}),
    ("Pyongyang fired a missile over Japan, drawing protests from Seoul.", "fired",
     {"north-korea": A, "japan": R, "south-korea": M}),
    ("Japan sent aid to rebuild Russian-held areas.", "sent", {"japan": A, "russia": M}),
    ("China has built roads in Chad.", "built", {"china": A, "chad": M}),
    ("Iran, Syria and Turkey agreed on a truce.", "agreed", {"iran": A, "syria": A, "turkey": A}),
    ("Iran faces criticism from France and Germany.", "criticism",
     {"iran": R, "france": A, "germany": A}),
    ("A drill was staged by India and Japan.", "drill", {"india": A, "japan": A}),
    ("Dozens of Russian officials left Ankara.", "left", {"russia": A, "turkey": R}),
    ("In recent months Syria and Israel violated the truce.", "violated",
     {"syria": A, "israel": A}),
    ("Kyiv acted after the Iranian army said it had fired rockets.", "fired",
     {"ukraine": M, "iran-armed-forces": A}),
    ("Vladimir Putin and his French counterpart spoke to Joe Biden.", "spoke",
     {"vladimir-putin": A, "france": A, "joe-biden": R}),
    ("Israel condemned attacks by Iran.", "condemned", {"israel": A, "iran": R}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_roles_follow_the_clause_round_the_trigger(text, trigger, expected):
    assert roles(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia is preparing to buy shells from North Korea.", {"russia": A, "north-korea": M}),
        ("Ukraine has been invaded by Russia.", {"ukraine": R, "russia": A}),
        ("War in Ukraine", {"ukraine": M}),
    ],
)
def test_without_a_trigger_only_the_subject_and_agent_have_a_part(text, expected):
    assert roles(text, None) == expected


def test_who_says_so_is_only_mentioned():
    text = "Kyiv said Moscow had struck a bridge."
    assert roles(text, "struck", "Moscow had") == {"ukraine": M, "russia": A}


def test_an_actor_named_twice_is_one_participant_with_the_weightier_part():
    text = "In Ukraine, troops waited; Ukraine attacked Russia, and Ukraine won."
    assert roles(text, "attacked") == {"ukraine": A, "russia": R}


def test_every_part_has_a_reason_that_names_the_words():
    text = "Russia vetoed a text on Syria."
    mentions = find_mentions(text, whole(text), GAZETTEER)
    trigger = Span(7, 13)
    claim = whole(text)[0]
    for participant in assign_roles(text, claim, claim, mentions, trigger):
        assert participant.mention.text in participant.reason


@given(st.lists(PIECES, max_size=50).map(" ".join), st.integers(0, 300), st.integers(0, 40))
def test_any_text_and_trigger_give_each_actor_one_part(text, start, length):
    mentions = find_mentions(text, whole(text), GAZETTEER)
    claim = whole(text)[0]
    for trigger in (None, Span(start, start + length)):
        given_parts = assign_roles(text, claim, claim, mentions, trigger)
        found = [p.mention.actor for p in given_parts]
        assert len(found) == len(set(found)) == len({m.actor for m in mentions})
