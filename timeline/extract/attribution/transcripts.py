"""Conversations printed with the speaker before each turn: "RUIZ: We wait."."""

import re
from collections import Counter

from timeline.extract.attribution.page import Found, Page
from timeline.extract.words import word_set
from timeline.records import Span

_TURN = re.compile(r"^[ \t“\"]{0,4}([A-Z][A-Z.’'\- ]{2,30}):[ \t]{1,3}(?=\S)([^\n]{3,4000})", re.M)
# A dateline or a heading stands once; a conversation has two speakers and goes to and fro.
# An interview marks the answers of one: "Ruiz: We wait.", at a line's start or after a question.
_ANSWER = re.compile(
    r"(?:^|(?<=[.?!”\"] ))([A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?): (?=\S)([^\n]{3,4000})", re.M
)
_LEAST_ANSWERS = 3
_NO_SPEAKER = word_set("note image photo picture video source update related read watch also ad")
_LEAST_TURNS = 4
_LEAST_SPEAKERS = 2


def turns(page: Page) -> list[Found]:
    """A turn's words are its speaker's, up to the end of the line."""
    if not page.sentences or page.text.count(": ") < _LEAST_ANSWERS:
        return []
    found = list(_TURN.finditer(page.text))
    if len(found) < _LEAST_TURNS or len({turn.group(1) for turn in found}) < _LEAST_SPEAKERS:
        return _made(page, _answers(page))
    if len({turn.group(1) for turn in found}) == len(found):
        return []  # headings, each another
    return _made(page, found)


def _answers(page: Page) -> list[re.Match[str]]:
    """The turns of whoever is named before several of them."""
    found = list(_ANSWER.finditer(page.text))
    names = Counter(turn.group(1) for turn in found)
    return [
        turn
        for turn in found
        if names[turn.group(1)] >= _LEAST_ANSWERS and turn.group(1).lower() not in _NO_SPEAKER
    ]


def _made(page: Page, found: list[re.Match[str]]) -> list[Found]:
    made = []
    for turn in found:
        first, colon = page.words.at(turn.start(1)), page.words.at(turn.end(1))
        content = Span(*turn.span(2))
        if colon > first:
            source, cue = (first, colon - 1), (colon, colon)
            made.append(
                Found(source, cue, [content], "a speaker's turn", page.sentence_at(content))
            )
    return made
