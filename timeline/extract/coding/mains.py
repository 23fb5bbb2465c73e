"""The verbs a claim turns on: of its main clause, and of what is said in it."""

from collections.abc import Sequence

from timeline.extract.coding.hits import Hit, in_capitals
from timeline.extract.coding.wordclass import MODIFIER, word_class
from timeline.extract.verbs import finite_at, is_past
from timeline.extract.words import Words, word_set

_RELATIVE = word_set("who which whose whom that where")
_OPENING = word_set("when if while although though after as because since before once despite amid")
# What is denied or alleged tells more than that it is.
_OF_CONTENT = frozenset({"deny", "allege"})


def main_verbs(words: Words, hits: Sequence[Hit], first: int, last: int) -> tuple[int, ...]:
    """Tokens of the claim's main verb and, where that tells no event of its own, of the main
    verb of the statement from token `first` to `last`; without the ones that are not found."""
    verbs = {hit.first: hit for hit in hits if hit.row.kind == "verb" and hit.row.tag != "gerund"}
    outer = _main(words, verbs, 0, len(words) - 1)
    if first == 0 and last == len(words) - 1:
        return () if outer is None else (outer,)
    inner = _main(words, verbs, first, last)
    told = None if outer is None else next((verbs[i] for i in _group(outer) if i in verbs), None)
    if told and told.row.base not in _OF_CONTENT:
        inner = None
    return tuple(verb for verb in (outer, inner) if verb is not None)


def _group(verb: int) -> range:
    return range(verb, verb + 3)


def _main(words: Words, verbs: dict[int, Hit], first: int, last: int) -> int | None:
    """The first finite verb that stands in no relative or opening clause, else the first one."""
    low = words.low
    opening = low[first : first + 1] != [] and low[first] in _OPENING
    fallback: int | None = None
    for at in range(first, last + 1):
        if opening:
            opening = low[at] != ","
            continue
        if not _finite(words, verbs, at):
            continue
        if not _RELATIVE.isdisjoint(low[max(first, at - 3) : at]):
            fallback = at if fallback is None else fallback
            continue
        return at
    return fallback


def _finite(words: Words, verbs: dict[int, Hit], at: int) -> bool:
    low = words.low
    finite = finite_at(low, at)
    if not finite and at not in verbs:
        return False
    if at and words.capital(at) and not in_capitals(words):
        return False
    if not finite:
        return verbs[at].row.tag in {"base", "same", "third"} and (
            not at or low[at - 1] not in {"to", "not"}
        )
    if is_past(low[at]) and "by" in low[at + 1 : at + 3] and at not in verbs:
        return False  # "a draft put forward by Moscow failed"
    return not is_past(low[at]) or word_class(words, at, "past") != MODIFIER
