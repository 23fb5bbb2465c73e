"""The lines above an article that say what it tells: its headline, and the line below it.

They are passages like its sentences, but begin no event of their own: a headline only stands
beside what the article, or another one, tells in a sentence.
"""

import re

from timeline.extract.words import word_set
from timeline.folding import fold
from timeline.records import PageParts, Span

_MOST = 4
# Lines above the body. With more of them a page has a menu, and only its title is read.
_FEW_LINES = 6
_LEAST_WORDS, _MOST_WORDS = 3, 40
# Share of a line's telling words that the article itself has: more below a menu, where a
# line may belong to another article.
_OWN_WORDS, _OWN_WORDS_BELOW_MENU = 0.3, 0.5
_LEAST_OWN = 2
_WORD = re.compile(r"[^\W\d_]{3,40}")
_CLOCK = re.compile(r"\d{1,2} ?:? ?\d{2}|\d{4}|updated|posted|published", re.IGNORECASE)
_MASTHEAD = re.compile(r"--|::|[|»•·]")
_SMALL = word_set(
    "the and for with from that this after over into out new not are was has have will his her "
    "its their who how why what when says said say more than"
)


def find_headings(text: str, parts: PageParts) -> tuple[Span, ...]:
    """Spans of the headings, in their order; none where there is no article."""
    if not parts.body:
        return ()
    above = _lines(text, parts.body[0].start)
    title = parts.title
    share = _OWN_WORDS
    if len(above) > _FEW_LINES:
        share = _OWN_WORDS_BELOW_MENU
        above = [span for span in above if title and span.overlaps(title)]
    apart = (*parts.bylines, *filter(None, (parts.date_line, parts.dateline)), *parts.credits)
    above = [span for span in above if not any(span.overlaps(other) for other in apart)]
    if not above:
        return ()
    body = _beginnings("\n".join([text[span.start : span.end] for span in parts.body]))
    found = [span for span in above if _tells(text[span.start : span.end], body, share)]
    return tuple(found[:_MOST])


def _lines(text: str, end: int) -> list[Span]:
    """The lines before `end` that hold something, without the space around them."""
    lines, at = [], 0
    for line in text[:end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            lines.append(Span(start, start + len(bare)))
        at += len(line)
    return lines


def _tells(line: str, body: set[str], share: float) -> bool:
    """Whether the line speaks of what the article speaks of."""
    if not _LEAST_WORDS <= len(line.split()) <= _MOST_WORDS or line.endswith((":", "?")):
        return False
    if _MASTHEAD.search(line):
        return False
    words = _beginnings(line)
    if len(words) < _LEAST_OWN or (len(words) < _LEAST_WORDS and _CLOCK.search(line)):
        return False
    own = len(words & body)
    return own >= _LEAST_OWN and own >= share * len(words)


def _beginnings(text: str) -> set[str]:
    """Of the telling words: "killed" and "kills" count as one word here."""
    return {word[:5] for word in set(_WORD.findall(fold(text))) - _SMALL}
