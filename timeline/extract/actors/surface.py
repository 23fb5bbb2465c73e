"""Reading the letters round a name: quotes made straight, word boundaries, neighbours.

Every function takes offsets in code points and looks at a bounded stretch of text.
"""

import re
from functools import lru_cache

# One code point for one, so that offsets into the folded text hold for the text itself.
# A line break inside a name ("United\nStates") is a space; an empty line still parts names.
_FOLDS = (("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\u202f", " "), ("‑", "-"), ("\n", " "))
_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+){0,4}")
_WINDOW = 60
_SMALL_WORDS = frozenset(
    "a an and as at but by for from in of on or over the to up vs with".split()
)


def fold(text: str) -> str:
    """The text with typographic apostrophes, hard spaces and line breaks made plain."""
    for mark, plain in _FOLDS:  # far quicker than str.translate
        text = text.replace(mark, plain)
    return text


def bounded(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands as a word of its own, not inside a word or address."""
    if start:
        before = text[start - 1]
        if before.isalnum() or before in "_@/\\":
            return False
        if before == "." and start > 1 and text[start - 2].islower():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum() or after in "_@":
            return False
        # "China.org" is an address, "in China.The" two sentences glued together
        if after == "." and text[end + 1 : end + 2].islower():
            return False
    return True


def possessive_end(text: str, end: int) -> int:
    """Where a possessive ending after `end` is over; `end` itself when there is none."""
    if text.startswith("'s", end) and not text[end + 2 : end + 3].isalnum():
        return end + 2
    if text.startswith("'", end) and end and text[end - 1] in "sSxz":
        return end + 1
    return end


def words_before(text: str, start: int, count: int) -> list[str]:
    """Up to `count` words before `start` in the same sentence, the nearest last."""
    window = text[max(0, start - _WINDOW) : start]
    cut = max(window.rfind(mark) for mark in (";", ":", "?", "!", '"', "“", "”", "(", ")"))
    stop = window.rfind(". ")
    # "Mr. Putin" does not end a sentence, "war. Putin" does
    if stop > cut and len(window[:stop].rpartition(" ")[2]) > 3:
        cut = stop
    return _WORD.findall(window[cut + 1 :])[-count:]


def word_before(text: str, start: int) -> str:
    """The word right before `start`, parted by one space; "" when there is none.

    An abbreviated title keeps its full stop ("Mr."), other stops end the search.
    """
    if not start or text[start - 1] != " ":
        return ""
    return text[max(0, start - 30) : start - 1].rpartition(" ")[2].lstrip("(\"“'[")


def word_after(text: str, end: int) -> str:
    """The word right after `end`, parted by one space; "" when there is none."""
    if text[end : end + 1] != " ":
        return ""
    match = _WORD.match(text, end + 1, end + 40)
    return match.group() if match else ""


def line_around(text: str, start: int, end: int) -> str:
    """The line that holds the span, at most 100 code points to each side."""
    left = text.rfind("\n", max(0, start - 100), start)
    right = text.find("\n", end, end + 100)
    return text[left + 1 if left >= 0 else max(0, start - 100) : right if right >= 0 else end + 100]


def all_capitals(line: str) -> bool:
    return line.isupper() and len(line) > 3


@lru_cache(maxsize=256)
def headline_case(line: str) -> bool:
    """Whether nearly every word of the line has a capital, as in "Russia Strikes Kyiv Again"."""
    words = [w for w in _WORD.findall(line) if w not in _SMALL_WORDS and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)
