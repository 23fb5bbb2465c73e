"""Shared by the tests of the rules: the times found in a text, in short form."""

from timeline.edtf import parse
from timeline.extract.dates import Reference, find_times
from timeline.records import Span, TimeExpression


def times(text: str, published: str | None = "2022-09-06") -> tuple[TimeExpression, ...]:
    """The times of a text taken as one sentence. 6 September 2022 was a Tuesday."""
    reference = Reference(parse(published) if published else None)
    return find_times(text, [Span(0, len(text))], reference)


def values(text: str, published: str | None = "2022-09-06") -> list[tuple[str, str, str | None]]:
    """Words, TIMEX3 value and EDTF of each time found."""
    return [(time.text, time.value, time.edtf) for time in times(text, published)]
