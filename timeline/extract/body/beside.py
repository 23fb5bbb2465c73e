"""What stands beside an article's body and still belongs to it: headline, dateline, captions."""

from collections.abc import Iterator

from timeline.records import PageParts, Span

# More than this between two pieces of the body is a list of links, not a caption.
_LONGEST_GAP = 600
_LONGEST_LINE = 300


def beside_body(text: str, parts: PageParts) -> tuple[Span, ...]:
    """Lines from the headline to the end of the body that the body leaves out, in order.

    Names stand in them as in the body, but nothing is claimed there.
    """
    if not parts.body:
        return ()
    ends = [part.end for part in (parts.title, parts.dateline) if part]
    at = min([part.start for part in (parts.title, parts.dateline, parts.body[0]) if part])
    found: list[Span] = []
    for piece in parts.body:
        gap = text[at : piece.start]
        if len(gap) <= _LONGEST_GAP:
            found += _lines(text, at, piece.start)
        elif ends and at < max(ends):
            for part in (parts.title, parts.dateline):
                if part and part.end <= piece.start:
                    found += _lines(text, part.start, part.end)
        at = max(at, piece.end)
    return tuple(sorted(set(found)))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        bare = line.strip()
        if bare and len(bare) <= _LONGEST_LINE:
            begin = start + line.index(bare[0])
            yield Span(begin, begin + len(bare))
        start = stop + 1
