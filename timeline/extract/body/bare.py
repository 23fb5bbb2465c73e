"""Texts that are nothing but an article: no menu, no button, no notice around it."""

from collections.abc import Sequence

from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line

# What stands with an article also where no page is around it.
_WITH_ARTICLE = frozenset({Chrome.BYLINE, Chrome.DATE, Chrome.CREDIT})
# A title and its paragraphs; with more headings than paragraphs it is a list of headlines.
_PROSE_SHARE = 0.7
_FEW_LINES, _LEAST_WORDS = 2, 2


def bare_article(lines: Sequence[Line]) -> tuple[int, int] | None:
    """First and last line of the article in a text without page furniture, else None.

    Its pictures' captions, headings and short lines are part of it. A text of a line or two
    need not hold a whole sentence.
    """
    if any(line.kind is not None and line.kind not in _WITH_ARTICLE for line in lines):
        return None
    sentences = [i for i, line in enumerate(lines) if line.is_sentence]
    if sentences:
        words = sum(line.words for line in lines if line.kind not in _WITH_ARTICLE)
        prose = sum(lines[i].words for i in sentences)
        if len(lines) > _FEW_LINES and prose < _PROSE_SHARE * words:
            return None
        return sentences[0], sentences[-1]
    if len(lines) == 1 and lines[0].kind is None and lines[0].words >= _LEAST_WORDS:
        return 0, 0
    return None
