"""Filters drawn from values: all of the registry, and none that contradicts itself."""

from itertools import islice
from random import Random

import pytest
from django.http import QueryDict

from tests.bench import made
from timeline.bench.cases import (
    BROAD,
    DRAWS,
    NARROW,
    SEARCHES,
    alone,
    combined,
    fragment_cases,
    page_cases,
    word_cases,
)
from timeline.bench.mixture import SHARES, visits
from timeline.browse.filters import FIELDS, read_filter
from timeline.browse.filters.fields import BY_NAME

VALUES = made.values()
SEEDS = range(8)


def test_every_filter_of_the_registry_is_drawn() -> None:
    assert DRAWS.keys() == {field.name for field in FIELDS}


@pytest.mark.parametrize("breadth", [BROAD, NARROW])
@pytest.mark.parametrize("name", sorted(DRAWS))
def test_a_draw_asks_for_its_filter(name: str, breadth: str) -> None:
    changes = DRAWS[name](VALUES, Random(1), breadth)
    assert changes[BY_NAME[name].attribute]


def test_each_filter_comes_alone_broad_and_narrow() -> None:
    names = {case.name for case in alone(VALUES, Random(1))}
    wanted = {f"{name}, {breadth}" for name in DRAWS for breadth in (BROAD, NARROW) if name != "q"}
    assert names == wanted | {"no filter"}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_case_is_a_filter_that_can_be_read_as_it_was_meant(seed: int) -> None:
    cases = [
        *page_cases(VALUES, seed, 120),
        *word_cases(VALUES, seed, 30),
        *fragment_cases(VALUES, seed, 60),
    ]
    for case in cases:
        found = read_filter(QueryDict(case.query))
        assert not found.problems, (case.name, found.problems)
        assert found == case.chosen, case.name


def test_broad_values_are_the_most_frequent() -> None:
    for seed in SEEDS:
        broad = DRAWS["actor"](VALUES, Random(seed), BROAD)["actors"]
        narrow = DRAWS["actor"](VALUES, Random(seed), NARROW)["actors"]
        assert set(broad) <= set(VALUES.actors[:5])
        assert not set(narrow) & set(VALUES.actors[:5])


def test_the_same_seed_draws_the_same() -> None:
    assert page_cases(VALUES, 3, 80) == page_cases(VALUES, 3, 80)
    assert page_cases(VALUES, 3, 80) != page_cases(VALUES, 4, 80)
    assert word_cases(VALUES, 3, 20) == word_cases(VALUES, 3, 20)
    assert list(islice(visits(VALUES, 3), 50)) == list(islice(visits(VALUES, 3), 50))


def test_combinations_are_of_two_or_three() -> None:
    for case in islice(combined(VALUES, Random(2)), 60):
        names = case.name.split(" + ")
        assert len(names) in (2, 3, 4)
        assert not {"q", "passage"} & set(names)


def test_words_are_searched_in_every_way_alone_and_with_filters() -> None:
    names = {case.name for case in word_cases(VALUES, 1, 30)}
    assert names >= SEARCHES.keys()
    assert {name.split(" + ")[0] for name in names if " + " in name} == SEARCHES.keys()


def test_a_fragment_adds_one_filter_to_the_one_before() -> None:
    cases = fragment_cases(VALUES, 1, 9)
    assert [len(case.name.split(" + ")) for case in cases] == [1, 2, 3] * 3


def test_every_kind_of_page_is_visited_in_its_share() -> None:
    kinds = [visit.kind for visit in islice(visits(VALUES, 1), 2000)]
    assert sum(SHARES.values()) == 100
    for kind, share in SHARES.items():
        assert kinds.count(kind) / 20 == pytest.approx(share, abs=4)
