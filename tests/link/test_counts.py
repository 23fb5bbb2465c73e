"""Counts: what contradicts what. The same thing counted, and words that leave room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.link.counts import counts


def contradict(one: str, two: str) -> bool:
    return any(
        a.subject == b.subject and a.contradicts(b) for a in counts(one) for b in counts(two)
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The blast killed 64 people", "The blast killed 51 people"),
        ("The blast left 64 people dead", "killing 51 civilians and 40 people, officials say"),
        ("killing 64, police said", "at least 80 people died"),
        ("64 were killed", "51 people were killed"),
        ("It killed 64 people and wounded 180.", "It killed 43 people on Tuesday."),
        ("The truce was extended for 60 days", "It was prolonged for 120 days"),
        ("carried 26,527 tonnes of corn", "carried 30,000 tonnes of maize"),
        ("fired three missiles", "fired five missiles"),
        ("has 10 to 20 warheads", "has 30 to 60 warheads"),
        ("Dozens of people were killed", "Six people were killed"),
        ("killed hundreds of people", "killed 35 people"),
        ("more than 100 people were arrested", "80 people were arrested"),
    ],
)
def test_counts_that_exclude_each_other_contradict(one: str, two: str) -> None:
    assert contradict(one, two)
    assert contradict(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Rounded, or said to be no more than near.
        ("carried 26,527 tonnes of corn", "carried more than 26,000 tonnes of corn"),
        ("carried 26,527 tonnes of corn", "carried 26,000 tonnes of corn"),
        ("at least 51 people were killed", "64 people were killed"),
        ("about 60 people were killed", "64 people were killed"),
        ("nearly 70 people were killed", "64 people were killed"),
        ("up to 60 warheads", "20 warheads"),
        ("between 10 and 20 warheads", "15 warheads"),
        ("Dozens of people were killed", "64 people were killed"),
        ("A dozen people were arrested", "11 people were arrested"),
        # Other things counted.
        ("killed three soldiers", "captured 12 soldiers"),
        ("64 people were killed", "64 people were killed and 120 people were wounded"),
        ("It killed 64 people and wounded 180.", "They counted 64 dead and 180 wounded"),
        ("64 people were killed", "killed people, including 20 children"),
        ("a war of two years", "four people were injured"),
        ("80 miles east of the port", "230 miles north of the capital"),
        # A part, or what comes on top.
        ("lifted five of the resolutions", "passed 11 resolutions"),
        ("another 12 people were killed", "64 people were killed"),
        ("12 more people were killed", "64 people were killed"),
        # Not what happened.
        ("three days after the raid", "five days after the raid"),
        ("two officials said so", "three officials said so"),
        ("a boy aged 12 years old", "a man 40 years old"),
    ],
)
def test_counts_that_both_can_be_true_do_not(one: str, two: str) -> None:
    assert not contradict(one, two)
    assert not contradict(two, one)


@given(st.text(alphabet="0123456789, killed people of a dozen-$.", max_size=300))
def test_a_count_is_a_range_and_never_contradicts_itself(text: str) -> None:
    for count in counts(text):
        assert count.least <= count.most
        assert not count.contradicts(count)
