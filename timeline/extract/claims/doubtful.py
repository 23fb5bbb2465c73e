"""Verbs that look like nouns, for sentences without one that is surely a verb."""

from timeline.extract.verbs import DETERMINERS, PREPOSITIONS, PRONOUNS, is_base, may_be_finite
from timeline.extract.words import Words, word_set

_PLAIN_DETERMINERS = DETERMINERS - PRONOUNS
_NO_VERB_AFTER = _PLAIN_DETERMINERS | PREPOSITIONS
_LINKS = PREPOSITIONS - {"of"}
_OBJECTS = word_set("me him them us her it itself himself themselves that")
# Of the third person, of regular past forms.
_ENDINGS = ("s", "d")
_LEAST_THIRD = 4
_SUBJECT_REACH = 30
_SEVERAL = word_set(
    "and these those they people police men women children we you who some many most all both"
)
_SPEAKERS = word_set("i we they you")
_OF_ONE = word_set("the a an this that its his her their our my each every another")
_NO_BASE = PREPOSITIONS | word_set(
    "and or but nor so yet not no all both half even only just too also then than if when while "
    "because although though where whether that which what who how why once twice such ever still"
)


def may_hold_verb(words: Words) -> bool:
    """A verb that looks like a noun: "leaders meet", "firms plan", "she openly admires him"."""
    low = words.low
    for at in range(1, len(words)):
        if words.capital(at) or low[at - 1] in _NO_VERB_AFTER or words.possessive(at - 1):
            continue
        known = may_be_finite(low[at])
        if is_base(low[at]) or not low[at].endswith(_ENDINGS):
            if (known and _plural_before(words, at)) or _reads_like_base(words, at):
                return True
        elif known or _reads_like_third(words, at):
            return True
    return False


def _plural_before(words: Words, at: int) -> bool:
    """What may be the subject of a base form: a plural, a name, several."""
    low = words.low
    return any(
        low[i] in _SEVERAL
        or (low[i].endswith("s") and not low[i].endswith("ss"))
        or low[i][:1].isdigit()
        or (i > 0 and words.capital(i))
        for i in range(max(0, at - _SUBJECT_REACH), at)
    )


def _reads_like_base(words: Words, at: int) -> bool:
    """A word after a plural or a name and before a determiner: "Kyiv and Rome back the plan"."""
    word, before = words.low[at], words.low[at - 1]
    if before in _SPEAKERS and word.isalpha() and word not in _NO_BASE:
        return True
    if at + 1 >= len(words) or words.low[at + 1] not in _PLAIN_DETERMINERS:
        return False
    if not word.isalpha() or word in _NO_BASE or word.endswith(("s", "ly", "ed", "ing", "er")):
        return False
    return (before.endswith("s") and not before.endswith("ss")) or (
        words.capital(at - 1) and "and" in words.low[max(0, at - _SUBJECT_REACH) : at]
    )


def _singular_before(words: Words, at: int) -> bool:
    """A name, a pronoun, an adverb, "the deal", or the comma that ends an apposition."""
    before = words.low[at - 1]
    if words.capital(at - 1) or before in PRONOUNS or before.endswith("ly"):
        return True
    if before == ",":
        return "," in words.low[max(0, at - _SUBJECT_REACH) : at - 1]
    return at > 1 and words.low[at - 2] in _OF_ONE and not before.endswith("s")


def _reads_like_third(words: Words, at: int) -> bool:
    """A word in -s behind what may be its subject, before what may be its object."""
    word = words.low[at]
    if len(word) < _LEAST_THIRD or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return False
    if not _singular_before(words, at):
        return False
    following = words.low[at + 1] if at + 1 < len(words) else "."
    return (
        following in _OBJECTS
        or following in DETERMINERS
        or following in _LINKS
        or (at + 1 < len(words) and (words.capital(at + 1) or following[:1].isdigit()))
    )
