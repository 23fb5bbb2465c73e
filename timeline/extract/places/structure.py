"""Places that no table knows, told by how they are written: "Kalvan village", "(R-TX)"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from timeline.extract.actors.titles import FOLLOWERS, LEADERS_IN
from timeline.extract.places.qualifier import qualifier_at
from timeline.extract.places.spots import name_at
from timeline.knowledge.places import PlaceTable
from timeline.records import Span

_CAP = r"[^\W\d_a-z][\w’'-]{1,24}"
_RUN = rf"{_CAP}(?: (?:(?:of|de|del|la|le|du|des|el|al|the) )?{_CAP}){{0,3}}"
_TYPES = """Street Road Avenue Boulevard Lane Square Bridge River Creek Lake Bay Beach Island
    Islands Mountain Mountains Hill Hills Valley Canyon Forest Airport Harbor Harbour Highway Dam
    Reservoir Desert Peninsula Province District County Prefecture Oblast Governorate Township
    Village Pier Park Falls Glacier Plateau Canal Lagoon""".split()
_SMALL_TYPES = """province region district governorate oblast prefecture county village township
    municipality area""".split()
_KINDS = """village villages town towns city province district suburb hamlet municipality
    neighborhood neighbourhood port island governorate prefecture""".split()
_FOREIGN_TYPES = """Rue Place Avenue Calle Plaza Piazza Via Rua Avenida Boulevard Lake Mount Fort
    Camp Loch Wadi Jebel Jabal Cape Tel Tell Kibbutz Kfar""".split()
_ANCHORS = (
    *(f" {word}" for word in (*_TYPES, *_SMALL_TYPES)),
    *(f"{word[1:]} of " for word in _KINDS),
    *(f"{word} " for word in (*_FOREIGN_TYPES, *_KINDS[:4])),
    *(f"{mark}{party}-" for mark in ("(", ", ") for party in "RDI"),
)
_TYPED = (
    re.compile(rf"\b(?P<name>{_CAP}(?: {_CAP}){{0,2}} (?:{'|'.join(_TYPES)}))\b(?! (?:{_CAP}))"),
    re.compile(rf"\b(?P<name>{_CAP}(?: {_CAP})?) (?:{'|'.join(_SMALL_TYPES)})\b"),
    re.compile(rf"\b(?i:{'|'.join(_KINDS)}) of (?P<name>{_RUN})"),
    re.compile(rf"\b(?:villages?|towns?) (?P<name>{_RUN})"),
    re.compile(rf"\b(?:villages|towns) (?:of )?{_CAP} and (?P<name>{_CAP})"),
    re.compile(rf"\b(?P<name>(?:{'|'.join(_FOREIGN_TYPES)}|Isle of) {_RUN})"),
)
_BEFORE_COMMA = re.compile(rf"\b(?:in|at|near|from|of|outside|to) (?P<name>{_RUN})(?=, )")
_PARTY = re.compile(r"(?:\(|, )[RDI]-(?P<name>[A-Z][A-Za-z.]{1,12})(?=[),-]|\.? )")


@dataclass(frozen=True, slots=True)
class Told:
    """A place told by its wording. `iso3` None: it lies where the article's places lie."""

    span: Span
    iso3: str | None
    reason: str


def told_places(
    text: str,
    sentences: Iterable[Span],
    table: PlaceTable,
    countries: Mapping[str, str],
) -> Iterator[Told]:
    """Places told by type words, by a state behind a comma or by a party's brackets."""
    anchors = _anchors(text)
    for sentence in sentences:
        yield from _before_comma(text, sentence, table, countries)
        at = bisect_left(anchors, sentence.start)
        if at == len(anchors) or anchors[at] >= sentence.end:
            continue
        yield from _behind_party(text, sentence, table)
        for pattern in _TYPED:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                start = _past_leaders(text, match.start("name"), match.end("name"))
                if start < match.end("name"):
                    reason = f'"{match.group()}" is a place by its words'
                    yield Told(Span(start, match.end("name")), None, reason)


def _anchors(text: str) -> list[int]:
    """Where words stand that the patterns hold: far quicker than trying each everywhere."""
    found = _automaton().find_matches_as_indexes(text, overlapping=True)
    return sorted(start for _, start, _ in found)


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    return AhoCorasick(_ANCHORS)


def _behind_party(text: str, sentence: Span, table: PlaceTable) -> Iterator[Told]:
    for match in _PARTY.finditer(text, sentence.start, sentence.end):
        found = name_at(text, match.start("name"), sentence.end, table, match.group("name"))
        if found and found[1].where:
            span = Span(match.start("name"), found[0])
            yield Told(span, found[1].where[0][0], f'"{match.group()[1:]}" names the state')


def _before_comma(
    text: str, sentence: Span, table: PlaceTable, countries: Mapping[str, str]
) -> Iterator[Told]:
    """ "in Jeyhian, Iran": a name unknown to the table that a sure qualifier follows."""
    for match in _BEFORE_COMMA.finditer(text, sentence.start, sentence.end):
        if table.find(match.group("name")):
            continue
        qualifier = qualifier_at(text, match.end(), sentence.end, table, countries)
        if qualifier and qualifier.sure:
            span = Span(*match.span("name"))
            name = text[span.start : span.end]
            reason = f'"{name}" with its country or state named beside it'
            yield Told(span, qualifier.codes[0], reason)


def _past_leaders(text: str, start: int, end: int) -> int:
    """Where the name begins after capital words that belong to the sentence or to a title."""
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        if word not in LEADERS_IN and word not in FOLLOWERS:
            return start
        start += len(word) + 1
    return end
