"""Our filters in the terms of Datasette, and a page that takes too long."""

from urllib.parse import parse_qs

import pytest

from tests.browse.make import actor
from timeline.bench.peer import FACETS, query_of
from timeline.browse.filters import Filter
from timeline.edtf import parse

YEAR = parse("2022")


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        (Filter(), {"_sort_desc": ["sort_key"], "_facet": list(FACETS)}),
        (Filter(order="oldest"), {"_sort": ["sort_key"]}),
        (
            Filter(start=YEAR, end=YEAR),
            {"earliest__lte": ["2022-12-31"], "latest__gte": ["2022-01-01"]},
        ),
        (
            Filter(start=YEAR, end=YEAR, certain=True),
            {"latest__lte": ["2022-12-31"], "earliest__gte": ["2022-01-01"]},
        ),
        (Filter(undated=True), {"earliest__isnull": ["1"], "latest__isnull": ["1"]}),
        (Filter(types=("AID", "none")), {"type__in": ['["AID", ""]']}),
        (Filter(before=17), {"sort_key__lt": ["17"]}),
        (Filter(search="grain"), {"search_text__contains": [" grain "]}),
    ],
)
def test_a_filter_that_datasette_has_is_asked_in_its_terms(
    chosen: Filter, asked: dict[str, list[str]]
) -> None:
    found = parse_qs(query_of(chosen) or "")
    assert {name: found.get(name) for name in asked} == asked


@pytest.mark.django_db
def test_an_actor_is_asked_for_through_the_table_between() -> None:
    pk = actor("russia", "Russia").pk
    found = parse_qs(query_of(Filter(actors=("russia",))) or "")
    assert f'"value": "{pk}"' in found["_through"][0]


@pytest.mark.parametrize(
    "chosen",
    [
        Filter(speakers=("~article",)),
        Filter(standings=("denied",)),
        Filter(sources=("meridian-post",)),
        Filter(known=YEAR),
        Filter(actors=("a", "b")),
        Filter(actors=("a", "b"), match="any"),
        Filter(search="grain -corn"),
    ],
)
def test_a_filter_that_datasette_has_not_is_left_out(chosen: Filter) -> None:
    assert query_of(chosen) is None
