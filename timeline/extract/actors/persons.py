"""Which person a surname means: one named in full in the article, or the office-holder."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.actors.ambiguity import part_of_longer_name, used_for_person
from timeline.extract.actors.gazetteer import Entry, Gazetteer, Way
from timeline.extract.actors.hits import Hit
from timeline.extract.actors.surface import word_before
from timeline.extract.actors.titles import PERSON_TITLES
from timeline.vocabulary import ActorKind, AliasKind


@dataclass(frozen=True, slots=True)
class Known:
    """What the article names beyond doubt: keys of actors and codes of countries."""

    actors: frozenset[str]
    iso3: frozenset[str]


def is_person(entry: Entry) -> bool:
    return entry.actor is not None and entry.actor.kind is ActorKind.PERSON


def choose_person(
    folded: str, hit: Hit, entries: Sequence[Entry], known: Known, gazetteer: Gazetteer
) -> tuple[Entry, str] | None:
    """The one person a short form stands for here, with the reason; None when unsure.

    Named in full in the article comes first. Failing that a form the knowledge lists as a
    short name counts, if the article names the person's country or a title stands before it.
    """
    form = folded[hit.start : hit.end]
    named = [e for e in entries if e.actor and e.actor.key in known.actors]
    title = word_before(folded, hit.start) in PERSON_TITLES
    if not title and part_of_longer_name(folded, hit.start, hit.end, hit.opens):
        return None
    if len(named) == 1 and named[0].actor:
        return named[0], f'"{form}", short for {named[0].actor.name}, named in full in the article'
    if named:
        return None
    if used_for_person(folded, form):
        return None
    one = _unnamed(entries, known, gazetteer, title)
    if one is None or one[0].actor is None:
        return None
    return one[0], f'"{form}", short for {one[0].actor.name}, {one[1]}'


def _unnamed(
    entries: Sequence[Entry], known: Known, gazetteer: Gazetteer, title: bool
) -> tuple[Entry, str] | None:
    """The person meant by a short form when nobody of that name is named in full.

    Names the knowledge lists as such come first; a mere surname counts only for the one
    who holds an office now in a country the article names.
    """
    listed = [e for e in entries if e.way is Way.ALIAS]
    if len(listed) == 1:
        if listed[0].kind is AliasKind.NAME:
            return listed[0], "who is known by that name alone"
        if title:
            return listed[0], "with a title before it"
    near = [e for e in (listed or entries) if e.iso3 in known.iso3]
    if len(near) == 1 and listed:
        return near[0], "whose country the article names"
    holding = [e for e in near if e.actor and e.actor.key in gazetteer.leaders]
    if len(holding) == 1:
        return holding[0], "who holds office in a country the article names"
    return None
