"""The word a statement turns on: its main verb, and the word that gave its event type."""

from timeline.extract.standing.mood import main_verb
from timeline.extract.words import word_set, words_in
from timeline.link.terms import content_terms
from timeline.records import Span

CORE = "!"
_AUXILIARY = word_set(
    "is are was were be been being am has have had do does did will would shall should may might "
    "can could must to not also just already then now still never so"
)
_FARTHEST = 5


def core_terms(text: str, statement: Span, trigger: Span | None) -> frozenset[str]:
    """Terms of the main verb and of the trigger, each with CORE before it."""
    found: set[str] = set()
    words = words_in(text, statement.start, statement.end)
    at = main_verb(words)
    if at is not None:
        for low in words.low[at : at + _FARTHEST]:
            if low in _AUXILIARY or low.endswith("ly"):
                continue
            found |= content_terms(low)  # none for a small word: the verb was not found
            break
    if trigger is not None:
        found |= content_terms(text[trigger.start : trigger.end])
    return frozenset(CORE + term for term in found)
