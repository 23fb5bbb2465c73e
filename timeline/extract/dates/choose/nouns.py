"""Times that only tell which thing is meant: "the 1995 accord", "Friday's blast"."""

from typing import NamedTuple

from timeline.extract.clause_words import AND_OR, CLAUSE_BREAKS
from timeline.extract.dates.choose.classes import (
    AT_THAT_TIME,
    BEGINS_WITH,
    DETERMINERS_OF_NOUNS,
    HAPPENINGS,
    HAPPENS_WITH,
    HOSTS,
    ON_OCCASION,
    PARTS_OF_TIME,
    TAKING_PART,
)
from timeline.extract.verbs import PREPOSITIONS, PRONOUNS, finite_at
from timeline.extract.words import Words, word_set

_ADJECTIVES_BEFORE = 3
_NOUNS_AFTER = 4
_ENDS_NAME = (
    AND_OR
    | PREPOSITIONS
    | PRONOUNS
    | word_set("that who which when where because if while to not also after before it the a an")
)
_BEFORE_SUBJECT = AND_OR | CLAUSE_BREAKS | {",", "that"}


class Named(NamedTuple):
    """A noun phrase that a time helps to name: its first token and its head noun's."""

    first: int
    head: int


def noun_named(words: Words, first: int, last: int) -> Named | None:
    """The noun phrase that the time of tokens `first` to `last` stands in, when it does."""
    of = first - 1
    if of > 0 and words.low[of] in {"early", "late", "mid"}:
        of -= 1
    if of > 0 and words.low[of] == "of":
        return _with_of(words, of)
    owner = words.possessive(last)
    head = _head(words, last)
    if head is None:
        return None
    if owner:
        return Named(first, head)
    start = _determiner(words, first)
    return Named(start, head) if start is not None else None


def _with_of(words: Words, of: int) -> Named | None:
    """ "The budget of 2023"; "the evening of 3 May" is a time of its own."""
    before = words.low[of - 1]
    if before in PARTS_OF_TIME or before in PREPOSITIONS or not words.is_word(of - 1):
        return None
    start = of - 1
    while start and start > of - 5 and words.low[start] not in DETERMINERS_OF_NOUNS:
        if words.low[start - 1] in PREPOSITIONS or not words.is_word(start - 1):
            break
        if finite_at(words.low, start - 1):
            break
        start -= 1
    return Named(start, of - 1)


def _head(words: Words, last: int) -> int | None:
    """The last of the nouns right after the time."""
    low = words.low
    at = last + 1
    if at + 1 < len(words) and low[at] == "," and low[last].isdigit():
        at += 1  # "the March 11, 2005, incident"
        if not words.is_word(at) or words.capital(at) or _ends_name(words, at):
            return None
    head = None
    while at < len(words) and at <= last + _NOUNS_AFTER + 1:
        if not words.is_word(at) or _ends_name(words, at):
            break
        head = at
        at += 1
    return head


def _ends_name(words: Words, at: int) -> bool:
    word = words.low[at]
    return word in _ENDS_NAME or (word not in HAPPENINGS and finite_at(words.low, at))


def _determiner(words: Words, first: int) -> int | None:
    """The token that opens the phrase: a determiner or an owner, adjectives between."""
    for at in range(first - 1, max(-1, first - 2 - _ADJECTIVES_BEFORE), -1):
        word = words.low[at]
        if word in DETERMINERS_OF_NOUNS or words.possessive(at):
            return at
        if not words.is_word(at) or word in PREPOSITIONS or finite_at(words.low, at):
            return None
    return None


def names_its_day(words: Words, named: Named) -> bool:
    """Whether what is told happens when the noun does.

    "Friday's blast killed four", "lost Monday's vote", "in an April interview".
    """
    low = words.low
    before = low[named.first - 1] if named.first else ""
    head = low[named.head]
    if before in AT_THAT_TIME:
        return low[named.first - 2] not in TAKING_PART if named.first > 1 else True
    if before == "on":
        return head in ON_OCCASION
    if head not in HAPPENINGS:
        return before == "since" or before in HOSTS
    if before in HAPPENS_WITH or before == "since":
        return True
    if before == "with" and named.first > 1 and low[named.first - 2] in BEGINS_WITH:
        return True
    subject = not before or before in _BEFORE_SUBJECT
    ahead = range(named.head + 1, min(len(words), named.head + 8))
    return subject and any(finite_at(low, at) for at in ahead)
