"""Who acts and who publishes in a generated database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from django.utils.text import slugify

from timeline.generate import names
from timeline.knowledge.loader import load_knowledge
from timeline.link.records import Named
from timeline.link.terms import content_terms
from timeline.vocabulary import ActorKind, AliasKind, Reliability, SourceKind

_MOST_INVENTED, _MOST_SOURCES = 4_800, 3_000
_MILLION = 1_000_000
_WITH_ARTICLE = frozenset("Bahamas Comoros Gambia Maldives Netherlands Philippines United".split())
_UNSTATED_PLACE = 5  # among the publishers: a few articles in a hundred say no source
UNSTATED = ("not-stated", "Source not stated")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as sentences name it. `before`: "the " where its name wants it.

    `parties`: features of a claim that names it; `story`: terms of its name.
    """

    id: int
    named: Named
    kind: ActorKind
    before: str
    parent: int | None
    parties: frozenset[str]
    story: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.named.name


@dataclass(frozen=True, slots=True)
class Publisher:
    id: int
    slug: str
    name: str
    kind: SourceKind
    reliability: Reliability

    @property
    def is_stated(self) -> bool:
        return self.kind != SourceKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class World:
    """`parties`: most told first, with the places in it of the countries and of the invented."""

    parties: tuple[Party, ...]
    countries: tuple[int, ...]
    invented: tuple[int, ...]
    publishers: tuple[Publisher, ...]
    towns: tuple[str, ...]


def _scaled(events: int, most: int, least: int) -> int:
    """Names grow with the root of what is told of them."""
    return max(least, min(most, round(most * (events / _MILLION) ** 0.5)))


def make_world(events: int, seed: int, stored: dict[str, int]) -> World:
    """`stored`: primary keys by actor key; what is invented gets the next ones."""
    draw = Random(f"world {seed}")
    countries = _countries(stored)
    invented = _invented(draw, countries, _scaled(events, _MOST_INVENTED, 24), stored)
    order = _order(draw, countries, invented)
    at = {party.id: place for place, party in enumerate(order)}
    return World(
        parties=tuple(order),
        countries=tuple(sorted(at[party.id] for party in countries)),
        invented=tuple(sorted(at[party.id] for party in invented)),
        publishers=tuple(_publishers(draw, _scaled(events, _MOST_SOURCES, 12))),
        towns=tuple(_coined(draw, 30 + events // 50)),
    )


def _countries(stored: dict[str, int]) -> list[Party]:
    records = load_knowledge().actors
    return [
        _party(stored[r.key], r.key, r.name, ActorKind.COUNTRY, None, _article_of(r.name))
        for r in records
        if r.kind == ActorKind.COUNTRY and r.iso3 and r.key in stored
    ]


def _article_of(country: str) -> str:
    first = country.split()[0]
    return "the " if "Republic" in country or first in _WITH_ARTICLE else ""


def _adjectives() -> dict[str, str]:
    """By key of a country: "Chadian"; the name itself where there is none."""
    return {
        r.key: next((a.text for a in r.aliases if a.kind == AliasKind.ADJECTIVE), r.name)
        for r in load_knowledge().actors
    }


def _party(
    id: int, key: str, name: str, kind: ActorKind, parent: Party | None, before: str = ""
) -> Party:
    above = parent.named.key if parent else ""
    return Party(
        id=id,
        named=Named(key, name, above),
        kind=kind,
        before=before,
        parent=parent.id if parent else None,
        parties=frozenset(filter(None, (key, above))),
        story=tuple(sorted(content_terms(name))),
    )


def _invented(
    draw: Random, countries: Sequence[Party], wanted: int, stored: dict[str, int]
) -> list[Party]:
    """Offices of countries, groups and bodies, then people who belong to any of them."""
    adjectives = _adjectives()
    first = max(stored.values(), default=0) + 1
    taken = set(stored)
    made: list[Party] = []
    while len(made) < wanted:
        share = len(made) / wanted
        parent: Party | None = _skewed(draw, countries)
        if share < 0.25:
            kind, name = ActorKind.GOVERNMENT_BODY, names.office(draw, adjectives[parent.named.key])  # type: ignore[union-attr]
        elif share < 0.35:
            kind, name = ActorKind.ARMED_GROUP, names.group(draw)
        elif share < 0.45:
            kind, name = ActorKind.ORGANISATION, names.body(draw)
            parent = parent if draw.random() < 0.5 else None
        else:
            kind, name = ActorKind.PERSON, names.person(draw)
            bodies = made[: int(wanted * 0.45)]
            parent = draw.choice(bodies) if draw.random() < 0.6 else parent
        key = slugify(name, allow_unicode=False) or f"actor-{len(made)}"
        if key in taken:
            key = f"{key}-{len(made)}"
            if kind != ActorKind.PERSON:
                continue
        taken.add(key)
        before = "" if kind == ActorKind.PERSON else "the "
        made.append(_party(first + len(made), key, name, kind, parent, before))
    return made


def _skewed(draw: Random, parties: Sequence[Party]) -> Party:
    return parties[int(len(parties) * draw.random() ** 2)]


def _order(draw: Random, countries: Iterable[Party], invented: Iterable[Party]) -> list[Party]:
    """Countries lead the news; a few of the others are among them."""
    ranked = [(draw.random() * 0.6, p.id, p) for p in countries]
    ranked += [(0.1 + draw.random() ** 0.5, p.id, p) for p in invented]
    return [party for _, _, party in sorted(ranked, key=lambda item: item[:2])]


def _publishers(draw: Random, wanted: int) -> list[Publisher]:
    makers = (
        (0.80, SourceKind.OUTLET, names.paper),
        (0.88, SourceKind.AGENCY, names.agency),
        (0.95, SourceKind.MINISTRY, names.press_office),
        (1.00, SourceKind.ORGANISATION, names.institute),
    )
    grades = list(Reliability)
    found = {UNSTATED[0]: Publisher(1, *UNSTATED, SourceKind.UNKNOWN, Reliability.F)}
    known = {UNSTATED[1]}
    while len(found) < wanted:
        at = draw.random()
        kind, maker = next((kind, maker) for top, kind, maker in makers if at < top)
        name = maker(draw)
        slug = slugify(name)
        grade = grades[int(6 * draw.random() ** 0.7)]
        if slug in found or name in known:
            name = f"{names.coined(draw)} {name}"
            slug = slugify(name)
            if slug in found:
                continue
        known.add(name)
        found[slug] = Publisher(len(found) + 1, slug, name, kind, grade)
    unstated, *stated = found.values()
    return [*stated[:_UNSTATED_PLACE], unstated, *stated[_UNSTATED_PLACE:]]


def _coined(draw: Random, wanted: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < wanted:
        name = names.coined(draw)
        if name in found:
            name += draw.choice(("ia", "grad", "ford", "by", "holm", "pur", "stan", "ao"))
            name = name if name not in found else f"{name}{draw.choice('aeiou')}"
        found[name] = None
    return list(found)
