"""A claim's date held against the record of well-known events.

The claim keeps its own date: the record stands beside it, so that a reader sees that they
agree or differ.
"""

from collections.abc import Sequence

from timeline import edtf
from timeline.extract.published.anchors import SLIP, named_in, speaks_of
from timeline.records import AnchorRecord, ClaimDate, Mention, RecordedDate, Span


def recorded_date(
    text: str,
    claim: Span,
    mentions: Sequence[Mention],
    date: ClaimDate | None,
    anchors: Sequence[AnchorRecord],
) -> RecordedDate | None:
    """The record of the event the claim tells of, when it lies within days of the claim's date.

    A date further away tells of another event of the kind, so there is no record for it.
    """
    told = edtf.try_parse(date.edtf) if date else None
    if told is None or told.earliest is None or told.latest is None:
        return None
    named = named_in(mentions, claim)
    lower = text[claim.start : claim.end].lower()
    for anchor in anchors:
        known = edtf.parse(anchor.date)
        if known.earliest is None or known.latest is None:
            continue
        near = edtf.interval(known.earliest - SLIP, known.latest + SLIP)
        if near.overlaps(told) and named.issuperset(anchor.actors) and speaks_of(lower, anchor):
            return RecordedDate(anchor.date, anchor.title, anchor.reference)
    return None
