"""What each hit means in its article: the reading that holds, with the reason, or none."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.actors import ambiguity
from timeline.extract.actors.contested import load_contested, weigh
from timeline.extract.actors.gazetteer import Entry, Gazetteer, Way
from timeline.extract.actors.hits import Hit
from timeline.extract.actors.persons import Known, choose_person, is_person
from timeline.extract.actors.places import is_dateline, is_place_use, is_whereabouts
from timeline.extract.actors.surface import word_after, word_before
from timeline.extract.actors.wording import AS_DATELINE, AS_PLACE, WORDING
from timeline.knowledge.loader import load_ambiguous
from timeline.vocabulary import AliasKind


class Choice(NamedTuple):
    """A hit with the reading that holds. `entry` None: no actor, or undecided."""

    hit: Hit
    entry: Entry | None
    reason: str = ""


def read_hits(folded: str, hits: Sequence[Hit], gazetteer: Gazetteer) -> list[Choice]:
    """One choice a hit, in order. Names that need context see all plain names of the article."""
    actors: Counter[str] = Counter()
    codes: set[str] = set()
    plain: list[bool] = []
    for hit in hits:
        sure = ambiguity.is_plain(hit, plain_form(folded, hit))
        plain.append(sure)
        entry = hit.entries[0]
        if sure and entry.actor:
            actors[entry.actor.key] += 1
            if entry.iso3:
                codes.add(entry.iso3)
    known = Known(actors, frozenset(codes))
    return [
        _plain(folded, hit) if sure else _weighed(folded, hit, known, gazetteer)
        for hit, sure in zip(hits, plain, strict=True)
    ]


def plain_form(folded: str, hit: Hit) -> str:
    """The form as lists write it: names shouted in capitals get ordinary ones."""
    form = folded[hit.start : hit.end]
    return form.title() if len(form) > 3 and form.isupper() and form.isalpha() else form


def _plain(folded: str, hit: Hit) -> Choice:
    return _accept(folded, hit, hit.entries[0])


def _weighed(folded: str, hit: Hit, known: Known, gazetteer: Gazetteer) -> Choice:
    form = plain_form(folded, hit)
    aliases = [e for e in hit.entries if e.way is Way.ALIAS]
    people = [e for e in hit.entries if is_person(e)]
    others = [e for e in aliases if not is_person(e)]
    if people and not others:
        shouted = folded[hit.start : hit.end].isupper()
        dateline = shouted and is_dateline(folded, hit.end, hit.opens)
        if dateline or is_whereabouts(folded, hit.start, hit.end):
            return Choice(hit, None)  # "in Lagos", "LAGOS, Nigeria": not Ricardo Lagos
        return Choice(hit, *(choose_person(folded, hit, people, known, gazetteer) or (None, "")))
    capitals = [e for e in others if e.kind is AliasKind.CAPITAL]
    if len(capitals) == 1 and form != "Washington" and is_place_use(folded, hit.start, hit.end):
        return _accept(folded, hit, capitals[0], known)
    if others and form in load_contested():
        return _contested(folded, hit, form, others, known, gazetteer)
    if others:
        return _accept(folded, hit, _one_of(form, others, known), known)
    if any(e.way is Way.SIDE for e in hit.entries):
        return _side(folded, hit, known)
    return Choice(hit, None)


def _contested(
    folded: str,
    hit: Hit,
    form: str,
    entries: Sequence[Entry],
    known: Known,
    gazetteer: Gazetteer,
) -> Choice:
    if form not in known.verdicts:
        known.verdicts[form] = _named_rival(form, known) or weigh(form, folded)
    verdict = known.verdicts[form]
    if verdict is None or verdict[0] is None:
        return Choice(hit, None)
    wanted, clues = verdict
    chosen = next((e for e in entries if wanted in (e.iso3, e.actor and e.actor.key)), None)
    actor = gazetteer.by_iso3.get(wanted or "") or gazetteer.actors.get(wanted or "")
    if chosen is None and actor is not None:
        kind = AliasKind.SEAT if entries[0].kind is AliasKind.CAPITAL else entries[0].kind
        chosen = Entry(Way.ALIAS, actor, kind, gazetteer.iso3_of(actor))
    choice = _accept(folded, hit, chosen, sure=bool(clues), weighed=True)
    if clues and choice.entry:
        return Choice(hit, choice.entry, f"{choice.reason}, as the article also has {clues}")
    return choice


def _one_of(form: str, entries: Sequence[Entry], known: Known) -> Entry | None:
    """The reading that fits of several: a plain name, an actor named elsewhere, the usual one."""
    if len(entries) == 1:
        return entries[0]
    for kinds in ((AliasKind.NAME,), tuple(AliasKind)):
        fitting = [e for e in entries if e.kind in kinds]
        if len(fitting) == 1:
            return fitting[0]
    for named in (
        [e for e in entries if e.actor and e.actor.key in known.actors],
        [e for e in entries if e.iso3 in known.iso3],
    ):
        if len(named) == 1:
            return named[0]
    listed = load_ambiguous().get(form)
    usual = listed.usual if listed else None
    return next((e for e in entries if e.actor and e.actor.key == usual), None)


def _side(folded: str, hit: Hit, known: Known) -> Choice:
    """ "the North" and "the South" where the article names North or South Korea."""
    entry = hit.entries[0]
    after = word_after(folded, hit.end)
    if (
        not known.iso3 & {"PRK", "KOR"}
        or (entry.iso3 == "KOR" and "PRK" not in known.iso3)
        or word_before(folded, hit.start).lower() != "the"
        or after[:1].isupper()
        or after in ("of", "and", "side", "coast", "face")
        or entry.actor is None
    ):
        return Choice(hit, None)
    form = folded[hit.start : hit.end]
    reason = f'"the {form}" for {entry.actor.name}, as the article is about Korea'
    return Choice(hit, entry, reason)


def _accept(
    folded: str,
    hit: Hit,
    entry: Entry | None,
    known: Known | None = None,
    sure: bool = False,
    weighed: bool = False,
) -> Choice:
    """The choice for a reading, unless its neighbours show that it is something else.

    `weighed`: the name was weighed against its rivals; `sure`: clue words decided for it.
    """
    if entry is None or entry.actor is None or entry.kind is None:
        return Choice(hit, None)
    form = plain_form(folded, hit)
    start, end = hit.start, hit.end
    if word_before(folded, start) == "New":  # "New Jersey", "New Guineans"
        return Choice(hit, None)
    if ambiguity.is_language(folded, start, end, entry):
        return Choice(hit, None)
    if ambiguity.is_hyphenated_american(folded, end, entry):
        return Choice(hit, None)
    if entry.kind in (AliasKind.NAME, AliasKind.CAPITAL) and ambiguity.is_american_town(
        folded, end, entry.iso3
    ):
        return Choice(hit, None)
    dateline = is_dateline(folded, end, hit.opens)
    if (
        ambiguity.is_personal(form, entry)
        and not dateline
        and (
            ambiguity.part_of_longer_name(folded, start, end, hit.opens)
            or (
                form in ambiguity.GIVEN_NAMES
                and not sure
                and ambiguity.used_for_person(folded, form)
            )
        )
    ):
        return Choice(hit, None)
    if entry.kind is AliasKind.CAPITAL and not dateline and _is_titled(folded, hit):
        return Choice(hit, None)
    if not weighed and ambiguity.needs_country(form, entry) and not _country_named(entry, known):
        return Choice(hit, None)
    return Choice(hit, entry, _reason(folded, hit, entry, dateline))


def _is_titled(folded: str, hit: Hit) -> bool:
    """Whether the article calls somebody by a capital's name: "Mr. London"."""
    form = folded[hit.start : hit.end]
    called = any(f"{title}. {form}" in folded for title in ("Mr", "Mrs", "Ms", "Dr"))
    return called and not is_place_use(folded, hit.start, hit.end)


def _reason(folded: str, hit: Hit, entry: Entry, dateline: bool) -> str:
    form = folded[hit.start : hit.end]
    actor = entry.actor.name if entry.actor else ""
    if entry.kind is AliasKind.CAPITAL:
        if dateline:
            return AS_DATELINE.format(form=form, actor=actor)
        if is_place_use(folded, hit.start, hit.end):
            before = word_before(folded, hit.start)
            return AS_PLACE.format(before=before, form=form, actor=actor)
    return WORDING[entry.kind or AliasKind.NAME].format(form=form, actor=actor)


def _country_named(entry: Entry, known: Known | None) -> bool:
    """Whether the article names the reading's actor or country in a plainer way too."""
    if known is None or entry.actor is None:
        return False
    return entry.iso3 in known.iso3 or entry.actor.key in known.actors


def _named_rival(form: str, known: Known) -> tuple[str, str] | None:
    """The one country among a name's readings that the article names in a plainer way too.

    Not for Washington: an article on the state names the United States as well.
    """
    rivals = {r.actor for r in load_contested()[form] if r.actor} & known.iso3
    return (rivals.pop(), "its other names") if len(rivals) == 1 and form != "Washington" else None
