"""Whole pages of every kind, in the shares in which people might open them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from timeline.bench.cases import Case, page_cases, word_cases
from timeline.bench.values import Values

TIMELINE, EVENT, ARTICLE, ACTOR, COMPARE = "timeline", "event", "article", "actor", "compare"
SHARES = {TIMELINE: 55, EVENT: 20, ARTICLE: 10, ACTOR: 10, COMPARE: 5}
# Cases it takes its timelines from. Some come again in the time there is, as on a site; what was
# kept of them is told apart.
_CASES = 400


@dataclass(frozen=True, slots=True)
class Visit:
    kind: str
    path: str


def visits(values: Values, seed: int) -> Iterator[Visit]:
    """Without end, the same for the same seed."""
    random = Random(f"visits {seed}")
    cases = [*page_cases(values, seed, _CASES), *word_cases(values, seed, _CASES // 10)]
    while True:
        kind = random.choices(tuple(SHARES), tuple(SHARES.values()))[0]
        yield Visit(kind, _path(kind, values, random, cases))


def _path(kind: str, values: Values, random: Random, cases: Sequence[Case]) -> str:
    if kind == EVENT:
        return f"/events/{random.choice(values.events)}/"
    if kind == ARTICLE:
        return f"/articles/{random.choice(values.articles)}/"
    if kind == ACTOR:
        return f"/actors/{_leaning_upwards(values.actors, random)}/"
    if kind == COMPARE:
        year = random.choice(values.days).year
        pair = [_leaning_upwards(values.actors, random) for _ in range(2)]
        asked = {"from": f"{year:04}", "to": f"{year:04}", "a.actor": pair[0], "b.actor": pair[1]}
        return f"/compare/?{urlencode(asked)}"
    return random.choice(cases).path


def _leaning_upwards(values: Sequence[str], random: Random) -> str:
    return values[int(len(values) * random.random() ** 3)]
