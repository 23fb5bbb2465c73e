"""Articles of one story, and what their openings tell."""

import json
import re
from dataclasses import replace
from itertools import permutations

import pytest

from tests.link.make import claim
from timeline.link.compare import _needed, compare, shared_point
from timeline.link.events import NewEvent, assign, told_in_sentences
from timeline.link.records import ClaimRecord
from timeline.link.story import NO_STORY, StoredStory, Story, alike, point_of, story_of
from timeline.records import Span
from timeline.vocabulary import Verdict

FERRY = """The ferry Marsvin ran aground off Lygra on Sunday night. Captain Tove Aune said that
nobody was hurt. Later the Marsvin was towed to Lygra by Aune and her crew."""
FERRY_TOO = """A ship with ninety people hit a rock near Lygra. The captain of the Marsvin, Tove
Aune, called for help at once. Divers from Lygra looked at the hull of the Marsvin."""
OTHER_FERRY = """The ferry Selskap ran aground off Rognan on Sunday night. Captain Odd Brekke said
that nobody was hurt. Later the Selskap was towed to Rognan by Brekke and his crew."""


def story(text: str) -> Story:
    return story_of(text, [Span(*match.span()) for match in re.finditer(r"[^.]+\.", text)])


def opening(text: str, of: Story, article: int, **more) -> ClaimRecord:
    return claim(text, article=article, story=of, point=1.0, **more)


def test_articles_that_repeat_the_same_names_tell_one_story() -> None:
    same, other = alike(story(FERRY), story(FERRY_TOO)), alike(story(FERRY), story(OTHER_FERRY))
    assert same > 0.5
    assert other < 0.2


def test_an_article_without_names_tells_no_known_story() -> None:
    assert alike(story("it rained and it rained."), story(FERRY)) == 0.0
    assert alike(NO_STORY, NO_STORY) == 0.0


def test_names_that_are_in_every_days_news_tell_less_of_a_story() -> None:
    known = replace(story(FERRY), known=frozenset(dict(story(FERRY).names)))
    assert alike(known, story(FERRY_TOO)) < alike(story(FERRY), story(FERRY_TOO))


def test_a_story_comes_back_from_the_database_as_it_was() -> None:
    assert Story.read(story(FERRY).stored()) == story(FERRY)
    assert Story.read({}) == NO_STORY


def test_the_opening_sentences_tell_the_point() -> None:
    assert [point_of(at) for at in range(4)] == [1.0, 1.0, 0.6, 0.0]


def test_two_openings_of_one_story_are_one_event_in_other_words() -> None:
    one = opening("The ferry ran aground off Lygra", story(FERRY), 1)
    two = opening("A ship with ninety people hit a rock near Lygra", story(FERRY_TOO), 2)
    judged = compare(one, two)
    assert judged.verdict == Verdict.SAME
    assert "the point of one story" in judged.explain()
    assert compare(two, one) == judged


def test_what_stands_deep_in_articles_of_one_story_must_agree_in_words() -> None:
    one = replace(opening("The ferry ran aground off Lygra", story(FERRY), 1), point=0.0)
    two = opening("A ship with ninety people hit a rock near Lygra", story(FERRY_TOO), 2)
    assert compare(one, two).verdict != Verdict.SAME


def test_openings_that_tell_of_other_ships_are_two_events() -> None:
    one = opening("The ferry Marsvin ran aground", story(FERRY), 1)
    two = opening("A ferry, the Selskap, hit a rock", story(OTHER_FERRY), 2)
    assert compare(one, two).verdict != Verdict.SAME


def test_a_later_article_on_the_story_has_another_point() -> None:
    one = opening("The ferry ran aground off Lygra", story(FERRY), 1, published="2021-03-08")
    two = opening(
        "The owners near Lygra pay for the oil", story(FERRY_TOO), 2, published="2021-03-12"
    )
    assert compare(one, two).verdict != Verdict.SAME


def test_a_headline_stands_beside_the_opening_sentence_of_its_article() -> None:
    told = story(FERRY)
    claims = [
        opening("Ferry aground off Lygra", told, 1, heading=True),
        opening("The Marsvin ran aground off Lygra on Sunday night", told, 1),
    ]
    decisions = told_in_sentences(assign(claims, []))
    assert [d.event for d in decisions] == [NewEvent(0), NewEvent(0)]


def test_a_headline_begins_no_event_of_its_own() -> None:
    told = story(FERRY)
    claims = [
        opening("Cheese grows dearer", told, 1, heading=True),
        opening("The Marsvin ran aground off Lygra on Sunday night", told, 1),
    ]
    assert [d.claim for d in told_in_sentences(assign(claims, []))] == [claims[1]]


def test_the_order_of_articles_does_not_decide_what_is_one_event() -> None:
    openings = [
        opening("The ferry Marsvin ran aground off Lygra", story(FERRY), 1),
        opening("A ship with ninety people hit a rock near Lygra", story(FERRY_TOO), 2),
        opening("The ferry Selskap ran aground off Rognan", story(OTHER_FERRY), 3),
    ]
    for order in permutations(openings):
        events = {d.claim.article: d.event for d in assign(order, [])}
        assert events[1] == events[2] != events[3]


TALIN_SIGNED = """The striker Juri Talin has an offer from Narva. The club Narva wants Talin for
three years, said its owner. Talin and Narva will meet the press on Monday."""
TALIN_TOO = """The striker Juri Talin has an offer from Viljandi. The club Viljandi wants Talin for
two years, said its owner. Talin and Viljandi have met before."""
BOTH_CLUBS = """The striker Juri Talin has an offer from Narva. Talin was told that Narva pays more
than Viljandi. A friend of Talin said that Viljandi has to wait."""


def test_two_clubs_that_want_one_player_make_two_offers() -> None:
    one = opening("Narva made the striker Talin an offer", story(TALIN_SIGNED), 1)
    two = opening("Viljandi made Talin an offer", story(TALIN_TOO), 2)
    assert shared_point(one, two) == 0.0 == shared_point(two, one)


def test_a_protagonist_that_both_articles_know_of_keeps_nothing_apart() -> None:
    one = opening("Narva made the striker Talin an offer", story(TALIN_SIGNED), 1)
    two = opening("The striker Talin has an offer", story(BOTH_CLUBS), 2)
    assert shared_point(one, two) > 0.0


def test_statements_of_one_story_need_to_agree_less() -> None:
    parties = "norway"
    one = claim("Divers from the navy looked at the torn hull", parties, story=story(FERRY))
    two = claim("The hull was torn, divers saw", parties, article=2, story=story(FERRY_TOO))
    stranger = replace(two, story=story(OTHER_FERRY))
    assert _needed(one, two, False, False, False) < _needed(one, stranger, False, False, False)
    assert _needed(one, two, False, False, False) == _needed(two, one, False, False, False)


def test_a_stored_story_is_the_one_that_was_stored_whatever_is_asked_first() -> None:
    story = Story((("mogilev", 2.0), ("grodno", 1.0)), ("mogilev",), frozenset({"grodno"}))
    text = json.dumps(story.stored())
    other = Story((("mogilev", 1.0),), ("mogilev",))
    for ask in (hash, lambda one: one.weights, lambda one: alike(one, other)):
        assert ask(StoredStory(text)) == ask(story)
    with pytest.raises(AttributeError):
        _ = StoredStory(text).nothing
