"""Short lines inside an article: its own headings and lists, or what a page put between.

A heading names what follows and has no verb; the headline of another article says what
happened. The items of a list are built alike.
"""

import re
from collections.abc import Callable, Sequence

from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line
from timeline.extract.verbs import finite_verbs

BULLET = re.compile(r"(?:[•●▪■◦*·–—-]|\d{1,3}[.)]|\(\d{1,3}\))\s{0,3}\S")


def _begins_small(text: str) -> bool:
    """Headlines and menus begin with a capital."""
    return text[0].islower()


# What items of a list have in common.
_BUILDS: tuple[Callable[[str], object], ...] = (
    BULLET.match,
    re.compile(r"[^\W\d_]{0,20}\s?\d{1,4}\s?[:–—-]\s|[^.!?]{1,60}\s[–—-]\s[^.!?]{1,60}").match,
    re.compile(r"\S{1,30}(?:\s\S{1,30}){0,3}:\s").match,
    re.compile(r".{1,60}\s\([^()]{1,60}\)").match,
    _begins_small,
)
_WORD = re.compile(r"\w[\w'’-]{0,40}")
_LEAST_ITEMS, _ALIKE = 3, 0.8
_BULLET_WORDS = 5
_HEADING_WORDS, _LONG_HEADING_WORDS = 6, 10
# Headings stand alone, or under the heading of a whole part.
_MOST_IN_A_ROW = 2
_UNSTOPPED_WORDS = 12
# How far a lead-in may stand before the lines it brings in.
_REACH = 25
# Between the last paragraph and a list that belongs to it: its heading.
_HEADINGS_BEFORE_LIST = 1


def is_fragment(line: Line) -> bool:
    """Neither chrome nor a sentence nor the lead-in of what follows."""
    return line.kind is None and not line.is_sentence and not line.is_lead_in


def is_bulleted(line: Line) -> bool:
    """An item of several words with its bullet or number; the links of a menu are shorter."""
    return line.words >= _BULLET_WORDS and BULLET.match(line.text) is not None


def list_items(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of lines that are the items of a list, with the web addresses between them."""
    found: set[int] = set()
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _may_be_item(lines[end]):
            end += 1
        items = [i for i in range(start, end) if lines[i].kind is None]
        under_listing = start > 0 and lines[start - 1].kind is Chrome.LISTING
        if len(items) >= _LEAST_ITEMS and not under_listing:
            found.update(_alike(lines, items, start, end))
        start = end + 1
    return frozenset(found)


def _may_be_item(line: Line) -> bool:
    return (is_fragment(line) and line.repeats == 1) or line.kind is Chrome.ADDRESS


def _alike(lines: Sequence[Line], items: list[int], start: int, end: int) -> range | tuple[()]:
    """The run of lines from its first item, when its items are built alike."""
    texts = [lines[i].text for i in items]
    # A heading above the list is built otherwise.
    for skipped in (0, 1):
        rest = texts[skipped:]
        if len(rest) < _LEAST_ITEMS:
            break
        for build in _BUILDS:
            built = [i for i in items[skipped:] if build(lines[i].text)]
            if len(built) >= _ALIKE * len(rest):
                return _with_addresses(lines, built, end)
    return ()


def _with_addresses(lines: Sequence[Line], built: list[int], end: int) -> range:
    """From the first to the last item of this build, and the address of the last."""
    last = built[-1] + 1
    while last < end and lines[last].kind is Chrome.ADDRESS:
        last += 1
    return range(built[0], last)


def belongs(lines: Sequence[Line], i: int, items: frozenset[int]) -> bool:
    """Whether the fragment `lines[i]` inside the article is its own: a heading or an item."""
    line = lines[i]
    if i in items:
        return True
    bullet = is_bulleted(line)
    if (line.repeats > 1 and not bullet) or not line.words:
        return False
    first = last = i
    least, most = max(0, i - _REACH), min(len(lines) - 1, i + _REACH)
    while first > least and first - 1 not in items and is_fragment(lines[first - 1]):
        first -= 1
    while last < most and last + 1 not in items and is_fragment(lines[last + 1]):
        last += 1
    if first and lines[first - 1].kind is Chrome.LISTING:
        return False
    if bullet or (first and lines[first - 1].is_lead_in):
        return True
    # Links to other articles come in groups, or under a heading.
    between = all(at in items or _runs_on(lines, at) for at in (first - 1, last + 1))
    if not between or last - first >= _MOST_IN_A_ROW:
        return False
    if first != last:
        return all(other.words <= _HEADING_WORDS for other in lines[first : last + 1])
    if line.words <= _HEADING_WORDS:
        return True
    if line.words <= _LONG_HEADING_WORDS:
        return not finite_verbs([word.lower() for word in _WORD.findall(line.text)])
    return line.words >= _UNSTOPPED_WORDS and line.small >= 0.2


def _runs_on(lines: Sequence[Line], at: int) -> bool:
    """Running text, or the time above an entry of a live page."""
    if not 0 <= at < len(lines):
        return False
    line = lines[at]
    return line.is_sentence or line.is_lead_in or line.kind is Chrome.STAMP


def with_list(lines: Sequence[Line], last: int, items: frozenset[int]) -> int:
    """The last line of the article that ends with line `last`, with a list behind it."""
    for heading in range(_HEADINGS_BEFORE_LIST + 1):
        at = last + 1 + heading
        if at in items:
            while at + 1 in items:
                at += 1
            return at
        if at >= len(lines) or not (is_fragment(lines[at]) or lines[at].is_lead_in):
            break
    return last
