"""Whether two articles make one and the same claim."""

import re
from dataclasses import dataclass

from timeline.folding import fold
from timeline.models import Claim
from timeline.records import ClaimDraft, Extraction
from timeline.vocabulary import TimeType

_WORD = re.compile(r"\w+")


def statement(draft: ClaimDraft) -> str:
    """The words of the passage that say what happened."""
    return draft.quote[draft.statement.start - draft.start : draft.statement.end - draft.start]


@dataclass(frozen=True, slots=True)
class Said:
    """The words and figures, and how they are read: who, when, how it stands.

    Less would lose something: the sides of an accusation, a nought, a "not", another Tuesday.
    """

    words: tuple[str, ...]
    standing: str
    date: str
    speaker: str | None
    parts: frozenset[tuple[str, str]]


def said_by(claim: Claim) -> Said:
    """Wants `attribution_actor` and the mentions' actors at hand."""
    return Said(
        _words(claim.text),
        claim.standing,
        claim.date_edtf,
        claim.attribution_actor.key if claim.attribution_actor else None,
        frozenset((m.actor.key, m.role) for m in claim.mentions.all()),
    )


def said_in(draft: ClaimDraft) -> Said:
    date, said = draft.date, draft.attribution
    return Said(
        _words(statement(draft)),
        draft.standing.value,
        date.edtf if date else "",
        said.actor if said else None,
        frozenset((p.mention.actor, p.role.value) for p in draft.participants),
    )


def says_the_same(claim: Claim, draft: ClaimDraft, extraction: Extraction) -> bool:
    return said_by(claim) == said_in(draft) and not undecided_time(draft, extraction)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def undecided_time(draft: ClaimDraft, extraction: Extraction) -> bool:
    """The passage names a day that could not be worked out: another day in another article."""
    return draft.date is None and any(
        draft.start <= time.start < draft.end and time.type == TimeType.DATE
        for time in extraction.times
    )
