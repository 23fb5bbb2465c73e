"""Average linkage: things that are alike on average come together, the likest first."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def average_linkage(
    count: int, likeness: Mapping[tuple[int, int], float], least: float
) -> list[list[int]]:
    """Clusters of 0..count-1, each in rising order; none is left that could still grow.

    `likeness`: of pairs (lower, higher); a pair without one is unlike (0). Two clusters become
    one while the mean over all their pairs is at least `least` (above 0).
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, two), value in likeness.items():
        sums[one][two] = sums[two][one] = value
    members = [[n] for n in range(count)]
    changed = [0] * count  # how often a cluster grew: what was queued before is out of date
    queue = [(-value, one, two, 0, 0) for (one, two), value in likeness.items() if value >= least]
    heapify(queue)
    while queue:
        _, one, two, first, second = heappop(queue)
        if (changed[one], changed[two]) != (first, second):
            continue
        members[one] += members[two]
        members[two] = []
        changed[one] += 1
        changed[two] += 1
        del sums[one][two]
        for other, value in sums[two].items():
            if other != one:
                sums[other].pop(two)
                sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + value
        sums[two] = {}
        for other, value in sums[one].items():
            mean = value / (len(members[one]) * len(members[other]))
            if mean >= least:
                low, high = min(one, other), max(one, other)
                heappush(queue, (-mean, low, high, changed[low], changed[high]))
    return [sorted(cluster) for cluster in members if cluster]
