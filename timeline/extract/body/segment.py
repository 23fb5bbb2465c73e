"""Which run of lines is the article: the one whose lines weigh most as running text.

Every line has a weight: sentences count up, fragments and chrome count down a little, and a
heading that opens a list of other articles or the readers' comments counts down a lot. The
article is the run of lines with the largest sum (Kadane's rule), so a short list of links
between two paragraphs stays inside it, and a long menu before or after it stays out.
"""

from dataclasses import dataclass

from timeline.extract.body.chrome import Chrome
from timeline.extract.body.lines import Line

_FRAGMENT = -0.6
_CHROME = -0.35
_ADVERT = -0.1
_LISTING = -4.0
_COMMENTS = -9.0
_SENTENCE_WORDS = 8
_MOST = 6.0
# A sentence between two headlines is the teaser of another article.
_TEASER = -0.2
_TEASER_WORDS = 40
# Prose words needed before a comment heading is believed to end an article.
_ENOUGH = 60
_AFTER_COMMENTS = 0.25
# Less than this is no article: about one short sentence.
_LEAST_WEIGHT = 0.9


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines `first` to `last`, both inclusive, and their weight."""

    first: int
    last: int
    weight: float


def find_segment(lines: list[Line]) -> Segment | None:
    """The heaviest run of lines, or None when no run reads like an article."""
    weights = weigh(lines)
    best: Segment | None = None
    start, total = 0, 0.0
    for i, weight in enumerate(weights):
        if total <= 0:
            start, total = i, 0.0
        total += weight
        if best is None or total > best.weight:
            best = Segment(start, i, total)
    if best is None or best.weight < _LEAST_WEIGHT:
        return None
    return best


def weigh(lines: list[Line]) -> list[float]:
    """A weight a line, in order."""
    weights: list[float] = []
    prose, commented = 0, False
    for i, line in enumerate(lines):
        weight = _weight(line)
        if line.is_prose:
            if _is_teaser(lines, i):
                weight = _TEASER
            if commented and weight > 0:
                weight *= _AFTER_COMMENTS
            prose += line.words
        elif line.kind is Chrome.COMMENTS and prose >= _ENOUGH:
            commented = True
        weights.append(weight)
    return weights


def _weight(line: Line) -> float:
    if line.kind is Chrome.COMMENTS:
        return _COMMENTS
    if line.kind is Chrome.LISTING:
        return _LISTING
    if line.kind is Chrome.MENU and line.text.lower().startswith(("adv", "article cont")):
        return _ADVERT
    if line.kind is not None:
        return _CHROME
    if line.is_prose:
        weight = min(line.words / _SENTENCE_WORDS, _MOST)
        return weight / max(line.repeats, 1)
    if line.is_sentence:
        return 0.2
    if line.text.endswith(":") and line.words >= 3:
        return 0.0
    return _FRAGMENT


def _is_teaser(lines: list[Line], i: int) -> bool:
    line = lines[i]
    if line.sentences > 1 or line.words > _TEASER_WORDS:
        return False
    before = lines[i - 1] if i else None
    after = lines[i + 1] if i + 1 < len(lines) else None
    return _is_headline(before) and (after is None or _is_headline(after)) and not line.gap


def _is_headline(line: Line | None) -> bool:
    return line is None or (not line.is_sentence and not line.text.endswith(":"))
