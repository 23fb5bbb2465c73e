"""How a claim stands according to whoever makes it.

The order of decision: the reporting verb (denied, confirmed, alleged, an opinion held),
then doubt and denial in the words of the statement, then the tense and mood of its main
verb (planned, opinion), then words of judgement. What is left is reported.
"""

import re

from timeline.extract.standing.classes import (
    ALLEGE,
    ASSERTIONS,
    CASES,
    CONDITIONAL,
    CONFIRM,
    DENIABLE,
    DENY,
    DOUBTED,
    FAR,
    FEELINGS,
    FUTURE,
    HEARSAY,
    HOLD,
    JUDGEMENT,
    JUDGES,
    LIKELY,
    MAYBE,
    NAMING,
    NONE_OF,
    REJECT,
    SAY_OPENLY,
    SEEING,
    SEEM,
)
from timeline.extract.standing.mood import Decision, by_mood, main_verb, say
from timeline.extract.verbs import BE, HAVE, NEGATIONS, finite_at
from timeline.extract.words import Words, words_in
from timeline.records import Attribution, Span
from timeline.vocabulary import Standing

_UNVERIFIED = re.compile(
    r"\b(?:could|can|has|have|had|was|were|is|are)(?: ?n[o’']t|not)? "
    r"(?:yet |immediately |yet been )?(?:not )?(?:be |been )?(?:independently )?"
    r"(?:verif(?:y|ied)|confirm(?:ed)?)\b"
    r"|\b(?:did|does|do|would) not (?:immediately )?confirm\b|\bdeclined to confirm",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"(?<!who )(?<!which )\b(?:is|are|was|were|been) (?:widely |also |now )?"
    r"(?:believed|thought|said|alleged|suspected|reported|rumou?red|accused|"
    r"understood|feared)(?: to| of)\b",
    re.IGNORECASE,
)
_NO_TRUTH = re.compile(
    r"\b(?:no truth (?:in|to)|(?:is|are|was|were) (?:completely |totally |simply )?"
    r"(?:untrue|baseless|false|fabricated|fake)|had nothing to do with)\b",
    re.IGNORECASE,
)


def judge_standing(
    text: str, claim: Span, statement: Span, attribution: Attribution | None
) -> tuple[Standing, str]:
    """The standing of a claim and the words that decided it ("planned: “is preparing to buy”").

    `claim` and `statement` are offsets into `text`, the statement inside the claim;
    `attribution` is the one that governs the claim.
    """
    words = words_in(text, claim.start, claim.end)
    cue_words = _cue_words(text, attribution, claim)
    inner = words_in(text, statement.start, statement.end)
    content = _after_cue(text, attribution, claim, statement) if cue_words else inner
    for rule in (
        lambda: _by_cue(cue_words, content),
        lambda: _denied(words, text[claim.start : claim.end]),
        lambda: _unverified(words, text[claim.start : claim.end]),
        lambda: _confirmed(words),
        lambda: _doubted_source(attribution),
        lambda: _alleged(words, inner),
        lambda: _of_judges(attribution, inner),
        lambda: by_mood(inner, cue_words.low[-1] if cue_words else ""),
        lambda: _judging(words, inner, attribution),
    ):
        decided = rule()
        if decided:
            return decided
    return Standing.REPORTED, "reported: no sign of plan, doubt, denial or opinion"


def _cue_words(text: str, attribution: Attribution | None, claim: Span) -> Words | None:
    if attribution is None or attribution.cue is None or not attribution.cue.within(claim):
        return None
    return words_in(text, attribution.cue.start, attribution.cue.end)


def _after_cue(text: str, attribution: Attribution | None, claim: Span, statement: Span) -> Words:
    """What is said, also where the statement is the whole claim with its frame."""
    cue = attribution.cue if attribution else None
    if cue is None or not cue.within(statement) or cue.end >= claim.end:
        return words_in(text, statement.start, statement.end)
    return words_in(text, cue.end, claim.end)


def _by_cue(cue: Words | None, inner: Words) -> Decision:
    """What the reporting verb itself says of its content."""
    if cue is None or not len(cue):
        return None
    last = cue.low[-2] if cue.low[-1] == "by" and len(cue) > 1 else cue.low[-1]
    negated = any(word in NEGATIONS for word in cue.low)
    quoted = cue.quote(0, len(cue) - 1)
    if last in DENY and not negated and _denies_statement(inner):
        return say(Standing.DENIED, quoted)
    if "neither" in cue.low:
        return None
    if last in CONFIRM and not negated:
        if inner.low[:1] and "as" in inner.low[1:6] and inner.low[0] != "that":
            return None
        return say(Standing.CONFIRMED, quoted)
    if last in CONFIRM:
        return say(Standing.ALLEGED, quoted)
    if last in ALLEGE and not negated:
        if last in SAY_OPENLY and _claim_is_no_saying(inner):
            return None
        return say(Standing.ALLEGED, quoted)
    return None


def _denies_statement(inner: Words) -> bool:
    head = [word for word in inner.low[:FAR] if word.isalpha()]
    return bool(head) and (
        head[0] in ASSERTIONS
        or any(word in DENIABLE for word in head)
        or head[0].endswith("ing")
        or any(finite_at(inner.low, i) for i in range(min(len(inner), 8)))
    )


def _claim_is_no_saying(inner: Words) -> bool:
    """ "Claimed responsibility", "claimed 30 lives" report an act, not a doubtful saying."""
    head = inner.low[:FAR]
    return any(word in {"responsibility", "life", "lives", "credit", "asylum"} for word in head)


