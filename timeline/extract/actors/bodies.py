"""Government bodies made of a country and a common name: "Russia's Defense Ministry"."""

import re

from timeline.extract.actors.gazetteer import Gazetteer, Way
from timeline.extract.actors.readings import Choice
from timeline.extract.actors.surface import bounded, possessive_end, word_after
from timeline.extract.actors.surnames import short_forms
from timeline.knowledge.bodies import BodyRecord, body_of_country, body_of_head
from timeline.knowledge.loader import load_surnames
from timeline.records import ActorRecord, Mention, Span
from timeline.vocabulary import ActorKind, AliasKind

_OWNED = re.compile(r"'s?((?: [a-z-]{2,16}){0,2}) ")
_DESCRIBED = re.compile(r"((?: [a-z-]{2,16}){0,2}) ")
_NO_MODIFIERS = frozenset(
    """and or of to in on at by for from with that which who as but than against over under
    after before said says say sent sends send told tells is are was were has have had
    will would may can could should did does do not also the a an their its his her
    against into between""".split()
)
_OF = re.compile(r" of (?:the )?")


# "Russia's military action" names no body: the word only describes what follows.
_DESCRIBED_BY_BODY = frozenset(
    """action actions activity activities aid assistance alliance base bases build-up buildup
    campaign campaigns capability capabilities conflict contractor contractors cooperation
    coup defeat doctrine dominance drill drills equipment escalation exercise exercises
    expenditure gear hardware help industrial intervention involvement junta manoeuvre
    manoeuvres maneuver maneuvers means might mission missions movement movements
    offensive offensives operation operations option options pact parade power presence
    pressure project purposes response rule ruler rulers service sharing shipments
    spending strategy strength strike strikes success supplies support target targets
    tension tensions threat ties training trainers vehicle vehicles victory weapons bond
    bonds debt building buildings policy funding shutdown subsidies data website websites
    station stations custody brutality checkpoint raid raids""".split()
)


def describes(folded: str, choice: Choice) -> bool:
    """Whether a body's word only describes the noun after it ("military action")."""
    return word_after(folded, choice.hit.end) in _DESCRIBED_BY_BODY


def body_of(choice: Choice) -> BodyRecord | None:
    """The body a hit may name, if it stands beside a country."""
    return next((e.body for e in choice.hit.entries if e.way is Way.BODY), None)


def owner_of(choice: Choice) -> ActorRecord | None:
    """The country or territory a choice names, None for any other actor."""
    actor = choice.entry.actor if choice.entry else None
    return actor if actor and actor.kind in (ActorKind.COUNTRY, ActorKind.PLACE) else None


def belongs(folded: str, country: Choice, body: Choice) -> bool:
    """Whether the words between make the body that country's: "Russia's ...", "US ...".

    Up to two plain modifiers may stand between ("Russian ground forces"), but not after a
    bare name, where the next word may be a verb ("Russia sent troops").
    """
    if not country.entry or owner_of(country) is None:
        return False
    gap = folded[country.hit.end : body.hit.start]
    kind = country.entry.kind
    if gap == " ":
        return kind not in (AliasKind.PEOPLE, AliasKind.CAPITAL, AliasKind.SEAT)
    match = _OWNED.fullmatch(gap)
    if not match and kind is AliasKind.ADJECTIVE:
        match = _DESCRIBED.fullmatch(gap)
    if not match:
        return False
    between = match.group(1).split()
    # a word in -s is more likely a verb: "Greek law keeps police away"
    return not any(w in _NO_MODIFIERS or (w[-1] == "s" and w[-3:] != "ous") for w in between)


def of_country(folded: str, body: Choice, country: Choice) -> bool:
    """Whether "of" joins them: "Ministry of Defense of the Russian Federation"."""
    gap = folded[body.hit.end : country.hit.start]
    return owner_of(country) is not None and bool(_OF.fullmatch(gap))


def derived(
    text: str, span: Span, body: BodyRecord, country: ActorRecord, gazetteer: Gazetteer, why: str
) -> Mention:
    """A mention of the country's body; an actor of that key in the knowledge is used as it is."""
    actor = body_of_country(body, country, gazetteer.actors)
    return _mention(text, span, actor, gazetteer, why)


def administration(text: str, folded: str, choice: Choice, gazetteer: Gazetteer) -> Mention | None:
    """ "the Biden administration", "Joe Biden's government": the body under that leader."""
    person = choice.entry.actor if choice.entry else None
    if person is None or person.kind is not ActorKind.PERSON or not person.belongs_to:
        return None
    start, at = choice.hit.start, possessive_end(folded, choice.hit.end)
    for body in gazetteer.bodies:
        for form in body.forms if body.after == "head" else ():
            end = at + 1 + len(form)
            if folded.startswith(f" {form}", at) and bounded(folded, at + 1, end):
                surnames = load_surnames().get(person.key) or short_forms(
                    person.name, gazetteer.iso3_of(person)
                )
                surname = surnames[0] if surnames else person.name
                actor = body_of_head(body, person, surname)
                why = f'"{text[start:end]}", the {form} of {person.name}'
                return _mention(text, Span(start, end), actor, gazetteer, why)
    return None


def plain(text: str, choice: Choice, gazetteer: Gazetteer) -> Mention:
    """The mention of a choice that names an actor by itself. The choice must have an entry."""
    entry = choice.entry
    assert entry is not None and entry.actor is not None
    span = Span(choice.hit.start, choice.hit.end)
    return _mention(text, span, entry.actor, gazetteer, choice.reason)


def _mention(text: str, span: Span, actor: ActorRecord, gazetteer: Gazetteer, why: str) -> Mention:
    known = gazetteer.actors.get(actor.key, actor)
    return Mention(
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        actor=known.key,
        name=known.name,
        kind=known.kind,
        iso3=gazetteer.iso3_of(known),
        belongs_to=known.belongs_to,
        reason=why,
    )


def foreign_owner(folded: str, before: Choice | None, choice: Choice) -> ActorRecord | None:
    """The country right before a body that the knowledge gives to another country.

    "Supreme Court" alone is the United States' if the knowledge says so; in "Iran's
    Supreme Court" it is not.
    """
    entry = choice.entry
    if entry is None or entry.actor is None or entry.actor.kind is not ActorKind.GOVERNMENT_BODY:
        return None
    if before is None or before.entry is None or before.entry.iso3 == entry.iso3:
        return None
    return owner_of(before) if belongs(folded, before, choice) else None
