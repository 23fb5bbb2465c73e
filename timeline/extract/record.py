"""A claim's date held against the record of well-known events.

The claim keeps its own date: the record stands beside it, so that a reader sees that they
agree or differ.
"""

from collections.abc import Sequence

from timeline.extract.published.anchors import AnchorIndex, days_of, gap, named_in, speaks_of
from timeline.records import ClaimDate, Mention, RecordedDate, Span


def recorded_date(
    text: str,
    claim: Span,
    mentions: Sequence[Mention],
    date: ClaimDate | None,
    anchors: AnchorIndex,
) -> RecordedDate | None:
    """The record of the event the claim tells of, when it lies within days of the claim's date.

    A date further away tells of another event of the kind, so there is no record for it.
    """
    told = days_of(date.edtf) if date else None
    if told is None:
        return None
    lower = text[claim.start : claim.end].lower()
    near = [a for a in anchors.near(named_in(mentions, claim), told) if speaks_of(lower, a)]
    if not near:
        return None
    # Of several events of the kind the one that fits: others may be named beside it.
    best = min(near, key=lambda anchor: gap(anchor, told))
    return RecordedDate(best.date, best.title, best.reference)
