"""Which passages of an article are claims: statements that say that something is so."""

import re
from collections.abc import Sequence
from itertools import islice

from timeline.extract.verbs import DETERMINERS, PREPOSITIONS, PRONOUNS, finite_at, may_be_finite
from timeline.extract.words import Words, word_set
from timeline.records import Span

_LEAST_WORDS = 3
_LEAST_WITHOUT_SURE_VERB = 5
_LEAST_CLAUSE_WORDS = 5
_LONGEST_SUBJECT = 7
_MOST_JOINS = 8
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.’'\- ]{1,30}(?:, [A-Z][A-Za-z.\- ]{1,30})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, \d{4})?"
    r"(?: ?\([A-Z][A-Za-z/ ]{1,20}\))? ?(?:—|–|--| -) ?(?=[A-Z“\"])"
)
_CALLS = word_set(
    "read click subscribe sign follow watch share please download listen visit tap join check see "
    "enter leave email contact donate register log scroll enable accept continue get find stay "
    "tell send let imagine remember consider note think look try support buy discover explore"
)
# Calls that are also nouns: "Contact between the two sides was lost."
_NOUNS_TOO = word_set(
    "support contact email stay look watch share access visit check note try find remark register"
)
_FURNITURE = re.compile(
    r"(?:this (?:story|article|post|page|report) (?:has been|was|is|will be|originally)"
    r"|all rights reserved|copyright|©|\(?(?:file )?photo(?:graph)?s?\b ?[:/(]|image ?[:/]"
    r"|picture ?[:/]|credit:|source:|tags?:|related:|also read|read (?:more|also)|more on this"
    r"|advertisement|sponsored|your (?:email|subscription|browser)|by signing up"
    r"|we use cookies|cookies? (?:policy|settings|notice)|terms of (?:use|service)"
    r"|privacy (?:policy|notice|settings)|reporting by|editing by|writing by|additional reporting"
    r"|required fields|sign up|newsletters?\b)",
    re.IGNORECASE,
)
_FURNITURE_INSIDE = re.compile(
    r"(?:email address will not be|agree to (?:our|the) terms|unsubscribe|our newsletter"
    r"|javascript (?:is|must)|your inbox|this developing story|follow us on|click here"
    r"|(?:contributed to|helped with) this (?:report|story|article)"
    r"|not (?:responsible|liable) for|views expressed)",
    re.IGNORECASE,
)
_BLANK = " \t\xa0\u200b\u200c\u200d\ufeff"
_STOPS, _CLOSERS, _BULLETS = ".!?…", "\"'”’»)]* ", "•*·-–—"
# An unstopped line of so many words is a paragraph that lost its stop, no heading.
_PARAGRAPH_WORDS = 12
# A sentence of so many words that ends in a colon says something besides leading in.
_LONG_LEAD_IN = 14
_STARTERS = DETERMINERS | PRONOUNS
_NO_VERB_AFTER = (DETERMINERS - PRONOUNS) | PREPOSITIONS
_OBJECTS = word_set("me him them us her it itself himself themselves that")
_LEAST_THIRD = 4
_JOIN = re.compile(r", (?:and|but|while|yet) |; (?:(?:and|but) )?")
_OPENED = re.compile(r"[“”\"]")
_RELATIVE = word_set(
    "who which that whose whom where when because if although though as since than"
)


