"""All that is known of one event: every claim with its passage, and how each value is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from timeline.browse.addresses import addresses
from timeline.browse.card_rows import card_rows
from timeline.browse.cards import ActorShown, Card, ClaimShown, Showing, cards_of, with_role
from timeline.browse.dates_shown import short_phrase
from timeline.browse.filters import Filter, Sides, write_sides
from timeline.browse.link_reasons import WhyHere, why_here
from timeline.browse.passages import Passage, passage_of
from timeline.browse.sides import SideInFull, side_in_full
from timeline.models import Citation, Claim, Event
from timeline.vocabulary import Role, SourceKind


@dataclass(frozen=True, slots=True)
class ClaimInFull:
    """`date`: the date this claim gives, in words; `why`: why it is about this event."""

    shown: ClaimShown
    passages: tuple[tuple[int, Passage], ...]
    date: str
    date_words: str
    why: WhyHere


@dataclass(frozen=True, slots=True)
class ConflictInFull:
    id: int
    lead: str
    words: str
    sides: tuple[SideInFull, ...]

    @property
    def compare_link(self) -> str:
        """The two sources side by side, where each side is that of one stated source."""
        told = [
            {saying.passage.citation.article.source for saying in side.sayings}
            for side in self.sides
            if not side.side.is_record
        ]
        if len(told) != 2 or any(len(sources) != 1 for sources in told):
            return ""
        one, other = (next(iter(sources)) for sources in told)
        if one == other or SourceKind.UNKNOWN in (one.kind, other.kind):
            return ""
        sides = Sides(a=Filter(sources=(one.slug,)), b=Filter(sources=(other.slug,)))
        return f"{reverse('compare')}?{write_sides(sides)}"


@dataclass(frozen=True, slots=True)
class EventPage:
    event: Event
    card: Card
    date_phrase: str
    claims: tuple[ClaimInFull, ...]
    conflicts: tuple[ConflictInFull, ...]
    mentioned: tuple[ActorShown, ...]

    @property
    def is_date_curated(self) -> bool:
        return self.event.is_curated("date_edtf")


def event_page(pk: int) -> EventPage | None:
    """In a fixed number of queries; None when there is no such event."""
    event = Event.objects.filter(pk=pk).first()
    if event is None:
        return None
    rows = card_rows([pk])
    (card,) = cards_of(rows, [pk], Showing(most_claims=None))
    passages = {citation.pk: passage_of(citation) for citation in _citations(event)}
    claims = {found.citation.claim_id: found.citation.claim for found in passages.values()}
    parts = rows.parts[pk]
    names = {part["actor__key"]: part["actor__name"] for part in parts}
    return EventPage(
        event=event,
        card=card,
        date_phrase=event.date.phrase() if event.date else "not known",
        claims=tuple(_in_full(shown, claims[shown.id], passages, names) for shown in card.claims),
        conflicts=tuple(_conflicts(card, passages)),
        mentioned=with_role(parts, Role.MENTIONED, addresses()),
    )


def _citations(event: Event) -> Iterator[Citation]:
    about = Citation.objects.filter(claim__event=event).order_by("pk")
    for citation in about.select_related("claim__attribution_actor", "article__source"):
        citation.claim.event = event  # known: not to be read again with each
        yield citation


def _in_full(
    shown: ClaimShown, claim: Claim, passages: dict[int, Passage], names: dict[str, str]
) -> ClaimInFull:
    return ClaimInFull(
        shown=shown,
        passages=tuple((note.number, passages[note.id]) for note in shown.notes),
        date=short_phrase(claim.date_edtf),
        date_words=claim.date_text,
        why=why_here(claim.link_reason, claim.text, names),
    )


def _conflicts(card: Card, passages: dict[int, Passage]) -> list[ConflictInFull]:
    claims = {claim.id: claim for claim in card.claims}
    return [
        ConflictInFull(
            found.id,
            found.lead,
            found.words,
            tuple(side_in_full(side, claims, passages, found.kind) for side in found.sides),
        )
        for found in card.disagreements
    ]
