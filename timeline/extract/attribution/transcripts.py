"""Conversations printed with the speaker before each turn: "RUIZ: We wait."."""

import re

from timeline.extract.attribution.page import Found, Page
from timeline.records import Span

_TURN = re.compile(r"^[ \t“\"]{0,4}([A-Z][A-Z.’'\- ]{2,30}):[ \t]{1,3}(?=\S)([^\n]{3,4000})", re.M)
# A dateline or a heading stands once; a conversation has two speakers and goes to and fro.
_LEAST_TURNS = 4
_LEAST_SPEAKERS = 2


def turns(page: Page) -> list[Found]:
    """A turn's words are its speaker's, up to the end of the line."""
    found = list(_TURN.finditer(page.text)) if page.sentences else []
    if len(found) < _LEAST_TURNS or len({turn.group(1) for turn in found}) < _LEAST_SPEAKERS:
        return []
    if len({turn.group(1) for turn in found}) == len(found):
        return []  # headings, each another
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
