"""Denied: the source says that what is told is not so."""

import re

from timeline.extract.clause_words import all_forms
from timeline.extract.standing.classes import ASSERTED, CONFIRM
from timeline.extract.standing.said import Decision, Said, negated_before, phrase_after, say
from timeline.extract.verbs import BE, DETERMINERS, HAVE, NEGATIONS, PREPOSITIONS, finite_at
from timeline.extract.words import Words, word_set
from timeline.vocabulary import Standing

_DENY = all_forms("deny refute rebut disavow disclaim debunk repudiate")
# These turn down offers as well: only what is asserted can be denied with them.
_REJECT = all_forms("reject dismiss dispute contest contradict rebuff discount")
# What is denied to somebody is withheld, not called untrue.
_WITHHELD = word_set(
    "bail entry entrance visa visas access permission request requests motion motions appeal "
    "appeals loan loans asylum tenure treatment care parole permit permits licence license "
    "licenses right rights justice aid service services opportunity opportunities chance offer "
    "petition bid application applications boarding landing credit citizenship funding coverage "
    "membership promotion passage benefits benefit food water medicine shelter"
)
_PERSONS = word_set("him her them us me you it")
_NEVER_SO = word_set("neither nor or refused declined stopped")
_UNTRUE = (
    r"(?:untrue|baseless|false|fabricated|fake|groundless|unfounded|nonsense|bogus|fiction"
    r"|inaccurate|incorrect|(?:an? )?(?:\w+ )?(?:lie|lies|hoax|fabrication|invention|smear))"
)
_NO_TRUTH = re.compile(
    r"\b(?:no (?:truth|substance) (?:in|to)"
    rf"|(?:is|are|was|were|as|’s|'s) (?:completely |totally |simply |entirely |all )?{_UNTRUE}\b"
    r"|(?:is|are|was|were)(?: not|n[o’']t) true"
    r"|(?:had|has|have) (?:absolutely )?nothing to do with"
    r"|no (?:evidence|proof|indication|sign) (?:that|of|to)\b"
    r"|no (?:role|part|hand|involvement|knowledge|record) (?:in|of)\b"
    r"|no such|nothing of the (?:sort|kind)"
    r"|(?:did not|didn[’']t|never) (?:happen|happened|take place|took place|occur|occurred)"
    r"|(?:not|never|nor) (?:been )?(?:involved|responsible|implicated|complicit)"
    r"|plead(?:s|ed)? not guilty|(?:his|her|their|its) innocence|(?:is|are|was|were) innocent)\b",
    re.IGNORECASE,
)
_CALLED_UNTRUE = re.compile(
    r"\b(?:call|brand|label|describ|dismiss|denounc)\w{0,4} (?:the |these |those |such |any )?"
    r"(?:\w+ ){0,2}(?:allegation|accusation|claim|report|charge|suggestion|rumou?r|stor|idea)"
    rf"\w{{0,4}} (?:against \w+ )?(?:as )?[“\"‘']?(?:\w+ )?{_UNTRUE}\b"
    r"|\b(?:call|brand|label|describ|dismiss|denounc)\w{0,4} (?:it|this|that|them) (?:as )?"
    rf"[“\"‘']?{_UNTRUE}\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\bdenials? (?:that|from|by|of (?!access|service|entry|bail|visas?|care|rights|the right))"
    r"|\b(?:issu|repeat|ma[dk]|stood by|stand by|publish)\w{0,3} (?:a|an|his|her|its|their) "
    r"(?:\w+ )?denials?\b",
    re.IGNORECASE,
)
# What a source says it did not do: no mere "did not know", "has not decided".
_SELF = word_set("he she it they we i nobody none neither")
_OWN = word_set("its their his her our my")
_MIND = word_set(
    "know knew known decide decided receive received see seen hear heard expect believe think "
    "want wanted say said comment see yet plan care understand remember mean sure aware clear "
    "intention intentions plan plans comment idea choice word information details "
    "need like mind have enough able going doubt support agree agreed recall feel"
)
_AUXILIARIES = BE | HAVE | word_set("did didn't")
_VERBS = _DENY | _REJECT
_TURNED_DOWN = word_set("out down")
# One of these is in whatever the patterns above match.
_UNTRUE_WORDS = word_set(
    "truth substance untrue baseless false fabricated fake groundless unfounded nonsense bogus "
    "fiction inaccurate incorrect lie lies hoax fabrication invention smear true nothing no "
    "evidence happen happened take took occur occurred involved responsible implicated complicit "
    "guilty innocence innocent denial denials"
)
_INSIST = all_forms("insist maintain protest")


def denied(said: Said) -> Decision:
    """By the reporting verb, a verb of denial, or a statement that something is not so."""
    cue = _by_cue(said)
    if cue:
        return cue
    if said.has(_VERBS):
        verb = _by_verb(said.words)
        if verb:
            return verb
    if said.has(_TURNED_DOWN):
        ruled_out = _ruled_out(said.words)
        if ruled_out:
            return ruled_out
    return (_called_untrue(said) if said.has(_UNTRUE_WORDS) else None) or _not_so(said)


def _by_cue(said: Said) -> Decision:
    verb = said.verb_of_saying
    if said.cue is None or verb not in _VERBS:
        return None
    low = said.cue.low
    if any(word in NEGATIONS or word in _NEVER_SO for word in low):
        return None
    content = said.content
    if verb in _DENY and not _denies(content, -1):
        return None
    if verb in _REJECT and not _asserted(content, 0):
        return None
    return say(Standing.DENIED, said.cue.quote(0, len(low) - 1))


