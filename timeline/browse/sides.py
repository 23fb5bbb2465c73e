"""One side of a disagreement: who gives the value, in which sentence, with its words found."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.browse.cards import ClaimShown
from timeline.browse.conflicts import Side
from timeline.browse.passages import Passage
from timeline.vocabulary import ConflictKind

_FIGURE = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Saying:
    """The sentence is `before` + `value` + `after`; `value` is "" when it stands otherwise."""

    claim: ClaimShown
    passage: Passage
    before: str
    value: str
    after: str


@dataclass(frozen=True, slots=True)
class SideInFull:
    side: Side
    sayings: tuple[Saying, ...]


def side_in_full(
    side: Side,
    claims: Mapping[int, ClaimShown],
    passages: Mapping[int, Passage],
    kind: ConflictKind,
) -> SideInFull:
    """`claims` of the event by id, `passages` by the id of their citation."""
    return SideInFull(
        side,
        tuple(
            _saying(claims[pk], passages[note.id], side.label, kind)
            for pk in side.claims
            if pk in claims
            for note in claims[pk].notes
        ),
    )


def _saying(claim: ClaimShown, passage: Passage, label: str, kind: ConflictKind) -> Saying:
    quote = passage.citation.quote
    told = [label, *_figures(label)]
    dating: tuple[tuple[str, str], ...] = ()
    if kind in (ConflictKind.DATE, ConflictKind.RECORD):
        told.insert(1, passage.citation.claim.date_text)
        # The rest stands with the claim, further down the page.
        dating = tuple((name, words) for name, words in passage.reasons if name == "Date")
    start, end = place_of(quote, told)
    return Saying(
        claim, replace(passage, reasons=dating), quote[:start], quote[start:end], quote[end:]
    )


def _figures(label: str) -> list[str]:
    """The number of "64 people killed", to be found where the words about it are others."""
    found = _FIGURE.match(label)
    return [found[0].rstrip(".,")] if found else []


def place_of(quote: str, wordings: Iterable[str]) -> tuple[int, int]:
    """Where the first of the wordings that occurs stands as whole words; (0, 0) for none."""
    for words in filter(None, wordings):
        spaced = r"\s+".join(re.escape(word) for word in words.split())
        if spaced and (found := re.search(rf"(?<!\w){spaced}(?!\w)", quote, re.IGNORECASE)):
            return found.span()
    return 0, 0
