"""Texts that are nothing but an article: no menu, no button, no notice around it."""

from collections.abc import Sequence

from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line

# What stands with an article also where no page is around it.
_WITH_ARTICLE = frozenset({Chrome.BYLINE, Chrome.DATE, Chrome.CREDIT, Chrome.STAMP})
_LEAST_WORDS = 2
_TOLD_WORDS = 7


def is_bare(lines: Sequence[Line]) -> bool:
    """Whether no line of the text belongs to a page."""
    return all(line.kind is None or line.kind in _WITH_ARTICLE for line in lines)


def is_note(lines: Sequence[Line]) -> bool:
    """A text of one line, a whole sentence or not, or of two that are sentences."""
    if not is_bare(lines):
        return False
    if len(lines) == 1:
        return lines[0].kind is None and lines[0].words >= _LEAST_WORDS
    return len(lines) == 2 and all(line.is_sentence for line in lines)


def is_told_caption(line: Line) -> bool:
    """A caption that tells something besides whose picture it is; it stays in a bare text."""
    return line.kind is Chrome.CREDIT and line.sentences > 1 and line.words >= _TOLD_WORDS
