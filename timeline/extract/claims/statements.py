"""Whether a sentence says that something is so: no question, call, lead-in, fragment."""

import re

from timeline.extract.claims.doubtful import may_hold_verb
from timeline.extract.claims.wording import LONGEST_SUBJECT, RELATIVE, REPORTED
from timeline.extract.seldom import Seldom
from timeline.extract.verbs import DETERMINERS, PRONOUNS, next_finite
from timeline.extract.words import Words, word_set
from timeline.records import Span

_LEAST_WORDS = 3
# An unstopped line needs more to be a statement.
_LEAST_UNSTOPPED = 5
_CALLS = word_set(
    "read click subscribe sign follow watch share please download listen visit tap join check see "
    "enter leave email contact donate register log scroll enable accept continue get find stay "
    "tell send let imagine remember consider note think look try support buy discover explore "
    "enjoy unlock upgrade start choose forward"
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
    r"|(?:last )?(?:updated|published|modified) (?:on|at)\b"
    r"|the (?:writer|author) (?:is|was|teaches)\b|this is an? (?:premium|exclusive|paid|subscriber)"
    r"|required fields|sign up|newsletters?\b)",
    re.IGNORECASE,
)
_FURNITURE_INSIDE_PATTERN = re.compile(
    r"(?:email address will not be|agree to (?:our|the) terms|unsubscribe|our newsletter"
    r"|(?:essays|articles|stories|reads) (?:a|per|each|this|every) (?:month|week|day)"
    r"|is (?:our|the paper['’]s) (?:\w{1,20} )?(?:correspondent|editor|reporter|columnist)"
    r"|javascript (?:is|must)|your inbox|this developing story|follow us on|click here"
    r"|(?:contributed to|helped with) this (?:report|story|article)"
    r"|accepts? no (?:responsibility|liability)|unlimited access"
    r"|not (?:responsible|liable) for|views expressed)",
    re.IGNORECASE,
)
_FURNITURE_INSIDE = Seldom(
    "email address|agree to|unsubscribe|newsletter|essays|articles|stories|reads|is our|"
    "is the paper|javascript|inbox|developing story|follow us|click here|this report|"
    "this story|this article|accept|unlimited access|responsible for|liable for|"
    "views expressed",
    _FURNITURE_INSIDE_PATTERN,
)
# A sentence of so many words that ends in a colon says something besides leading in.
_LONG_LEAD_IN = 14


def is_statement(text: str, span: Span, words: Words, named: bool) -> bool:
    real = [i for i, raw in enumerate(words.raw) if raw[0].isalnum()]
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
    verb = next_finite(words.low, 0)
    quoted = body[0] in "“\"'‘" and last not in "”\"’'"
    if not quoted and _is_call(words, real[0], verb):
        return False
    if verb is not None:
        return True
    ended = last in '.!”"'
    enough = ended or (named and len(real) >= _LEAST_UNSTOPPED)
    return enough and may_hold_verb(words)


def _all_quoted(body: str) -> bool:
    """Nothing stands outside the quotation: it opens with the sentence, or in one before."""
    return body[0] in "“\"'‘" or not any(mark in body[:-1] for mark in ("“", '"', "‘", "''"))


def _is_call(words: Words, first: int, verb: int | None) -> bool:
    """ "Click here", "Read the full story": a base verb first and no subject before a verb."""
    word = words.low[first]
    if word == "let's":
        return not _attributed(words)
    if word not in _CALLS or _attributed(words):
        return False
    if word == "let" or (word == "please"):
        return word == "please" or words.low[first + 1 : first + 2] != ["us"]
    following = words.low[first + 1] if first + 1 < len(words) else ""
    if verb is not None and verb <= first + 2 and following not in DETERMINERS:
        return False
    if word in _NOUNS_TOO and following not in DETERMINERS and _has_own_verb(words, first, verb):
        return False
    return following in DETERMINERS | PRONOUNS or following in {
        "here", "up", "more", "out", "in", "us", "for", "to", "on", "all", "down", "now", "tuned",
        "our", "your",
    }  # fmt: skip


def _attributed(words: Words) -> bool:
    """Told by somebody: "Find a way or we will go, the union told the ministry." """
    low = words.low
    return any(
        low[at] in REPORTED and "," in low[max(0, at - LONGEST_SUBJECT) : at]
        for at in range(len(words))
    )


def _has_own_verb(words: Words, first: int, verb: int | None) -> bool:
    """ "Support for the treaty has grown": the verb belongs to the first word, to no pronoun."""
    if verb is None:
        return False
    between = words.low[first + 1 : verb]
    return not any(word in PRONOUNS or word in RELATIVE for word in between)
