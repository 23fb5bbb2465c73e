"""How a claim stands according to whoever makes it.

The order of decision: the reporting verb (denied, confirmed, alleged, an opinion held),
then doubt and denial in the words of the statement, then the tense and mood of its main
verb (planned, opinion), then words of judgement. What is left is reported.
"""

import re

from timeline.extract.verbs import (
    BE,
    HAVE,
    MODALS,
    NEGATIONS,
    finite_at,
    forms,
    is_base,
)
from timeline.extract.words import Words, word_set
from timeline.records import Attribution, Span
from timeline.vocabulary import Standing


def _all_forms(bases: str) -> frozenset[str]:
    found: set[str] = set()
    for base in bases.split():
        found.update(forms(base))
        if base.endswith("ise"):
            found.update(forms(base[:-3] + "ize"))
    return frozenset(found)


_DENY = _all_forms("deny refute rebut disavow")
_REJECT = _all_forms("reject dismiss dispute contest")
_CONFIRM = _all_forms("confirm acknowledge admit verify concede corroborate")
_ALLEGE = _all_forms("allege accuse claim purport")
_HOLD = _all_forms(
    "believe think feel argue opine reckon expect fear hope consider view regard criticise "
    "condemn denounce praise hail blame laud deplore lament defend welcome suggest contend "
    "speculate slam blast doubt predict insist caution describe see"
)
_SAY_OPENLY = _all_forms("claim")
_PLAN = _all_forms("plan intend aim prepare")
_PROMISE = _all_forms("vow pledge promise threaten agree offer consider mull weigh")
# Nouns that are assertions: denying one denies what is said, denying entry does not.
_ASSERTIONS = word_set(
    "allegation allegations claim claims accusation accusations charge charges report reports "
    "involvement responsibility wrongdoing suggestion suggestions rumour rumours rumor rumors any "
    "having being that it this knowledge role assertion assertions link links guilt them statement "
    "ever"
)
_DENIABLE = _ASSERTIONS - word_set("any having being that it this ever them role statement")
_HEARSAY = word_set("allegedly reportedly purportedly supposedly apparently unconfirmed unverified")
_LIKELY = word_set(
    "likely unlikely probably possibly perhaps surely clearly obviously arguably maybe"
)
_JUDGEMENT = word_set(
    "important crucial vital dangerous unacceptable outrageous shameful absurd wrong right great "
    "terrible wonderful best worst tragic remarkable disastrous historic reckless unjust unfair "
    "foolish wise inevitable necessary essential unprecedented hypocrisy disgrace disaster mistake "
    "failure threat victory good bad better worse strong weak brilliant pathetic ridiculous "
    "stunning shocking hopeful unclear doubtful impossible possible naive cynical irresponsible "
    "counterproductive hegemonic catastrophic urgent illegal unlawful baseless symbolic"
)
_MUST = word_set("should must ought shouldn't mustn't")
_MAYBE = word_set("may might could can't couldn't can cannot")
_FUTURE = word_set("will shall won't it'll he'll she'll they'll we'll i'll you'll")
_STATIVE = word_set(
    "be have mean remain seem become need require cause lead make cost help prove hurt"
)
_SEEM = _all_forms("seem appear") | word_set("looks")
_EVENT_PLAN = word_set("scheduled due set expected poised slated planned likely bound about ready")
_PLANNING_NOUNS = word_set("plan plans intention intentions preparations interest desire")
_ADVERB_OR_LINK = word_set(
    "also then still even now soon later never not only already likely reportedly"
)
_FAR = 6
_UNVERIFIED = re.compile(
    r"\b(?:could|can|has|have|had|was|were|is|are)(?: ?n[o’']t|not)? (?:yet |immediately |yet been )?"
    r"(?:not )?(?:be |been )?(?:independently )?(?:verif(?:y|ied)|confirm(?:ed)?)\b"
    r"|\b(?:did|does|do|would) not (?:immediately )?confirm\b|\b(?:neither|declined to) confirm",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\b(?:is|are|was|were|been) (?:widely |also |now )?(?:believed|thought|said|alleged|suspected|"
    r"reported|rumou?red|accused|understood|feared)(?: to| of)\b",
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
    words = Words(text, claim.start, claim.end)
    cue_words = _cue_words(text, attribution, claim)
    inner = Words(text, statement.start, statement.end)
    for rule in (
        lambda: _by_cue(cue_words, inner),
        lambda: _denied(words, text[claim.start : claim.end]),
        lambda: _unverified(words, text[claim.start : claim.end]),
        lambda: _confirmed(words),
        lambda: _alleged(words, inner),
        lambda: _by_mood(inner),
        lambda: _judging(words, inner, attribution),
    ):
        decided = rule()
        if decided:
            return decided
    return Standing.REPORTED, "reported: no sign of plan, doubt, denial or opinion"


Decision = tuple[Standing, str] | None


def _say(standing: Standing, quoted: str) -> tuple[Standing, str]:
    return standing, f"{standing.value}: “{quoted}”"


def _cue_words(text: str, attribution: Attribution | None, claim: Span) -> Words | None:
    if attribution is None or attribution.cue is None or not attribution.cue.within(claim):
        return None
    return Words(text, attribution.cue.start, attribution.cue.end)


def _by_cue(cue: Words | None, inner: Words) -> Decision:
    """What the reporting verb itself says of its content."""
    if cue is None or not len(cue):
        return None
    last = cue.low[-1]
    negated = any(word in NEGATIONS for word in cue.low)
    quoted = cue.quote(0, len(cue) - 1)
    if last in _DENY and not negated and _denies_statement(inner):
        return _say(Standing.DENIED, quoted)
    if last in _CONFIRM and not negated:
        if inner.low[:1] and "as" in inner.low[1:6] and inner.low[0] != "that":
            return None
        return _say(Standing.CONFIRMED, quoted)
    if last in _CONFIRM:
        return _say(Standing.ALLEGED, quoted)
    if last in _ALLEGE and not negated:
        if last in _SAY_OPENLY and _claim_is_no_saying(inner):
            return None
        return _say(Standing.ALLEGED, quoted)
    return None


def _denies_statement(inner: Words) -> bool:
    head = [word for word in inner.low[:_FAR] if word.isalpha()]
    return bool(head) and (
        head[0] in _ASSERTIONS
        or any(word in _DENIABLE for word in head)
        or head[0].endswith("ing")
        or any(finite_at(inner.low, i) for i in range(min(len(inner), 8)))
    )


def _claim_is_no_saying(inner: Words) -> bool:
    """ "Claimed responsibility", "claimed 30 lives" report an act, not a doubtful saying."""
    head = inner.low[:_FAR]
    return any(word in {"responsibility", "life", "lives", "credit", "asylum"} for word in head)


def _denied(words: Words, passage: str) -> Decision:
    low = words.low
    for at, word in enumerate(low):
        if word in _DENY or word in _REJECT:
            if at and low[at - 1] in BE and word not in {"denying", "refuting"}:
                continue
            following = [w for w in low[at + 1 : at + 1 + _FAR] if w.isalpha()]
            if not following:
                continue
            asserted = any(w in _DENIABLE for w in following)
            direct = following[0] in _ASSERTIONS or following[0].endswith("ing")
            if asserted or (word in _DENY and direct):
                return _say(Standing.DENIED, words.quote(at, min(at + 2, len(words) - 1)))
    found = _NO_TRUTH.search(passage)
    return _say(Standing.DENIED, found.group()) if found else None


def _unverified(words: Words, passage: str) -> Decision:
    found = _UNVERIFIED.search(passage)
    if found and any(word in NEGATIONS for word in Words(found.group() + " ").low):
        return _say(Standing.ALLEGED, found.group())
    return None


def _confirmed(words: Words) -> Decision:
    """ "The ministry confirmed the death"; not "confirmed cases" nor "confirmed him as judge"."""
    low = words.low
    for at, word in enumerate(low):
        if word not in _CONFIRM or not at:
            continue
        before = low[at - 1]
        if before in NEGATIONS or before == "to" or "as" in low[at + 1 : at + 6]:
            continue
        passive = before in BE and word.endswith("ed")
        if passive or (finite_at(low, at) and not _names_cases(words, at)):
            return _say(Standing.CONFIRMED, words.quote(at - int(passive), at))
        if before in HAVE:
            return _say(Standing.CONFIRMED, words.quote(at - 1, at))
    return None


def _names_cases(words: Words, at: int) -> bool:
    following = words.low[at + 1 : at + 3]
    return any(word in {"case", "cases", "deaths", "infections"} for word in following[:1])


def _alleged(words: Words, inner: Words) -> Decision:
    for at, word in enumerate(inner.low):
        if word in _HEARSAY:
            return _say(Standing.ALLEGED, inner.quote(at, at))
    passage = words.text[words.starts[0] : words.ends[-1]] if len(words) else ""
    found = _BELIEVED.search(passage)
    if found:
        return _say(Standing.ALLEGED, found.group())
    for at, word in enumerate(words.low):
        if (
            word in _ALLEGE
            and finite_at(words.low, at)
            and not words.possessive(at - 1 if at else 0)
        ):
            if word in _SAY_OPENLY and _claim_is_no_saying_at(words, at):
                continue
            return _say(Standing.ALLEGED, words.quote(at, min(at + 1, len(words) - 1)))
    return None


def _claim_is_no_saying_at(words: Words, at: int) -> bool:
    near = words.low[at + 1 : at + 1 + _FAR]
    return any(word in {"responsibility", "life", "lives", "credit", "asylum"} for word in near)


def main_verb(words: Words) -> int | None:
    """Index of the main clause's finite verb: the first not in a relative or opening clause."""
    low = words.low
    first: int | None = None
    opening = bool(low) and low[0] in {"when", "if", "while", "although", "though", "after", "as",
                                       "because", "since", "before", "once"}  # fmt: skip
    for at in range(len(low)):
        if opening:
            opening = low[at] != ","
            continue
        if not finite_at(low, at):
            continue
        if any(low[i] in {"who", "which", "whose"} for i in range(max(0, at - 3), at)):
            first = at if first is None else first
            continue
        return at
    return first


def _by_mood(inner: Words) -> Decision:
    """Tense and mood of the statement's main verb."""
    verb = main_verb(inner)
    low = inner.low
    if verb is None:
        return _verbless_plan(inner)
    word = low[verb]
    end = min(len(low), verb + _FAR)
    acts = _content_verb(low, verb + 1, end)
    last = acts if acts is not None else verb
    if word in _FUTURE or (word in MODALS and word in {"would", "wouldn't", "he'd", "they'd"}):
        return _future(inner, verb, last)
    if word in _MUST:
        return _say(Standing.OPINION, inner.quote(verb, last))
    if word in _MAYBE and word not in {"can", "cannot", "can't", "couldn't"}:
        return _possible(inner, verb, last)
    if word in _SEEM:
        return _say(Standing.OPINION, inner.quote(verb, verb))
    return _intends(inner, verb)


def _content_verb(low: list[str], start: int, end: int) -> int | None:
    for at in range(start, end):
        if is_base(low[at]) or low[at] in {"be", "have"}:
            return at
    return None


def _future(inner: Words, verb: int, last: int) -> Decision:
    low = inner.low
    act = low[last]
    rest = low[last + 1 :]
    conditional = low[verb] in {"would", "wouldn't", "he'd", "they'd"}
    judging = any(word in _JUDGEMENT or word in _LIKELY for word in rest[:_FAR])
    if act in _STATIVE and (judging or conditional):
        return _say(Standing.OPINION, inner.quote(verb, last))
    if conditional and low[last + 1 : last + 2] == ["been"]:
        return _say(Standing.OPINION, inner.quote(verb, last + 1))
    if judging and act not in {"hold", "meet", "visit", "send"}:
        return _say(Standing.OPINION, inner.quote(verb, last))
    return _say(Standing.PLANNED, inner.quote(verb, last))


def _possible(inner: Words, verb: int, last: int) -> Decision:
    low = inner.low
    if low[last] == "have":
        return _say(Standing.ALLEGED, inner.quote(verb, last))
    return _say(Standing.OPINION, inner.quote(verb, last))


def _intends(inner: Words, verb: int) -> Decision:
    """Plans told in the present or past: "plans to", "is set to", "vowed to", "is to visit"."""
    low = inner.low
    end = min(len(low), verb + 8)
    for at in range(verb, end):
        word = low[at]
        follows = low[at + 1 : at + 3]
        if word in {",", ";", ".", ":"} and at > verb + 1:
            break
        if word in _PLAN and ("to" in follows[:1] or "for" in follows[:1]):
            return _say(Standing.PLANNED, _with_verb(inner, verb, at + 2))
        if word in _PROMISE and follows[:1] == ["to"]:
            return _say(Standing.PLANNED, _with_verb(inner, verb, at + 2))
        if word in {"considering", "mulling", "weighing", "planning"}:
            return _say(Standing.PLANNED, _with_verb(inner, verb, at))
        if word in _EVENT_PLAN and follows[:1] == ["to"] and low[at - 1] in BE | _ADVERB_OR_LINK:
            if word in {"likely", "bound"}:
                return _say(Standing.OPINION, _with_verb(inner, verb, at))
            return _say(Standing.PLANNED, _with_verb(inner, verb, at + 2))
        if word in {"scheduled", "slated", "due", "planned"} and low[at - 1] in BE:
            if follows[:1] and follows[0] in {"for", "on", "in", "at", "next", "to", "later"}:
                return _say(Standing.PLANNED, _with_verb(inner, verb, at))
        if (
            word == "going"
            and follows[:1] == ["to"]
            and is_base(low[at + 2] if at + 2 < len(low) else "")
        ):
            return _say(Standing.PLANNED, _with_verb(inner, verb, at + 2))
        if word in _PLANNING_NOUNS and follows[:1] and follows[0] in {"to", "in", "for"}:
            if at - verb <= 4 and low[verb] not in {"rejected", "criticised", "condemned"}:
                return _say(Standing.PLANNED, _with_verb(inner, verb, at))
        if word in {"potentially", "possible"} and at > verb:
            return _say(Standing.PLANNED, _with_verb(inner, verb, at + 1))
        if word == "process" and follows[:1] == ["of"]:
            return _say(Standing.PLANNED, _with_verb(inner, verb, at + 2))
    if low[verb] in BE and low[verb + 1 : verb + 2] == ["to"] and verb + 2 < len(low):
        if is_base(low[verb + 2]):
            return _say(Standing.PLANNED, inner.quote(verb, verb + 2))
    return None


def _with_verb(inner: Words, verb: int, last: int) -> str:
    return inner.quote(verb, min(last, len(inner) - 1))


def _verbless_plan(inner: Words) -> Decision:
    """Headlines and infinitives: "Kyiv to send envoy"."""
    low = inner.low
    for at in range(min(len(low) - 1, 7)):
        if low[at] == "to" and (is_base(low[at + 1]) or low[at + 1] == "be"):
            return _say(Standing.PLANNED, inner.quote(at, at + 1))
    return None


def _judging(words: Words, inner: Words, attribution: Attribution | None) -> Decision:
    if attribution is not None and attribution.cue is not None:
        cue = Words(words.text, attribution.cue.start, attribution.cue.end)
        for at, word in enumerate(cue.low):
            if word in _HOLD:
                return _say(Standing.OPINION, cue.quote(at, at))
    verb = main_verb(inner)
    for at, word in enumerate(inner.low):
        if word in _LIKELY:
            return _say(Standing.OPINION, inner.quote(at, at))
        linked = verb is not None and inner.low[verb] in BE and verb < at <= verb + 5
        if word in _JUDGEMENT and linked:
            return _say(Standing.OPINION, inner.quote(verb or at, at))
    main = main_verb(words)
    if main is not None and words.low[main] in _HOLD - word_set("see sees saw seen"):
        return _say(Standing.OPINION, words.quote(main, main))
    return None
