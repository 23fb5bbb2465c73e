from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.published.anchors import SLIP, AnchorIndex, gap
from timeline.extract.record import recorded_date
from timeline.records import AnchorRecord, ClaimDate, Mention, Span
from timeline.vocabulary import ActorKind

TEXT = "Ruritania invaded Zubrowka, the ministry said."
ANCHOR = AnchorRecord(
    "invasion", "Ruritania invades Zubrowka", "2021-03-10", ("ruritania",), (("invad",),), "Almanac"
)
MENTION = Mention(0, 9, "Ruritania", "ruritania", "Ruritania", ActorKind.COUNTRY)


def recorded(date: str | None, text: str = TEXT, mentions: tuple[Mention, ...] = (MENTION,)):
    told = ClaimDate(date, "then", 0, 4, "") if date else None
    return recorded_date(text, Span(0, len(text)), mentions, told, AnchorIndex([ANCHOR]))


@pytest.mark.parametrize("date", ["2021-03-10", "2021-03-12", "2021-03", "2021"])
def test_a_date_near_the_record_is_of_the_event_on_record(date: str) -> None:
    found = recorded(date)
    assert found is not None
    assert (found.edtf, found.reference) == ("2021-03-10", "Almanac")


@pytest.mark.parametrize("date", ["2021-04-30", "2022-03-10", "XXXX-03-10", None])
def test_another_time_or_none_has_no_record(date: str | None) -> None:
    assert recorded(date) is None


def test_of_two_events_of_the_kind_the_one_that_fits_is_meant() -> None:
    earlier = replace(ANCHOR, key="raid", title="An earlier raid", date="2021-03-05")
    told = ClaimDate("2021-03-10", "then", 0, 4, "")
    anchors = AnchorIndex([earlier, ANCHOR])
    found = recorded_date(TEXT, Span(0, len(TEXT)), (MENTION,), told, anchors)
    assert found is not None
    assert found.title == ANCHOR.title


def test_another_event_or_actor_has_no_record() -> None:
    assert recorded("2021-03-10", text="Ruritania visited Zubrowka.") is None
    assert recorded("2021-03-10", mentions=()) is None


@given(
    st.lists(st.sampled_from(["ruritania", "zubrowka", "sylvania"]), max_size=3, unique=True),
    st.dates(date(2021, 2, 20), date(2021, 4, 1)),
    st.integers(0, 40),
)
def test_near_are_those_of_whom_all_are_named_within_a_slip(
    named: list[str], first: date, days: int
) -> None:
    anchors = AnchorIndex(_ANCHORS)
    told = first.toordinal(), first.toordinal() + days
    expected = [a for a in anchors.among(set(named)) if gap(a, told) <= SLIP.days]
    assert list(anchors.near(set(named), told)) == expected


_ANCHORS = [
    replace(ANCHOR, key=f"{n}", date=day, actors=actors)
    for n, (day, actors) in enumerate(
        product(
            ("2021-03-10", "2021-03-20", "2021-03", "2021-02-27/.."),
            ((), ("ruritania",), ("zubrowka", "ruritania"), ("ruritania", "sylvania")),
        )
    )
]
