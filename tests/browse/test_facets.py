"""Lists of values: which stand open, which wait behind a click, which are left out."""

import pytest

from timeline.browse.answer_records import Counts, Listed
from timeline.browse.facets import AT_ONCE, MOST, MOST_FOLDED, Facet, facets
from timeline.browse.filters import Filter
from timeline.browse.filters.names import look_up


def listed(n: int) -> Listed:
    """Those with most events have the last names."""
    return Listed(tuple((f"a{n - place:03}", f"A{n - place:03}", n - place) for place in range(n)))


def facet(name: str, n: int, chosen: Filter) -> Facet:
    counts = Counts(actors=listed(n), acting=listed(n))
    return next(found for found in facets(chosen, counts, look_up(chosen)) if found.name == name)


@pytest.mark.parametrize(
    ("name", "n", "most"),
    [("actor", 215, AT_ONCE + MOST), ("actor", 20, 20), ("by", 215, MOST_FOLDED), ("by", 20, 20)],
)
def test_a_list_holds_the_values_with_most_events_and_says_so_when_it_leaves_some_out(
    name: str, n: int, most: int
) -> None:
    found = facet(name, n, Filter())
    shown = [option.count for option in (*found.options, *found.more)]
    assert sorted(shown, reverse=True) == list(range(n, n - most, -1))
    assert found.left_out == (n > most)
    assert bool(found.options) == (name == "actor")


@pytest.mark.django_db
def test_a_folded_list_opens_for_what_is_chosen() -> None:
    found = facet("by", 60, Filter(acting=("a003",)))
    assert found.options[0].value == "a003"
    assert len(found.options) == AT_ONCE
    assert len(found.more) == 60 - AT_ONCE
    assert not found.left_out
