"""The cards of a timeline as HTML, kept from page to page for as long as nothing changes.

What differs from page to page is left open in what is kept: the numbers of the margin notes and
the address that opens a passage.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString

from timeline.browse.card_rows import Meanwhile
from timeline.browse.cards import PLAIN, Showing, cards
from timeline.browse.freshness import look
from timeline.browse.parts import part
from timeline.browse.passages import Passage
from timeline.browse.release import release
from timeline.models.versions import NAMES_CHANGED

# What is left open looks like no text: in that every "<" is escaped.
_OPEN = re.compile(r"<#(\d*)>")
_ADDRESS = SafeString("<#>")


@dataclass(frozen=True, slots=True)
class Around:
    """The page the cards stand on. `passage_link` + the id of a citation opens it there."""

    passage_link: str
    closed: str = ""
    passage: Passage | None = None

    @property
    def opened(self) -> int | None:
        """The event whose passage is open."""
        return self.passage.citation.claim.event_id if self.passage else None


@dataclass(frozen=True, slots=True)
class CardShown:
    """`last_note`: the number of its last margin note, None when it has none."""

    heading: str
    html: SafeString
    last_note: int | None


class _Kept(NamedTuple):
    """`notes`: how many margin notes it has."""

    heading: str
    notes: int
    html: str


def shown_cards(
    ids: Sequence[int], how: Showing, around: Around, meanwhile: Meanwhile = None
) -> list[CardShown]:
    """The events with these ids, in their order. No query but that of `look` when all are
    known, else those of `card_rows`, which has `meanwhile`, too.

    In a transaction, whose changes may be taken back, nothing is kept.
    """
    if replace(how, notes=0) == PLAIN and not connection.in_atomic_block:
        found = _known_or_made(ids, around, meanwhile)
    else:
        found = _made(ids, replace(how, notes=0), around, meanwhile)
    return list(_filled((found[pk] for pk in ids if pk in found), how.notes, around))


def _known_or_made(ids: Sequence[int], around: Around, meanwhile: Meanwhile) -> Mapping[int, _Kept]:
    state = look()  # before the rows: what is kept is never older than its key says
    changed = state.changed.get
    edition = f"card:{release()}:{state.snapshot}:{changed(NAMES_CHANGED, 0)}"
    # An open passage is of this page alone.
    keys = {f"{edition}:{pk}:{changed(pk, 0)}": pk for pk in ids if pk != around.opened}
    known = {keys[key]: kept for key, kept in cache.get_many(keys).items()}
    made = _made([pk for pk in ids if pk not in known], PLAIN, around, meanwhile)
    if keep := {key: made[pk] for key, pk in keys.items() if pk in made}:
        cache.set_many(keep)
    return {**known, **made}


def _made(
    ids: Sequence[int], how: Showing, around: Around, meanwhile: Meanwhile
) -> dict[int, _Kept]:
    page = replace(around, passage_link=_ADDRESS)
    made = {}
    for card in cards(ids, how, _left_open, meanwhile):
        notes = sum(len(claim.notes) for claim in card.claims)
        made[card.id] = _Kept(card.date.heading, notes, part("card", card, page))
    return made


def _left_open() -> Iterator[SafeString]:
    """The numbers of a card's notes: how far each is from the last note before the card."""
    return map(_open_number, count(1))


@lru_cache(1000)
def _open_number(number: int) -> SafeString:
    return SafeString(f"<#{number}>")


def _filled(found: Iterable[_Kept], last: int, around: Around) -> Iterator[CardShown]:
    link = str(escape(around.passage_link))
    for kept in found:
        numbers = {str(n): str(last + n) for n in range(1, kept.notes + 1)} | {"": link}
        html = _OPEN.sub(lambda place, numbers=numbers: numbers[place[1]], kept.html)  # type: ignore[misc]
        last += kept.notes
        yield CardShown(kept.heading, SafeString(html), last if kept.notes else None)
