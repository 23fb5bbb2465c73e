"""Articles that are linked together: what comes to one event, whatever their order."""

import os
import subprocess
import sys
from collections.abc import Sequence
from random import Random

import pytest

from tests.link.make import claim
from timeline.link.events import Decision, NewEvent
from timeline.link.groups import CORE_SIZE, _worth_comparing, assign_group
from timeline.link.records import ClaimRecord, EventRecord
from timeline.link.story import Story
from timeline.vocabulary import EventType, Verdict

FERRY = Story((("marsvin", 2.0), ("lygra", 2.0), ("aun", 1.4)), ("marsvin", "lygra"))
DAM = Story((("tarvo", 2.0), ("nikel", 2.0), ("brekk", 1.4)), ("tarvo", "nikel"))
GROUNDED = (
    "The ferry Marsvin ran aground off Lygra with ninety people on board",
    "The Marsvin hit a rock near Lygra and took in water",
    "Ninety people left the ferry Marsvin off Lygra in boats",
)
BURST = (
    "The dam at Tarvo burst and flooded Nikel",
    "Water from the Tarvo dam stood in the streets of Nikel",
    "Nikel was under water when the dam at Tarvo gave way",
)


def article(number: int, *openings: str, story: Story, rest: Sequence[str] = ()) -> list:
    made = [claim(text, article=number, story=story, point=1.0) for text in openings]
    return [*made, *(claim(text, article=number, story=story) for text in rest)]


def ferry(number: int) -> list[ClaimRecord]:
    return article(number, GROUNDED[number % 3], GROUNDED[(number + 1) % 3], story=FERRY)


def dam(number: int) -> list[ClaimRecord]:
    return article(number, BURST[number % 3], story=DAM)


def together(decided: Sequence[Sequence[Decision]]) -> set[frozenset]:
    """The claims of each event."""
    events: dict[object, set] = {}
    for decision in (d for decisions in decided for d in decisions):
        events.setdefault(decision.event, set()).add((decision.claim.article, decision.claim.id))
    return {frozenset(claims) for claims in events.values()}


def test_openings_that_are_alike_on_average_are_one_event() -> None:
    decided = assign_group([ferry(1), dam(2), ferry(3), dam(4), ferry(5), dam(6)], [])
    assert {frozenset(a for a, _ in claims) for claims in together(decided)} == {
        frozenset((1, 3, 5)),
        frozenset((2, 4, 6)),
    }


@pytest.mark.parametrize("seed", range(5))
def test_a_core_does_not_depend_on_the_order_of_the_articles(seed: int) -> None:
    articles = [ferry(n) if n % 3 else dam(n) for n in range(14)]
    shuffled = list(articles)
    Random(seed).shuffle(shuffled)
    assert together(assign_group(shuffled, [])) == together(assign_group(articles, []))


def test_each_claim_says_why_it_is_in_its_event() -> None:
    decided = assign_group([ferry(n) for n in range(4)], [])
    for decision in (d for decisions in decided for d in decisions):
        assert decision.judgement is not None
        assert decision.judgement.verdict == Verdict.SAME
        told = decision.judgement.explain()
        assert "both speak of" in told
        assert "on average with 7 openings" in told


def test_the_claim_that_began_an_event_says_so_when_another_joins_it() -> None:
    one = [claim(GROUNDED[0], article=1)]
    two = [claim(GROUNDED[0] + " on Sunday", article=2)]
    decided = assign_group([one, two], [])
    assert len(together(decided)) == 1
    assert all(decisions[0].judgement is not None for decisions in decided)


def test_a_core_goes_to_the_stored_event_it_is_alike() -> None:
    stored = EventRecord(7, tuple(ferry(90)))
    decided = assign_group([ferry(n) for n in range(4)], [stored, EventRecord(8, tuple(dam(91)))])
    assert {d.event for decisions in decided for d in decisions} == {7}
    assert "between them and the event's latest openings" in decided[0][0].judgement.explain()


