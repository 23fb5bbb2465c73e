"""Clusters against published examples, and links between articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluate.linking import link_counts, score

Grouped = dict[int, str]


def grouped(*clusters: str) -> dict[str, str]:
    """`grouped("ab", "c")`: a and b in one cluster, c in another."""
    return {unit: cluster for cluster in clusters for unit in cluster}


# Bagga and Baldwin (1998), twelve mentions; Luo (2005) gives CEAF of the same.
KEY = grouped("12345", "67", "89ABC")
SMALL_AND_LARGE = grouped("12345", "6789ABC")
LARGE_AND_LARGE = grouped("1234589ABC", "67")


@pytest.mark.parametrize(
    ("found", "muc", "b_precision", "b_recall", "ceaf"),
    [
        (SMALL_AND_LARGE, 2 * 0.9 / 1.9, 16 / 21, 1.0, 0.733),
        (LARGE_AND_LARGE, 2 * 0.9 / 1.9, 7 / 12, 1.0, 0.667),
    ],
)
def test_the_published_example_of_b_cubed_and_ceaf(
    found: dict[str, str], muc: float, b_precision: float, b_recall: float, ceaf: float
) -> None:
    figures = score(KEY, found)
    assert figures["MUC F1"] == pytest.approx(muc)
    assert figures["B3 precision"] == pytest.approx(b_precision)
    assert figures["B3 recall"] == pytest.approx(b_recall)
    assert figures["CEAF-e F1"] == pytest.approx(ceaf, abs=0.0005)


@pytest.mark.parametrize(
    ("key", "found", "recall", "precision"),
    [
        # Vilain et al. (1995): one chain that is found as two, and the other way round.
        (grouped("abcd"), grouped("ab", "cd"), 2 / 3, 1.0),
        (grouped("ab", "cd"), grouped("abcd"), 1.0, 2 / 3),
        (grouped("abcd"), grouped("ab", "c", "d"), 1 / 3, 1.0),
        (grouped("abc", "d"), grouped("ab", "cd"), 1 / 2, 1 / 2),
    ],
)
def test_the_published_examples_of_muc(
    key: dict[str, str], found: dict[str, str], recall: float, precision: float
) -> None:
    expected = 2 * precision * recall / (precision + recall)
    assert score(key, found)["MUC F1"] == pytest.approx(expected)


def test_the_figure_is_the_mean_of_three() -> None:
    figures = score(KEY, SMALL_AND_LARGE)
    b_cubed = 2 * (16 / 21) / (37 / 21)
    assert figures["CoNLL F1"] == pytest.approx(
        (figures["MUC F1"] + b_cubed + figures["CEAF-e F1"]) / 3
    )


def test_a_unit_that_no_event_cites_is_an_event_of_its_own() -> None:
    assert score(grouped("ab", "c"), grouped("ab")) == score(grouped("ab", "c"), grouped("ab", "c"))


def test_a_unit_that_nobody_annotated_does_not_count() -> None:
    assert score(grouped("ab"), grouped("abz")) == score(grouped("ab"), grouped("ab"))


def test_everything_in_one_event_costs_precision_and_nothing_joined_costs_recall() -> None:
    merged = score(KEY, dict.fromkeys(KEY, "all"))
    assert merged["B3 recall"] == 1.0
    assert merged["B3 precision"] == pytest.approx((25 + 4 + 25) / 12 / 12)
    apart = score(KEY, {unit: unit for unit in KEY})
    assert apart["B3 precision"] == 1.0
    assert apart["B3 recall"] == pytest.approx(3 / 12)
    assert apart["MUC F1"] == 0.0


@given(
    st.dictionaries(st.integers(0, 20), st.sampled_from("pqrs"), min_size=2),
    st.permutations("pqrs"),
)
def test_the_names_of_the_clusters_do_not_matter(gold: Grouped, names: list[str]) -> None:
    renamed = {unit: names["pqrs".index(cluster)] for unit, cluster in gold.items()}
    figures = score(gold, renamed)
    assert figures["B3 precision"] == figures["B3 recall"] == pytest.approx(1.0)
    assert figures["CEAF-e F1"] == pytest.approx(1.0)
    joined = len(set(gold.values())) < len(gold)
    assert figures["MUC F1"] == (1.0 if joined else 0.0)


@given(
    st.dictionaries(st.integers(0, 12), st.sampled_from("pqrs"), min_size=1),
    st.dictionaries(st.integers(0, 12), st.sampled_from("pqrs")),
)
def test_every_figure_lies_between_nought_and_one(gold: Grouped, found: Grouped) -> None:
    assert all(-1e-9 <= figure <= 1 + 1e-9 for figure in score(gold, found).values())


def test_links_are_pairs_of_sentences_of_two_articles() -> None:
    gold = {"strike": {("a", 0), ("a", 1), ("b", 0)}, "reply": {("b", 2), ("c", 0)}}
    found = {1: {("a", 0), ("b", 0)}, 2: {("a", 1), ("c", 0)}, 3: {("b", 2), ("c", 0)}}
    counts = link_counts(gold, found)
    # Wanted: a0-b0, a1-b0, b2-c0. Found: a0-b0, a1-c0, b2-c0. Within one article: no link.
    assert counts == (2, 3, 3)


def test_a_link_that_two_events_hold_counts_once() -> None:
    pair = {("a", 0), ("b", 0)}
    assert link_counts({"x": pair}, {1: pair, 2: set(pair)}) == (1, 1, 1)
