"""The words of a search: all must occur, "phrases in quotes" as they stand."""

import re

from timeline.models.search_text import fold

MAX_LENGTH = 200
MAX_WORDS = 12
_PART = re.compile(r'"([^"]*)"|([^\s"]+)')


def search_words(query: str) -> tuple[str, ...]:
    """The folded words and phrases of a search. Raises ValueError with a sentence."""
    if len(query) > MAX_LENGTH:
        raise ValueError(f"A search can be up to {MAX_LENGTH} characters long.")
    found = []
    for phrase, word in _PART.findall(query.replace("“", '"').replace("”", '"')):
        folded = fold(phrase or word)
        if any(char.isalnum() for char in folded) and folded not in found:
            found.append(folded)
    if len(found) > MAX_WORDS:
        raise ValueError(f"A search can have up to {MAX_WORDS} words.")
    if query.strip() and not found:
        raise ValueError("Search for words or numbers: there are none in this.")
    return tuple(found)
