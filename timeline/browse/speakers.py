"""Who says so, in words: a name where it is known, also behind a bare “he”."""

from dataclasses import dataclass
from functools import lru_cache

# These alone name nobody: "he", "both sides", "the two leaders".
_POINTING = frozenset(
    "he she it they we i you one both each either neither some others all who him her them "
    "the two three former latter other side sides party parties pair".split()
)
# Only after one of the words above: "both countries".
_POINTED_AT = frozenset("men women countries governments leaders nations neighbours".split())
UNIDENTIFIED = "not identified"


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` is as the text has it, or the actor's when the text only points: then the
    text's word is `quoted`. `is_known`: `name` is more than a word that points."""

    name: str
    quoted: str = ""
    is_known: bool = True

    def __str__(self) -> str:
        if not self.is_known:
            return f"“{self.quoted}”, {UNIDENTIFIED}"
        return f"“{self.quoted}”, taken to be {self.name}" if self.quoted else self.name


@lru_cache(8192)
def speaker(text: str, actor: str) -> Speaker | None:
    """`text`: the words of the attribution; `actor`: the name behind them, "" when unknown."""
    if not text:
        return Speaker(actor) if actor else None
    if not points_only(text):
        return Speaker(text)
    # At the start of a sentence it has a capital that means nothing elsewhere.
    word = text if text == "I" else text[:1].lower() + text[1:]
    return Speaker(actor, word) if actor else Speaker("", word, is_known=False)


def points_only(text: str) -> bool:
    """Whether the words name nobody by themselves."""
    words = text.casefold().split()
    if not words or words[0] not in _POINTING or words == ["the"]:
        return False
    return all(word in _POINTING or word in _POINTED_AT for word in words)
