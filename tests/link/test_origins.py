import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.link.origins import MOST, count_independent, find_copy, shingles
from timeline.records import Span

WIRE = (
    "The harbour authority said that three tankers had left the roads before dawn under "
    "escort, the first to do so since the blockade began in spring. Inspectors went aboard "
    "each of them for less than an hour, and no cargo was turned back. Insurers in the "
    "capital raised their premium all the same, and two owners kept their ships at anchor. "
    "The ministry of transport expects a dozen more departures before the month is out, "
    "provided that the minesweepers can work and the weather stays calm on the lower coast."
)
OTHER = (
    "Farmers along the upper river fear that the dam will not hold another winter of rain. "
    "Engineers who walked its crest last week counted eleven new cracks, and the council has "
    "asked the province for pumps, sandbags and a plan to move four villages if it must. The "
    "province answered with a letter of two lines, which the mayor read aloud in the square, "
    "and then there was silence, and then somebody laughed, because what else could one do."
)


def sample(text: str) -> frozenset[int]:
    return shingles(text, [Span(0, len(text))])


def test_a_cut_and_framed_copy_is_found_with_its_share() -> None:
    copy = "Our desk writes: " + WIRE[: len(WIRE) * 3 // 4] + " " + OTHER[:60]
    found = find_copy(sample(copy), {1: sample(OTHER), 2: sample(WIRE)})
    assert found is not None
    assert found.article == 2
    assert found.share > 0.7


def test_another_text_is_no_copy() -> None:
    assert find_copy(sample(WIRE), {1: sample(OTHER)}) is None


REWRITTEN = WIRE.replace("three tankers", "a trio of tankers").replace(
    "Insurers in the capital raised their premium all the same, and two owners kept their ships "
    "at anchor.",
    "Not every owner is convinced.",
)
# The same agency, the same harbour, another day: stock phrases, other news.
NEXT_DAY = (
    "The harbour authority said that a coaster ran aground on Thursday on the bar, the first "
    "accident since the blockade ended. Tugs could not free it on the evening tide, and divers "
    "found a crack in the hull. Inspectors closed the northern channel to larger ships. The "
    "ministry of transport expects to open it again by the weekend if the weather stays calm."
)


@pytest.mark.parametrize(
    "copy",
    [
        WIRE[: len(WIRE) // 2],
        "Tankers leave at last\n\n(Northwire) - " + WIRE,
        REWRITTEN,
        REWRITTEN[len(REWRITTEN) // 3 :] + " Northwire contributed to this report.",
    ],
    ids=["shortened", "under another headline", "rewritten in part", "end kept"],
)
def test_an_edited_copy_is_found(copy: str) -> None:
    assert find_copy(sample(copy), {1: sample(OTHER), 2: sample(WIRE)}) is not None


def test_two_reports_of_one_agency_on_two_days_are_no_copies() -> None:
    credit = "(Northwire) - Reporting by our correspondents; editing by the night desk. "
    assert find_copy(sample(credit + NEXT_DAY), {2: sample(credit + WIRE)}) is None


def test_case_and_line_breaks_do_not_hide_a_copy() -> None:
    assert find_copy(sample(WIRE.upper().replace(" ", "\n")), {1: sample(WIRE)}) is not None


def test_only_the_body_is_looked_at() -> None:
    page = OTHER + WIRE
    assert shingles(page, [Span(len(OTHER), len(page))]) == sample(WIRE)


@pytest.mark.parametrize(
    ("articles", "tellers"),
    [
        ([], 0),
        ([(1, "Courier")], 1),
        ([(1, "Courier"), (2, "Post")], 2),
        ([(1, "Courier"), (1, "Post")], 1),  # one wire copy
        ([(1, "Courier"), (2, "Courier")], 1),  # one outlet, twice
        ([(1, "Courier"), (1, "Post"), (2, "Post")], 1),
        ([(1, None), (2, None)], 2),
        ([(1, None), (1, None), (2, "Post")], 2),
    ],
)
def test_corroboration_counts_independent_tellers(articles: list, tellers: int) -> None:
    assert count_independent(articles) == tellers


@given(st.text(max_size=2000))
def test_a_sample_is_bounded_and_fits_a_database_column(text: str) -> None:
    found = sample(text)
    assert len(found) <= MOST
    assert all(0 <= value < 2**63 for value in found)


def test_a_credit_shared_with_some_words_makes_a_copy_and_alone_makes_none() -> None:
    own, other = set(range(30)), set(range(24, 60))
    assert find_copy(own, {7: other}) is None
    assert find_copy(own, {7: other}, "Reuters", {7: "AFP"}) is None
    copy = find_copy(own, {7: other}, "Reuters", {7: "Reuters"})
    assert copy is not None and "both credit Reuters" in copy.explain()
    assert find_copy(own, {7: set(range(40, 80))}, "Reuters", {7: "Reuters"}) is None
