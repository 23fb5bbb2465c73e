"""Frozen records that pass between reading, extraction, linking and the writer.

All offsets are Unicode code points into `Document.text` (the decoded file), 0-based,
end exclusive. A `reason` says in words a reader understands which rule decided and
which words of the text it used. EDTF values travel as text; `timeline.edtf` reads them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from timeline.vocabulary import (
    ActorKind,
    AliasKind,
    EventType,
    PublishedBasis,
    Role,
    Standing,
    TimeType,
)


class Span(NamedTuple):
    start: int
    end: int

    def within(self, other: "Span") -> bool:
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


# --- what reading hands on -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a manifest row or the command line told of an article. None: not told."""

    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    bylines: tuple[str, ...] = ()
    archived_url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article file: its decoded text exactly as read, and the sha256 of its bytes."""

    path: str
    sha256: str
    encoding: str
    text: str
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be taken in.

    `path` as it is shown to people; `reason` is a whole sentence without its full stop.
    """

    path: str
    reason: str


# --- what extraction must know about the world -----------------------------------


@dataclass(frozen=True, slots=True)
class AliasRecord:
    text: str
    kind: AliasKind


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """`key` is a slug, unique and stable. `iso3`: own code of a country, else None."""

    key: str
    name: str
    kind: ActorKind
    iso2: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    belongs_to: str | None = None
    aliases: tuple[AliasRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """A person's term in an office: ISO dates, `until` None while it lasts."""

    person: str
    office: str
    of: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class AnchorRecord:
    """A well-known event whose exact date tells the year of a text that speaks of it.

    A sentence speaks of it when it names every actor in `actors` and holds, for every
    group in `terms`, one of the group's word beginnings (lower case).
    """

    key: str
    title: str
    date: str
    actors: tuple[str, ...]
    terms: tuple[tuple[str, ...], ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    actors: tuple[ActorRecord, ...] = ()
    offices: tuple[OfficeRecord, ...] = ()
    anchors: tuple[AnchorRecord, ...] = ()


# --- what extraction finds -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """Publication date as EDTF (an interval when inferred), None when unknown."""

    edtf: str | None
    basis: PublishedBasis
    reason: str


@dataclass(frozen=True, slots=True)
class PageParts:
    """Which parts of a scraped page are what. Lines left out of `body` are page chrome."""

    body: tuple[Span, ...]
    title: Span | None = None
    bylines: tuple[Span, ...] = ()
    dateline: Span | None = None
    date_line: Span | None = None
    credits: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """`value` is the TIMEX3 value; `edtf` is None when it is no date or not resolved."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    edtf: str | None
    reason: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `actor` is the actor's key, `belongs_to` its parent's key.

    `iso3`: the country's own code, or the code of the country a body or person belongs to.
    """

    start: int
    end: int
    text: str
    actor: str
    name: str
    kind: ActorKind
    iso3: str | None = None
    belongs_to: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it. `start`, `end`, `text`: the words naming the source; `content`: what is said."""

    start: int
    end: int
    text: str
    cue: Span | None
    content: tuple[Span, ...]
    actor: str | None = None
    actor_name: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDate:
    edtf: str
    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class RecordedDate:
    """The date on record of the well-known event a claim tells of, and where it stands."""

    edtf: str
    title: str
    reference: str


@dataclass(frozen=True, slots=True)
class Coding:
    """PLOVER type and mode with the words that decided; confidence 0 to 1."""

    type: EventType
    mode: str | None
    trigger: Span
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Participant:
    mention: Mention
    role: Role
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """One statement found in the text.

    `start`, `end`, `quote`: the passage that supports it (a sentence or a main clause);
    `statement`: the part of the passage that says what happened, without "X said that".
    """

    start: int
    end: int
    quote: str
    statement: Span
    standing: Standing
    standing_reason: str
    attribution: Attribution | None
    date: ClaimDate | None
    participants: tuple[Participant, ...]
    coding: Coding | None
    recorded: RecordedDate | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document. `credit`: the agency a line credits ("(Reuters)").

    `beside`: what is named and acts in no claim: towns, regions and waters, whose `actor` is
    "", and all that the headline and captions name.
    `headings`: the headline and the line below it, read like claims; they begin no event.
    `notes`: sentences for the reader of the report, such as "no article text found".
    """

    document: Document
    title: str | None
    bylines: tuple[str, ...]
    language: str | None
    published: Published
    parts: PageParts
    sentences: tuple[Span, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[ClaimDraft, ...]
    beside: tuple[Mention, ...] = ()
    headings: tuple[ClaimDraft, ...] = ()
    credit: str = ""
    notes: tuple[str, ...] = ()
