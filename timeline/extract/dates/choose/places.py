"""How near each time of a passage stands to what the passage tells."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.extract.dates.choose.classes import EXTREMES, HAPPENINGS, PUBLISHING, REACTS
from timeline.extract.dates.choose.clauses import Clause, Governor, clause_of_finite, governor_of
from timeline.extract.dates.choose.nouns import Named, names_its_day, noun_named
from timeline.extract.verbs import BE, MODALS, PRONOUNS, finite_at, is_past
from timeline.extract.words import Words

WHEN_SAID = "when it was said"
SINCE_THEN = "since then"
DEADLINE = "deadline"
BEFORE_THEN = "before then"
_COMPARED = "what it is compared with"
_ANOTHER = "another event"
_DEADLINES = {"by": DEADLINE, "until": DEADLINE, "till": DEADLINE, "before": BEFORE_THEN}
_LATE = frozenset({"early", "late", "mid", "the", "around", "about", "at", "least"})
_FALLS_DUE = "when a debt falls due"
_DASHES = frozenset("–—")
_LONGEST_AMOUNT = 24
_COMPARES = frozenset({"from", "than", "versus", "twice"})
_AMOUNT_WORDS = frozenset(
    "$ £ € # % , . ( ) a an the or million billion trillion cents percent per cent share shares "
    "about nearly almost some only just record level twice".split()
)

_RANK = {
    Clause.CONTENT: 7.0,
    Clause.MAIN: 6.0,
    Clause.RESULT: 5.0,
    Clause.CHARGED: 4.8,
    Clause.SAME_TIME: 4.5,
    Clause.SAYING: 4.0,
    Clause.AFTER_NOUN: 3.2,
    Clause.PURPOSE: 3.0,
    Clause.GERUND: 2.5,
    Clause.SIDE: 2.0,
    Clause.BESIDE_NOUN: 2.0,
    Clause.ANOTHER: 1.0,
}
_NOTES = {
    Clause.SAYING: WHEN_SAID,
    Clause.AFTER_NOUN: "in passing",
    Clause.PURPOSE: "what it was done for",
    Clause.GERUND: "in passing",
    Clause.SIDE: "a side clause",
    Clause.BESIDE_NOUN: "a side clause",
    Clause.ANOTHER: _ANOTHER,
}
_NAMED_RANK = 5.0
_SPOKEN_OF_RANK = 4.6


class Place(NamedTuple):
    """Higher ranks are nearer. Not `usable`: the time dates something else than the claim.

    `verb`: the words the time belongs to; `note`: what speaks against it, for the reader.
    """

    rank: float
    note: str = ""
    verb: str = ""
    usable: bool = True


def place_of(words: Words, first: int, last: int, stated: tuple[int, int], eventful: bool) -> Place:
    """The place of the time of tokens `first` to `last` (included).

    `stated`: first and last token of what is said. `eventful`: its main verb tells an event,
    so that a time in a side clause is another event's.
    """
    compared = _compared(words.low, first)
    if compared:
        return Place(0, compared, usable=False)
    if words.low[first - 1 : first] == ["due"] and not BE & {*words.low[max(0, first - 4) : first]}:
        return Place(0, _FALLS_DUE, usable=False)
    named = noun_named(words, first, last)
    if named is not None and not names_its_day(words, named):
        return _of_noun(words, named)
    governor = governor_of(words, named.first if named else first, named.head if named else last)
    governor = _past_for_present(words, governor, first)
    inside = stated[0] <= first <= stated[1]
    if _in_aside(words.low, first, last):
        governor = Governor(Clause.SIDE, governor.verb)
    place = _by_clause(words, governor, named, eventful and inside, words.low[first] == "today")
    if not inside and place.usable:
        of_source = governor.clause in (Clause.SIDE, Clause.BESIDE_NOUN)
        usable = not of_source or _publishes(words, governor)
        place = Place(_RANK[Clause.SAYING], WHEN_SAID, place.verb, usable)
    return _limited(words.low, named.first if named else first, place)


def _past_for_present(words: Words, governor: Governor, first: int) -> Governor:
    """ "Signed the deal that lets ships leave on 23 July": the day is of what is past."""
    low, verb = words.low, governor.verb
    if governor.clause is not Clause.SIDE or verb is None or low[first - 1] != "on":
        return governor
    if is_past(low[verb]) or low[verb] in MODALS or low[verb] in BE or low[verb].endswith("ing"):
        return governor
    for index in range(verb):
        past = is_past(low[index]) and finite_at(low, index)
        if past and clause_of_finite(words, index) is Clause.MAIN:
            return Governor(Clause.MAIN, index)
    return governor


def _of_noun(words: Words, named: Named) -> Place:
    """The time of a thing named; it counts for what is only spoken of: "blamed for the blast"."""
    head = words.raw[named.head]
    if words.low[named.head] in HAPPENINGS:
        clause, verb = governor_of(words, named.first, named.head)
        if verb is None or verb > named.first:  # "investigators blame": looks like a noun
            verb = next((i for i in range(1, min(5, named.first)) if words.low[i] in REACTS), None)
        told = clause in (Clause.MAIN, Clause.SAYING)
        if told and verb is not None and words.low[verb] in REACTS:
            return Place(_SPOKEN_OF_RANK, "", head)
    return Place(0, f"says which {head} is meant", usable=False)


def _in_aside(low: Sequence[str], first: int, last: int) -> bool:
    """Whether the time stands between brackets or two dashes."""
    before, after = low[:first], low[last + 1 :]
    if before.count("(") > before.count(")") and ")" in after:
        return True
    dashes = sum(word in _DASHES for word in before)
    return dashes % 2 == 1 and not _DASHES.isdisjoint(after)


def _publishes(words: Words, governor: Governor) -> bool:
    return governor.verb is not None and words.low[governor.verb] in PUBLISHING


def _by_clause(
    words: Words, governor: Governor, named: Named | None, eventful: bool, loose: bool
) -> Place:
    clause = governor.clause
    rank, note = _RANK[clause], _NOTES.get(clause, "")
    verb = words.raw[governor.verb] if governor.verb is not None else ""
    if named is not None and clause in (Clause.MAIN, Clause.CONTENT):
        return Place(_NAMED_RANK, "", words.raw[named.head])
    unusable = clause in (Clause.ANOTHER, Clause.BESIDE_NOUN) or (
        eventful and clause is Clause.SIDE
    )
    if clause in (Clause.PURPOSE, Clause.GERUND) and named is not None:
        unusable = True
    if clause is Clause.SIDE and loose:
        unusable = True  # "the problems facing us today": not a day
    return Place(rank, note, verb, usable=not unusable)


def _limited(low: Sequence[str], first: int, place: Place) -> Place:
    """A time that says since when or until when is less than one that says when."""
    before = _word_before(low, first)
    if before == "since":
        return Place(place.rank - 2.5, place.note or SINCE_THEN, place.verb, place.usable)
    if before in _DEADLINES:
        note = place.note or _DEADLINES[before]
        return Place(place.rank - 0.5, note, place.verb, place.usable)
    return place


def _word_before(low: Sequence[str], first: int) -> str:
    at = first - 1
    while at > 0 and low[at] in _LATE:
        at -= 1
    return low[at] if at >= 0 else ""


def opens(words: Words, first: int, last: int) -> bool:
    """Whether the time says since when something is so."""
    if "since" not in words.low:
        return False
    named = noun_named(words, first, last)
    return _word_before(words.low, named.first if named else first) == "since"


def _compared(low: Sequence[str], first: int) -> str:
    """ "More than in 2019", "the highest since 2008", "up from 5 percent in June"."""
    near: list[str] = []
    for at in range(first - 1, max(-1, first - 8), -1):
        if low[at] in {",", ";", ":"}:
            break
        near.insert(0, low[at])
    if near and _word_before(low, first) == "since" and not EXTREMES.isdisjoint(near[-6:]):
        return _COMPARED
    clause = any(a == "than" and b in PRONOUNS for a, b in pairwise(near[-6:]))
    if clause or "than" in near[-2:] or near[:1] in (["up"], ["down"]):
        return _COMPARED
    if any(a == "compared" and b in ("with", "to") for a, b in pairwise(near)):
        return _COMPARED
    return _COMPARED if _after_amount(low, first) else ""


def _after_amount(low: Sequence[str], first: int) -> bool:
    """ "Up from 5 percent in June", "from €12 million, or €3 a head, two years before"."""
    amount = False
    for at in range(first - 1, max(-1, first - _LONGEST_AMOUNT), -1):
        word = low[at]
        if word in _COMPARES:
            rounds = word == "than" and at > 0 and low[at - 1] in {"more", "less", "fewer"}
            return amount and not rounds and _is_amount(low[at + 1])
        if word in _AMOUNT_WORDS or (word in {"in", "for"} and not amount):
            continue
        unit = at > 0 and _is_amount(low[at - 1])
        if not _is_amount(word) and not unit:
            return False
        amount = True
    return False


def _is_amount(word: str) -> bool:
    return word[0].isdigit() or word in _AMOUNT_WORDS
