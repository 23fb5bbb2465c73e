"""The publication date by order of belief: told, stated on the page, dateline, name, inferred."""

import re
from collections.abc import Sequence
from datetime import date

from timeline import edtf
from timeline.extract.metadata import StatedDate, dateline_date, page_date
from timeline.extract.published.anchors import AnchorIndex
from timeline.extract.published.inference import Offices, infer_published
from timeline.records import (
    Document,
    Mention,
    PageParts,
    Published,
    Span,
    TimeExpression,
)
from timeline.vocabulary import PublishedBasis

UNKNOWN = Published(None, PublishedBasis.UNKNOWN, "nothing tells when it was published")
_TOLD = {
    PublishedBasis.CURATED: "set by a curator",
    PublishedBasis.MANIFEST: "given in the manifest",
    PublishedBasis.ARGUMENT: "given on the command line",
}
# A day in a file name or address, not inside a longer run of letters and digits.
_NAME_DATE = re.compile(
    r"(?<![0-9A-Za-z])(?P<y>(?:19|20)\d\d)(?P<s>[-_./]?)(?P<m>0[1-9]|1[0-2])(?P=s)"
    r"(?P<d>0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"
)


def told_published(document: Document) -> Published | None:
    """What the manifest, the command line or a curator says."""
    value = edtf.try_parse(document.metadata.published)
    if value is None:
        return None
    basis = document.metadata.published_basis or PublishedBasis.MANIFEST
    return Published(value.text, basis, _TOLD.get(basis, basis.value))


def stated_published(document: Document, parts: PageParts) -> Published | None:
    """What the page, its address, the dateline or the file's name says, with its year."""
    for basis, found in _statements(document, parts):
        if found and found.edtf.is_dated:
            return Published(found.edtf.text, basis, found.reason)
    url = document.metadata.url
    if url and (day := date_in_name(url)):
        return Published(day.text, PublishedBasis.PAGE, f"the address holds {day.text}")
    if day := date_in_name(document.path):
        return Published(
            day.text, PublishedBasis.FILENAME, f"the file's name “{document.path}” holds {day.text}"
        )
    return None


def inferred_published(
    document: Document,
    parts: PageParts,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    anchors: AnchorIndex,
    offices: Offices,
) -> Published:
    """From inside the text; `times` were found without a reference date.

    A day without a year on the page or in the dateline is completed when the inferred
    interval leaves one year only.
    """
    inferred = infer_published(document.text, sentences, mentions, times, anchors, offices)
    interval = edtf.try_parse(inferred.edtf) if inferred else None
    for basis, found in _statements(document, parts):
        day = _in_interval(found.edtf, interval) if found and interval else None
        if found and day and inferred:
            reason = f"{found.reason}; its year is {inferred.reason}"
            return Published(day.text, basis, reason)
    return inferred or UNKNOWN


def date_in_name(name: str) -> edtf.Edtf | None:
    """The last whole day in a file name or address; None when it holds none."""
    days = [
        edtf.try_parse(f"{m['y']}-{m['m']}-{m['d']}")
        for m in _NAME_DATE.finditer(name.replace("_", "-"))
    ]
    return next((day for day in reversed(days) if day), None)


def _statements(
    document: Document, parts: PageParts
) -> tuple[tuple[PublishedBasis, StatedDate | None], ...]:
    return (
        (PublishedBasis.PAGE, page_date(document.text, parts)),
        (PublishedBasis.DATELINE, dateline_date(document.text, parts)),
    )


def _in_interval(yearless: edtf.Edtf, interval: edtf.Edtf) -> edtf.Edtf | None:
    """The one day `XXXX-09-06` can be within the interval."""
    if interval.earliest is None or interval.latest is None or yearless.is_dated:
        return None
    parts = yearless.text.split("-")
    if len(parts) != 3:
        return None
    years = range(interval.earliest.year, interval.latest.year + 1)
    days = [edtf.try_parse(f"{year:04d}-{parts[1]}-{parts[2]}") for year in years]
    fitting = [d for d in days if d and _within(d.earliest, interval)]
    return fitting[0] if len(fitting) == 1 else None


def _within(day: date | None, interval: edtf.Edtf) -> bool:
    low, high = interval.earliest, interval.latest
    return day is not None and low is not None and high is not None and low <= day <= high
