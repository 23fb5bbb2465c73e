"""Noise inside a paragraph, and the dateline before its first sentence."""

import re
from dataclasses import dataclass

from timeline.extract.agencies import ANY_AGENCY
from timeline.extract.body.lines import BLANK
from timeline.extract.body.tails import glued_at, sign_off_at
from timeline.extract.seldom import Seldom
from timeline.records import Span

# What editors and scripts leave within running text, as whole sentences or at its end.
_NOISE_PATTERN = re.compile(
    r"(?<![^\s.!?…”’\"')\]])"
    r"(?:"
    # A lone participle says what the page does, not what happened: "Still loading."
    r"(?:(?:Still|Now) [a-z]{2,12}ing|Loading|Working|Processing|Buffering|Refreshing|Please wait)"
    r"(?:[.…]{1,3}(?=\s|$)|$)|"
    r"(?:ADVERTISEMENT|Advertisement|SPONSORED)(?:[.:]|(?=\s|[A-Z“]|$))|"
    r"(?i:(?:story|article) continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?s?)?|"
    r"scroll (?:down )?to continue(?: with content| reading)?|skip (?:past )?ad(?:vertisement)?)"
    r"[.:]?|"
    r"[(\[](?i:(?:also |must )?(?:read|watch|see)(?: also| more| here)?\s?[:|–—-]|read more|"
    r"click here|advertisement|video|photos?)[^()\[\]]{0,200}[)\]]|"
    r"(?:ALSO READ|READ ALSO|READ MORE|MUST READ|Also read|Also Read|Read also|Read Also|Read more"
    r"|Read More)\s?[:|–—][^.!?\n]{0,200}(?:[.!?]|$)|"
    r"pic\.twitter\.com/\S{1,300}|"
    # An address within a sentence is told; behind one, or alone, it is a link.
    r"(?:https?://|www\.)\S{1,300}(?=\s{0,3}$)|"
    r"(?:^|(?<=[.!?…”’\"')\]]\s))(?:https?://|www\.)\S{1,300}"
    r")"
)
_NOISE = Seldom(
    "still |now |loading|working|processing|buffering|refreshing|please wait|advertisement|"
    "sponsored|continues |scroll |skip |(|[|also read|must read|read also|read more|twitter|http|"
    "www.",
    _NOISE_PATTERN,
)
_OUTLET = r"[A-Z][\w.&'’ /-]{1,40}"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)"
)
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_PLACE_WORD = r"(?:[A-Z][\w.'’-]{0,30}|d[aeu]s?|el|al|of|the|and|la|le)"
_CAPITALISED = r"[A-Z][\w.'’-]{0,30}"
_PLACE = (
    rf"{_CAPITALISED}(?:[ /]{_PLACE_WORD}){{0,3}}"
    rf"(?:, {_CAPITALISED}(?: {_CAPITALISED}){{0,2}}){{0,2}}"
)
_DASH = r"\s{0,3}(?:—|–|--|―|-)(?:\s{1,3}|(?=[A-Z“\"‘]))"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:[,.]? {_DAY}\.?)?,?\s{{0,2}}"
    rf"(?:\({ANY_AGENCY}(?:,? {_DAY})?\)\s{{0,2}}(?:{_DASH}|[:.]\s)?|"
    rf"\({_OUTLET}(?:,? {_DAY})?\)(?:{_DASH}|:\s))|"
    rf"{_PLACE},? {_DAY}[.,]?(?: ?\({_OUTLET}\))?\s{{0,2}}(?:{_DASH}|:\s)|"
    rf"\({ANY_AGENCY}\)(?:{_DASH}|\s)|"
    rf"[A-Z][A-Z .'’/-]{{2,40}}(?:, [A-Z][\w. ]{{1,20}}){{0,2}}(?:{_DASH}|:\s)|"
    rf"{_PLACE}\s{{0,2}}(?:—|–|--|―)\s{{1,3}}(?=[A-Z“\"‘])|"
    rf"(?:[A-Z][\w.'’-]{{1,20}})(?:[ /][A-Z][\w.'’-]{{1,20}}){{0,2}}:\s{{1,2}}(?=[A-Z])|"
    rf"{_PLACE}\s{{0,2}}\({_DAY}\){_DASH}|"
    rf"{_PLACE}\s{{0,2}}[|/]\s{{0,2}}{ANY_AGENCY}\s{{0,2}}(?:[|/]\s|{_DASH}|:\s)"
    r")"
)
# Words before a colon or dash that name a kind of text, not a place.
_LABELS = frozenset(
    "analysis opinion update updated breaking exclusive explainer video watch live report review"
    " interview editorial comment note question answer q a factbox timeline background our view"
    " claim fact check verdict ruling summary correction context myth reality key points topic"
    " subject headline editor editors why what how who when where podcast photos poll quiz".split()
)
_LONGEST_DATELINE = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span`: the dateline without outer space. `body`: where the first sentence starts."""

    span: Span
    body: int


def find_dateline(text: str, start: int, end: int, *, first: bool) -> Dateline | None:
    """The dateline a paragraph `text[start:end]` begins with, or None.

    After the article's `first` paragraph only unmistakable ones count: in capitals or with an
    agency in brackets.
    """
    head = text[start : min(end, start + _LONGEST_DATELINE)]
    match = _DATELINE.match(head)
    if not match or start + match.end() >= end:
        return None
    found = match.group().rstrip(" \t:—–-―|/")
    if any(word.lower() in _LABELS for word in found.split(":")[0].split()):
        return None
    sure = "(" in found or (found.upper() == found and len(found) > 3)
    if not first and not sure:
        return None
    body = start + match.end()
    while body < end and text[body] in BLANK:
        body += 1
    return Dateline(Span(start, start + len(found)), body)


def clean_spans(text: str, start: int, end: int) -> list[Span]:
    """`text[start:end]` without the noise inside it: one span, or several around the noise."""
    piece = text[start:end]
    glued = glued_at(piece)
    if glued is not None:
        piece = piece[:glued]
    spans: list[Span] = []
    at = 0
    for match in _NOISE.finditer(piece):
        _add(spans, text, start + at, start + match.start())
        at = match.end()
    _add(spans, text, start + at, start + len(piece))
    return spans


def cut_agency(text: str, spans: list[Span]) -> tuple[list[Span], tuple[Span, ...]]:
    """The body without the agency credit behind its last sentence, and the credit."""
    if not spans:
        return spans, ()
    start, end = spans[-1]
    found = sign_off_at(text[start:end])
    if found is None:
        return spans, ()
    at = start + found
    kept = spans[:-1]
    _add(kept, text, start, at)
    while at < end and text[at] in BLANK:
        at += 1
    return kept, (Span(at, end),)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    if any(char.isalnum() for char in text[start : min(end, start + 200)]):
        spans.append(Span(start, end))
