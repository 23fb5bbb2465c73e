"""Wire copy: articles that carry the same words have one origin.

Each article is reduced to a sample of hashes of its five-word runs. Two articles that
share enough of the shorter one's sample were written once (Broder's resemblance, with
containment instead of the Jaccard quotient, because copies are cut).
"""

import hashlib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from timeline.folding import fold
from timeline.records import Span

RUN_LENGTH = 5
SAMPLE = 4  # one run in four is kept, chosen by its hash: the same one in every article
MOST = 400
CONTAINED = 0.35
FEWEST_SHARED = 8
# Two that credit one agency need fewer words in common: copy is cut and written over.
CONTAINED_CREDITED = 0.2
FEWEST_CREDITED = 4

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` (an id) carries the same words; `share` of the shorter sample is common."""

    article: int
    share: float
    shared: int
    credit: str = ""

    def explain(self) -> str:
        runs = f"{self.share:.0%} of the sampled five-word runs stand in article {self.article} too"
        return f"{runs}; both credit {self.credit}" if self.credit else runs


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


def find_copy(
    own: Set[int],
    others: Mapping[int, Set[int]],
    credit: str = "",
    credits: Mapping[int, str] = MappingProxyType({}),
) -> Copy | None:
    """The article that shares most with `own`, when it is enough to be a copy.

    `credit`, `credits`: the agency that this one and each of the others credits.
    """
    best: Copy | None = None
    for article, sample in others.items():
        shared = len(own & sample)
        share = resemblance(own, sample)
        plain = shared >= FEWEST_SHARED and share >= CONTAINED
        alike = bool(credit) and credits.get(article) == credit
        credited = alike and shared >= FEWEST_CREDITED and share >= CONTAINED_CREDITED
        if not plain and not credited:
            continue
        copy = Copy(article, share, shared, credit if alike else "")
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
