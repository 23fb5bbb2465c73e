"""Two main clauses of one sentence."""

import re
from itertools import islice

from timeline.extract.claims.wording import LONGEST_SUBJECT, RELATIVE, REPORTED
from timeline.extract.verbs import DETERMINERS, PRONOUNS, finite_at
from timeline.extract.words import Words
from timeline.records import Span

_LEAST_CLAUSE_WORDS = 5
_MOST_JOINS = 8
_STARTERS = DETERMINERS | PRONOUNS
_JOIN = re.compile(r", (?:and|but|while|yet) |; (?:(?:and|but) )?")
_OPENED = re.compile(r"[“”\"]")


def two_clauses(text: str, span: Span, words: Words) -> list[Span]:
    """Two main clauses told apart at ", and" or ";", or nothing when that is not certain."""
    for join in islice(_JOIN.finditer(text, span.start, span.end), _MOST_JOINS):
        first = Span(span.start, join.start())
        start = join.end()
        end = span.end - 1 if text[span.end - 1] == "." else span.end
        if _inside_quotation(text, span, join.start()):
            continue
        cut = words.at(start)
        if cut < _LEAST_CLAUSE_WORDS or len(words) - cut < _LEAST_CLAUSE_WORDS:
            continue
        if _own_subject(words, cut) and _main_clause(words, cut):
            return [first, Span(start, end)]
    return []


def _inside_quotation(text: str, span: Span, at: int) -> bool:
    """Whether quotation marks or brackets stand open at `at`, from the sentence's start."""
    marks = _OPENED.findall(text, span.start, at)
    straight = marks.count('"') % 2 == 1
    if text.count("(", span.start, at) > text.count(")", span.start, at):
        return True
    return straight or marks.count("“") > marks.count("”")


def _own_subject(words: Words, cut: int) -> bool:
    """The second clause opens with a noun phrase and its finite verb, near and with no comma."""
    opener = words.low[cut]
    if not (opener in _STARTERS or words.capital(cut)) or opener in {"who", "which", "that"}:
        return False
    if opener in {"also", "then"}:
        return False
    for at in range(cut + 1, min(len(words), cut + LONGEST_SUBJECT + 1)):
        word = words.low[at]
        if finite_at(words.low, at):
            return True
        if not words.is_word(at) or word in RELATIVE:
            return False
        if word in {"and", "or", "to", "not"}:
            return False
    return False


def _main_clause(words: Words, cut: int) -> bool:
    """The first clause has its own finite verb and no opener that makes it subordinate."""
    low = words.low
    if low[0] in {"if", "when", "while", "although", "though", "because", "as", "since", "after"}:
        return False
    if any(low[i] in REPORTED or low[i] == "that" for i in range(cut)):
        return False
    if any(low[i] in REPORTED for i in range(cut, len(words))) and low[cut - 1] != "but":
        return False
    return any(finite_at(low, i) for i in range(cut))
