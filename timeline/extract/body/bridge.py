"""Parts of one article that a gallery or a box of links has torn apart."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line
from timeline.extract.body.segment import Segment, heaviest

# A part has this weight and as many paragraphs at least, and this share of its longer words
# is in the rest of the article too.
_LEAST_WEIGHT, _LEAST_PARAGRAPHS, _LEAST_SHARE, _LEAST_WORDS = 4.0, 2, 0.25, 8
_WIDEST = 80
# A box of links within an article is at most so long; a paragraph has so many words.
_BOX_LINES, _PARAGRAPH_WORDS = 8, 12
_MOST_PARTS = 4


def with_parts_apart(
    lines: list[Line], weights: list[float], segment: Segment, titles: Sequence[int]
) -> Segment:
    """The segment with the parts of one matter before it (below the first title) and behind."""
    before = min((at for at in titles if at < segment.first), default=None)
    for _ in range(_MOST_PARTS):
        grown = segment
        if before is not None:
            part = heaviest(weights, before + 1, segment.first)
            if part and _same_matter(lines, weights, part, segment):
                grown = Segment(part.first, grown.last, grown.weight + part.weight)
        end = _end(lines, segment.last + 1)
        part = heaviest(weights, segment.last + 1, end)
        if part and (
            _same_matter(lines, weights, part, segment)
            or _behind_box(lines, weights, part, segment)
        ):
            grown = Segment(grown.first, part.last, grown.weight + part.weight)
        if grown == segment:
            break
        segment = grown
    return segment


def _end(lines: Sequence[Line], first: int) -> int:
    """Where the lines end that may belong to an article: before readers' comments."""
    end = min(len(lines), first + _WIDEST)
    for i in range(first, end):
        if lines[i].kind in (Chrome.COMMENTS, Chrome.COPYRIGHT, Chrome.AUTHOR):
            return i
    return end


def _behind_box(
    lines: Sequence[Line], weights: Sequence[float], part: Segment, segment: Segment
) -> bool:
    """A few links stand between, and paragraphs follow one another behind them.

    The texts of other articles stand alone, each under its headline.
    """
    if part.first - segment.last > _BOX_LINES:
        return False
    long = [
        lines[i].is_prose and weights[i] > 0 and lines[i].words >= _PARAGRAPH_WORDS
        for i in range(part.first, part.last + 1)
    ]
    return any(one and other for one, other in pairwise(long))


def _same_matter(
    lines: Sequence[Line], weights: Sequence[float], part: Segment, segment: Segment
) -> bool:
    if part.weight < _LEAST_WEIGHT:
        return False
    own = [i for i in range(part.first, part.last + 1) if lines[i].is_prose and weights[i] > 0]
    if len(own) < _LEAST_PARAGRAPHS:
        return False
    words = frozenset[str]().union(*(lines[i].topic for i in own))
    rest = frozenset[str]().union(
        *(line.topic for line in lines[segment.first : segment.last + 1] if line.is_prose)
    )
    return len(words & rest) >= max(_LEAST_WORDS, _LEAST_SHARE * len(words))
