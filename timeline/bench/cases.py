"""Filters as people might choose them, drawn from the values that occur in a database."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice
from random import Random
from typing import Any, TypeVar

from timeline.bench.values import Values
from timeline.browse.filters import Filter, write_query
from timeline.browse.filters.value import Evidence
from timeline.edtf import Edtf, parse

T = TypeVar("T")
BROAD, NARROW = "broad", "narrow"
# Of a list in order of frequency: how many places at its top are broad.
_TOP = 5
# Together with others these would contradict them or choose nothing further.
_MOVES = frozenset({"order", "before", "after", "notes", "passage"})


@dataclass(frozen=True, slots=True)
class Case:
    """`name` says what is asked, for people."""

    name: str
    chosen: Filter

    @property
    def query(self) -> str:
        return write_query(self.chosen)

    @property
    def path(self) -> str:
        return f"/?{self.query}" if self.query else "/"


# What a draw knows: the values, a source of chance, and whether to choose much or little.
Draw = Callable[[Values, Random, str], dict[str, Any]]


def _pick(values: Sequence[T], random: Random, breadth: str, n: int = 1) -> tuple[T, ...]:
    """Up to `n` different ones: of the top, or of those below it with a lean upwards."""
    top, below = values[:_TOP], values[_TOP:] or values
    if breadth == BROAD:
        return tuple(random.sample(top, min(n, len(top))))
    places = {int(len(below) * random.random() ** 2) for _ in range(n)}
    return tuple(below[place] for place in sorted(places))


def _several(attribute: str, source: Callable[[Values], Sequence[str]], most: int = 2) -> Draw:
    def draw(values: Values, random: Random, breadth: str) -> dict[str, Any]:
        n = random.randint(1, most)
        return {attribute: _pick(source(values), random, breadth, n)}

    return draw


def _stretch(values: Values, random: Random, breadth: str) -> tuple[Edtf, Edtf]:
    """Ten years or more, or a year, a month or a week."""
    day = random.choice(values.days)
    years = random.choice((10, 20)) if breadth == BROAD else 0
    if years:
        return parse(f"{day.year:04}"), parse(f"{min(day.year + years, 9999):04}")
    length = random.choice(("year", "month", "week"))
    if length == "week":
        last = date.fromordinal(min(day.toordinal() + 6, date.max.toordinal()))
        return parse(day.isoformat()), parse(last.isoformat())
    text = day.isoformat()[: 4 if length == "year" else 7]
    return parse(text), parse(text)


def _from(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    start, end = _stretch(values, random, breadth)
    return {"start": start, "end": end}


def _to(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return {"end": _stretch(values, random, breadth)[1]}


def _certain(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return _from(values, random, breadth) | {"certain": True}


def _any_actor(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return {"actors": _pick(values.actors, random, breadth, 3), "match": "any"}


def _evidence(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    common = (Evidence.AGREE.value, Evidence.DISAGREE.value)
    return {"evidence": (random.choice(common if breadth == BROAD else tuple(Evidence)),)}


def _known(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    days = sorted(values.published) or sorted(values.days)
    late = days[len(days) // 2 :] if breadth == BROAD else days[: len(days) // 2] or days
    return {"known": parse(random.choice(late).isoformat())}


def _moved(name: str) -> Draw:
    """A place deep in the timeline: anywhere in it, or near its end."""

    def draw(values: Values, random: Random, breadth: str) -> dict[str, Any]:
        keys = sorted(values.keys)
        return {name: random.choice(keys if breadth == BROAD else keys[: len(keys) // 10 + 1])}

    return draw


def _notes(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return _moved("before")(values, random, breadth) | {"notes": random.randint(100, 5000)}


def common_word(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return {"search": random.choice(values.words[:20])}


def rare_word(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return {"search": random.choice(values.words[len(values.words) // 2 :])}


def phrase(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    title = random.choice([title for title in values.titles if len(title) > 1])
    place = random.randrange(len(title) - 1)
    return {"search": f'"{title[place]} {title[place + 1]}"'}


def beginning(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    words = values.words[:50] if breadth == BROAD else values.words
    return {"search": f"{random.choice(words)[:4]}*"}


def excluded(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    first, second = random.sample(values.words[:40], 2)
    return {"search": f"{first} -{second}"}


SEARCHES: dict[str, Draw] = {
    "common word": common_word,
    "rare word": rare_word,
    "phrase": phrase,
    "beginning": beginning,
    "word left out": excluded,
}


def _search(values: Values, random: Random, breadth: str) -> dict[str, Any]:
    return random.choice(tuple(SEARCHES.values()))(values, random, breadth)


# By the name of the parameter; a test holds it against the registry.
DRAWS: dict[str, Draw] = {
    "from": _from,
    "to": _to,
    "certain": _certain,
    "undated": lambda values, random, breadth: {"undated": True},
    "actor": _several("actors", lambda values: values.actors),
    "match": _any_actor,
    "by": _several("acting", lambda values: values.acting, most=1),
    "towards": _several("receiving", lambda values: values.receiving, most=1),
    "type": _several("types", lambda values: values.types, most=3),
    "says": _several("speakers", lambda values: values.speakers),
    "standing": _several("standings", lambda values: values.standings),
    "source": _several("sources", lambda values: values.sources),
    "evidence": _evidence,
    "known": _known,
    "q": _search,
    "order": lambda values, random, breadth: {"order": "oldest"},
    "before": _moved("before"),
    "after": _moved("after"),
    "notes": _notes,
    "passage": lambda values, random, breadth: {"passage": random.choice(values.citations)},
}


def alone(values: Values, random: Random) -> Iterator[Case]:
    """No filter, then every filter but words by itself, broad and narrow."""
    yield Case("no filter", Filter())
    for breadth in (BROAD, NARROW):
        for name, draw in DRAWS.items():
            if name != "q":
                yield Case(f"{name}, {breadth}", Filter(**draw(values, random, breadth)))


def combined(values: Values, random: Random) -> Iterator[Case]:
    """Pairs and triples of filters, without end; at times oldest first or from a place on."""
    names = [name for name in DRAWS if name not in _MOVES and name != "q"]
    while True:
        together = random.sample(names, random.choice((2, 3)))
        changes: dict[str, Any] = {}
        for name in together:
            changes |= DRAWS[name](values, random, random.choice((BROAD, NARROW)))
        if random.random() < 0.2:
            move = random.choice(("order", "before"))
            changes |= DRAWS[move](values, random, BROAD)
            together.append(move)
        yield Case(" + ".join(together), _without_contradiction(Filter(**changes)))


def _without_contradiction(chosen: Filter) -> Filter:
    """An undated event lies in no range, and a range ends after it begins."""
    if chosen.undated:
        return replace(chosen, start=None, end=None, certain=False)
    start, end = chosen.start, chosen.end
    if start and start.earliest and end and end.latest and start.earliest > end.latest:
        return replace(chosen, start=end, end=start)
    return chosen


def page_cases(values: Values, seed: int, n: int) -> list[Case]:
    random = Random(seed)
    cases = list(alone(values, random))
    return [*cases, *islice(combined(values, random), max(0, n - len(cases)))]


def word_cases(values: Values, seed: int, n: int) -> list[Case]:
    """Each kind of search in turn, every second time with other filters."""
    random = Random(f"words {seed}")
    others = combined(values, random)
    found = []
    for number, (kind, draw) in zip(range(n), cycle(SEARCHES.items()), strict=False):
        asked = draw(values, random, random.choice((BROAD, NARROW)))
        other = next(others) if number // len(SEARCHES) % 2 else None
        name = f"{kind} + {other.name}" if other else kind
        found.append(Case(name, replace(other.chosen if other else Filter(), **asked)))
    return found


def fragment_cases(values: Values, seed: int, n: int) -> list[Case]:
    """Filters as somebody changes them one by one: each adds a value to the one before."""
    random = Random(f"fragments {seed}")
    names = [name for name in DRAWS if name not in _MOVES]
    found: list[Case] = []
    while len(found) < n:
        chosen, asked = Filter(), []
        for name in random.sample(names, 3):
            changes = DRAWS[name](values, random, random.choice((BROAD, NARROW)))
            chosen = _without_contradiction(replace(chosen, **changes))
            asked.append(name)
            found.append(Case(" + ".join(asked), chosen))
    return found[:n]
