"""Past forms that only tell which thing is meant: "the pact signed in May has lapsed"."""

from timeline.extract.clause_words import AND_OR, CLAUSE_BREAKS, OPENERS, SAYING
from timeline.extract.verbs import IRREGULAR, PREPOSITIONS, PRONOUNS, finite_at, is_past
from timeline.extract.words import Words

_REACH = 14
_THINKING = frozenset("believe believes believed think thinks thought know knows knew".split())
_CLOSING_QUOTE = frozenset({"”", '"', "''"})
# "A vote expected to ..." is passive; "threatened to" and "agreed to" are not.
_MADE_TO = frozenset(
    "expected scheduled set planned slated forced ordered asked invited allowed designed meant "
    "intended believed thought known tied linked sent taken moved due".split()
)
_PAST_ONLY = frozenset(past for past, participle in IRREGULAR.values() if past != participle)


def modifies_noun(words: Words, at: int) -> bool:
    """ "The pact signed at the summit has ...", "held a man wanted since May": a participle."""
    low = words.low
    word = low[at]
    before = low[at - 1] if at else ""
    if not is_past(word) or not at or before in PRONOUNS or before in AND_OR or word in SAYING:
        return False
    if word in _PAST_ONLY:
        return False
    following = low[at + 1] if at + 1 < len(words) else ""
    bare = following in PREPOSITIONS or following in {"last", "earlier", "as"}
    bare = (bare and following != "to") or (following == "to" and word in _MADE_TO)
    if before == ",":
        return bare and (_finite_before(words, at) or _finite_after_comma(words, at))
    if not bare and following[:1].isalpha():
        return False
    return _finite_before(words, at) or (bare and _finite_after(words, at))


def _finite_after_comma(words: Words, at: int) -> bool:
    """Whether a finite verb stands behind the comma that ends the phrase of `at`."""
    low = words.low
    for index in range(at + 1, min(len(words), at + _REACH)):
        if low[index] == ",":
            ahead = range(index + 1, min(len(words), index + 3))
            return any(finite_at(low, i) for i in ahead)
        if finite_at(low, index):
            return False
    return False


def _finite_before(words: Words, at: int) -> bool:
    """Whether the clause already has its verb, the comma right before `at` left aside."""
    low = words.low
    for index in range(at - 1, max(-1, at - _REACH), -1):
        word = low[index]
        if word == "," and index == at - 1:
            continue
        if word in CLAUSE_BREAKS or word in AND_OR or word in OPENERS or word in {",", "that"}:
            return False
        if finite_at(low, index) and not (index and low[index - 1] == "ever"):
            quoted = index > 0 and low[index - 1] in _CLOSING_QUOTE
            if word in SAYING:
                return quoted  # "…,” said a spokesman for the group formed in May"
            aside = index > 0 and low[index - 1] == ","
            return not aside and word not in _THINKING
    return False


def _finite_after(words: Words, at: int) -> bool:
    low = words.low
    for index in range(at + 1, min(len(words), at + _REACH)):
        word = low[index]
        if word in CLAUSE_BREAKS or word in AND_OR or word in OPENERS or word in {",", "that"}:
            return False
        if finite_at(low, index):
            following = low[index + 1] if index + 1 < len(words) else ""
            return not (word.endswith("ed") and following in PREPOSITIONS)
    return False
