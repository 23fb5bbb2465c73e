"""What is said of many pairs at once, held against what is said of each by itself."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.make import claim
from timeline.link import neighbours
from timeline.link.calendar import Calendar
from timeline.link.compare import likeness
from timeline.link.core import CORE
from timeline.link.days import compare_days
from timeline.link.events import assign
from timeline.link.neighbours import MOST_CLAIMS, Neighbours
from timeline.link.records import ClaimRecord
from timeline.link.story import Story
from timeline.vocabulary import EventType, Verdict

_WORDS = "shelled signed grain market kherson 185 dead bridge harbour rail said officials".split()
_DATES = (None, "2022-07-22", "2022-07-23", "2022-07", "2022-11-21", "2022-07-01/..", "XXXX-07-22")
_STORY = Story((("kherson", 2.0), ("grain", 1.0)), ("kherson",))
_STORIES = (_STORY, _STORY, Story())
claims = st.lists(
    st.builds(
        claim,
        st.lists(st.sampled_from(_WORDS), min_size=3, max_size=8, unique=True).map(" ".join),
        st.sampled_from(["", "russia", "russia ukraine", "turkey"]),
        st.sampled_from(_DATES),
        article=st.integers(1, 3),
        published=st.sampled_from([None, "2022-07-23", "2022-07-24", "2022-07-25", "2022-12"]),
        type=st.sampled_from([None, EventType.ASSAULT, EventType.AGREE]),
        setting=st.sampled_from(["", "", "russia", "turkey"]),
        story=st.sampled_from(_STORIES),
        point=st.sampled_from([0.0, 0.0, 0.6, 1.0]),
        heading=st.booleans(),
    ),
    min_size=2,
    max_size=12,
)


@settings(max_examples=300)
@given(claims)
def test_what_is_passed_over_is_new_and_scores_are_those_of_the_comparison(
    made: list[ClaimRecord],
) -> None:
    near = Neighbours(made)
    for at, one in enumerate(made):
        found = near.nearest(at)
        for pair in found.pairs(np.arange(len(found.claims))):
            alike = likeness(one, made[pair.claim])
            assert pair.hopeful or alike.verdict == Verdict.NEW
            assert pair.pointed or pair.score == pytest.approx(alike.score, abs=1e-4)


@given(claims, st.integers(1, 4))
def test_claims_looked_at_together_meet_whom_each_would_meet_by_itself(
    made: list[ClaimRecord], together: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours, "_AT_ONCE", together)
        near = Neighbours(made)
        for at in range(len(made)):
            found = near.nearest(at)
            alone = Neighbours(made[: at + 1]).nearest(at)
            places = np.arange(len(found.claims))
            assert list(found.pairs(places)) == list(alone.pairs(np.arange(len(alone.claims))))
            assert found.claims.tolist() == nearest(made[at], made[:at])


@given(claims)
def test_the_nearest_share_most_and_come_in_their_order(made: list[ClaimRecord]) -> None:
    last = len(made) - 1
    found = Neighbours(made).nearest(last).claims.tolist()
    assert found == nearest(made[last], made[:last])


def nearest(new: ClaimRecord, known: Sequence[ClaimRecord]) -> list[int]:
    def shared(at: int) -> int:
        return sum(not term.startswith(CORE) for term in new.features & known[at].features)

    least = 1 if new.point >= 0.6 else 2
    return sorted((n for n in range(len(known)) if shared(n) >= least), key=lambda n: -shared(n))


def test_of_very_many_the_first_of_those_that_share_most_are_met() -> None:
    near = [claim("Shells hit the market in Kherson", id=n) for n in range(MOST_CLAIMS + 20)]
    nearer = claim("Shells hit the old market in Kherson again", id="nearer")
    made = [*near, nearer, claim("Shells hit the old market in Kherson", id="new")]
    met = Neighbours(made).nearest(len(made) - 1).claims.tolist()
    assert met == [len(near), *range(MOST_CLAIMS - 1)]


@given(claims)
def test_claims_far_apart_are_those_whose_days_are(made: list[ClaimRecord]) -> None:
    every = np.arange(len(made))
    for at, one in enumerate(made):
        for other, apart in zip(made, Calendar(made).apart(at, every).tolist(), strict=True):
            days = compare_days(one, other)
            months = days.reason.startswith("other months")
            assert apart == (days.relation == "apart") or months


def test_nothing_is_linked_with_nothing() -> None:
    assert assign([], []) == []
