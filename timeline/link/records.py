"""What linking compares: claims and events reduced to what tells them apart."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from timeline.edtf import Edtf
from timeline.link.story import NO_STORY, Story
from timeline.records import RecordedDate
from timeline.vocabulary import ConflictKind, EventType, Standing, Verdict

# Begins the feature that stands for an actor.
PARTY = "@"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as the reader sees him; `of`: key of the actor he belongs to."""

    key: str
    name: str
    of: str = ""

    @property
    def side(self) -> str:
        return self.of or self.key


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim for comparison.

    `parties`: keys of the actors, each with the country or body it belongs to.
    `terms`: what the statement speaks of, without actors, times and numbers (link/terms.py),
    and the words it turns on (link/core.py).
    `date`: the date the claim gives; `published`: when its article appeared.
    `setting`: keys of the actors named anywhere in its article.
    `recorded`: the date on record of the well-known event it tells of.
    `source`: who published it, None when not stated.
    `story`: what its article is about; `point`: how nearly the claim tells that, 0 to 1.
    `heading`: a headline, not a sentence.
    `speaker`: who says so; `doers`: who is said to have done it. Known of stored claims only.
    `features`: terms and parties ("@russia") together.
    """

    id: Hashable
    article: Hashable
    origin: Hashable
    text: str
    parties: frozenset[str]
    terms: frozenset[str]
    date: Edtf | None
    published: Edtf | None
    type: EventType | None
    setting: frozenset[str] = frozenset()
    standing: Standing = Standing.REPORTED
    recorded: RecordedDate | None = None
    source: Hashable | None = None
    story: Story = NO_STORY
    point: float = 0.0
    heading: bool = False
    speaker: Named | None = None
    doers: tuple[Named, ...] = ()
    features: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "features", self.terms | {PARTY + party for party in self.parties})


@dataclass(frozen=True, slots=True)
class EventRecord:
    id: Hashable
    claims: tuple[ClaimRecord, ...]


@dataclass(frozen=True, slots=True)
class ConflictValue:
    value: str
    label: str
    claims: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class ConflictRecord:
    """`values`: the most supported first. `subject`: what is counted; else empty."""

    kind: ConflictKind
    subject: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`score` 0 to 1 and up; `reasons` say what spoke for and against."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]

    def explain(self) -> str:
        return f"{self.verdict} ({self.score:.2f}): " + "; ".join(self.reasons)
