"""Stored claims as an event's row is worked out from them: each once for every article."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import TextField
from django.db.models.functions import Cast

from timeline import edtf
from timeline.edtf import Edtf
from timeline.ingest.candidates import parties_in, words_in
from timeline.ingest.pieces import pieces
from timeline.ingest.sides import Mentioned, doers_of, named, speaker_of
from timeline.link.records import ClaimRecord, Named
from timeline.models import Citation, Claim, Mention
from timeline.records import RecordedDate
from timeline.vocabulary import EventType, SourceKind, Standing


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage and the article it stands in; `source`: who published that, where stated."""

    quote: str
    article: int
    origin: int
    published: Edtf | None
    source: int | None


@dataclass(slots=True)
class Told:
    """A stored claim: the columns that go on to its event's row, names as they are there.

    `records`: the claim once for each article that makes it; `quotes`: the passages.
    """

    pk: int
    text: str
    type: str
    mode: str
    type_reason: str
    heading: bool
    date_text: str
    date_reason: str
    date_inferred: bool
    attribution_text: str
    mentions: list[Mentioned] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    records: list[ClaimRecord] = field(default_factory=list)

    def add(self, mentions: list[Mentioned], cited: Sequence[Cited], compared: "Compared") -> None:
        """The actors it names, in their order, and its passages."""
        self.mentions = mentions
        self.quotes = [citation.quote for citation in cited]
        self.records = _records(self, cited, compared)


@dataclass(frozen=True, slots=True)
class Compared:
    """What of a stored claim goes into its records alone. `actor`: to whom it is attributed."""

    date_edtf: str
    standing: str
    point: float
    recorded: Mapping[str, str]
    terms: Sequence[str]
    actor: Named | None


_TOLD = (
    "pk text type mode type_reason heading date_text date_reason date_inferred attribution_text"
).split()
_COMPARED = "date_edtf standing point recorded".split()
_SPEAKER = "attribution_actor__key attribution_actor__name attribution_actor__belongs_to__key"


def told_of(events: Sequence[int]) -> dict[int, list[Told]]:
    """The claims of each event by id, in the order in which they came. Three queries for 500."""
    told: dict[int, list[Told]] = {event: [] for event in events}
    at = len(_TOLD)
    for some in pieces(events):
        mentions, citations = _mentions(some), _citations(some)
        rows = Claim.objects.filter(event__in=some).order_by("pk")
        rows = rows.annotate(stored_terms=Cast("terms", TextField()))
        columns = [*_TOLD, *_COMPARED, "stored_terms", *_SPEAKER.split(), "event"]
        for row in rows.values_list(*columns):
            claim = Told(*row[:at])
            date_edtf, standing, point, recorded, terms, key, name, parent, event = row[at:]
            actor, features = named(key, name, parent), json.loads(terms)
            compared = Compared(date_edtf, standing, point, recorded, features, actor)
            claim.add(mentions.get(claim.pk, []), citations.get(claim.pk, []), compared)
            told[event].append(claim)
    return told


def told_by(claim: Claim, actor: Named | None) -> tuple[Told, Compared]:
    """What `told_of` has of a claim that is about to be stored, `actor` as he is stored."""
    told = Told(*(getattr(claim, name) for name in _TOLD))
    compared = Compared(
        claim.date_edtf, claim.standing, claim.point, claim.recorded, claim.terms, actor
    )
    return told, compared


def _records(claim: Told, cited: Sequence[Cited], compared: Compared) -> list[ClaimRecord]:
    speaker = speaker_of(compared.actor, claim.attribution_text)
    recorded = RecordedDate(**compared.recorded) if compared.recorded else None
    doers = doers_of(claim.type, claim.mentions)
    return [
        ClaimRecord(
            id=claim.pk,
            article=citation.article,
            origin=citation.origin,
            text=claim.text,
            parties=parties_in(compared.terms),
            terms=words_in(compared.terms),
            date=edtf.try_parse(compared.date_edtf),
            published=citation.published,
            type=EventType(claim.type) if claim.type else None,
            standing=Standing(compared.standing),
            source=citation.source,
            recorded=recorded,
            point=compared.point,
            heading=claim.heading,
            speaker=speaker,
            doers=doers,
        )
        for citation in cited
    ]


def _mentions(events: Sequence[int]) -> dict[int, list[Mentioned]]:
    mentions: dict[int, list[Mentioned]] = {}
    rows = Mention.objects.filter(claim__event__in=events).order_by("start", "pk")
    for claim, actor, role, key, name, parent in rows.values_list(
        "claim", "actor", "role", "actor__key", "actor__name", "actor__belongs_to__key"
    ):
        mentions.setdefault(claim, []).append(Mentioned(actor, role, key, name, parent))
    return mentions


def _citations(events: Sequence[int]) -> dict[int, list[Cited]]:
    citations: dict[int, list[Cited]] = {}
    rows = Citation.objects.filter(claim__event__in=events).order_by("pk")
    for claim, quote, article, origin, published, source, kind in rows.values_list(
        "claim",
        "quote",
        "article",
        "article__origin",
        "article__published_edtf",
        "article__source",
        "article__source__kind",
    ):
        stated = source if kind != SourceKind.UNKNOWN else None
        cited = Cited(quote, article, origin, edtf.try_parse(published), stated)
        citations.setdefault(claim, []).append(cited)
    return citations
