"""Wire copy: articles that carry the same words have one origin.

Each article is reduced to a sample of hashes of its five-word runs. Two articles that
share enough of the shorter one's sample were written once (Broder's resemblance, with
containment instead of the Jaccard quotient, because copies are cut).
"""

import hashlib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from timeline.folding import fold
from timeline.records import Span

RUN_LENGTH = 5
SAMPLE = 4  # one run in four is kept, chosen by its hash: the same one in every article
MOST = 400
CONTAINED = 0.35
FEWEST_SHARED = 8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` (an id) carries the same words; `share` of the shorter sample is common."""

    article: int
    share: float
    shared: int

    def explain(self) -> str:
        return f"{self.share:.0%} of the sampled five-word runs stand in article {self.article} too"


def shingles(text: str, body: Sequence[Span]) -> frozenset[int]:
    """Sampled 63-bit hashes of the runs of the body's words, at most MOST."""
    words = [word for span in body for word in _WORD.findall(fold(text[span.start : span.end]))]
    hashes = {
        int.from_bytes(
            hashlib.blake2b(" ".join(words[i : i + RUN_LENGTH]).encode(), digest_size=8).digest()
        )
        >> 1
        for i in range(len(words) - RUN_LENGTH + 1)
    }
    return frozenset(sorted(h for h in hashes if h % SAMPLE == 0)[:MOST])


def resemblance(one: Set[int], two: Set[int]) -> float:
    """Share of the smaller sample that the other has too; 0 when either is empty."""
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


def find_copy(own: Set[int], others: Mapping[int, Set[int]]) -> Copy | None:
    """The article that shares most with `own`, when it is enough to be a copy."""
    best: Copy | None = None
    for article, sample in others.items():
        shared = len(own & sample)
        share = resemblance(own, sample)
        if shared < FEWEST_SHARED or share < CONTAINED:
            continue
        copy = Copy(article, share, shared)
        if best is None or copy.shared > best.shared:
            best = copy
    return best


def count_independent(articles: Iterable[tuple[Hashable, Hashable | None]]) -> int:
    """How many independent tellers stand behind (origin, source) pairs, one an article.

    Articles of one origin tell once, and so do articles of one source; `source` is None
    where it is not stated, which joins nothing.
    """
    teller: dict[Hashable, Hashable] = {}

    def root(node: Hashable) -> Hashable:
        while teller[node] != node:
            node = teller[node]
        return node

    for origin, source in articles:
        first = ("origin", origin)
        second = ("source", source) if source is not None else first
        for node in (first, second):
            teller.setdefault(node, node)
        teller[root(first)] = root(second)
    return sum(node == above for node, above in teller.items())
