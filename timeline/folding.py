"""Text as it is compared and searched: without case and without accents."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Casefolded, decomposed (NFKD), combining marks dropped, white space made single spaces.

    "Erdoğan" and "ERDOGAN" fold to the same text. Offsets do not survive folding.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_NOT_ASCII.sub(_plain, text).casefold().split())


def _plain(match: re.Match[str]) -> str:
    return _without_marks(match.group())


@lru_cache(maxsize=4096)
def _without_marks(run: str) -> str:
    """A run of characters beyond ASCII; nothing outside of it bears on how it decomposes."""
    decomposed = unicodedata.normalize("NFKD", run.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def tokens(text: str) -> list[str]:
    """The folded words and numbers of a text; "U.N." is one, "Russia's" are two."""
    folded = _INITIALS.sub(lambda match: match[0].replace(".", ""), fold(text))
    return _TOKEN.findall(folded)


def searchable(parts: Iterable[str]) -> str:
    """Texts as they are searched: words between single spaces, a line for each text.

    So " grain " finds a word, " grain" the beginning of one, and no phrase runs from one
    text into the next.
    """
    return "\n".join(dict.fromkeys(map(_line, parts)))


# Of an event that is told of again and again most texts are those of the time before.
@lru_cache(maxsize=16_384)
def _line(part: str) -> str:
    return f" {' '.join(tokens(part))} "
