"""The verb a time stands with, and the kind of clause that verb heads, from words alone.

The time belongs to the nearest verb on its left within the clause; at the front of a
clause, to the first on its right.
"""

from enum import Enum, auto
from typing import NamedTuple

from timeline.extract.clause_words import (
    AND_OR,
    CLAUSE_BREAKS,
    OPENS_BEFORE_OR_AFTER,
    OPENS_RELATIVE,
    OPENS_SAME_TIME,
    OPENS_SIDE,
    SAYING,
)
from timeline.extract.dates.choose.classes import (
    ACCUSING,
    BEGINS,
    CONTENT_NOUNS,
    DETERMINERS_OF_NOUNS,
    HAPPENINGS,
    PREPOSITIONS_OF_TIME,
    PUBLISHING,
    SCHEDULED,
    STATES,
    TAKES_CONTENT,
    WITHIN_HOURS,
)
from timeline.extract.dates.tense import is_past_form
from timeline.extract.participles import modifies_noun
from timeline.extract.verbs import (
    BE,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    finite_at,
    is_base,
    is_past,
    may_be_finite,
)
from timeline.extract.words import Words

_REACH = 24
_SUBJECT_REACH = 14
_GOVERNOR_REACH = 12
_LONGEST_ASIDE = 10
_SIDE_OPENERS = OPENS_RELATIVE | OPENS_SAME_TIME | OPENS_SIDE
_AUXILIARIES = BE | HAVE
_NO_VERB_ING = frozenset("during following including according morning evening spring".split())
_BETWEEN = NEGATIONS | frozenset("also already since been just still now yet both".split())
_OF_A_VERB = _AUXILIARIES | MODALS
_BEFORE_VERB = _OF_A_VERB | _BETWEEN


class Clause(Enum):
    """What the clause of a time is to the claim."""

    CONTENT = auto()  # what is agreed, planned, ordered: "agreed to meet in May"
    MAIN = auto()
    RESULT = auto()  # "..., killing 25 people"
    SAME_TIME = auto()  # "when a rocket struck"
    SAYING = auto()
    CHARGED = auto()  # "accused of stealing files in 2020"
    AFTER_NOUN = auto()  # "after talks on Sunday"
    PURPOSE = auto()  # "flew to Doha to prepare talks in October"
    GERUND = auto()
    SIDE = auto()  # relative clauses, reasons, conditions
    BESIDE_NOUN = auto()  # "the pact signed in May"
    ANOTHER = auto()  # "after Russia invaded in February"


class Governor(NamedTuple):
    """The clause a time stands in and the token of its verb (None: no verb was found)."""

    clause: Clause
    verb: int | None


def governor_of(words: Words, first: int, last: int) -> Governor:
    """For the time of tokens `first` to `last` (included)."""
    low = words.low
    at = first - 1
    while at >= 0 and low[at] in PREPOSITIONS_OF_TIME and low[at] not in {"after", "before"}:
        at -= 1
    at = _before_apposition(words, at)
    after_noun = False
    for index in range(at, max(-1, at - _REACH), -1):
        word = low[index]
        if word in CLAUSE_BREAKS or (index == at and (word in AND_OR or word in {",", "that"})):
            break
        if word in {"after", "before", "following", "since"} and index < first - 1:
            after_noun = True
        if _opens_clause(low, index) and not after_noun:
            if (
                word == "as"
                and low[index + 1 : index + 2]
                and not _verb_between(words, index, last)
            ):
                continue  # "as president"
            return Governor(_opened_by(words, index), None)
        clause = _clause_of_verb(words, index)
        if clause is Clause.SIDE and _tells_a_habit(words, index):
            continue  # "the pact that asks all to save fuel on Monday": no present has a day
        if clause is not None:
            fits = after_noun and clause in (Clause.MAIN, Clause.CONTENT)
            return Governor(Clause.AFTER_NOUN if fits else clause, index)
    aside = "," in low[max(0, at - _REACH) : max(at, 0)] and low[last + 1 : last + 2] == [","]
    return Governor(Clause.BESIDE_NOUN, None) if aside else _rightward(words, last)


def _before_apposition(words: Words, at: int) -> int:
    """ "In Asmara, the capital, on Sunday": the token before the aside that ends at `at`."""
    low = words.low
    if at < 1 or low[at] != ",":
        return at
    for index in range(at - 1, max(0, at - _LONGEST_ASIDE), -1):
        if low[index] in CLAUSE_BREAKS or finite_at(low, index):
            break
        if low[index] == ",":
            return index - 1 if low[index + 1] in DETERMINERS_OF_NOUNS else at
    return at


def _opens_clause(low: list[str], index: int) -> bool:
    if low[index] not in _SIDE_OPENERS:
        return False
    return low[index] != "because" or low[index + 1 : index + 2] != ["of"]


