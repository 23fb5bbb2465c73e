"""The verb or noun a claim turns on: active, passive or a noun, and how far its clause goes."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.actors.slots import Slot
from timeline.extract.verbs import BE, DETERMINERS, HAVE, MODALS, finite_at, is_past
from timeline.extract.words import Words
from timeline.records import Span

_CLAUSE_ENDS = frozenset(
    """; which who whose after before while when because although though but as since whereas
    until unless if""".split()
)
_AUXILIARIES = BE | HAVE


class Clause(NamedTuple):
    """`first` to `last`: tokens of the trigger; `end`: last token of its clause.

    `owners`: first tokens of mentions that own a noun trigger ("Russia's invasion");
    `guessed`: no trigger was given, the first finite verb stands in for it.
    """

    first: int
    last: int
    end: int
    text: str
    passive: bool
    nominal: bool
    owners: frozenset[int]
    guessed: bool


def read_clause(words: Words, slots: Sequence[Slot], trigger: Span | None) -> Clause | None:
    """The clause of the trigger, None when there is neither trigger nor finite verb."""
    guessed, named = trigger is None, _named(slots)
    if trigger is None:
        start = next((i for i in range(len(words)) if _finite_outside(words, named, i)), None)
        if start is None:
            return None
        first = last = start
    else:
        first = words.at(trigger.start)
        last = max(first, words.at(trigger.end) - 1)
        if first >= len(words):
            return None
    verb = next((i for i in range(last, first - 1, -1) if is_past(words.low[i])), first)
    passive = _is_passive(words, verb)
    if guessed and not passive:
        # "is seized", "has been seized": the participle tells, not the auxiliary
        ahead = [i for i in range(first + 1, min(len(words), first + 4)) if is_past(words.low[i])]
        passive = bool(ahead) and words.low[first] in _AUXILIARIES and _is_passive(words, ahead[0])
        last = ahead[0] if passive else last
    nominal = not passive and not guessed and _is_noun(words, slots, first, last)
    owners = _owners(words, slots, first) if nominal else frozenset()
    end = _clause_end(words, slots, last, nominal, named)
    return Clause(first, last, end, words.quote(first, last), passive, nominal, owners, guessed)


def _finite_outside(words: Words, named: set[int], at: int) -> bool:
    return at not in named and finite_at(words.low, at)


def _named(slots: Sequence[Slot]) -> set[int]:
    """Tokens that are part of a name, so no verbs ("May", "Rice")."""
    return {at for slot in slots for at in range(slot.first, slot.last + 1)}


def _is_passive(words: Words, verb: int) -> bool:
    """ "was vetoed", "has since been seized", "vetoed by"."""
    low = words.low
    if not (is_past(low[verb]) or low[verb].endswith(("n", "t"))):
        return False
    for at in range(verb - 1, max(-1, verb - 4), -1):
        if low[at] in BE:
            return True
        if not low[at].endswith("ly") and low[at] not in ("not", "also", "since", "already"):
            break
    following = low[verb + 1] if verb + 1 < len(low) else ""
    return following == "by" and is_past(low[verb])


def _is_noun(words: Words, slots: Sequence[Slot], first: int, last: int) -> bool:
    """Whether the trigger is a noun ("the invasion of", "Russian strikes on")."""
    low = words.low
    if is_past(low[last]) and low[first] == low[last]:
        return False
    before = low[first - 1] if first else ""
    if before == "to" or before in MODALS or low[first].endswith("ing"):
        return before in DETERMINERS and before != "that"
    if any(slot.last == first - 1 and words.possessive(slot.last) for slot in slots):
        return True
    return not finite_at(low, first)


def _owners(words: Words, slots: Sequence[Slot], first: int) -> frozenset[int]:
    """Mentions right before a noun trigger, at most two modifiers between."""
    for slot in reversed(slots):
        if slot.last >= first or slot.modifies:
            continue
        between = words.low[slot.last + 1 : first]
        adjectival = words.possessive(slot.last) or slot.last == first - 1
        described = adjectival or ", adjective of " in slot.mention.reason
        if len(between) <= 2 and described and all(
            w.replace("-", "").isalpha() and w not in DETERMINERS and not finite_at(between, i)
            and w not in ("of", "on", "in", "to", "and", "for", "with", "by", "from")
            for i, w in enumerate(between)
        ):  # fmt: skip
            return frozenset(s.first for s in slots if s.group == slot.group and not s.modifies)
        break
    return frozenset()


def _clause_end(
    words: Words, slots: Sequence[Slot], last: int, nominal: bool, named: set[int]
) -> int:
    """Last token that can still belong to the trigger: before "which", a new subject, ";"."""
    for at in range(last + 1, len(words)):
        if words.low[at] in _CLAUSE_ENDS or (nominal and _finite_outside(words, named, at)):
            return at - 1
        if words.low[at - 1] == "," and words.low[at].endswith("ing"):
            return at - 1  # ", drawing protests from Seoul"
        if at > last + 1 and words.low[at] in (":", "?", "!"):
            return at - 1
    for slot in slots:
        following = slot.last + 1
        if slot.first > last + 1 and following < len(words) and slot.preposition is None:
            starts = words.low[slot.first - 1] in ("and", ",", "that")
            if starts and finite_at(words.low, following):
                return slot.first - 1
    return len(words) - 1
