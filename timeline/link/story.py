"""What an article is about, and how nearly a statement tells that.

Two articles tell one story when the names they repeat are the same. A headline or an opening
sentence tells the story's point, as news is written with the point first: two of them, of one
story, may be told in other words altogether and are still of one event.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import lru_cache
from math import fsum, sqrt

from timeline.link.terms import content_terms
from timeline.records import Span

MOST_NAMES = 40
_PROTAGONISTS = 3
_LEAST_TOLD = 2
# Countries, leaders and great bodies are in every day's news: sharing them tells less.
KNOWN = 0.4
# Names that lead one article and do not occur in the other speak against one story.
RIVALS = 0.25

_OPENING = (1.0, 1.0, 0.6)  # the first sentences, by their place

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,3}")
_ENDED = re.compile(r"[.!?:\n“\"‘(\[][\s“\"‘']{0,4}$")


@dataclass(frozen=True, slots=True)
class Story:
    """`names`: the terms of the names an article tells, each with its weight, most told first.

    `leading`: the few it tells most. `known`: those of actors that are in the news every day.
    `weights`: the names for looking up; `length`: of the vector that they are.
    """

    names: tuple[tuple[str, float], ...] = ()
    leading: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    weights: dict[str, float] = field(init=False, repr=False, compare=False)
    length: float = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", dict(self.names))
        object.__setattr__(self, "length", sqrt(sum(v * v for v in self.weights.values())))
        object.__setattr__(self, "_hash", hash((self.names, self.leading)))

    def __hash__(self) -> int:
        """Worked out once: a story is looked up for every two claims that are compared."""
        return self._hash

    def __reduce__(self) -> tuple:
        """Hashes of strings hold within one process only."""
        return Story, (self.names, self.leading, self.known)

    def stored(self) -> dict[str, list]:
        """As JSON can hold it."""
        return {
            "names": [list(pair) for pair in self.names],
            "leading": list(self.leading),
            "known": sorted(self.known),
        }

    @classmethod
    def read(cls, stored: Mapping[str, Sequence]) -> "Story":
        """The inverse of `stored`; no story from an empty mapping."""
        names = tuple((str(term), float(value)) for term, value in stored.get("names", ()))
        return cls(names, tuple(stored.get("leading", ())), frozenset(stored.get("known", ())))


class StoredStory(Story):
    """A story as JSON text, read when something of it is asked for the first time.

    Few of the many claims that come up as near are so near that their stories count.
    """

    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", text)

    def __getattr__(self, name: str) -> object:
        """Called while a field has no value yet."""
        read = Story.read(json.loads(self._text))
        for each in fields(Story):
            object.__setattr__(self, each.name, getattr(read, each.name))
        return getattr(read, name)


NO_STORY = Story()


def story_of(text: str, sentences: Sequence[Span], known: Set[str] = frozenset()) -> Story:
    """The story of an article. `known`: terms of the words that name well-known actors in it."""
    told: Counter[str] = Counter()
    inside: set[str] = set()  # capitals within a sentence, where only names have them
    small: set[str] = set()
    for span in sentences:
        sentence = text[span.start : span.end]
        here: set[str] = set()
        for match in _WORD.finditer(sentence):
            word = match.group()
            if word[0].islower():
                small.add(word.lower())
                continue
            here.add(word)
            start = match.start()
            if start and not _ENDED.search(sentence[max(0, start - 6) : start]):
                inside.add(word)
        told.update(here)
    counted: Counter[str] = Counter()
    for word, times in told.items():
        if word in inside and word.lower() not in small:
            for term in content_terms(word):
                counted[term] += times
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]
    leading = [term for term, times in ranked if times >= _LEAST_TOLD][:_PROTAGONISTS]
    names = tuple((term, round(sqrt(times), 3)) for term, times in ranked)
    return Story(names, tuple(leading), frozenset(known & counted.keys()))


def alike(one: Story, two: Story) -> float:
    """0 to 1: the cosine of the names, less what the leading names of either lack in the other."""
    return _alike(one, two) if one._hash <= two._hash else _alike(two, one)


# Each two articles of a group, and each of them with those that are stored.
@lru_cache(maxsize=65_536)
def _alike(one: Story, two: Story) -> float:
    left, right = one.weights, two.weights
    names = left.keys() & right.keys()
    if not names:
        return 0.0
    known = one.known | two.known
    # Exact, so that it is one and the same in whatever order.
    shared = fsum([left[n] * right[n] * (KNOWN if n in known else 1.0) for n in names])
    cosine = shared / (one.length * two.length)
    rivals = (_absent(one.leading, right) + _absent(two.leading, left)) / 2
    return max(0.0, cosine - RIVALS * rivals)


def _absent(names: Sequence[str], known: dict[str, float]) -> float:
    return len([name for name in names if name not in known]) / len(names) if names else 0.0


def point_of(at: int) -> float:
    """How nearly a sentence tells its article's point, 0 to 1, by its place: 0 is the first."""
    return _OPENING[at] if at < len(_OPENING) else 0.0
