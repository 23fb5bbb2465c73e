"""What stands beside an article's body and still belongs to it: headline, dateline, captions."""

import re
from collections.abc import Iterator

from timeline.records import PageParts, Span

# More than this between two pieces of the body is a list of links, not a caption.
_LONGEST_GAP = 600
_LONGEST_LINE = 300
# A headline that was not told as such, a credit at the end; a menu is longer.
_LONGEST_EDGE = 400
_CREDIT = re.compile(r"[(—–-]|(?:Additional )?[Rr]eporting|Edit(?:ing|ed)|Written|Compiled")


def beside_body(text: str, parts: PageParts) -> tuple[Span, ...]:
    """Lines about and between the pieces of the body that the body leaves out, in order.

    Names stand in them as in the body, but nothing is claimed there.
    """
    if not parts.body:
        return ()
    found: list[Span] = []
    at, most = 0, _LONGEST_EDGE
    for piece in parts.body:
        if piece.start - at <= most:
            found += _lines(text, at, piece.start)
        at, most = max(at, piece.end), _LONGEST_GAP
    if len(text) - at <= _LONGEST_EDGE:
        found += [s for s in _lines(text, at, len(text)) if _CREDIT.match(text, *s)]
    for part in (parts.title, parts.dateline):
        if part and not any(part.overlaps(other) for other in (*found, *parts.body)):
            found += _lines(text, *part)
    return tuple(sorted(found))


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
