"""Text as it is compared and searched: without case and without accents."""

import re
import unicodedata
from collections.abc import Iterable

_TOKEN = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


def fold(text: str) -> str:
    """Casefolded, decomposed (NFKD), combining marks dropped, white space made single spaces.

    "Erdoğan" and "ERDOGAN" fold to the same text. Offsets do not survive folding.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.casefold().split())


def tokens(text: str) -> list[str]:
    """The folded words and numbers of a text; "U.N." is one, "Russia's" are two."""
    folded = _INITIALS.sub(lambda match: match[0].replace(".", ""), fold(text))
    return _TOKEN.findall(folded)


def searchable(parts: Iterable[str]) -> str:
    """Texts as they are searched: words between single spaces, a line for each text.

    So " grain " finds a word, " grain" the beginning of one, and no phrase runs from one
    text into the next.
    """
    lines = (f" {' '.join(tokens(part))} " for part in parts)
    return "\n".join(dict.fromkeys(lines))
