"""Which person a surname means: one named in full in the article, or the office-holder."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.extract.actors.ambiguity import part_of_longer_name, used_for_person
from timeline.extract.actors.gazetteer import Entry, Gazetteer, Way
from timeline.extract.actors.hits import Hit
from timeline.extract.actors.surface import word_before
from timeline.extract.actors.titles import PERSON_TITLES, POLITE
from timeline.knowledge.loader import load_ambiguous
from timeline.vocabulary import ActorKind, AliasKind

# Surnames of leaders that many others bear, or that are words: without the full name they
# mean the leader only when that is the one in office.
_COMMON = frozenset(
    """Abbott Abdullah Adams Austin Aziz Baker Ban Bennett Bolton Brown Cameron Campbell
    Carney Carter Castillo Castro Chan Chen Christopher Clark Cohen Cook Cooper Costa Dan
    Estrada Faye Fernandez Fernández Fischer Fox Gabriel Garcia García Gates Gonzalez
    González Hague Hammond Harper Harris Hassan Healey Henry Hernandez Hernández Howard Hu
    Hunt Ivanov Jang Jiang Johnson Jonathan Kan Katz Key Khan Kim Klaus Lagos Lai Lam Lee
    Li Lieberman Liu Ma Machado Major Mao Marin Martin May Michel Moon Morales Moreno Mori
    Morrison Nasser Ortega Park Pavel Perry Philippe Powell Qin Rama Ramos Rao Rasmussen
    Rice Robertson Ryan Saleh Salman Sanchez Sánchez Santos Shah Sharon Singh Store Straw
    Sullivan Taylor Tito Toledo Tsai Turk Wallace Wang Wen Wong Yang Zhao Zhu""".split()
)
# "King Abdullah" is nobody who never was a king.
_CROWNED = frozenset("King Queen Prince Princess Pope Emperor Emir Sultan Sheikh Ayatollah".split())
_SHORT_KNOWN = frozenset({"Xi", "Abe"})
_MONTH = re.compile(r",? \d")
_BEFORE_MONTH = frozenset(
    """in last this next since by early late mid until till of from through before after
    during every each and between""".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the article names beyond doubt: keys of actors, how often, and codes of countries.

    `verdicts`: what contested names were found to mean here, kept to weigh each name once.
    """

    actors: Mapping[str, int]
    iso3: frozenset[str]
    verdicts: dict[str, tuple[str | None, str] | None] = field(default_factory=dict)


def is_person(entry: Entry) -> bool:
    return entry.actor is not None and entry.actor.kind is ActorKind.PERSON


def choose_person(
    folded: str, hit: Hit, entries: Sequence[Entry], known: Known, gazetteer: Gazetteer
) -> tuple[Entry, str] | None:
    """The one person a short form stands for here, with the reason; None when unsure.

    Named in full in the article comes first. Failing that the article must
    give grounds (see `_unnamed`).
    """
    form = folded[hit.start : hit.end]
    before = word_before(folded, hit.start)
    if form == "May" and (before.lower() in _BEFORE_MONTH or _MONTH.match(folded, hit.end)):
        return None
    title = before in PERSON_TITLES
    if not title and part_of_longer_name(folded, hit.start, hit.end, hit.opens):
        return None
    named = [e for e in entries if e.actor and e.actor.key in known.actors]
    if title and len(named or entries) > 1:
        held = [e for e in named or entries if e.actor and before in gazetteer.titles(e.actor.key)]
        named = held if len(held) == 1 else named
    if len(named) > 1:
        # of two Clintons the one the article is mostly about, if there is such
        times = sorted(known.actors[e.actor.key] for e in named if e.actor)
        named = [e for e in named if e.actor and known.actors[e.actor.key] >= 2 * times[-2]]
        named = named if len(named) == 1 else list(entries)
    if len(named) == 1 and named[0].actor:
        return named[0], f'"{form}", short for {named[0].actor.name}, named in full in the article'
    one = None if named else _unnamed(folded, form, entries, known, gazetteer, before)
    if one is None or one[0].actor is None:
        return None
    return one[0], f'"{form}", short for {one[0].actor.name}, {one[1]}'


def _unnamed(
    folded: str,
    form: str,
    entries: Sequence[Entry],
    known: Known,
    gazetteer: Gazetteer,
    before: str,
) -> tuple[Entry, str] | None:
    """The person meant by a short form when nobody of that name is named in full.

    Names the knowledge lists as such come first. A mere surname counts when one leader
    bears it and nobody else in the article does; a common one only for the leader in office.
    """
    if before in _CROWNED:
        entries = [e for e in entries if e.actor and before in gazetteer.titles(e.actor.key)]
    listed = [e for e in entries if e.way is Way.ALIAS]
    if len(listed) == 1 and listed[0].kind is AliasKind.NAME:
        return listed[0], "who is known by that name alone"
    if used_for_person(folded, form):
        return None
    bearers = listed or list(entries)
    near = [e for e in bearers if e.iso3 in known.iso3]
    common = form in _COMMON or form in load_ambiguous()
    office = before in PERSON_TITLES and before not in POLITE
    if len(bearers) == 1 and (
        office or (not common and (near or len(form) > 3 or form in _SHORT_KNOWN))
    ):
        return bearers[0], "the one leader known by that name"
    if len(near) == 1 and (listed or office or not common):
        return near[0], "whose country the article names"
    holding = [e for e in near if e.actor and e.actor.key in gazetteer.leaders]
    if len(holding) == 1:
        return holding[0], "who holds office in a country the article names"
    return None
