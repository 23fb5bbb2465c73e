"""Which run of lines is the article: the one whose lines weigh most as running text.

Every line has a weight: sentences count up, fragments and chrome count down a little, and a
heading that opens a list of other articles or the readers' comments counts down a lot. The
article is the run of lines with the largest sum (Kadane's rule), so a short list of links
between two paragraphs stays inside it, and a long menu before or after it stays out.
"""

import re
from dataclasses import dataclass

from timeline.extract.body.fragments import is_bulleted
from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line

_FRAGMENT = -0.9
_ITEM = -0.1
_CHROME = -0.6
_ADVERT = -0.1
_LISTING = -2.0
_COMMENTS = -9.0
_AUTHOR = -3.0
_SENTENCE_WORDS = 8
_MOST = 5.0
# A sentence between two headlines is the teaser of another article.
_TEASER = -0.2
_BUTTON_KINDS = (Chrome.LINK, Chrome.MENU)
_CUT_SHORT = ("[...]", "[…]", "[ ... ]", "[ … ]", "[Read more]")
_CAPTION = -0.1
_CAPTION_WORDS = 80
_LABEL_WORDS = 6
# So often the button under each of a list of articles stands on a page.
_BUTTONS, _SURE_BUTTONS = 4, 3
_TEASER_WORDS = 60
# Shorter is the heading of a part: "Djibouti".
_HEADLINE_WORDS = 3
_TEASER_SENTENCES = 3
_LONELY = 0.3
# It is no teaser when it shares words with the running text of the page.
_TOPIC_WORDS = 3
_TOPIC_SHARE = 0.2
_TOPIC_LINES = 3
_TOPICAL = 0.6
# Buttons and links in a row: from the third on each separates more.
_RUN = 3
_LONG_RUN = -0.6
# Share of prose lines with a blank line before them from which blank lines mean something.
_SPACED = 0.7
# Prose words needed before a comment heading is believed to end an article.
_ENOUGH = 60
# And fewer are, when buttons under each comment follow.
_LITTLE = 15
_THREAD = re.compile(
    r"(?:reply|like|likes|upvote|flag|report)\b.{0,30}|.{1,40} (?:says|wrote|commented):?|"
    r"sort(?:ed)? by\b.{0,40}|\d{1,5} (?:likes?|points?|votes?|upvotes?)\b.{0,30}",
    re.I,
)
_THREAD_REACH, _THREAD_MARKS = 14, 2
_AFTER_COMMENTS = 0.15
# Less than this is no article: about one short sentence.
_LEAST_WEIGHT = 1.0
# A brief has a few lines; one sentence among more is more likely a notice.
_BRIEF_LINES = 12
# What follows the title must weigh at least this share of the heaviest run.
_TITLE_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines `first` to `last`, both inclusive, and their weight."""

    first: int
    last: int
    weight: float


def find_segment(lines: list[Line], weights: list[float], titles: list[int]) -> Segment | None:
    """The heaviest run of lines, or None when no run reads like an article.

    `titles`: indexes of lines that are the page's title. What stands before the last of them
    that an article follows belongs to other articles.
    """
    best = heaviest(weights, 0)
    if best is None or best.weight < _LEAST_WEIGHT:
        return _only_sentence(lines)
    for at in reversed(titles):
        if at < best.first:
            break
        after = heaviest(weights, at + 1)
        if after and after.weight >= max(best.weight * _TITLE_SHARE, _LEAST_WEIGHT):
            return after
    return best


def _only_sentence(lines: list[Line]) -> Segment | None:
    """A brief of one paragraph under its headline: the only running text of a page."""
    prose = [i for i, line in enumerate(lines) if line.is_prose]
    if len(prose) != 1 or len(lines) > _BRIEF_LINES:
        return None
    return Segment(prose[0], prose[0], lines[prose[0]].words / _SENTENCE_WORDS)


def heaviest(weights: list[float], begin: int, end: int | None = None) -> Segment | None:
    """The run of lines from `begin` up to `end` (exclusive) with the largest sum."""
    best: Segment | None = None
    start, total = begin, 0.0
    for i in range(begin, len(weights) if end is None else end):
        if total <= 0:
            start, total = i, 0.0
        total += weights[i]
        if best is None or total > best.weight:
            best = Segment(start, i, total)
    return best


def weigh(lines: list[Line], items: frozenset[int] = frozenset()) -> list[float]:
    """A weight a line, in order. `items`: indexes of the items of lists."""
    weights: list[float] = []
    prose, run, commented, led = 0, 0, False, False
    spaced = _is_spaced(lines)
    for i, line in enumerate(lines):
        item = led and is_bulleted(line)
        led = item or (line.kind is None and line.is_lead_in)
        weight = _ITEM if i in items or (item and not line.is_sentence) else _weight(line)
        if line.is_prose:
            if _is_teaser(lines, i, spaced=spaced) or _is_card(lines, i):
                weight = _TEASER
            elif (spaced and _is_caption(lines, i)) or _is_told_of_author(lines, i):
                weight = _CAPTION
            elif _is_lonely(lines, i):
                weight *= _LONELY
            if commented and weight > 0:
                weight *= _AFTER_COMMENTS
            prose += line.words
        elif line.kind is Chrome.COMMENTS and (
            prose >= _ENOUGH or (prose >= _LITTLE and _is_thread(lines, i))
        ):
            commented = True
        run = run + 1 if line.kind is not None and i not in items else 0
        if run >= _RUN:
            weight += _LONG_RUN
        weights.append(weight)
    _raise_of_topic(lines, weights)
    return weights


def _is_thread(lines: list[Line], i: int) -> bool:
    """The heading of comments at `i` is followed by buttons such as each comment has."""
    below = lines[i + 1 : i + 1 + _THREAD_REACH]
    return sum(bool(_THREAD.fullmatch(line.text)) for line in below) >= _THREAD_MARKS


def _raise_of_topic(lines: list[Line], weights: list[float]) -> None:
    """A paragraph between adverts looks like a teaser; the words of the article tell it apart."""
    teasers = [i for i, line in enumerate(lines) if line.is_prose and weights[i] == _TEASER]
    if not teasers:
        return
    topic: set[str] = set()
    prose = 0
    for line, weight in zip(lines, weights, strict=True):
        if line.is_prose and weight >= 1:
            topic |= line.topic
            prose += 1
    if prose < _TOPIC_LINES:
        return
    for i in teasers:
        own = lines[i].topic
        if len(own & topic) >= max(_TOPIC_WORDS, _TOPIC_SHARE * len(own)):
            weights[i] = _TOPICAL * _weight(lines[i])


def _is_spaced(lines: list[Line]) -> bool:
    """Blank lines stand between the paragraphs of this page."""
    prose = [line for line in lines if line.is_prose]
    return sum(line.gap for line in prose) >= _SPACED * len(prose)


def _weight(line: Line) -> float:
    if line.kind is Chrome.COMMENTS:
        return _COMMENTS
    if line.kind is Chrome.LISTING:
        return _LISTING
    if line.kind is Chrome.AUTHOR:
        return _AUTHOR
    if line.kind is Chrome.MENU and line.text.lower().startswith(("adv", "article cont")):
        return _ADVERT
    if line.kind is not None:
        return _CHROME
    if line.is_prose:
        weight = min(line.words / _SENTENCE_WORDS, _MOST)
        return weight / max(line.repeats, 1)
    if line.is_sentence:
        return 0.2
    if line.is_lead_in:
        return 0.0
    return _FRAGMENT


def _is_teaser(lines: list[Line], i: int, *, spaced: bool) -> bool:
    """A sentence or two directly under a headline, with no blank line between."""
    line = lines[i]
    if line.gap or line.sentences > _TEASER_SENTENCES or line.words > _TEASER_WORDS:
        return False
    after = lines[i + 1] if i + 1 < len(lines) else None
    before = lines[i - 1] if i else None
    # "Read also: ..." is a link between two paragraphs, no headline of what follows.
    if before is None or before.kind is not None or not _is_headline(before):
        return False
    if before.words < _HEADLINE_WORDS or not (after is None or _is_headline(after)):
        return False
    return spaced or line.sentences == 1


def _is_card(lines: list[Line], i: int) -> bool:
    """Another article: cut short, or above a button that stands on the page again and again."""
    if lines[i].text.endswith(_CUT_SHORT):
        return True
    below = [line for line in lines[i + 1 : i + 3] if line.kind is not Chrome.DATE][:1]
    return any(
        button.repeats >= (_SURE_BUTTONS if button.kind in _BUTTON_KINDS else _BUTTONS)
        and not button.is_sentence
        and _weight(button) < _ADVERT
        for button in below
    )


def _is_told_of_author(lines: list[Line], i: int) -> bool:
    """The paragraph under "About the author"."""
    label = lines[i - 1] if i else None
    return label is not None and label.kind is Chrome.AUTHOR and label.words <= _LABEL_WORDS


def _is_caption(lines: list[Line], i: int) -> bool:
    """A paragraph of its own with the picture's credit directly under it."""
    credit = lines[i + 1] if i + 1 < len(lines) else None
    return (
        credit is not None
        and credit.kind is Chrome.CREDIT
        and not credit.gap
        and lines[i].gap
        and lines[i].words <= _CAPTION_WORDS
    )


def _is_lonely(lines: list[Line], i: int) -> bool:
    """Hardly any running text within three lines: a teaser with its own small headings."""
    near = lines[max(0, i - 3) : i] + lines[i + 1 : i + 4]
    if lines[i].words > _TEASER_WORDS or len(near) < 4:
        return False
    return sum(map(_keeps_company, near)) * 4 < len(near)


def _keeps_company(line: Line) -> bool:
    """Running text, chrome, or a list with what leads to it, as press releases have them."""
    return line.is_sentence or line.kind is not None or line.is_lead_in or is_bulleted(line)


def _is_headline(line: Line) -> bool:
    if line.kind in (Chrome.BYLINE, Chrome.DATE):
        return False
    return not line.is_sentence and not line.text.endswith(":")
