"""A claim's date held against the record of well-known events.

The claim keeps its own date: the record stands beside it, so that a reader sees that they
agree or differ.
"""

from collections.abc import Sequence
from datetime import timedelta

from timeline import edtf
from timeline.extract.published.anchors import SLIP, AnchorIndex, among, named_in, speaks_of
from timeline.records import AnchorRecord, ClaimDate, Mention, RecordedDate, Span


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
    told = edtf.try_parse(date.edtf) if date else None
    if told is None or told.earliest is None or told.latest is None:
        return None
    named = named_in(mentions, claim)
    lower = text[claim.start : claim.end].lower()
    near = [
        anchor
        for anchor in among(named, anchors)
        if _gap(anchor, told) <= SLIP and speaks_of(lower, anchor)
    ]
    if not near:
        return None
    # Of several events of the kind the one that fits: others may be named beside it.
    best = min(near, key=lambda anchor: _gap(anchor, told))
    return RecordedDate(best.date, best.title, best.reference)


def _gap(anchor: AnchorRecord, told: edtf.Edtf) -> timedelta:
    """Time between the record and the date told; nothing when they agree."""
    known = edtf.parse(anchor.date)
    if not (known.earliest and known.latest and told.earliest and told.latest):
        return timedelta.max
    return max(known.earliest - told.latest, told.earliest - known.latest, timedelta(0))
