"""Words that point back to actors named before: "he", "both countries", "its army"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from timeline.extract.actors.phrases import main_pair, phrases_in
from timeline.extract.actors.slots import ACTING_HEADS
from timeline.extract.actors.wording import is_adjective
from timeline.extract.verbs import is_past
from timeline.records import Mention, Span
from timeline.vocabulary import ActorKind

_POINTING = re.compile(
    r"(?=[BHISTbhist])\b"
    r"(?:(?P<pair>(?:[Bb]oth(?: the| of the)?|[Tt]he two(?: neighbou?ring| rival)?)"
    r" (?:countries|nations|states|governments|neighbou?rs|armies|capitals|sides|rivals))"
    r"|(?P<person>[Hh]e|[Ss]he)"
    r"|(?P<its>[Ii]ts)(?= (?:own |new )?(?P<head>[a-z]{4,20}))"
    r"|(?P<it>It)(?= (?:also |later |then )?(?:has |had )?(?P<verb>[a-z]{3,20})))\b"
)
# "It took three days", "It emerged": nobody does these.
_NOBODY_DOES = frozenset(
    """been took taken happened emerged followed came seemed appeared looked turned helped remained
    started began begun ended occurred lasted cost fell rose meant made proved became become hit
    struck killed was were had felt snowed rained""".split()
)
# Somebody "he" may mean.
_SOMEBODY = re.compile(
    r"\b(?:leader|president|premier|minister|chancellor|king|prince|ambassador|envoy|general"
    r"|spokesman|spokeswoman|official|officer|commander|chief|head|secretary|man|woman|boy|girl"
    r"|soldier|journalist|lawyer|activist|cleric|lawmaker|governor|mayor|pilot|who)\b",
    re.I,
)
_MOST_IN_SENTENCE = 20  # more is no sentence; keeps hostile text cheap
_JOINS = re.compile(r"[^.;:]{0,20}?,? (?:and|along with|together with|as well as) (?:the )?")


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointing word and the earlier mentions it means; two for "both countries"."""

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]
    reason: str


def resolve_references(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Reference, ...]:
    """References that have exactly one reading, in order; doubtful ones are left out.

    "He" and "she" need one single person in the sentence so far or else in the one before,
    when nothing else is named in between. A pair needs two countries joined by
    "and" or "along with" in the sentence before, or exactly two countries named there.
    "Its army" and "It said" mean the country or body that opens the sentence (before), and
    so does "He" where no person is spoken of: machine translation says "he" of a country.
    Failing that, "the two countries" are the two the article is about.
    """
    found: list[Reference] = []
    inside = _by_sentence(sentences, mentions)
    named = {mention.actor: mention for mention in reversed(mentions)}
    main: tuple[Mention, ...] | None = None
    for index, sentence in enumerate(sentences):
        pointing = _POINTING.finditer(text, sentence.start, sentence.end)
        for match in islice(pointing, _MOST_IN_SENTENCE):
            here = [m for m in inside[index] if m.end <= match.start()]
            before = inside[index - 1] if index else []
            if match.group("pair"):
                meant = _pair(text, here) or _pair(text, before)
                for earlier in range(index - 2, max(-1, index - 4), -1):
                    meant = meant or _joined(text, inside[earlier])
                if not meant and main is None:
                    main = main_pair(mentions)
                meant = meant or main or ()
            elif match.group("person"):
                meant = _person(here) or (() if here else _person(before))
                if not meant and index and match.start() == sentence.start:
                    meant = _country(text, sentences[index - 1], before, inside[index])
            else:
                opening = before if match.start() == sentence.start else here
                at = sentences[index - 1] if opening is before and index else sentence
                meant = _opening(text, at, opening) if _acts(match) else ()
            if meant:
                names = " and ".join(m.name for m in meant)
                reason = f'"{match.group()}" after "{meant[0].text}": {names}'
                span = match.span()
                found.append(Reference(*span, text[span[0] : span[1]], meant, reason))
        for match, meant in phrases_in(text, sentence.start, sentence.end, named):
            names = " and ".join(m.name for m in meant)
            reason = f'"{match.group()}" in an article that names {names}'
            found.append(Reference(*match.span(), match.group(), meant, reason))
    return tuple(sorted(found, key=lambda reference: reference.start))


def _by_sentence(sentences: Sequence[Span], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of each sentence in one pass; both come in order."""
    inside: list[list[Mention]] = []
    at = 0
    for sentence in sentences:
        group: list[Mention] = []
        while at < len(mentions) and mentions[at].start < sentence.end:
            if mentions[at].start >= sentence.start and mentions[at].end <= sentence.end:
                group.append(mentions[at])
            at += 1
        inside.append(group)
    return inside


def _pair(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    joined = _joined(text, mentions)
    if joined:
        return joined
    distinct = {m.actor: m for m in reversed(mentions) if m.kind is ActorKind.COUNTRY}
    return tuple(reversed(distinct.values())) if len(distinct) == 2 else ()


def _joined(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Two countries with "and" between them."""
    countries = [m for m in mentions if m.kind is ActorKind.COUNTRY]
    for index, (first, second) in enumerate(pairwise(countries)):
        between = text[first.end : second.start]
        listed = index and text[countries[index - 1].end : first.start] in (", ", ", the ")
        if listed or first.actor == second.actor or len(between) >= 60:
            continue
        if _JOINS.fullmatch(between):
            return first, second
    return ()


def _person(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    people = {m.actor: m for m in reversed(mentions) if m.kind is ActorKind.PERSON}
    return tuple(people.values()) if len(people) == 1 else ()


def _country(
    text: str, before: Span, mentions: Sequence[Mention], after: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The country that opens the sentence before, when nobody is spoken of in either."""
    if any(m.kind is ActorKind.PERSON for m in (*mentions, *after)):
        return ()
    meant = _opening(text, before, mentions)
    if not meant or meant[0].kind is not ActorKind.COUNTRY:
        return ()
    passage = text[before.start : before.end]
    return () if _SOMEBODY.search(passage) else meant


def _acts(match: re.Match[str]) -> bool:
    """Whether "its" comes before those who act for a country, "It" before what one does."""
    if match.group("its"):
        return match.group("head") in ACTING_HEADS
    return is_past(match.group("verb")) and match.group("verb") not in _NOBODY_DOES


def _opening(text: str, sentence: Span, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The country or body that opens the sentence and stands for itself there."""
    if not mentions or mentions[0].kind in (ActorKind.PERSON, ActorKind.PLACE):
        return ()
    first = mentions[0]
    opens = text[sentence.start : first.start].strip(" \"“'‘") in ("", "The")
    follows = text[first.end : first.end + 1]
    return (first,) if opens and follows in (" ", ",") and not is_adjective(first) else ()
