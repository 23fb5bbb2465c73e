"""What stands above an actor's timeline: who it has to do with, what it says, who tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote_plus

from django.urls import reverse

from timeline.browse.actor_numbers import said_by_standing, shared_with
from timeline.browse.addresses import AddressOf, addresses
from timeline.browse.axis import UNCODED
from timeline.browse.bars import SmallBar, plain_bar, stacked_bar
from timeline.browse.page import TimelinePage
from timeline.models import Actor
from timeline.models.actor_figures import Shared, belonging
from timeline.vocabulary import STANDING_LABEL, Standing

AT_ONCE = 10
MOST_COUNTERPARTS = 40
MOST_SOURCES = 6
WIKIDATA = "https://www.wikidata.org/wiki/"


class CountLink(NamedTuple):
    """A number with a link to the events behind it; the bar shows it beside the others."""

    words: str
    count: int  # type: ignore[assignment]
    href: str
    bar: SmallBar


class Counterpart(NamedTuple):
    """`directions`: acts towards it, is acted upon by it, together with it; None for never."""

    name: str
    url: str
    events: CountLink
    directions: tuple[CountLink | None, ...]


@dataclass(frozen=True, slots=True)
class ActorFigures:
    """`more`: counterparts further down the list. `left_out`: whether there are still more."""

    counterparts: tuple[Counterpart, ...]
    more: tuple[Counterpart, ...]
    left_out: bool
    said: int
    says_link: str
    standings: tuple[CountLink, ...]
    sources: tuple[CountLink, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`figures` are None past the first page of the timeline."""

    actor: Actor
    aliases: tuple[str, ...]
    members: tuple[Actor, ...]
    wikidata: str
    figures: ActorFigures | None


def actor_page(actor: Actor, timeline: TimelinePage) -> ActorPage:
    """In a fixed number of queries, those of the timeline aside: four."""
    family = list(belonging(actor))
    paged = timeline.chosen.before or timeline.chosen.after
    return ActorPage(
        actor=actor,
        aliases=tuple(actor.aliases.values_list("text", flat=True)),
        members=tuple(
            who
            for who in family
            if who.is_seen and who.belongs_to_id == actor.pk  # type: ignore[attr-defined]
        ),
        wikidata=f"{WIKIDATA}{actor.wikidata}" if _is_wikidata(actor.wikidata) else "",
        figures=None if paged else _figures(actor, _kin(actor, family), timeline),
    )


def _is_wikidata(text: str) -> bool:
    return text[:1] == "Q" and text[1:].isascii() and text[1:].isdigit()


def _kin(actor: Actor, family: Iterable[Actor]) -> set[str]:
    """The actor itself, those who belong to it, and those it belongs to: no counterparts."""
    keys = {actor.key, *(who.key for who in family)}
    above = actor.belongs_to
    while above is not None and above.key not in keys:
        keys.add(above.key)
        above = above.belongs_to
    return keys


def _figures(actor: Actor, kin: set[str], timeline: TimelinePage) -> ActorFigures:
    counts = timeline.answer.counts
    others = [row for row in counts.actors.rows if row[0] not in kin]
    most = others[0][2] if others else 0
    rows = others[:MOST_COUNTERPARTS]
    shared = shared_with(actor.key, [other for other, _, _ in rows])
    address_of, links = addresses(), _Links(f"{reverse('timeline')}?", quote_plus(actor.key))
    shown = tuple(_counterpart(row, shared[row[0]], most, links, address_of) for row in rows)
    said = said_by_standing(actor.key)
    total = sum(said.values())
    told = counts.sources.rows[:MOST_SOURCES]
    return ActorFigures(
        counterparts=shown[:AT_ONCE],
        more=shown[AT_ONCE:],
        left_out=len(others) > MOST_COUNTERPARTS or counts.actors.more,
        said=total,
        says_link=links.says,
        standings=tuple(
            CountLink(
                STANDING_LABEL[standing],
                said[standing],
                f"{links.says}&standing={standing.value}",
                plain_bar(said[standing], total),
            )
            for standing in Standing
            if said.get(standing)
        ),
        sources=tuple(
            CountLink(name, n, links.told_by(slug), plain_bar(n, timeline.answer.total))
            for slug, name, n in told
        ),
    )


@dataclass(frozen=True, slots=True)
class _Links:
    """Addresses of the timeline for an actor. `home`: up to the "?". `key`, `other`: quoted."""

    home: str
    key: str

    @property
    def says(self) -> str:
        return f"{self.home}says={self.key}"

    def told_by(self, source: str) -> str:
        return f"{self.home}actor={self.key}&source={quote_plus(source)}"

    def together(self, other: str) -> str:
        return f"{self.home}actor={self.key}&actor={other}"

    def towards(self, other: str) -> str:
        return f"{self.home}by={self.key}&towards={other}"

    def back(self, other: str) -> str:
        return f"{self.home}by={other}&towards={self.key}"

    def both_act(self, other: str) -> str:
        return f"{self.home}by={self.key}&by={other}"


def _counterpart(
    row: tuple[str, str, int], shared: Shared, most: int, links: _Links, address_of: AddressOf
) -> Counterpart:
    key, name, n = row
    other = quote_plus(key)
    quads = {**shared.quads, UNCODED: n - sum(shared.quads.values())}
    directions = (
        ("acts towards it", shared.towards, links.towards),
        ("acted upon by it", shared.back, links.back),
        ("both act", shared.together, links.both_act),
    )
    return Counterpart(
        name,
        address_of("actor", key),
        CountLink("shared", n, links.together(other), stacked_bar(quads, most)),
        tuple(
            CountLink(words, count, href(other), plain_bar(count, most)) if count else None
            for words, count, href in directions
        ),
    )
