from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from timeline.link.clusters import average_linkage


def test_what_is_alike_on_average_comes_together() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.7, (1, 2): 0.5, (2, 3): 0.5}
    assert average_linkage(4, pairs, 0.5) == [[0, 1, 2], [3]]


def test_a_chain_of_near_ones_does_not_drift() -> None:
    pairs = {(n, n + 1): 0.9 for n in range(7)}
    assert max(len(cluster) for cluster in average_linkage(8, pairs, 0.5)) == 2


def test_nothing_alike_stays_alone() -> None:
    assert average_linkage(3, {(0, 1): 0.2}, 0.5) == [[0], [1], [2]]


_PAIRS = st.dictionaries(
    st.sampled_from(list(combinations(range(7), 2))), st.integers(1, 100).map(lambda n: n / 100)
)


@given(_PAIRS)
def test_each_is_in_one_cluster_and_no_two_clusters_could_still_join(
    pairs: dict[tuple[int, int], float],
) -> None:
    clusters = average_linkage(7, pairs, 0.5)
    assert sorted(n for cluster in clusters for n in cluster) == list(range(7))
    for one, two in combinations(clusters, 2):
        total = sum(pairs.get((min(a, b), max(a, b)), 0.0) for a in one for b in two)
        assert total / (len(one) * len(two)) < 0.5 + 1e-9


@given(_PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_nothing(pairs: dict, random) -> None:
    shuffled = list(pairs.items())
    random.shuffle(shuffled)
    assert average_linkage(7, dict(shuffled), 0.4) == average_linkage(7, pairs, 0.4)