def _tells_a_habit(words: Words, verb: int) -> bool:
    """Whether a verb is a plain present, which goes with no day that is past."""
    if _is_infinitive(words, verb):
        near = range(verb - 2, max(-1, verb - _GOVERNOR_REACH), -1)
        verb = next((i for i in near if finite_at(words.low, i)), verb)
    word = words.low[verb]
    return finite_at(words.low, verb) and not is_past(word) and word not in _OF_A_VERB


def _verb_between(words: Words, index: int, last: int) -> bool:
    ahead = range(index + 1, min(len(words), last + 8))
    return any(finite_at(words.low, i) for i in ahead)


def _rightward(words: Words, last: int) -> Governor:
    """A time at the front of its clause: the first finite verb after it."""
    low = words.low
    for index in range(last + 1, min(len(words), last + _REACH)):
        if low[index] in CLAUSE_BREAKS:
            break
        if finite_at(low, index):
            if low[index] in SAYING:
                return Governor(Clause.SAYING, index)
            return Governor(Clause.MAIN, index)
    return Governor(Clause.MAIN, None)


def _clause_of_verb(words: Words, at: int) -> Clause | None:
    """The clause that the word at `at` is the verb of; None when it is no verb."""
    low = words.low
    word = low[at]
    if not word[:1].isalpha():
        return None
    if _is_infinitive(words, at):
        return _infinitive(words, at)
    if finite_at(low, at) and not modifies_noun(words, at):
        if word in SAYING:
            outer = clause_of_finite(words, at)
            return outer if outer in (Clause.SIDE, Clause.ANOTHER) else Clause.SAYING
        return clause_of_finite(words, at)
    if word.endswith("ing"):
        return _ing_form(words, at)
    if is_past(word) or is_past_form(word) or word == "born":
        return _participle(words, at)
    return None


def _is_infinitive(words: Words, at: int) -> bool:
    low = words.low
    before = low[at - 1] if at else ""
    if before.endswith("ly") and at > 1:
        before = low[at - 2]
    if before != "to" or words.capital(at):
        return False
    following = low[at + 1] if at + 1 < len(words) else ""
    return (
        is_base(low[at]) or low[at] in {"be", "have", "do"} or (following in DETERMINERS_OF_NOUNS)
    )


def _infinitive(words: Words, at: int) -> Clause:
    """What is agreed or planned when the verb before "to" takes such content, else a purpose."""
    low = words.low
    to = at - 1 if low[at - 1] == "to" else at - 2
    if to and low[to - 1] in _AUXILIARIES:
        return clause_of_finite(words, to - 1)
    for index in range(to - 1, max(-1, to - _GOVERNOR_REACH), -1):
        word = low[index]
        if word in CLAUSE_BREAKS or word in OPENS_RELATIVE or word == ",":
            break
        if word in TAKES_CONTENT or (word in BEGINS and index == to - 1):
            outer = _clause_of_verb(words, index) or clause_of_finite(words, index)
            told = outer in (Clause.MAIN, Clause.SAYING) and word not in SCHEDULED
            return Clause.CONTENT if told else outer
        if finite_at(low, index):
            break
    return _within(words, to, Clause.PURPOSE)


def _within(words: Words, at: int, clause: Clause) -> Clause:
    """`clause`, unless the verb before `at` heads a side clause: then it is part of that."""
    for index in range(at - 1, max(-1, at - _GOVERNOR_REACH), -1):
        if words.low[index] in CLAUSE_BREAKS:
            break
        if finite_at(words.low, index) and not modifies_noun(words, index):
            outer = clause_of_finite(words, index)
            return outer if outer in (Clause.SIDE, Clause.ANOTHER) else clause
    return clause


def _participle(words: Words, at: int) -> Clause | None:
    low = words.low
    if low[at] in PUBLISHING and _AUXILIARIES.isdisjoint(low[max(0, at - 3) : at]):
        return Clause.SAYING
    for index in range(at - 1, max(-1, at - 5), -1):
        if low[index] in _AUXILIARIES:
            if low[index] == "being" or low[index] == "having":
                of = index and low[index - 1] in {"of", "with", "for"}
                return (_charge(words, index - 1) if of else None) or Clause.SIDE
            finite = index
            while finite and (low[finite - 1] in _BEFORE_VERB):
                finite -= 1
            return clause_of_finite(words, finite)
        if low[index] not in _BETWEEN and not low[index].endswith("ly"):
            break
    if at and low[at - 1] in DETERMINERS_OF_NOUNS:
        return None
    return Clause.BESIDE_NOUN if at else Clause.SIDE


