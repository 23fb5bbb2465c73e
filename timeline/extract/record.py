"""A claim's date held against the record of well-known events.

The claim keeps its own date: the record stands beside it, so that a reader sees that they
agree or differ.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import inf

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
    told = _days(date.edtf) if date else None
    if told is None:
        return None
    named = named_in(mentions, claim)
    lower = text[claim.start : claim.end].lower()
    near = [
        anchor
        for anchor in among(named, anchors)
        if _gap(anchor, told) <= SLIP.days and speaks_of(lower, anchor)
    ]
    if not near:
        return None
    # Of several events of the kind the one that fits: others may be named beside it.
    best = min(near, key=lambda anchor: _gap(anchor, told))
    return RecordedDate(best.date, best.title, best.reference)


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[int, int] | None:
    """First and last day of an EDTF date, counted as `date.toordinal` does; None when open."""
    value = edtf.try_parse(text)
    if value is None or value.earliest is None or value.latest is None:
        return None
    return value.earliest.toordinal(), value.latest.toordinal()


def _gap(anchor: AnchorRecord, told: tuple[int, int]) -> float:
    """Days between the record and the date told; none when they agree."""
    known = _days(anchor.date)
    if known is None:
        return inf
    return max(known[0] - told[1], told[0] - known[1], 0)