def _denied(words: Words, passage: str) -> Decision:
    low = words.low
    for at, word in enumerate(low):
        if word in DENY or word in REJECT:
            if at and low[at - 1] in {"nor", "or"}:
                continue
            passive = at > 0 and low[at - 1] in BE
            if passive and any(w in DENIABLE for w in low[max(0, at - FAR) : at]):
                return say(Standing.DENIED, words.quote(at - 1, at))
            if passive and word not in {"denying", "refuting"}:
                continue
            following = [w for w in low[at + 1 : at + 1 + FAR] if w.isalpha()]
            if not following:
                continue
            asserted = any(w in DENIABLE for w in following)
            direct = following[0] in ASSERTIONS or following[0].endswith("ing")
            if asserted or (word in DENY and direct):
                return say(Standing.DENIED, words.quote(at, min(at + 2, len(words) - 1)))
    found = _NO_TRUTH.search(passage)
    return say(Standing.DENIED, found.group()) if found else None


def _unverified(words: Words, passage: str) -> Decision:
    found = _UNVERIFIED.search(passage)
    if found and any(word in NEGATIONS for word in Words(found.group() + " ").low):
        return say(Standing.ALLEGED, found.group())
    return None


def _confirmed(words: Words) -> Decision:
    """ "The ministry confirmed the death"; not "confirmed cases" nor "confirmed him as judge"."""
    low = words.low
    for at, word in enumerate(low):
        if word not in CONFIRM or not at:
            continue
        before = low[at - 1]
        if before in NEGATIONS or before == "to" or "as" in low[at + 1 : at + 6]:
            continue
        passive = before in BE and word.endswith("ed")
        if any(w in NONE_OF for w in low[:3]):
            return say(Standing.ALLEGED, words.quote(max(0, at - 1), at))
        if passive or (finite_at(low, at) and not _names_cases(words, at)):
            return say(Standing.CONFIRMED, words.quote(at - int(passive), at))
        if before in HAVE:
            return say(Standing.CONFIRMED, words.quote(at - 1, at))
    return None


def _names_cases(words: Words, at: int) -> bool:
    """ "312 confirmed cases": an adjective."""
    cases = words.low[at + 1 : at + 2] and words.low[at + 1] in CASES
    return bool(cases) or words.low[at - 1].isdigit()


def _alleged(words: Words, inner: Words) -> Decision:
    for at, word in enumerate(inner.low):
        if word in HEARSAY:
            return say(Standing.ALLEGED, inner.quote(at, at))
    passage = words.text[words.starts[0] : words.ends[-1]] if len(words) else ""
    found = _BELIEVED.search(passage)
    if found:
        return say(Standing.ALLEGED, found.group())
    for at, word in enumerate(words.low):
        if (
            word in ALLEGE
            and finite_at(words.low, at)
            and not words.possessive(at - 1 if at else 0)
        ):
            if at and words.low[at - 1] in {"which", "who", "that"}:
                continue
            if word in SAY_OPENLY and _claim_is_no_saying_at(words, at):
                continue
            return say(Standing.ALLEGED, words.quote(at, min(at + 1, len(words) - 1)))
    return None


def _claim_is_no_saying_at(words: Words, at: int) -> bool:
    near = words.low[at + 1 : at + 1 + FAR]
    return any(word in {"responsibility", "life", "lives", "credit", "asylum"} for word in near)


def _judging(words: Words, inner: Words, attribution: Attribution | None) -> Decision:
    """Words of judgement: the reporting verb's, the statement's, the main verb's."""
    if attribution is not None and attribution.cue is not None:
        cue = words_in(words.text, attribution.cue.start, attribution.cue.end)
        for at, word in enumerate(cue.low):
            if word in HOLD:
                return say(Standing.OPINION, cue.quote(at, at))
    verb = main_verb(inner)
    for at, word in enumerate(inner.low):
        if word in LIKELY:
            return say(Standing.OPINION, inner.quote(at, at))
        linked = verb is not None and inner.low[verb] in BE and verb < at <= verb + 5
        if word in SEEM and at < 8 and inner.low[at + 1 : at + 2] == ["to"]:
            return say(Standing.OPINION, inner.quote(at, at + 1))
        if linked and word == "than" and inner.low[at + 1 : at + 2] == ["ever"]:
            return say(Standing.OPINION, inner.quote(at, at + 1))
        if linked and (word in JUDGEMENT or (word in FEELINGS and inner.low[0] == "there")):
            return say(Standing.OPINION, inner.quote(verb or at, at))
    return _judging_verb(words)


def _judging_verb(words: Words) -> Decision:
    main = main_verb(words)
    if main is None:
        return None
    if words.low[main] in HOLD - SEEING:
        return say(Standing.OPINION, words.quote(main, main))
    following = words.low[main + 1 : main + 2]
    if words.low[main] in NAMING and following and following[0] not in {"for", "on", "off", "upon"}:
        rest = words.low[main + 2 :]
        named = any(w in {"a", "an", "the", "“", '"'} or w in JUDGEMENT for w in rest)
        if named and "to" not in words.low[main + 1 :]:
            return say(Standing.OPINION, words.quote(main, main))
    return None


def _doubted_source(attribution: Attribution | None) -> Decision:
    source = attribution.text if attribution else ""
    if any(word in DOUBTED for word in source.lower().split()):
        return Standing.ALLEGED, f"alleged: according to “{source}”"
    return None


def _of_judges(attribution: Attribution | None, inner: Words) -> Decision:
    """What critics and analysts say is an opinion, also where it is told as a fact or plan."""
    if attribution is None or not any(w in JUDGES for w in attribution.text.lower().split()):
        return None
    words = attribution.text
    for at, word in enumerate(inner.low):
        if word in FUTURE or word in MAYBE or word in CONDITIONAL:
            return Standing.OPINION, f"opinion: “{inner.quote(at, at)}” according to “{words}”"
    return Standing.OPINION, f"opinion: according to “{words}”"
