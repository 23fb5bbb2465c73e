"""Capitalised names nobody knows yet, offered to the curator as actors."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.actors.titles import FOLLOWERS, LEADERS_IN, PERSON_TITLES
from timeline.records import Mention, Span
from timeline.vocabulary import ActorKind

_NAME = re.compile(
    r"(?<![\w@#/.’'-])[A-ZÀ-ÖØ-Þ][\w&’'-]{0,30}"
    r"(?: (?:(?:of|for|de|da|la|al|bin|ibn|von|van|der|den) ){0,2}[A-ZÀ-ÖØ-Þ][\w&’'-]{0,30}){0,6}"
)
_SAID = re.compile(r",? (?:said|says|told|added|wrote|tweeted|argued|warned|noted)\b")
_SAID_BEFORE = re.compile(r"\b(?:said|says|told|added|by) (?:[A-Z][\w.]{1,12} ){0,2}$")
_ENDINGS = {
    ActorKind.ORGANISATION: """Inc Corp Ltd Co Company Corporation Group Bank University Party Union
    Association Agency Institute Foundation Federation Organization Organisation Network Committee
    Fund Alliance League Coalition Society Holdings Airlines Times Post News Journal Centre
    Center""",
    ActorKind.GOVERNMENT_BODY: """Ministry Department Parliament Court Commission Council Bureau
    Office Senate Assembly Directorate Secretariat Authority Police""",
    ActorKind.ARMED_GROUP: """Brigade Brigades Battalion Front Militia Army Movement Regiment Corps
    Guard Guards Forces""",
    ActorKind.PLACE: """City Island Islands River Province District County Region Bay Valley Airport
    Square Street Peninsula Mountains Desert Strait Port""",
}
_KIND_BY_ENDING = {word: kind for kind, words in _ENDINGS.items() for word in words.split()}
_MOST = 50


@dataclass(frozen=True, slots=True)
class SuggestedActor:
    """A name met `count` times; `start`, `end`: where first. `kind` None: no guess."""

    start: int
    end: int
    text: str
    count: int
    kind: ActorKind | None
    reason: str


def suggest_actors(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[SuggestedActor, ...]:
    """Up to 50 names that are no mention, the most frequent first.

    A name of one word must stand twice, and not only at the head of a sentence. A surname
    alone counts for the full name met before it.
    """
    first: dict[str, tuple[int, int, ActorKind | None, str]] = {}
    count: dict[str, int] = {}
    full: dict[str, str] = {}
    taken = iter(mentions)
    mention = next(taken, None)
    for sentence in sentences:
        for match in _NAME.finditer(text, sentence.start, sentence.end):
            start, end, title = _trim(text, match.start(), match.end())
            while mention and mention.end <= start:
                mention = next(taken, None)
            if start >= end or (mention and mention.start < end):
                continue
            name = text[start:end]
            name = full.get(name, name)
            single = " " not in name
            if single and (start == sentence.start or (title == "" and len(name) < 3)):
                continue
            count[name] = count.get(name, 0) + 1
            if name not in first:
                kind, reason = _guess(text, start, end, title)
                first[name] = (start, end, kind, reason)
                if kind in (ActorKind.PERSON, None) and not single:
                    full.setdefault(name.rpartition(" ")[2], name)
    ranked = sorted(first, key=lambda name: (-count[name], first[name][0]))
    return tuple(
        SuggestedActor(first[n][0], first[n][1], n, count[n], first[n][2], first[n][3])
        for n in ranked
        if " " in n or count[n] > 1
    )[:_MOST]


def _trim(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The name without titles and small words before it and possessive after; the title."""
    title = ""
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        if word not in LEADERS_IN and word not in FOLLOWERS:
            break
        title = word if word in PERSON_TITLES else title
        start = min(end, start + len(word) + 1)
    if not title:
        before = text[max(0, start - 25) : start].rstrip(" .").rpartition(" ")[2]
        title = before if before in PERSON_TITLES else ""
    name = text[start:end]
    for ending in ("’s", "'s", "’", "'", "-"):
        if name.endswith(ending):
            return start, end - len(ending), title
    return start, end, title


def _guess(text: str, start: int, end: int, title: str) -> tuple[ActorKind | None, str]:
    name = text[start:end]
    if title:
        return ActorKind.PERSON, f'"{title}" before the name'
    last = name.rpartition(" ")[2]
    head = name.split(" ")[0]
    for word in (last, head):
        if word in _KIND_BY_ENDING:
            return _KIND_BY_ENDING[word], f'"{word}" in the name'
    said = _SAID.match(text, end, end + 12) or _SAID_BEFORE.search(text[max(0, start - 30) : start])
    if said and " " in name and " of " not in name:
        return ActorKind.PERSON, f'"{said.group().strip(" ,")}" beside the name'
    if text[max(0, start - 6) : start].endswith((" in ", " near ")):
        return ActorKind.PLACE, '"in" or "near" before the name'
    return None, "a capitalised name"