def find_claims(
    text: str, sentences: Sequence[Span], names: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Spans of the statements among the sentences, in their order.

    Normally a whole sentence with its end punctuation and without a dateline. A sentence
    that joins two main clauses, each with its own subject and finite verb, gives a span a
    clause, the second without the full stop. Questions, calls to the reader, lead-ins with
    a colon, fragments without a verb and page furniture give none.

    `names`: spans of the names and times found. A sentence that holds one is kept when its
    verb is in doubt, so leave it out only where they are unknown.
    """
    ordered = sorted(names)
    claims: list[Span] = []
    at = 0
    stops = sum(_ends_in_stop(text, sentence) for sentence in sentences) * 2 >= len(sentences)
    for sentence in sentences:
        if stops and _is_heading(text, sentence):
            continue
        while at < len(ordered) and ordered[at].end <= sentence.start:
            at += 1
        named = at < len(ordered) and ordered[at].start < sentence.end
        claims.extend(_claims_in(text, sentence, named))
    return tuple(claims)


def _claims_in(text: str, sentence: Span, named: bool) -> list[Span]:
    span = _trimmed(text, sentence)
    if span is None:
        return []
    words = Words(text, span.start, span.end)
    if not _is_statement(text, span, words, named):
        return []
    return _clauses(text, span, words) or [span]


def _ends_in_stop(text: str, sentence: Span) -> bool:
    return text[sentence.start : sentence.end].rstrip(_CLOSERS)[-1:] in _STOPS


def _is_heading(text: str, sentence: Span) -> bool:
    """A short line of its own without a full stop, in a text whose sentences have one."""
    start, end = sentence
    if text[start : start + 1] in _BULLETS or _ends_in_stop(text, sentence):
        return False
    if len(text[start:end].split()) >= _PARAGRAPH_WORDS:
        return False
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line_end = min((at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0),
                   default=len(text))  # fmt: skip
    return not text[line_start:start].strip(_BLANK) and not text[end:line_end].strip(_BLANK)


def _trimmed(text: str, sentence: Span) -> Span | None:
    start, end = sentence
    while start < end and (text[start].isspace() or text[start] in "•*·|>-–—"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    dateline = _DATELINE.match(text, start, min(end, start + 90))
    if dateline and _is_dateline(text[start : dateline.end()]):
        start = dateline.end()
    return Span(start, end) if end > start else None


def _is_dateline(head: str) -> bool:
    place = head.split("(")[0].split(",")[0].rstrip(" —–-")
    return place.isupper() or "(" in head


def _is_statement(text: str, span: Span, words: Words, named: bool) -> bool:
    real = [i for i in range(len(words)) if words.is_word(i)]
    if len(real) < _LEAST_WORDS:
        return False
    last = text[span.end - 1]
    body = text[span.start : span.end]
    if last == ":" and (len(real) < _LONG_LEAD_IN or words.low[real[0]].startswith("here")):
        return False
    if _FURNITURE.match(body) or _FURNITURE_INSIDE.search(body):
        return False
    if last == "?" or (last in "”\"'’" and body[-2:-1] == "?" and _all_quoted(body)):
        return False
    verbs = [i for i in range(len(words)) if finite_at(words.low, i)]
    quoted = body[0] in "“\"'‘" and last not in "”\"’'"
    if not quoted and _is_call(words, real[0], verbs):
        return False
    if verbs:
        return True
    ended = last in '.!”"'
    return (ended or named) and len(real) >= _LEAST_WITHOUT_SURE_VERB and _may_hold_verb(words)


def _all_quoted(body: str) -> bool:
    """Nothing stands outside the quotation: it opens with the sentence, or in one before."""
    return body[0] in "“\"'‘" or not any(mark in body[:-1] for mark in ("“", '"', "‘", "''"))


def _is_call(words: Words, first: int, verbs: list[int]) -> bool:
    """ "Click here", "Read the full story": a base verb first and no subject before a verb."""
    word = words.low[first]
    if word not in _CALLS:
        return False
    if word == "let" or (word == "please"):
        return word == "please" or words.low[first + 1 : first + 2] != ["us"]
    following = words.low[first + 1] if first + 1 < len(words) else ""
    if verbs and verbs[0] <= first + 2 and following not in DETERMINERS:
        return False
    if word in _NOUNS_TOO and following not in DETERMINERS and _has_own_verb(words, first, verbs):
        return False
    return following in DETERMINERS | PRONOUNS or following in {
        "here", "up", "more", "out", "in", "us", "for", "to", "on", "all", "down", "now", "tuned",
        "our", "your",
    }  # fmt: skip


def _has_own_verb(words: Words, first: int, verbs: list[int]) -> bool:
    """ "Support for the treaty has grown": the verb belongs to the first word, to no pronoun."""
    between = words.low[first + 1 : verbs[0]] if verbs else []
    return bool(verbs) and not any(word in PRONOUNS or word in _RELATIVE for word in between)


def _may_hold_verb(words: Words) -> bool:
    """A verb that looks like a noun: "leaders meet", "firms plan", "she openly admires him"."""
    low = words.low
    for at in range(1, len(words)):
        if words.capital(at) or low[at - 1] in _NO_VERB_AFTER or words.possessive(at - 1):
            continue
        if may_be_finite(low[at]) or _reads_like_third(words, at):
            return True
    return False


def _reads_like_third(words: Words, at: int) -> bool:
    """A word in -s after a name, a pronoun or an adverb, before what may be its object."""
    word = words.low[at]
    if len(word) < _LEAST_THIRD or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return False
    before = words.low[at - 1]
    if not (words.capital(at - 1) or before in PRONOUNS or before.endswith("ly")):
        return False
    following = words.low[at + 1] if at + 1 < len(words) else "."
    return (
        following in _OBJECTS
        or following in DETERMINERS
        or following in PREPOSITIONS - {"of"}
        or (at + 1 < len(words) and (words.capital(at + 1) or following[:1].isdigit()))
    )


def _clauses(text: str, span: Span, words: Words) -> list[Span]:
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
    for at in range(cut + 1, min(len(words), cut + _LONGEST_SUBJECT + 1)):
        word = words.low[at]
        if finite_at(words.low, at):
            return True
        if not words.is_word(at) or word in _RELATIVE:
            return False
        if word in {"and", "or", "to", "not"}:
            return False
    return False


def _main_clause(words: Words, cut: int) -> bool:
    """The first clause has its own finite verb and no opener that makes it subordinate."""
    low = words.low
    if low[0] in {"if", "when", "while", "although", "though", "because", "as", "since", "after"}:
        return False
    reported = {"said", "says", "told", "claimed", "believes", "believe", "warned", "added"}
    if any(low[i] in reported or low[i] == "that" for i in range(cut)):
        return False
    if any(low[i] in reported for i in range(cut, len(words))) and low[cut - 1] != "but":
        return False
    return any(finite_at(low, i) for i in range(cut))