# Each of forty events shares two words with the core: more than are held against it.
NEAREST = """
from tests.link.make import claim
from tests.link.test_groups import FERRY
from timeline.link.groups import assign_group
from timeline.link.records import EventRecord
words = "ferry rock lygra tug captain harbour storm boat".split()
stored = [
    EventRecord(n, (claim(two, article=100 + n, story=FERRY, point=1.0),))
    for n in range(40)
    for two in [f"{words[n % 8]} {words[(n + 1 + n // 8) % 8]} odd{n}"]
]
core = [[claim(" ".join(words), article=n, story=FERRY, point=1.0)] for n in range(5)]
print([d.event for decisions in assign_group(core, stored) for d in decisions])
"""


def test_the_stored_event_that_is_chosen_does_not_depend_on_the_hashes_of_a_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", NEAREST],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(told) == 1


def test_stored_events_stay_two_when_they_tell_one_thing() -> None:
    stored = [EventRecord(7, tuple(ferry(90))), EventRecord(8, tuple(ferry(91)))]
    decided = assign_group([ferry(n) for n in range(4)], stored)
    assert {d.event for decisions in decided for d in decisions} <= {7, 8}


def test_few_openings_join_as_the_claims_of_one_article_do() -> None:
    assert CORE_SIZE > 2
    decided = assign_group([dam(1), dam(2)], [])
    assert not any(
        "on average" in d.judgement.explain() for ds in decided for d in ds if d.judgement
    )


def test_openings_of_one_article_are_no_core() -> None:
    texts = [f"{text} {n}" for n, text in enumerate(GROUNDED * 3)]
    for decision in assign_group([article(1, *texts, story=FERRY)], [])[0]:
        assert decision.judgement is None or "openings" not in decision.judgement.explain()


def test_a_thing_that_repeats_is_kept_apart_by_its_days() -> None:
    text = "Shells hit the market in the old town of Kherson"
    articles = [
        [
            claim(
                text,
                "russia",
                day,
                article=n,
                type=EventType.ASSAULT,
                published=day,
                point=1.0,
                id=(n, at),
            )
            for at in range(3)
        ]
        for n, day in enumerate(["2022-11-21", "2022-11-22"] * 4)
    ]
    decided = assign_group(articles, [])
    days = [
        {d.claim.date for ds in decided for d in ds if d.event == event}
        for event in {d.event for ds in decided for d in ds}
    ]
    assert all(len(found) == 1 for found in days)


def test_a_doubt_about_another_article_of_the_group_is_told() -> None:
    text = "Shells hit the market in the old town of Kherson"
    articles = [
        [claim(text, "russia", day, article=n, type=EventType.ASSAULT)]
        for n, day in enumerate(["2022-11-21", "2022-11-22"])
    ]
    (one,), (two,) = assign_group(articles, [])
    assert one.event != two.event
    assert two.doubt is not None
    assert two.doubt[0] == one.event


def test_a_heading_needs_a_sentence_of_its_own_article_beside_it() -> None:
    heading = claim("Marsvin aground", article=9, story=FERRY, point=1.0, heading=True)
    unrelated = claim("The price of bread rose in Rome", article=9)
    decided = assign_group([*(ferry(n) for n in range(4)), [heading, unrelated]], [])
    assert [d.claim for d in decided[-1]] == [unrelated]


def test_numbers_of_new_events_are_used_once() -> None:
    articles = [ferry(n) for n in range(4)] + [dam(n + 10) for n in range(3)]
    articles.append([claim("A tanker was seized in the strait of Hormuz", "iran", article=30)])
    decided = assign_group(articles, [])
    numbers = {d.event.number for ds in decided for d in ds if isinstance(d.event, NewEvent)}
    assert numbers == set(range(len(numbers)))
    assert len(numbers) == len(together(decided))


@pytest.mark.parametrize(
    ("days", "stories", "compared"),
    [
        (("2022-11-21", "2022-11-21"), (FERRY, FERRY), True),
        (("2022-11-21", "2022-11-21"), (FERRY, DAM), False),
        (("2022-11-21", "2022-12-21"), (FERRY, FERRY), False),
    ],
)
def test_openings_in_other_words_are_compared_where_articles_of_one_time_tell_one_story(
    days: tuple[str, str], stories: tuple[Story, Story], compared: bool
) -> None:
    texts = "A ship hit rocks", "Passengers took boats ashore"
    openings = [
        claim(text, "", day, article=n, story=story, point=1.0, published=day)
        for n, (text, day, story) in enumerate(zip(texts, days, stories, strict=True))
    ]
    assert _worth_comparing(openings) == ([(0, 1)] if compared else [])
