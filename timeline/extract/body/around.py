"""What stands around an article: writers, date line, credits."""

import re
from collections.abc import Iterator

from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line
from timeline.extract.body.masthead import DATE, byline_names, is_lone_name
from timeline.records import Span

# How many lines above the body may hold byline and date line, and below it.
_ABOVE, _BELOW = 14, 6
# A date that is one of several stands this near to the title.
_BESIDE = 5
_FIRST = re.compile(r"\b(?:first |originally )?(?:published|posted|released|issued)\b", re.I)
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.I)
_NAME_PART = re.compile(r"[^@|,/]{1,60}")


def find_bylines(lines: list[Line], first: int, last: int) -> tuple[Span, ...]:
    """The names in bylines around the article's start, else in a sign-off at its end."""
    near = range(max(0, first - _ABOVE), min(first + 3, len(lines)))
    after = range(min(last + 1, len(lines)), min(last + 4, len(lines)))
    for reach in (near, after):
        spans = [span for i in reach if (span := _names(lines[i]))]
        if spans:
            return tuple(dict.fromkeys(spans))
    for i in near:
        beside = lines[max(0, i - 1) : i] + lines[i + 1 : i + 2]
        if is_lone_name(lines[i].text) and any(line.kind is Chrome.DATE for line in beside):
            match = _NAME_PART.match(lines[i].text)
            if match:
                length = len(match.group().rstrip())
                return (Span(lines[i].start, lines[i].start + length),)
    return ()


def _names(line: Line) -> Span | None:
    names = byline_names(line.text, line.words) if line.kind is Chrome.BYLINE else None
    return Span(line.start + names[0], line.start + names[1]) if names else None


def find_date_line(lines: list[Line], first: int, last: int, title: Line | None) -> Span | None:
    """The line that states when the page was published, or None.

    A labelled first publication is believed before a bare date, a bare date before an
    update. Bare dates in a list of other articles are none: only the one after the title
    counts when there are several.
    """
    labelled: list[Line] = []
    bare: list[Line] = []
    changed: list[Line] = []
    for line in _candidates(lines, first, last):
        if _FIRST.search(line.text):
            labelled.append(line)
        elif _CHANGED.search(line.text):
            changed.append(line)
        else:
            bare.append(line)
    if len({line.text for line in bare}) > 1:
        bare = _beside(lines, bare, title)
    for found in (labelled, bare, changed):
        if found:
            return found[0].span
    return None


def _beside(lines: list[Line], dates: list[Line], title: Line | None) -> list[Line]:
    """Of several dates the one just below the title; none when they are far from it."""
    if title is None:
        return []
    at = next(i for i, line in enumerate(lines) if line is title)
    return [line for line in lines[at + 1 : at + 1 + _BESIDE] if line in dates][:1]


def _candidates(lines: list[Line], first: int, last: int) -> Iterator[Line]:
    """Lines with a date: upwards from the body, its first lines, then downwards."""
    above = range(min(first, len(lines)) - 1, max(-1, first - _ABOVE - 1), -1)
    inside = range(first, min(first + 3, last))
    below = range(last + 1, min(last + 1 + _BELOW, len(lines)))
    for i in (*above, *inside, *below):
        line = lines[i]
        if line.kind is Chrome.DATE or (line.kind is Chrome.BYLINE and DATE.search(line.text)):
            yield line


def find_credits(lines: list[Line], first: int, last: int) -> tuple[Span, ...]:
    """Credit lines among the article's lines and just below them."""
    below = lines[first : last + 4]
    return tuple(line.span for line in below if line.kind is Chrome.CREDIT)
