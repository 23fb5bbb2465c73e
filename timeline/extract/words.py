"""Words and punctuation of a text with their places: the ground for verb and frame rules."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

# In a group, so that a split gives the tokens and what stands between them by turns.
_TOKEN = re.compile(
    r"([A-Za-z]+(?=[\s,])"  # most words, found without trying what follows
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+"  # U.S., a.m.
    r"|''"
    r"|[^\W_]+(?:[.’'\-&/][^\W_]+)*"
    r"|[^\w\s]|_)"
)


def word_set(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())


TITLES = word_set("mr mrs ms dr gov sen rep gen lt col sgt prof st jr sr no capt maj rev hon")
# After these an apostrophe and s stand for "is" or "has", not for a possessive.
_CONTRACTING = word_set("it he she that there what who here where how let this one")


@lru_cache(maxsize=50_000)
def _low(raw: str) -> str:
    """Newspapers use few words and use them often: most are looked up."""
    low = raw.lower().replace("’", "'")
    if low.endswith("'s") and low[:-2] not in _CONTRACTING:
        return low[:-2]
    return low


class Words:
    """Tokens of `text[start:end]`; offsets are code points of the whole text.

    `low[i]` is the lower-cased token with a typographic apostrophe made straight and a
    possessive 's cut off; `raw[i]` is the token as written.
    """

    __slots__ = ("ends", "low", "raw", "starts", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        parts = _TOKEN.split(text[start:end])
        offsets = list(accumulate(map(len, parts), initial=start))
        self.raw: list[str] = parts[1::2]
        self.starts: list[int] = offsets[1:-1:2]
        self.ends: list[int] = offsets[2::2]
        self.low: list[str] = list(map(_low, self.raw))

    def part(self, start: int, end: int) -> "Words":
        """The tokens that lie whole in `text[start:end]`, without reading the text again."""
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        found = Words.__new__(Words)
        found.text = self.text
        found.starts, found.ends = self.starts[first:last], self.ends[first:last]
        found.raw, found.low = self.raw[first:last], self.low[first:last]
        return found

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a text offset."""
        return bisect_left(self.starts, offset)

    def possessive(self, index: int) -> bool:
        raw = self.raw[index]
        return len(raw) > 2 and (raw[-2:] in ("’s", "'s") or raw[-1] in "’'")

    def capital(self, index: int) -> bool:
        return self.raw[index][:1].isupper()

    def is_word(self, index: int) -> bool:
        return self.raw[index][:1].isalnum()

    def quote(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.low)


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of a whole text, read once for all that ask while it is at hand."""
    return Words(text)


@lru_cache(maxsize=256)
def words_in(text: str, start: int, end: int) -> Words:
    """The words of `text[start:end]`, for the steps that read one claim after another.

    They share what is handed out: nobody changes it.
    """
    whole = words_of(text)
    first, last = bisect_left(whole.starts, start), bisect_right(whole.ends, end)
    cut = (first and whole.ends[first - 1] > start) or (
        last < len(whole) and whole.starts[last] < end
    )
    # Where an end cuts a word the part reads otherwise than the whole: "U.S" of "U.S.".
    return Words(text, start, end) if cut else whole.part(start, end)
