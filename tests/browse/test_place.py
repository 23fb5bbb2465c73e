"""Where a timeline stands: the addresses that lead from there."""

from dataclasses import replace

import pytest

from timeline import edtf
from timeline.browse.filters import Filter
from timeline.browse.place import Place

FILTERS = [
    Filter(),
    Filter(order="newest"),
    Filter(order="oldest", start=edtf.parse("1999-03-04"), end=edtf.parse("2001"), certain=True),
    Filter(actors=("russia", "kim-jong-un"), search='"a & b" -c', known=edtf.parse("2022-07")),
    Filter(undated=True, types=("FIGHT",), before=7, notes=9, passage=3),
]


@pytest.mark.parametrize("chosen", FILTERS)
@pytest.mark.parametrize(
    ("first", "last"), [("2022-07", "2022-07"), ("1990", "1999"), ("0800",) * 2]
)
def test_the_address_of_a_range_is_that_of_its_filter(
    chosen: Filter, first: str, last: str
) -> None:
    for place in (Place("/"), Place("/x/", order="oldest"), Place("/y/", frozenset({"actor"}))):
        within = chosen.with_(start=edtf.parse(first), end=edtf.parse(last))
        assert place.between(chosen)(first, last) == place.address(within)
        assert place.between(replace(chosen, passage=8))(first, last) == place.address(within)
