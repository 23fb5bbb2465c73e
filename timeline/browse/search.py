"""What is typed into the search box: words, "phrases", beginnings* and -words to leave out."""

import re
from dataclasses import dataclass

from timeline.folding import tokens

MAX_LENGTH = 200
MAX_TERMS = 12
# A beginning of one letter would find nearly everything.
SHORTEST_BEGINNING = 2
_PART = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand next to each other; of a `beginning` the last may go on.

    `typed`: as they were typed.
    """

    words: tuple[str, ...]
    typed: str
    beginning: bool = False
    excluded: bool = False

    @property
    def needle(self) -> str:
        """How it stands in a text made by `folding.searchable`."""
        return f" {' '.join(self.words)}" + ("" if self.beginning else " ")


def search_terms(query: str) -> tuple[Term, ...]:
    """The parts of a search, all of which must hold. Raises ValueError with a sentence."""
    if len(query) > MAX_LENGTH:
        raise ValueError(f"A search can be up to {MAX_LENGTH} characters long.")
    found: list[Term] = []
    for minus, phrase, word in _PART.findall(query.replace("“", '"').replace("”", '"')):
        text = phrase or word
        words = tuple(tokens(text))
        beginning = text.endswith("*") and bool(words)
        if beginning and len(words[-1]) < SHORTEST_BEGINNING:
            raise ValueError(f"“{text}” is too short: write two letters or more before the *.")
        term = Term(words, text.strip("*"), beginning, bool(minus))
        if words and term.needle not in {other.needle for other in found}:
            found.append(term)
    if len(found) > MAX_TERMS:
        raise ValueError(f"A search can have up to {MAX_TERMS} words.")
    if query.strip() and not found:
        raise ValueError("Search for words or numbers: there are none in this.")
    return tuple(found)
