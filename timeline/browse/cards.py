"""What a timeline shows of the events of a page: plain records, in three queries."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import count, groupby
from typing import Generic, NamedTuple, Protocol, TypeVar

from timeline.browse.addresses import AddressOf, addresses
from timeline.browse.card_rows import CardRows, Meanwhile, Row, card_rows
from timeline.browse.conflicts import Disagreement, disagreement
from timeline.browse.dates_shown import DateShown, date_shown, first_reported
from timeline.browse.matches import highlighted
from timeline.browse.notes import Note, Number, note
from timeline.browse.search import Term
from timeline.browse.speakers import Speaker, speaker
from timeline.models.as_known import NEEDED, event_as_known, still_disagree, was_out
from timeline.vocabulary import (
    QUAD_LABEL,
    STANDING_LABEL,
    TYPE_LABEL,
    EventType,
    PublishedBasis,
    Role,
    SourceKind,
    Standing,
)

# More claims than this stand on the event's own page.
MOST_CLAIMS = 6
MOST_ACTORS = 6
# A title of more characters than this is set smaller.
LONG_TITLE = 110
_STANDING_WORD = {
    standing.value: "" if standing is Standing.REPORTED else label
    for standing, label in STANDING_LABEL.items()
}
_QUAD_WORDS = {None: ""} | {quad.value: label.lower() for quad, label in QUAD_LABEL.items()}
_UNKNOWN = SourceKind.UNKNOWN.value
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")


class ClaimShown(NamedTuple):
    """`is_title`: its words stand already as the title of the event.

    `is_heading`: it is an article's headline.
    """

    id: int
    text: str
    standing: str
    standing_word: str
    who: Speaker | None
    who_url: str
    notes: tuple[Note, ...]
    language: str
    is_title: bool
    is_heading: bool


class ActorShown(NamedTuple):
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Showing:
    """How cards are shown: claims at most, as known by a day, with words of a search marked.

    `passages`: the citations to show and the rank of each among them, None for all.
    `notes`: margin notes that stand before them.
    """

    most_claims: int | None = MOST_CLAIMS
    notes: int = 0
    known_by: date | None = None
    terms: tuple[Term, ...] = ()
    passages: Mapping[int, int] | None = None

    def chosen(self, citations: list[Row]) -> list[Row]:
        ranks = self.passages
        if ranks is None:
            return citations
        return sorted((c for c in citations if c["pk"] in ranks), key=lambda c: ranks[c["pk"]])


PLAIN = Showing()


@dataclass(frozen=True, slots=True)
class Card:
    """`later_claims`: those made after the day as known on which the card is shown."""

    id: int
    url: str
    title: str
    date: DateShown
    quad: int
    kind: str
    quad_label: str
    actors: tuple[ActorShown, ...]
    recipients: tuple[ActorShown, ...]
    support: str
    reviewed: bool
    note: str
    disagreements: tuple[Disagreement, ...]
    claims: tuple[ClaimShown, ...]
    more_claims: int
    later_claims: int = 0

    @property
    def lone(self) -> ClaimShown | None:
        """The only claim, when the title says the same in full."""
        return self.claims[0] if self.claims and self.claims[0].is_title else None

    @property
    def heading(self) -> str:
        """The month or period it stands in."""
        return self.date.heading

    @property
    def has_long_title(self) -> bool:
        return len(self.title) > LONG_TITLE


class Dated(Protocol):
    @property
    def heading(self) -> str: ...


Shown = TypeVar("Shown", bound=Dated)
Numbering = Callable[[], Iterator[Number]]


@dataclass(frozen=True, slots=True)
class Group(Generic[Shown]):
    heading: str
    cards: tuple[Shown, ...]


def cards(
    ids: Sequence[int],
    how: Showing = PLAIN,
    numbering: Numbering | None = None,
    meanwhile: Meanwhile = None,
) -> list[Card]:
    """The events with these ids, in their order. `meanwhile`: as `card_rows` has it.

    Margin notes count through the pages, or in each card as its `numbering` says.
    """
    rows = card_rows(ids, NEEDED if how.known_by else (), meanwhile)
    return cards_of(rows, ids, how, numbering)


def cards_of(
    rows: CardRows, ids: Iterable[int], how: Showing = PLAIN, numbering: Numbering | None = None
) -> list[Card]:
    address_of = addresses()
    through = count(how.notes + 1)
    return [
        _card(
            rows.events[pk],
            rows.citations[pk],
            rows.parts[pk],
            numbering() if numbering else through,
            how,
            address_of,
        )
        for pk in ids
        if pk in rows.events
    ]


def grouped(shown: Iterable[Shown]) -> list[Group[Shown]]:
    """The cards under the month or period each stands in, in the order they come."""
    return [
        Group(heading, tuple(group))
        for heading, group in groupby(shown, key=lambda card: card.heading)
    ]


def _card(
    rows: list[Row],
    citations: list[Row],
    actors: list[Row],
    numbers: Iterator[Number],
    how: Showing,
    address_of: AddressOf,
) -> Card:
    event = rows[0]
    told = {row["claim_id"] for row in citations}
    if how.known_by:
        citations = [row for row in citations if was_out(row, how.known_by)]
        event = event_as_known(event, citations)
    known = {row["claim_id"] for row in citations}
    shown = how.chosen(citations)
    by_claim = [list(rows) for _, rows in groupby(shown, key=lambda row: row["claim_id"])]
    kept = by_claim if how.most_claims is None else by_claim[: how.most_claims]
    first_of_origin: dict[int, tuple[Number, int]] = {}
    # A lone claim of which the title is a part becomes the title, and is printed once.
    in_full = _in_full(event, shown[0]) if shown and len(known) == 1 else ""
    return Card(
        id=event["pk"],
        url=address_of("event", event["pk"]),
        title=highlighted(in_full or event["title"], how.terms),
        date=date_shown(
            event["date_edtf"],
            event["date_text"],
            event["date_inferred"],
            partial(_first_reported, citations),
        ),
        quad=event["quad"] or 0,
        kind=kind_words(event["type"], event["mode"]),
        quad_label=_QUAD_WORDS[event["quad"]],
        actors=with_role(actors, Role.ACTOR, address_of)[:MOST_ACTORS],
        recipients=with_role(actors, Role.RECIPIENT, address_of)[:MOST_ACTORS],
        support=support_words(
            event["article_count"],
            event["origin_count"],
            len({row["article__source__slug"] for row in citations}),
            all(row["article__source__kind"] != _UNKNOWN for row in citations),
        ),
        reviewed=event["reviewed"],
        note=event["note"],
        disagreements=tuple(
            disagreement(row["conflicts__pk"], row["conflicts__kind"], sides, citations)
            for row in rows
            if row["conflicts__pk"] and (sides := _sides(row["conflicts__values"], known, how))
        ),
        claims=tuple(
            _claim(rows, numbers, first_of_origin, bool(in_full), how.terms, address_of)
            for rows in kept
        ),
        more_claims=len(known) - len(kept),
        later_claims=len(told - known),
    )


def _first_reported(citations: Iterable[Row]) -> str:
    return first_reported(
        (
            row["article__published_edtf"],
            row["article__published_basis"] == PublishedBasis.INFERRED,
        )
        for row in citations
    )


def _sides(values: list[dict], known: set[int], how: Showing) -> list[dict]:
    return still_disagree(values, known) if how.known_by else values


@cache
def kind_words(type: str, mode: str) -> str:
    if not type:
        return ""
    label = TYPE_LABEL[EventType(type)]
    return f"{label} ({mode.replace('-', ' ')})" if mode else label


def support_words(articles: int, origins: int, outlets: int, stated: bool = True) -> str:
    """How many tell of it, and how many of those independently.

    Articles with the same wire copy are one origin; an outlet does not confirm itself.
    Unless every source is `stated`, nobody can say which of them are independent.
    """
    if articles <= 1:
        return "1 article" if articles else ""
    if stated and outlets == 1:
        return f"{articles} articles of 1 source"
    if origins == 1:
        return f"{articles} articles, 1 origin"
    if not stated:
        return f"{articles} articles, {origins} origins"
    independent = min(origins, outlets)
    words = f"{independent} independent sources"
    return words if independent == articles else f"{articles} articles, {words}"


def with_role(actors: Iterable[Row], role: Role, address_of: AddressOf) -> tuple[ActorShown, ...]:
    return tuple(
        ActorShown(row["actor__name"], address_of("actor", row["actor__key"]))
        for row in actors
        if row["role"] == role.value
    )


def _claim(
    rows: list[Row],
    numbers: Iterator[Number],
    first_of_origin: dict[int, tuple[Number, int]],
    is_title: bool,
    terms: tuple[Term, ...],
    address_of: AddressOf,
) -> ClaimShown:
    first = rows[0]
    standing = first["claim__standing"]
    key = first["claim__attribution_actor__key"]
    return ClaimShown(
        id=first["claim_id"],
        text=highlighted(first["claim__text"], terms),
        standing=standing,
        standing_word=_STANDING_WORD[standing],
        who=speaker(
            first["claim__attribution_text"], first["claim__attribution_actor__name"] or ""
        ),
        who_url=address_of("actor", key) if key else "",
        notes=tuple(note(row, next(numbers), first_of_origin, address_of) for row in rows),
        language=first["article__language"],
        is_title=is_title,
        is_heading=first["claim__heading"],
    )


def _in_full(event: Row, claim: Row) -> str:
    """The claim's text when the title is cut from it, in the form of a title; else "".

    A title that a curator gave stays, unless it says the same.
    """
    text = " ".join(claim["claim__text"].split())
    text = text.removesuffix("”") if "“" not in text else text
    # The stop of "U.N." belongs to the word.
    text = text.removesuffix(".") if text.rsplit(" ", 1)[-1].count(".") == 1 else text
    title, whole = _bare(event["title"]), _bare(text)
    if title != whole and (title not in whole or "title" in event["curated_fields"]):
        return ""
    return text[:1].upper() + text[1:]


def _bare(text: str) -> str:
    """What is left of a text when it is cut or quoted otherwise."""
    return _NEITHER_LETTER_NOR_DIGIT.sub("", text.casefold())
