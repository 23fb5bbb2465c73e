"""Words that point back to actors named before: "he", "both countries"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.records import Mention, Span
from timeline.vocabulary import ActorKind

_POINTING = re.compile(
    r"\b(?:(?P<pair>[Bb]oth (?:countries|nations|states|governments|neighbou?rs)"
    r"|[Tt]he two (?:countries|nations|states|governments|neighbou?rs|sides))"
    r"|(?P<person>[Hh]e|[Ss]he))\b"
)
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
    """
    found: list[Reference] = []
    inside = _by_sentence(sentences, mentions)
    for index, sentence in enumerate(sentences):
        for match in _POINTING.finditer(text, sentence.start, sentence.end):
            here = [m for m in inside[index] if m.end <= match.start()]
            before = inside[index - 1] if index else []
            if match.group("pair"):
                meant = _pair(text, here) or _pair(text, before)
            else:
                meant = _person(here) or (() if here else _person(before))
            if meant:
                names = " and ".join(m.name for m in meant)
                reason = f'"{match.group()}" after "{meant[0].text}": {names}'
                span = match.span()
                found.append(Reference(*span, text[span[0] : span[1]], meant, reason))
    return tuple(found)


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
    countries = [m for m in mentions if m.kind is ActorKind.COUNTRY]
    for first, second in pairwise(countries):
        between = text[first.end : second.start]
        if first.actor != second.actor and len(between) < 60 and _JOINS.fullmatch(between):
            return first, second
    distinct = {m.actor: m for m in reversed(countries)}
    return tuple(reversed(distinct.values())) if len(distinct) == 2 else ()


def _person(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    people = {m.actor: m for m in reversed(mentions) if m.kind is ActorKind.PERSON}
    return tuple(people.values()) if len(people) == 1 else ()
