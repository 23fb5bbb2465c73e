"""What stands above an actor's timeline: who it has to do with, what it says, who tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from timeline.browse.actor_numbers import said_by_standing, shared_with
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


@dataclass(frozen=True, slots=True)
class CountLink:
    """A number with a link to the events behind it; the bar shows it beside the others."""

    words: str
    count: int
    href: str
    bar: SmallBar


@dataclass(frozen=True, slots=True)
class Counterpart:
    """`directions`: acts towards it, is acted upon by it, together with it."""

    name: str
    url: str
    events: CountLink
    directions: tuple[CountLink, ...]


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
    shown = tuple(_counterpart(actor.key, row, shared[row[0]], most) for row in rows)
    said = said_by_standing(actor.key)
    total = sum(said.values())
    told = counts.sources.rows[:MOST_SOURCES]
    return ActorFigures(
        counterparts=shown[:AT_ONCE],
        more=shown[AT_ONCE:],
        left_out=len(others) > MOST_COUNTERPARTS or counts.actors.more,
        said=total,
        says_link=_timeline(says=actor.key),
        standings=tuple(
            CountLink(
                STANDING_LABEL[standing],
                said[standing],
                _timeline(says=actor.key, standing=standing.value),
                plain_bar(said[standing], total),
            )
            for standing in Standing
            if said.get(standing)
        ),
        sources=tuple(
            CountLink(
                name,
                n,
                _timeline(actor=actor.key, source=slug),
                plain_bar(n, timeline.answer.total),
            )
            for slug, name, n in told
        ),
    )


def _counterpart(key: str, row: tuple[str, str, int], shared: Shared, most: int) -> Counterpart:
    other, name, n = row
    quads = {**shared.quads, UNCODED: n - sum(shared.quads.values())}
    directions: Mapping[str, tuple[int, dict[str, str | list[str]]]] = {
        "acts towards it": (shared.towards, {"by": key, "towards": other}),
        "acted upon by it": (shared.back, {"by": other, "towards": key}),
        "both act": (shared.together, {"by": [key, other]}),
    }
    return Counterpart(
        name=name,
        url=reverse("actor", args=[other]),
        events=CountLink("shared", n, _timeline(actor=[key, other]), stacked_bar(quads, most)),
        directions=tuple(
            CountLink(words, count, _timeline(**asked), plain_bar(count, most))
            for words, (count, asked) in directions.items()
        ),
    )


def _timeline(**asked: str | list[str]) -> str:
    return f"{reverse('timeline')}?{urlencode(asked, doseq=True)}"
