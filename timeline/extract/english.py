"""Whether a text is in English, the one language that is read."""

import re
from collections.abc import Iterable, Sequence

from timeline.records import Span

# The commonest words of English prose that are no words of its neighbours.
_ENGLISH = frozenset(
    "the of and to that with by has have were said from which they this it its are been their "
    "his who will would not after at for be when but more than or about into over could".split()
)
# The commonest words of German, French, Spanish, Portuguese, Italian, Dutch and Polish prose
# that are no words of English, as "met", "die", "per" and "pour" are.
_OTHERS = frozenset(
    "der das und ist nicht ein eine einen den dem von mit auf für sich des im zu wird "
    "le la les du de et une que qui est dans sur pas au aux il elle ses "
    "el los las y en por con del su lo como más dos da das em não uma ao pelo com "
    "che di non è della nel sono alla gli het een voor zijn niet op aan "
    "na się nie jest że".split()
)
# Those that stand within names: "Ursula von der Leyen", "Rio de la Plata".
_PARTICLES = frozenset("von der den dem zu la le les du de des el los las y del da dos di".split())
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
    words = _WORD.findall(sentence)
    if len(words) < FEWEST_IN_SENTENCE or any(word.lower() in _ENGLISH for word in words):
        return False
    if _other_words(words) >= OTHER_WORDS:
        return True
    return sum(bool(_LATIN.search(word)) for word in words) * 2 < len(words)


def _other_words(words: Sequence[str]) -> int:
    """Small words of other languages, without particles that lead to a capital: names."""
    number, name = 0, False
    for word in reversed([words[0].lower(), *words[1:]]):
        if word not in _OTHERS:
            name = word[0].isupper()
        elif not (name and word in _PARTICLES):
            number, name = number + 1, False
    return number
