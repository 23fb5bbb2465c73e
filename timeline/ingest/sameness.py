"""Whether two articles make one and the same claim."""

import re

from timeline.folding import fold
from timeline.models import Claim
from timeline.records import ClaimDraft, Extraction
from timeline.vocabulary import TimeType

_WORD = re.compile(r"\w+")


def statement(draft: ClaimDraft) -> str:
    """The words of the passage that say what happened."""
    return draft.quote[draft.statement.start - draft.start : draft.statement.end - draft.start]


def says_the_same(claim: Claim, draft: ClaimDraft, extraction: Extraction) -> bool:
    """The same words and figures, read in the same way: who, when, how it stands.

    Less would lose something: the sides of an accusation, a nought, a "not", another Tuesday.
    """
    date, said = draft.date, draft.attribution
    actor = claim.attribution_actor.key if claim.attribution_actor else None
    parts = {(m.actor.key, m.role) for m in claim.mentions.select_related("actor")}
    return (
        _words(claim.text) == _words(statement(draft))
        and claim.standing == draft.standing.value
        and claim.date_edtf == (date.edtf if date else "")
        and not _undecided_time(draft, extraction)
        and actor == (said.actor if said else None)
        and parts == {(p.mention.actor, p.role.value) for p in draft.participants}
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _undecided_time(draft: ClaimDraft, extraction: Extraction) -> bool:
    """The passage names a day that could not be worked out: another day in another article."""
    return draft.date is None and any(
        draft.start <= time.start < draft.end and time.type == TimeType.DATE
        for time in extraction.times
    )
