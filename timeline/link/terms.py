"""The words by which two statements are recognised as being about the same thing.

Words are folded, stop words dropped, the rest stemmed (Snowball English) and replaced by
their concept where `knowledge/concepts.csv` says that several words mean one thing in
the news ("drones", "UAVs"). Names of actors, times and numbers are left out: they are
compared for themselves.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import sqrt

import snowballstemmer

from timeline.folding import fold
from timeline.knowledge.concepts import load_concepts
from timeline.records import Span

# Begins the term that stands for an odd figure: two reports seldom share one by chance.
FIGURE = "#"
# Squares of weights are multiples of a part of so many.
UNIT = 25
UNITS_OF_FIGURE, UNITS_OF_COMMON = 64, 4

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STEMMER = snowballstemmer.stemmer("english")

_STOP = frozenset(
    """a about above after again against ago all almost along already also although always am
    among an and another any anyone anything are around as aside at away be became because become
    been before behind being below between both but by can cannot come could did do does doing
    done down during each either else enough even ever every far few first for former from
    further get go goes going gone got had has have having he hence her here hers herself him
    himself his how however i if in indeed instead into is it its itself just last late later
    least less let like likely made make many may me meanwhile might more moreover most much must
    my near nearly neither never nevertheless next no nor not nothing now of off often on once one
    only onto or other others our ours out over own part perhaps put quite rather same seem seemed
    seems several shall she should since so some something soon still such take than that the
    their theirs them themselves then there thereby therefore these they this those though through
    throughout thus to together too took toward towards two under until up upon us use used very
    via was way we well went were what when where whether which while who whole whom whose why
    will with within without would yes yet you your three four five six seven eight nine ten
    dozen dozens hundred hundreds thousand thousands million millions billion billions number
    multiple recent recently currently today yesterday tomorrow tonight time day days week weeks
    month months year years early mid part order regard regarding concerning according added adds
    apart amid despite per mr mrs ms dr also its it's""".split()
)
# Words that most news sentences could hold: they count, but little.
_COMMON = frozenset(
    """said say says told tell official officials country countries government state states
    nation national people president minister leader leaders report reports reported statement
    announce group new public world international member members spokesman spokeswoman
    spokesperson authorities authority foreign side sides party issue situation move step support
    help work plan plans continue begin start end call include show give set hold keep long high
    large major key senior local area areas region place case fact day news media information
    agency office head administration decision effort efforts talk talks meeting meet
    military force forces ministry secretary political security conflict war crisis region
    process result agree want need expect believe accuse""".split()
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Concept or stem of one folded word."""
    stemmed = _STEMMER.stemWord(word)
    return _concepts().get(stemmed, stemmed)


@lru_cache(maxsize=1)
def _concepts() -> dict[str, str]:
    """From stem to concept. Phrases of several words are found by `_phrases`."""
    return {
        _STEMMER.stemWord(word): f"={concept}"
        for concept, words in load_concepts().items()
        for word in words
        if " " not in word
    }


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (phrase, re.compile(r"\b" + re.escape(phrase) + r"s?\b"), f" concept{concept} ")
        for concept, words in load_concepts().items()
        for phrase in words
        if " " in phrase
    )


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _COMMON)


def content_terms(text: str, leave_out: Sequence[Span] = ()) -> frozenset[str]:
    """Terms of `text`, spans of `leave_out` (code points into `text`) not read."""
    for span in sorted(leave_out, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    folded = fold(text)
    if " " in folded:
        for phrase, pattern, replacement in _phrases():
            if phrase in folded:  # rare, and told much sooner than by the pattern
                folded = pattern.sub(replacement, folded)
    return frozenset(filter(None, map(_term, _WORD.findall(folded))))


@lru_cache(maxsize=65536)
def _term(word: str) -> str:
    """That of a folded word, "" when it says too little."""
    bare = word.split("'")[0].split("’")[0]
    if len(bare) < 2 or bare in _STOP:
        return ""
    return f"={bare[7:]}" if bare.startswith("concept") and len(bare) > 8 else stem(bare)


@lru_cache(maxsize=65536)
def weight(term: str) -> float:
    """How much a shared term tells: little when any news sentence could hold it."""
    if term.startswith(FIGURE):
        return 1.6
    return 0.4 if term in _common_stems() else 1.0


def units(terms: Iterable[str]) -> int:
    """Squares of the weights, in whole parts of 1 / UNIT: no sum hangs on the order of a set."""
    return sum(map(_units, terms))


@lru_cache(maxsize=65536)
def _units(term: str) -> int:
    return round(weight(term) ** 2 * UNIT)


@lru_cache(maxsize=8192)
def size(terms: frozenset[str]) -> float:
    """Length of a claim's vector of terms; a claim is compared with many others."""
    return sqrt(units(terms) / UNIT)
