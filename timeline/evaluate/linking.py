"""Claims of one event in one event: CoNLL F1 over sentences, and links between articles.

CoNLL F1 is the mean of three F1 over clusters: MUC (Vilain 1995), B-cubed (Bagga and Baldwin
1998) and CEAF-e (Luo 2005). The units are annotated sentences; a unit that no event cites is
an event of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations

from scipy.optimize import linear_sum_assignment

from timeline.evaluate.measures import Counts, harmonic

Unit = Hashable
Clusters = list[frozenset[Unit]]


def score(gold: Mapping[Unit, str], found: Mapping[Unit, Hashable]) -> dict[str, float]:
    """`gold` and `found`: the cluster of each unit."""
    key = _clusters(gold)
    response = _clusters({unit: found.get(unit, ("alone", unit)) for unit in gold})
    b_precision, b_recall = _b_cubed(response, key), _b_cubed(key, response)
    muc = harmonic(_muc(response, key), _muc(key, response))
    entity = _ceaf_e(key, response)
    b_cubed = harmonic(b_precision, b_recall)
    return {
        "CoNLL F1": (muc + b_cubed + entity) / 3,
        "MUC F1": muc,
        "B3 precision": b_precision,
        "B3 recall": b_recall,
        "CEAF-e F1": entity,
    }


def link_counts(
    wanted: Mapping[str, set[tuple[str, int]]], found: Mapping[Hashable, set[tuple[str, int]]]
) -> Counts:
    """Pairs of (document, sentence) of two documents that one cluster, one event holds."""
    want, got = _pairs(wanted), _pairs(found)
    return Counts(len(want & got), len(got), len(want))


def _pairs(
    clusters: Mapping[Hashable, set[tuple[str, int]]] | Mapping[str, set[tuple[str, int]]],
) -> set[tuple[tuple[str, int], tuple[str, int]]]:
    return {
        (one, two)
        for units in clusters.values()
        for one, two in combinations(sorted(units), 2)
        if one[0] != two[0]
    }


def _clusters(labels: Mapping[Unit, Hashable]) -> Clusters:
    groups: dict[Hashable, set[Unit]] = defaultdict(set)
    for unit, label in labels.items():
        groups[label].add(unit)
    return [frozenset(group) for group in groups.values()]


def _home(clusters: Clusters) -> dict[Unit, int]:
    return {unit: i for i, cluster in enumerate(clusters) for unit in cluster}


def _muc(one: Clusters, two: Clusters) -> float:
    """Share of the links of `one` that `two` keeps."""
    home = _home(two)
    kept = sum(len(cluster) - len({home[unit] for unit in cluster}) for cluster in one)
    links = sum(len(cluster) - 1 for cluster in one)
    return kept / links if links else 0.0


def _b_cubed(one: Clusters, two: Clusters) -> float:
    """Mean over units of the share of its cluster in `one` that is with it in `two`."""
    home, units, total = _home(two), 0, 0.0
    for cluster in one:
        total += sum(n * n for n in Counter(home[u] for u in cluster).values()) / len(cluster)
        units += len(cluster)
    return total / units if units else 0.0


def _ceaf_e(key: Clusters, response: Clusters) -> float:
    """The best one-to-one match of clusters, by twice the shared units over the sizes' sum."""
    if not key or not response:
        return 0.0
    home = _home(response)
    likeness = [[0.0] * len(response) for _ in key]
    for i, cluster in enumerate(key):
        for j, shared in Counter(home[unit] for unit in cluster).items():
            likeness[i][j] = 2 * shared / (len(cluster) + len(response[j]))
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    best = sum(likeness[i][j] for i, j in zip(rows, columns, strict=True))
    return harmonic(best / len(response), best / len(key))
