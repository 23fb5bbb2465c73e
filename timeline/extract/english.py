"""Whether a text is in English, the one language that is read."""

import re
from collections.abc import Iterable

from timeline.records import Span

# The commonest words of English prose that are no words of its neighbours.
_ENGLISH = frozenset(
    "the of and to that with by has have were said from which they this it its are been their "
    "his who will would not after at for be when but more than or about into over could".split()
)
# The commonest words of German, French, Spanish, Portuguese, Italian, Dutch and Polish prose
# that are no words of English.
_OTHERS = frozenset(
    "der die das und ist nicht ein eine einen den dem von mit auf für sich des im zu wird "
    "le la les du de et une que qui est dans pour sur pas au aux il elle ses "
    "el los las y en por con del su lo como más dos da das em não uma ao pelo com "
    "che di per non è della nel sono alla gli het een voor zijn niet met op aan "
    "na się nie jest że".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
MOST_WORDS = 600
# Fewer words say too little of a text, or of a sentence.
FEWEST_WORDS = 25
FEWEST_IN_SENTENCE = 8
ENGLISH_SHARE = 0.08
# With fewer it is some language that neither list knows.
LEAST_SHARE = 0.02
OTHER_WORDS = 3
NOTE = "the article is not in English, the one language that is read: no claim was made"


def is_english(text: str, spans: Iterable[Span]) -> bool:
    """Judged by the first MOST_WORDS words of the spans; a short text gets the benefit."""
    words: list[str] = []
    for span in spans:
        words += _WORD.findall(text[span.start : span.end].lower())
        if len(words) >= MOST_WORDS:
            break
    if len(words) < FEWEST_WORDS:
        return True
    english = sum(word in _ENGLISH for word in words)
    if english >= ENGLISH_SHARE * len(words):
        return True
    other = sum(word in _OTHERS for word in words)
    return english > max(other, LEAST_SHARE * len(words))


def is_foreign(sentence: str) -> bool:
    """A sentence of another language or script, as a quotation may be."""
    words = _WORD.findall(sentence.lower())
    if len(words) < FEWEST_IN_SENTENCE or not _ENGLISH.isdisjoint(words):
        return False
    if sum(word in _OTHERS for word in words) >= OTHER_WORDS:
        return True
    return sum(bool(_LATIN.search(word)) for word in words) * 2 < len(words)