def _ing_form(words: Words, at: int) -> Clause | None:
    low = words.low
    word = low[at]
    before = low[at - 1] if at else ""
    if word in _NO_VERB_ING or len(word) < 6:
        return None
    if before in BE or (at and finite_at(low, at - 1)):
        return clause_of_finite(words, at - 1)  # "were leaving", "stopped paying"
    if before in DETERMINERS_OF_NOUNS or (word in HAPPENINGS and before not in {",", "by"}):
        return None
    if before in {"after", "before", "since", "until"}:
        return Clause.ANOTHER
    charge = _charge(words, at - 1) if before in {"of", "with", "for"} else None
    if charge is not None:
        return charge
    if before in PREPOSITIONS:
        return _within(words, at, Clause.GERUND)
    if before == ",":
        return Clause.SAYING if word in SAYING else Clause.RESULT
    if not at or before in CLAUSE_BREAKS:
        return Clause.SIDE
    following = low[at + 1] if at + 1 < len(words) else ""
    return Clause.SIDE if following in DETERMINERS_OF_NOUNS else None


def _charge(words: Words, at: int) -> Clause | None:
    """ "Of" after "accused the army" opens the charge, when accusing is what is told."""
    for index in range(at - 1, max(-1, at - _GOVERNOR_REACH), -1):
        word = words.low[index]
        if word in ACCUSING:
            clause = _clause_of_verb(words, index)
            told = clause in (Clause.MAIN, Clause.SAYING, Clause.CONTENT)
            return Clause.CHARGED if told else clause
        if word in CLAUSE_BREAKS or word in OPENS_RELATIVE:
            return None
    return None


def clause_of_finite(words: Words, verb: int) -> Clause:
    """The kind of the clause whose finite verb stands at `verb`, by what opens it."""
    low = words.low
    for index in range(verb - 1, max(-1, verb - _SUBJECT_REACH), -1):
        word = low[index]
        if word in CLAUSE_BREAKS:
            return Clause.MAIN
        if word == ",":
            # "X, which Y said": a relative pronoun stands right after its comma.
            return Clause.MAIN
        if word == "that":
            return _after_that(words, index, verb)
        if _opens_clause(low, index) or word in OPENS_BEFORE_OR_AFTER:
            return _opened_by(words, index)
        if index < verb - 1 and finite_at(low, index) and not modifies_noun(words, index):
            if low[verb - 1] in AND_OR:
                continue  # "arrived and left": one subject, one opener
            return _after_finite(words, index, verb)
    return Clause.MAIN


def _after_finite(words: Words, first: int, second: int) -> Clause:
    """A verb after another: what "records show he left" says, or "the war that began ended"."""
    low = words.low
    subject = first > 0 and low[first - 1] in OPENS_RELATIVE | {"that"}
    outer = clause_of_finite(words, first)
    if subject and outer is Clause.SIDE and low[second - 1] not in PRONOUNS:
        return Clause.MAIN
    return outer


def _opened_by(words: Words, index: int) -> Clause:
    word = words.low[index]
    if word in OPENS_BEFORE_OR_AFTER:
        hours = index and words.low[index - 1] in WITHIN_HOURS
        return Clause.SAME_TIME if hours else Clause.ANOTHER
    return Clause.SAME_TIME if word in OPENS_SAME_TIME else Clause.SIDE


def _after_that(words: Words, index: int, verb: int) -> Clause:
    """ "Said that he left" is what is said, "the war that began" a relative clause."""
    before = words.low[index - 1] if index else ""
    near = words.low[max(0, index - 6) : index]
    if not index or before in CONTENT_NOUNS or (not SAYING.isdisjoint(near) and "," not in near):
        return Clause.MAIN
    if index == verb - 1:
        return Clause.SIDE
    verbal = may_be_finite(before) or is_past_form(before) or before.endswith("ing")
    return Clause.MAIN if verbal or before in PRONOUNS or before in AND_OR else Clause.SIDE


def tells_of_event(words: Words, first: int, last: int) -> bool | None:
    """Whether the main verb among tokens `first` to `last` tells what happened or will.

    None when there is no main verb among them.

    "Has rebuilt", "won" and "will meet" do; "is a member" and "would breach" tell a state.
    """
    low = words.low
    for index in range(first, last + 1):
        if not finite_at(low, index) or modifies_noun(words, index):
            continue
        if clause_of_finite(words, index) is not Clause.MAIN:
            continue
        word = low[index]
        if word in HAVE:
            ahead = low[index + 1 : index + 4]
            return any(is_past(w) or is_past_form(w) or w == "been" for w in ahead)
        if word in BE and word not in {"was", "were"}:
            ahead = low[index + 1 : index + 4]
            return any(is_past_form(w) or w.endswith("ing") for w in ahead[:2])
        if word in MODALS:
            return word in {"will", "won't", "shall"}
        return word not in STATES
    return None
