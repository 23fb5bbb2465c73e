"""The main clauses of one sentence."""

import re
from itertools import islice

from timeline.extract.claims.wording import LONGEST_SUBJECT, RELATIVE, REPORTED
from timeline.extract.clause_words import all_forms
from timeline.extract.verbs import DETERMINERS, PREPOSITIONS, PRONOUNS, finite_at, may_be_finite
from timeline.extract.words import Words, word_set
from timeline.records import Span

_LEAST_CLAUSE_WORDS = 5
_LEAST_REPORT_WORDS = 4
_MOST_JOINS = 8
_MOST_CLAUSES = 4
_LONGEST_APPOSITION = 10
_NEAR = 7
_STARTERS = DETERMINERS | PRONOUNS
_JOIN = re.compile(
    r", (?:and|but|while|yet) |; (?:(?:and|but) )?|: (?![“\"‘'])"
    r"| (?:and|but) (?=[a-z]{4,11}[ds] |[A-Z])"
)
_OPENED = re.compile(r"[“”\"]")
# "Said A, and its cranes ...": what points back goes on with what is said.
_GOES_ON = _STARTERS - word_set("a an another some several many most all both")
_AFTER_CLOSING = 3
_SUBORDINATE = word_set("if when while although though because as since after")
# Verbs that tell of something new when they come second: "denied A and claimed B".
_REPORTS = all_forms(
    "say tell claim allege accuse deny confirm warn add announce suspect complain insist "
    "acknowledge admit declare promise vow threaten demand condemn believe doubt report"
)
# Before a colon these lead in what follows.
_ANNOUNCES = REPORTED | all_forms("write ask reply answer follow read be know explain show mean")
_CLAUSE_OPENERS = _STARTERS | {"that"}
_NO_OPENER = PREPOSITIONS | RELATIVE


def main_clauses(text: str, span: Span, words: Words) -> list[Span]:
    """The main clauses of a sentence, told apart at ", and", ";" or a second verb of saying.

    Nothing when there is one, or when that is not certain.
    """
    found: list[Span] = []
    start, opened = span.start, 0
    end = span.end - 1 if text[span.end - 1] == "." else span.end
    for join in islice(_JOIN.finditer(text, span.start, span.end), _MOST_JOINS):
        cut = words.at(join.end())
        if not _may_part(words, opened, cut, join.group()):
            continue
        if _inside_quotation(text, span, join.start()):
            continue
        found.append(Span(start, join.start()))
        start, opened = join.end(), cut
        if len(found) == _MOST_CLAUSES - 1:
            break
    return [*found, Span(start, end)] if found else []


def _may_part(words: Words, first: int, cut: int, join: str) -> bool:
    """Whether a main clause ends before token `cut` and another begins there."""
    if cut >= len(words):
        return False
    if words.low[cut] in _REPORTS and join[0] != ";":
        return _tells_another(words, first, cut)
    if cut - first < _LEAST_CLAUSE_WORDS or len(words) - cut < _LEAST_CLAUSE_WORDS:
        return False
    verb = _own_verb(words, cut)
    if verb is None and join[0] == ";":
        verb = _near_verb(words, cut)
    return verb is not None and _parts(words, first, cut, verb, join)


def _inside_quotation(text: str, span: Span, at: int) -> bool:
    """Whether quotation marks or brackets stand open at `at`, from the sentence's start."""
    marks = _OPENED.findall(text, span.start, at)
    straight = marks.count('"') % 2 == 1
    if text.count("(", span.start, at) > text.count(")", span.start, at):
        return True
    return straight or marks.count("“") > marks.count("”")


def _tells_another(words: Words, first: int, cut: int) -> bool:
    """ "Denied A and claimed that B": the second verb of saying has a clause of its own."""
    low = words.low
    if cut - first < _LEAST_REPORT_WORDS or len(words) - cut < _LEAST_REPORT_WORDS:
        return False
    if not finite_at(low, cut) or cut + 1 >= len(words):
        return False
    if low[cut + 1] not in _CLAUSE_OPENERS and not words.capital(cut + 1):
        return False
    verbs = [i for i in range(first, cut) if finite_at(low, i)]
    if not verbs or any(word in RELATIVE and word != "that" for word in low[first:cut]):
        return False
    return any(finite_at(low, i) for i in range(cut + 2, len(words)))


def _own_verb(words: Words, cut: int) -> int | None:
    """The finite verb of a clause that opens at `cut` with a noun phrase of its own."""
    low = words.low
    opener = low[cut]
    if opener in {"who", "which", "that", "also", "then"}:
        return None
    bare = not (opener in _STARTERS or words.capital(cut))
    if bare and (may_be_finite(opener) or opener in _NO_OPENER or opener.endswith(("ing", "ly"))):
        return None
    limit = min(len(words), cut + (_NEAR if bare else LONGEST_SUBJECT) + 1)
    at = cut + 1
    while at < limit:
        word = low[at]
        if finite_at(low, at):
            return at
        if word == ",":
            closing = _closing_comma(words, at)
            if closing is None:
                return None
            at, limit = closing + 1, min(len(words), closing + 4)
            continue
        if not words.is_word(at) or word in RELATIVE or word in {"and", "or", "to", "not"}:
            return None
        at += 1
    return None


def _near_verb(words: Words, cut: int) -> int | None:
    """The same behind an adverbial: "; within an hour the port was shut"."""
    low = words.low
    if low[cut] not in PREPOSITIONS:
        return None
    ahead = range(cut + 2, min(len(words), cut + _LONGEST_APPOSITION))
    return next((i for i in ahead if finite_at(low, i)), None)


def _closing_comma(words: Words, at: int) -> int | None:
    """The comma that ends the apposition opened at `at`: "TEPCO, the owner of the plant, ..."."""
    low = words.low
    if at + 1 >= len(words) or not (low[at + 1] in DETERMINERS or words.capital(at + 1)):
        return None
    for index in range(at + 2, min(len(words), at + 2 + _LONGEST_APPOSITION)):
        if low[index] == ",":
            return index
        if finite_at(low, index):
            return None
    return None


def _parts(words: Words, first: int, cut: int, verb: int, join: str) -> bool:
    """Whether the clause before `cut` is a main clause that the one after is no part of."""
    low = words.low
    if not any(finite_at(low, i) for i in range(first, cut)):
        return False
    if join[0] == ";":
        return True
    if join[0] == ":":
        asks = low[first] in RELATIVE or low[first] in {"why", "how", "what"}
        return not asks and not any(
            low[i] in _REPORTS or low[i] in _ANNOUNCES for i in range(first, cut)
        )
    if low[first] in _SUBORDINATE:
        return False
    reports = low[verb] in _REPORTS and verb + 2 < len(words)
    if "that" in low[first:cut]:
        return reports
    if join[0] == " ":
        return reports
    said = [i for i in range(first, cut) if low[i] in REPORTED]
    if said and not reports and low[cut] in _GOES_ON and cut - said[-1] > _AFTER_CLOSING:
        return False
    closes = not REPORTED.isdisjoint(low[cut:])
    # "A, and B, the navy said": both are the navy's.
    return reports or not closes or join[2:5] == "but"
