"""A claim made ready for the rules of standing: its words, its verbs, who says it and how."""

from typing import NamedTuple

from timeline.extract.clause_words import CLAUSE_BREAKS
from timeline.extract.participles import modifies_noun
from timeline.extract.verbs import BE, DO, HAVE, MODALS, NEGATIONS, finite_at, is_past
from timeline.extract.words import Words, word_set, words_in
from timeline.records import Attribution, Span
from timeline.vocabulary import Standing

Decision = tuple[Standing, str] | None

_OPENERS = word_set("when if while although though after as because since before once unless until")
_LEADS_IN = frozenset({"that", "“", '"', "‘", "'", "``", "but", "and"})
_AUXILIARIES = MODALS | BE | HAVE | DO
_RELATIVE = word_set("who which whose where whatever whoever")
_BETWEEN = NEGATIONS | word_set(
    "also already since been just still now soon later only even longer"
)


def say(standing: Standing, quoted: str) -> tuple[Standing, str]:
    return standing, f"{standing.value}: “{quoted}”"


class Said(NamedTuple):
    """`words`: the claim; `inner`: the statement; `content`: what follows the reporting verb.

    `cue`: the reporting verb in the claim; `source`: the words that name who says it, in
    lower case; `main` and `outer`: the main verb of `inner` and of `words`, by token index;
    `present`: all words of the claim in lower case.
    """

    words: Words
    inner: Words
    content: Words
    cue: Words | None
    source: tuple[str, ...]
    main: int | None
    outer: int | None
    present: frozenset[str]

    def has(self, words: frozenset[str]) -> bool:
        """Whether the claim has one of the words: most rules need not look any further."""
        return not self.present.isdisjoint(words)

    @property
    def after_cue(self) -> list[str]:
        """The words of the claim behind its reporting verb, in lower case."""
        if self.cue is None or not len(self.cue):
            return self.content.low
        return self.words.low[self.words.at(self.cue.ends[-1]) :]

    @property
    def verb_of_saying(self) -> str:
        """The reporting verb in lower case; "" when the claim has none."""
        if self.cue is None or not len(self.cue):
            return ""
        low = self.cue.low
        return low[-2] if low[-1] in {"by", "that"} and len(low) > 1 else low[-1]

    @property
    def attributed(self) -> bool:
        return bool(self.source) or self.cue is not None


def said_of(text: str, claim: Span, statement: Span, attribution: Attribution | None) -> Said:
    words = words_in(text, claim.start, claim.end)
    whole = statement == claim
    inner = words if whole else words.part(statement.start, statement.end)
    cue_span = attribution.cue if attribution else None
    within = cue_span is not None and cue_span.within(claim)
    cue = words.part(cue_span.start, cue_span.end) if cue_span and within else None
    content = inner
    if cue_span and within and cue_span.within(statement) and cue_span.end < claim.end:
        content = words.part(cue_span.end, claim.end)
    source = tuple(attribution.text.lower().split()) if attribution else ()
    outer = main_verb(words)
    main = outer if whole else main_verb(inner)
    if _in_mood(words, outer, cue):
        # "The council may condemn the raid": what is told is what may be said.
        inner, content, main, cue, whole = words, words, outer, None, False
    if whole and cue_span and within and outer is not None and cue_span.start > words.starts[0]:
        main = _past_cue(words, outer, cue_span)
    return Said(words, inner, content, cue, source, main, outer, frozenset(words.low))


def _in_mood(words: Words, outer: int | None, cue: Words | None) -> bool:
    """Whether the reporting verb hangs on "will", "may" or "could"."""
    if outer is None or cue is None or not len(cue) or words.low[outer] not in MODALS:
        return False
    between = words.at(cue.starts[-1]) - outer
    negated = not NEGATIONS.isdisjoint(words.low[outer : outer + 3])
    return 0 < between <= 3 and not negated


def _past_cue(words: Words, main: int, cue: Span) -> int | None:
    """The main verb when the one found is only the reporting verb between two commas."""
    if not cue.start <= words.starts[main] < cue.end or "," not in words.low[:main]:
        return main
    return main_verb(words, main + 1) or main


def main_verb(words: Words, first: int = 0) -> int | None:
    """Index of the main clause's finite verb: the first not in a relative or opening clause."""
    low = words.low
    in_relative: int | None = None
    start = first
    while start < len(low) and low[start] in _LEADS_IN:
        start += 1
    opening = start < len(low) and low[start] in _OPENERS
    if opening:  # the clause ends at its comma, which is no verb
        start = low.index(",", start) if "," in low[start:] else len(low)
    for at in range(start, len(low)):
        if not finite_at(low, at) or (not at and words.capital(at) and low[at] not in BE):
            continue
        relative = not _RELATIVE.isdisjoint(low[max(0, at - 3) : at])
        that = at > 1 and low[at - 1] == "that" and not finite_at(low, at - 2)
        if relative or (that and at > first + 2) or modifies_noun(words, at):
            in_relative = at if in_relative is None else in_relative
            continue
        return at
    return in_relative


def acting_verb(words: Words, verb: int) -> int:
    """The verb of content of an auxiliary: "will soon be sent" gives "sent"; else itself."""
    low = words.low
    at = verb
    if low[verb] not in _AUXILIARIES:
        return verb
    for index in range(verb + 1, min(len(low), verb + 6)):
        word = low[index]
        if word in _BETWEEN or word.endswith("ly"):
            continue
        if word in {"be", "have", "been", "being"}:
            at = index
            following = low[index + 1] if index + 1 < len(low) else ""
            if is_past(following) or following.endswith(("en", "ing")) or following in BE:
                continue
            return index
        if word.isalpha():
            return index
        break
    return at


def negated_before(low: list[str], at: int, reach: int = 3) -> bool:
    """Whether "not", "never" and the like stand right before a word."""
    return not NEGATIONS.isdisjoint(low[max(0, at - reach) : at])


def phrase_after(words: Words, at: int, longest: int = 6) -> list[str]:
    """The words after a verb up to the end of its clause: no comma, no break."""
    found: list[str] = []
    for word in words.low[at + 1 : at + 1 + longest]:
        if word in CLAUSE_BREAKS and word not in {"“", '"'}:
            break
        if word in {",", "."}:
            break
        if word[:1].isalnum():
            found.append(word)
    return found
