"""Paragraphs of texts that were wrapped to a fixed width, as wires and e-mails are."""

from itertools import pairwise

# Widths at which texts are wrapped, in characters.
_NARROWEST, _WIDEST = 45, 110
# Lines that go on in small letters, and their least share, that show a text is wrapped.
_LEAST_PAIRS, _LEAST_SHARE = 3, 0.4
# In a text of few lines one is enough.
_FEW_LINES = 12
# A line of a wrapped paragraph is at least this full, unless it is the last.
_FULL = 0.72


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each line of `text`, wrapped lines joined to one paragraph.

    Ends are exclusive and include the line break. A text that is not wrapped to a fixed
    width gives its lines.
    """
    lines: list[tuple[int, int]] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        lines.append((position, position + len(raw)))
        position += len(raw)
    width = _width(text, lines)
    if not width:
        return lines
    joined: list[tuple[int, int]] = []
    goes_on = False
    for start, end in lines:
        words = text[start:end].strip()
        if goes_on and words:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
        goes_on = _FULL * width <= len(words) <= _WIDEST
    return joined


def _width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width a text is wrapped to, 0 when it is not."""
    adjacent, going_on, widest = 0, 0, 0
    for (start, end), (after, after_end) in pairwise(lines):
        words, following = text[start:end].strip(), text[after:after_end].strip()
        if not following or len(words) < _NARROWEST:
            continue
        if len(words) > _WIDEST:
            # A long line is a whole paragraph: this text is not wrapped.
            return 0
        adjacent += 1
        if following[0].islower() and words[-1] not in ".!?:":
            going_on += 1
            widest = max(widest, len(words))
    least = 1 if len(lines) <= _FEW_LINES else _LEAST_PAIRS
    if going_on < least or going_on < _LEAST_SHARE * adjacent:
        return 0
    return widest
