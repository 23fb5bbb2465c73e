"""Which line of a page is the article's title."""

import re
from itertools import islice

from timeline.extract.body.kinds import Chrome
from timeline.extract.body.lines import Line
from timeline.extract.body.masthead import are_names

_SITE = re.compile(r"\s{1,3}[|–—»·-]{1,2}\s{1,3}[^|–—»·]{1,60}$")
_WORDS = re.compile(r"\w+")
# How far above the body a title may stand, in lines that are not blank.
_REACH = 40
_LEAST_WORDS, _MOST_WORDS = 3, 35
_MOST_TITLES = 8
_NEAR = 1.5
_LEAST_SCORE = 1.0


def find_title_line(lines: list[Line], body: int, hint: str | None) -> Line | None:
    """The title among the lines before index `body`, or None when no line reads like one.

    A line that equals `hint` wins, then one that the page's first line repeats with the
    site's name behind, then repeats, then the line nearest to byline, date line and body.
    """
    if hint:
        wanted = _plain(hint)
        for line in lines:
            if _plain(line.text) == wanted or _plain(_SITE.sub("", line.text)) == wanted:
                return line
    first = max(0, body - _REACH)
    head = _plain(_SITE.sub("", lines[0].text)) if lines else ""
    best: tuple[float, Line] | None = None
    for i in range(first, min(body, len(lines))):
        line = lines[i]
        if not _may_be_title(line):
            continue
        score = _NEAR * (1.0 - (body - i) / _REACH)
        score += 1.5 if line.repeats > 1 and line.repeats < 4 else 0.0
        score += 2.5 * _likeness(line, head) if i else 0.0
        score += 0.8 if 5 <= line.words <= 22 else -0.8
        score += 0.7 if _followed_by_masthead(lines, i, body) else 0.0
        score -= 0.8 if line.stops and not line.text.endswith(("?", "!")) else 0.0
        if best is None or score > best[0]:
            best = (score, line)
    return best[1] if best and best[0] >= _LEAST_SCORE else None


def _likeness(line: Line, head: str) -> float:
    """Share of words that `line` and the page's first line have in common, if telling."""
    words, others = set(_plain(line.text).split()), set(head.split())
    if min(len(words), len(others)) < _LEAST_WORDS:
        return 0.0
    share = len(words & others) / max(len(words), len(others))
    return share if share >= 0.5 else 0.0


def title_lines(lines: list[Line], hint: str | None) -> list[int]:
    """Indexes of the lines, after the first, that repeat the page's title or equal `hint`."""
    if not lines:
        return []
    wanted = (
        {_plain(hint)} if hint else {_plain(lines[0].text), _plain(_SITE.sub("", lines[0].text))}
    )
    wanted = {title for title in wanted if title.count(" ") >= _LEAST_WORDS}
    if not wanted:
        return []
    # A line that is to equal a title holds its longest word.
    telling = {max(title.split(), key=len) for title in wanted}
    found = (
        i
        for i, line in enumerate(lines)
        if i and _holds(line.text, telling) and _plain(line.text) in wanted
    )
    return list(islice(found, _MOST_TITLES))


def _holds(text: str, words: set[str]) -> bool:
    folded = text.casefold()
    return any(word in folded for word in words)


def _may_be_title(line: Line) -> bool:
    if line.kind not in (None, Chrome.LINK) or not _LEAST_WORDS <= line.words <= _MOST_WORDS:
        return False
    if len(line.text) > 300 or line.text.endswith((":", ",", ";")):
        return False
    return not line.text.lower().startswith("by ") and not are_names(line.text)


def _followed_by_masthead(lines: list[Line], i: int, body: int) -> bool:
    return any(
        line.kind in (Chrome.BYLINE, Chrome.DATE) for line in lines[i + 1 : min(i + 5, body)]
    )


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
