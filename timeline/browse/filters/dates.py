"""Dates as people type them into a filter, and a stretch of dates in words."""

import re

from timeline import edtf
from timeline.edtf import Edtf
from timeline.extract.dates import read_date

EXAMPLES = "Write for example 2022, Jul 2022, 3 March 2014 or 2022-02."
_BETWEEN = ".."
# What is written so and is no date (2022-02-30) is a slip, not a coarser date.
_BY_NUMBERS = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?")


def typed_date(text: str) -> Edtf:
    """The date somebody typed. Raises ValueError with a sentence for the person."""
    value = edtf.try_parse(text.strip())
    if value is None and not _BY_NUMBERS.fullmatch(text.strip()):
        value = read_date(text)
    if value is None:
        raise ValueError(f"“{shorten(text)}” is no date I can read. {EXAMPLES}")
    if not value.is_dated:
        raise ValueError(f"“{shorten(text)}” has no year. {EXAMPLES}")
    return value


def split_stretch(text: str) -> tuple[str, str] | None:
    """Both ends of "2022-02..2022-09" or "Feb 2022 .. 3 March 2023"; None for one date."""
    if text.strip().startswith(("[", "{")) or text.count(_BETWEEN) != 1:
        return None
    start, end = (part.strip() for part in text.split(_BETWEEN))
    return (start, end) if start and end else None


def stretch_words(start: Edtf | None, end: Edtf | None) -> str:
    """The days from `start` to `end` in words: "2022", "February to September 2022"."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"until {end.phrase()}" if end is not None else f"since {start.phrase()}"  # type: ignore[union-attr]
    if start.text == end.text:
        return start.phrase()
    whole = _whole_period(start, end)
    if whole:
        return whole
    first, last = start.phrase(), end.phrase()
    year = last.rsplit(" ", 1)[-1]
    if start.kind == end.kind and start.kind in ("month", "day"):
        first = first.removesuffix(f" {year}")
    return f"{first} to {last}"


def _whole_period(start: Edtf, end: Edtf) -> str:
    """A year or month given by its first and last month or day: "2022-01" to "2022-12"."""
    if start.earliest is None or end.latest is None:
        return ""
    for length in (4, 7):
        period = edtf.try_parse(start.text[:length])
        if period and (period.earliest, period.latest) == (start.earliest, end.latest):
            return period.phrase()
    return ""


def shorten(text: str, length: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
