"""All names to look for, in one automaton that is built once and read by every article."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from ahocorasick_rs import AhoCorasick, MatchKind

from timeline.extract.actors.blocking import load_not_actors
from timeline.extract.actors.surface import fold
from timeline.extract.actors.surnames import short_forms
from timeline.knowledge.bodies import BodyRecord
from timeline.knowledge.loader import load_decoys, load_surnames
from timeline.records import ActorRecord, AliasRecord, Knowledge
from timeline.vocabulary import ActorKind, AliasKind


class Way(StrEnum):
    """Why a form of words is in the automaton."""

    ALIAS = "alias"
    SURNAME = "surname"  # only after the person was named in full
    BODY = "body"  # only beside a country
    SIDE = "side"  # "the North", only where North Korea was named
    BLOCKED = "blocked"  # holds an actor's name but is something else


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a form. `iso3`: of the actor or of the country it belongs to."""

    way: Way
    actor: ActorRecord | None = None
    kind: AliasKind | None = None
    iso3: str | None = None
    body: BodyRecord | None = None


_KIND_ORDER = {kind: i for i, kind in enumerate(AliasKind)}
_SIDES = (("North", "PRK"), ("South", "KOR"))


@dataclass(eq=False)
class Gazetteer:
    """Names, readings and what is needed to tell them apart. Pickles by building anew.

    `leaders`: keys of the persons whose term in an office lasts.
    """

    knowledge: Knowledge
    bodies: tuple[BodyRecord, ...]
    actors: dict[str, ActorRecord] = field(default_factory=dict)
    by_iso3: dict[str, ActorRecord] = field(default_factory=dict)
    forms: list[str] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)
    entries: list[tuple[Entry, ...]] = field(default_factory=list)
    leaders: frozenset[str] = frozenset()
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    automaton: AhoCorasick | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return build_gazetteer, (self.knowledge, self.bodies)

    def titles(self, person: str) -> frozenset[str]:
        """Words of the offices the person has held, with and without capitals."""
        return self.offices.get(person, frozenset())

    def iso3_of(self, actor: ActorRecord) -> str | None:
        """The actor's own country code, or that of what it belongs to, up to four steps."""
        step: ActorRecord | None = actor
        for _ in range(4):
            if step is None:
                return None
            if step.iso3:
                return step.iso3
            step = self.actors.get(step.belongs_to or "")
        return None


def build_gazetteer(knowledge: Knowledge, bodies: Iterable[BodyRecord] = ()) -> Gazetteer:
    """A gazetteer of any actor records: the knowledge files' or the database's.

    Forms shorter than two letters are left out: they would match everywhere.
    """
    gazetteer = Gazetteer(knowledge=knowledge, bodies=tuple(bodies))
    for actor in knowledge.actors:
        gazetteer.actors[actor.key] = actor
        if actor.kind is ActorKind.COUNTRY and actor.iso3:
            gazetteer.by_iso3.setdefault(actor.iso3, actor)
    gazetteer.leaders = frozenset(o.person for o in knowledge.offices if o.until is None)
    for office in knowledge.offices:
        words = office.office.split()
        held = gazetteer.offices.get(office.person, frozenset())
        if words[0].lower() != "vice":
            held |= {form for w in words for form in (w.lower(), w.capitalize())}
        gazetteer.offices[office.person] = held
    readings: dict[str, list[Entry]] = {}
    for form, entry in _all_entries(gazetteer):
        if len(form) > 1:
            _add(readings.setdefault(form, []), entry)
    _add_capitals(gazetteer, readings)
    if gazetteer.forms:
        gazetteer.automaton = AhoCorasick(
            gazetteer.forms, matchkind=MatchKind.Standard, store_patterns=False
        )
    return gazetteer


def country_names(actors: Iterable[ActorRecord]) -> dict[str, str]:
    """Names, short names and abbreviations of countries and territories, with their codes."""
    plain = (AliasKind.NAME, AliasKind.SHORT, AliasKind.ABBREVIATION)
    return {
        alias.text: actor.iso3
        for actor in actors
        if actor.iso3
        for alias in (*actor.aliases, AliasRecord(actor.name, AliasKind.NAME))
        if alias.kind in plain
    }


def _all_entries(gazetteer: Gazetteer) -> Iterable[tuple[str, Entry]]:
    for actor in gazetteer.knowledge.actors:
        iso3 = gazetteer.iso3_of(actor)
        yield fold(actor.name), Entry(Way.ALIAS, actor, AliasKind.NAME, iso3)
        for alias in actor.aliases:
            yield fold(alias.text.strip()), Entry(Way.ALIAS, actor, alias.kind, iso3)
        if actor.kind is ActorKind.PERSON:
            listed = load_surnames().get(actor.key)
            for surname in listed or short_forms(actor.name, iso3):
                yield fold(surname), Entry(Way.SURNAME, actor, AliasKind.SHORT, iso3)
    for body in gazetteer.bodies:
        # without a suffix it is the country itself ("US officials"), which is found anyway
        if body.after == "country" and body.suffix:
            for form in body.forms:
                yield fold(form), Entry(Way.BODY, body=body)
    for phrase in sorted({*load_not_actors(), *load_decoys()}):
        yield fold(phrase), Entry(Way.BLOCKED)
    for side, iso3 in _SIDES:
        if iso3 in gazetteer.by_iso3:
            yield side, Entry(Way.SIDE, gazetteer.by_iso3[iso3], AliasKind.SHORT, iso3)


def _add(entries: list[Entry], entry: Entry) -> None:
    """One reading for each actor: the plainest (a name before a capital before a seat)."""
    for i, other in enumerate(entries):
        if entry.way is Way.SURNAME and other.actor == entry.actor:
            return
        if other.way == entry.way and other.actor == entry.actor and other.body == entry.body:
            if entry.kind and other.kind and _KIND_ORDER[entry.kind] < _KIND_ORDER[other.kind]:
                entries[i] = entry
            return
    entries.append(entry)


def _add_capitals(gazetteer: Gazetteer, readings: dict[str, list[Entry]]) -> None:
    """Every form as written and, when that differs and is long enough, all in capitals."""
    for form, entries in readings.items():
        gazetteer.forms.append(form)
        gazetteer.capitals.append(False)
        gazetteer.entries.append(tuple(entries))
    for form, entries in readings.items():
        shout = form.upper()
        if len(form) > 3 and shout != form and len(shout) == len(form) and shout not in readings:
            gazetteer.forms.append(shout)
            gazetteer.capitals.append(True)
            gazetteer.entries.append(tuple(entries))
