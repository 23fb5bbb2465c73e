"""From a page to its parts."""

from timeline.extract.body.around import find_bylines, find_credits, find_date_line
from timeline.extract.body.bare import is_bare, is_note, is_told_caption
from timeline.extract.body.bridge import with_parts_apart
from timeline.extract.body.fragments import belongs, list_items, with_list
from timeline.extract.body.headline import find_title_line, title_lines
from timeline.extract.body.inline import clean_spans, cut_agency, find_dateline
from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line, read_lines
from timeline.extract.body.segment import Segment, find_segment, weigh
from timeline.records import PageParts, Span

_MASTHEAD = (Chrome.BYLINE, Chrome.DATE)
# A summary above the byline is at most this share of the article.
_SUMMARY_SHARE = 0.25
_SUMMARY_LINES = 3


def find_parts(text: str, *, title_hint: str | None = None) -> PageParts:
    """Which parts of a plain-text page are the article's own words, and which are not.

    `title_hint`: the title when it is known from elsewhere; it helps to find the title line.
    The body's spans are in order, do not overlap and hold no outer white space. When nothing
    reads like an article, `body` is empty and `reason` says so. Never raises; linear time.
    """
    lines = read_lines(text)
    items = list_items(lines)
    if is_note(lines):
        return _parts(text, lines, lines, 0, len(lines) - 1, None)
    weights = weigh(lines, items)
    titles = title_lines(lines, title_hint)
    segment = find_segment(lines, weights, titles)
    if segment is None:
        title = find_title_line(lines, len(lines), title_hint)
        return PageParts(body=(), title=title.span if title else None, reason=_nothing(lines))
    segment = with_parts_apart(lines, weights, segment, titles)
    first, last = _after_summary(lines, segment), with_list(lines, segment.last, items)
    title = find_title_line(lines, first, title_hint)
    kept = _kept(lines, weights, items, first, last, title)
    return _parts(text, lines, kept, first, last, title)


def _parts(
    text: str, lines: list[Line], kept: list[Line], first: int, last: int, title: Line | None
) -> PageParts:
    spans, dateline = _spans(text, kept)
    spans, agency = cut_agency(text, spans)
    if not spans:
        return PageParts(body=(), title=title.span if title else None, reason=_nothing(lines))
    return PageParts(
        body=tuple(spans),
        title=title.span if title else None,
        bylines=find_bylines(lines, first, last),
        dateline=dateline,
        date_line=find_date_line(lines, first, last, title),
        credits=(*find_credits(lines, first, last), *agency),
        reason=_reason(lines, kept),
    )


def _after_summary(lines: list[Line], segment: Segment) -> int:
    """The first line of the article itself: after a summary that stands above the byline."""
    total = sum(line.words for line in lines[segment.first : segment.last + 1] if line.is_prose)
    before, count = 0, 0
    for i in range(segment.first, segment.last + 1):
        line = lines[i]
        if line.kind in _MASTHEAD:
            if before <= total * _SUMMARY_SHARE:
                return i + 1
            break
        if line.is_prose:
            before, count = before + line.words, count + 1
        if count > _SUMMARY_LINES:
            break
    return segment.first


def _kept(
    lines: list[Line],
    weights: list[float],
    items: frozenset[int],
    first: int,
    last: int,
    title: Line | None,
) -> list[Line]:
    kept: list[Line] = []
    seen: set[str] = set()
    alone, bare = first == last, is_bare(lines)
    for i in range(first, last + 1):
        line = lines[i]
        if line is title or line.text in seen:
            continue
        if not (bare and is_told_caption(line)) and not _stays(
            lines, i, weights, items, alone=alone
        ):
            continue
        if line.repeats > 1:
            seen.add(line.text)
        kept.append(line)
    return kept


def _stays(
    lines: list[Line], i: int, weights: list[float], items: frozenset[int], *, alone: bool
) -> bool:
    line = lines[i]
    if line.kind is not None:
        return i in items
    if line.is_prose:
        return weights[i] > 0 or alone
    if line.is_sentence:
        return line.words >= 3 or line.small > 0 or line.text[0] in "\"“'‘"
    if line.is_lead_in:
        return i + 1 < len(lines) and lines[i + 1].kind is None
    return belongs(lines, i, items)


def _spans(text: str, kept: list[Line]) -> tuple[list[Span], Span | None]:
    spans: list[Span] = []
    dateline: Span | None = None
    for n, line in enumerate(kept):
        start = line.start
        # "England (Group A): ten times" is an item of a list.
        found = line.is_prose and find_dateline(text, line.start, line.end, first=n == 0)
        if found:
            start = found.body
            dateline = dateline or found.span
        spans.extend(clean_spans(text, start, line.end))
    return spans, dateline


def _reason(lines: list[Line], kept: list[Line]) -> str:
    """How much is left out and what it was."""
    chosen = {line.start for line in kept}
    kinds: dict[str, int] = {}
    for line in lines:
        if line.start not in chosen:
            name = line.kind.value if line.kind else "short lines and headings"
            kinds[name] = kinds.get(name, 0) + 1
    if not kinds:
        return "every line reads like running text"
    left = ", ".join(f"{count} {name}" for name, count in sorted(kinds.items(), key=_by_count))
    return f"{len(kept)} of {len(lines)} lines read like the article's text; left out: {left}"


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _nothing(lines: list[Line]) -> str:
    if not lines:
        return "no article found: the page is empty"
    return (
        f"no article found: none of the {len(lines)} lines reads like running text, only headings, "
        "links and notices"
    )