def _by_verb(words: Words) -> Decision:
    low = words.low
    for at, word in enumerate(low):
        if word not in _DENY and word not in _REJECT:
            continue
        if negated_before(low, at) or not _NEVER_SO.isdisjoint(low[max(0, at - 2) : at]):
            continue
        before = low[at - 1] if at else ","
        if any(w in {"who", "which", "that"} for w in low[max(0, at - 2) : at]):
            continue
        if word.endswith("ing") and before not in {",", "and"} and before not in BE:
            continue
        passive = _passive(words, at)
        if passive is not None:
            if passive:
                return say(Standing.DENIED, words.quote(at - 1, at))
            continue
        fits = _denies(words, at) if word in _DENY else _asserted(words, at + 1)
        if fits:
            return say(Standing.DENIED, words.quote(at, min(at + 2, len(words) - 1)))
    return None


def _passive(words: Words, at: int) -> bool | None:
    """Whether "was denied" speaks of something said; None when it is active."""
    low = words.low
    before = at - 1
    while before > 0 and low[before].endswith("ly"):
        before -= 1
    if before < 0 or low[before] not in BE or not low[at].endswith("ed"):
        return None
    subject = low[max(0, before - 8) : before]
    return not ASSERTED.isdisjoint(subject)


def _denies(words: Words, at: int) -> bool:
    """Whether the object of "deny" at `at` is something said, not something withheld."""
    after = phrase_after(words, at, 8)
    if not after:
        return False
    first = after[0]
    if first in {"that", "having", "any", "ever"} or _is_gerund(first):
        return True
    if first in {"it", "this"} and (len(after) == 1 or after[1] in PREPOSITIONS):
        return True
    if any(finite_at(words.low, i) for i in range(at + 2, min(len(words), at + 9))):
        return _WITHHELD.isdisjoint(after[:4])
    if first in _PERSONS:
        return first == "them" and len(after) == 1
    head = [word for word in after if word not in PREPOSITIONS][:5]
    if not _WITHHELD.isdisjoint(head):
        return False
    # "Denied the defence a witness": a second noun phrase, so the first is who went without.
    second = any(
        word in DETERMINERS for word in _before_preposition(after)[1 + (first in DETERMINERS) : 5]
    )
    return not (second and first not in ASSERTED)


def _before_preposition(words: list[str]) -> list[str]:
    for number, word in enumerate(words):
        if word in PREPOSITIONS or word == "following":
            return words[:number]
    return words


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5


def _asserted(words: Words, first: int) -> bool:
    after = phrase_after(words, first - 1, 6)
    if after and after[0] == "this" and (len(after) == 1 or after[1] in PREPOSITIONS):
        return True
    return bool(after) and (after[0] == "that" or not ASSERTED.isdisjoint(after))


def _ruled_out(words: Words) -> Decision:
    """ "Ruled out sabotage", "played down reports"; "ruled out sending" is no plan."""
    low = words.low
    for at in range(len(low) - 2):
        following = low[at + 2]
        out = low[at] in {"ruled", "rules"} and low[at + 1] == "out"
        if out and not _is_gerund(following) and not negated_before(low, at):
            return say(Standing.DENIED, words.quote(at, at + 2))
        if low[at] in {"played", "plays"} and low[at + 1] == "down" and _asserted(words, at + 2):
            return say(Standing.DENIED, words.quote(at, at + 2))
    return None


def _passage(words: Words) -> str:
    return words.text[words.starts[0] : words.ends[-1]] if len(words) else ""


def _called_untrue(said: Said) -> Decision:
    passage = _passage(said.words)
    for pattern in (_CALLED_UNTRUE, _ISSUED, _NO_TRUTH):
        found = pattern.search(passage)
        if found and (pattern is not _NO_TRUTH or _is_stated(said, found.group())):
            return say(Standing.DENIED, found.group())
    return None


def _is_stated(said: Said, words: str) -> bool:
    """Whether "no evidence", "not true" is what is told, not part of a doubt or a condition."""
    low = said.words.low
    if said.verb_of_saying in CONFIRM:
        return False  # "confirmed the raid, a day after it was told it had nothing to do with it"
    return not any(word in {"if", "whether"} for word in low) and words.lower() != "no such as"


def _not_so(said: Said) -> Decision:
    """ "He said he had never met her", "“We did not bomb it,” the general said"."""
    inner, verb = said.inner, said.main
    if not said.attributed or verb is None or said.verb_of_saying in CONFIRM:
        return None
    none = _none_did(said)
    if none:
        return none
    low = inner.low
    never = low[max(0, verb - 1) : verb] == ["never"]
    negated = not NEGATIONS.isdisjoint(low[verb : verb + 3])
    if not never and not (negated and low[verb] in _AUXILIARIES):
        return None
    insisted = said.verb_of_saying in _INSIST
    if not insisted and _SELF.isdisjoint(low[max(0, verb - 2) : verb]):
        return None
    if not _MIND.isdisjoint(low[verb + 1 : verb + 5]):
        return None
    return say(Standing.DENIED, inner.quote(verb, min(verb + 2, len(inner) - 1)))


def _none_did(said: Said) -> Decision:
    """ "Neither the army nor the police fired", "no soldiers were there, the army insisted"."""
    low = [word for word in said.inner.low[:8] if word.isalnum()]
    own = any(word in {"our", "us", "my"} for word in low[:6])
    if own and (low[:2] == ["no", "one"] or low[:1] in (["nobody"], ["none"])):
        return say(Standing.DENIED, said.inner.quote(0, min(2, len(low) - 1)))
    told = said.after_cue[:3]
    of_ours = told[:2] == ["none", "of"] and told[-1] in _OWN
    if low[:1] == ["neither"] or of_ours or (low[:1] == ["no"] and said.verb_of_saying in _INSIST):
        return say(Standing.DENIED, said.inner.quote(0, min(2, len(low) - 1)))
    return None
