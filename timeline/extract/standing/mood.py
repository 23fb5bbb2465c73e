"""Plans and opinions by tense and mood of the statement's main verb."""

import re

from timeline.extract.clause_words import SAYING
from timeline.extract.seldom import Seldom
from timeline.extract.standing.classes import (
    ADVERB_OR_LINK,
    BINDING_NOUNS,
    BINDS,
    CAPACITY,
    COMING_TO,
    CONDITIONAL,
    EFFECTS,
    EVENT_PLAN,
    EXPRESS,
    FAR,
    FIXED,
    FIXED_FOR,
    FUTURE,
    GIVES_WORD,
    HELD_AS,
    IMPERSONAL,
    JUDGEMENT,
    LIKELY,
    MAYBE,
    MEETING,
    MUST,
    NEEDS,
    OF_ITSELF,
    ORDER,
    PLAN,
    PLANNING_NOUNS,
    PROMISE,
    SEEM,
    STATIVE,
    THINGS,
    TIMETABLE,
    TOLD,
    UNDONE_PLANS,
    WISHES,
)
from timeline.extract.standing.said import Decision, Said, acting_verb, say
from timeline.extract.standing.said import main_verb as main_verb  # linking and coding ask here
from timeline.extract.verbs import (
    BE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_base,
    is_past,
)
from timeline.extract.words import Words
from timeline.vocabulary import Standing

_COMING = re.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|tonight|at noon|in the morning"
    r"|(?:next|later this|later next) (?:week|month|year|spring|summer|autumn|fall|winter)"
    r"|later (?:today|on))\b"
)
_ONE_CANNOT = frozenset("expect hope trust accept tolerate allow afford continue ignore".split())
_COMES_INTO = (["takes", "effect"], ["comes", "into", "force"], ["enters", "into", "force"])
_NO_OBJECT = frozenset("to that not never in on at by with from".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday next tomorrow january february march "
    "april june july august september october november december".split()
)
_NO_SUBJECT = DETERMINERS | PREPOSITIONS | {"to"}
_BEFORE_PLAN = BE | ADVERB_OR_LINK
_NO_BASE = DETERMINERS | PRONOUNS | {"blame", "date"}
_IN_TIME = re.compile(
    r"\b(?:within|every|on the) (?:[\w-]+ ){0,2}(?:days?|weeks?|months?|years?|hours?)\b",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\bby law\b|\bunder the (?:\w+ )?(?:deal|agreement|plan|law|treaty|accord|terms|pact|rules)\b",
    re.IGNORECASE,
)
_CALLED_FOR_PATTERN = re.compile(
    r"\b(?:call(?:s|ed)?|schedul(?:es|ed)|plann(?:ed|ing)) (?:an? |the |its |their )?"
    r"(?:[\w-]+ ){1,4}for (?:noon|tomorrow|next|the (?:end|start|beginning)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d)"
)
_CALLED_FOR = Seldom("call|schedul|plann", _CALLED_FOR_PATTERN)


def by_mood(said: Said) -> Decision:
    """Tense and mood of the statement's main verb."""
    inner, verb, cue = said.inner, said.main, said.verb_of_saying
    low = inner.low
    if verb is not None and low[verb] in SAYING and _is_headline(low, verb):
        return _verbless_plan(inner, "")
    if verb is None or (cue and low[:1] == ["to"]):
        return _verbless_plan(inner, cue) or _plain_timetable(inner, verb)
    if "whether" in low[:verb] or "how" in low[max(0, verb - 4) : verb]:
        return None  # "did not say whether it will end": no plan is told
    word = low[verb]
    last = acting_verb(inner, verb)
    supposed = next((i for i, w in enumerate(low) if w in CONDITIONAL or w in MAYBE), None)
    if low[0] == "if" and supposed is not None:
        return say(Standing.OPINION, inner.quote(supposed, supposed))
    if word in {"can", "could", "cannot", "can't"} and low[last] in _ONE_CANNOT:
        return say(Standing.OPINION, inner.quote(verb, last))
    if word in FUTURE or (word in MODALS and word in CONDITIONAL):
        if cue in PROMISE:
            return say(Standing.PLANNED, inner.quote(verb, last))
        return _future(said, verb, last)
    if (word in NEEDS or word in MUST) and (ruled := _by_rule(said, verb, last)):
        return ruled
    if word in NEEDS and low[verb + 1 : verb + 2] == ["to"]:
        return say(Standing.OPINION, _with_verb(inner, verb, verb + 2))
    if word in BE and verb + 2 < len(low) and low[verb + 2] == "as" and low[verb + 1] in HELD_AS:
        return say(Standing.OPINION, inner.quote(verb, verb + 2))
    if word in MUST:
        return say(Standing.OPINION, inner.quote(verb, last))
    if word in MAYBE and word not in {"can", "cannot", "can't", "couldn't"}:
        able = low[last] in CAPACITY and any(w[0].isdigit() for w in low[last + 1 : last + 4])
        negated = not NEGATIONS.isdisjoint(low[verb:last])
        able = able or (word == "could" and low[last + 1 : last + 2] == ["only"])
        return None if able or (word == "could" and negated) else _possible(inner, verb, last)
    if word in SEEM or low[last] in SEEM:
        return say(Standing.OPINION, inner.quote(verb, last))
    return _intends(inner, verb) or _timetabled(inner, verb)


def _is_headline(low: list[str], verb: int) -> bool:
    """ "Kyiv to send envoy, minister says": no verb but the saying, behind a comma."""
    return "," in low[:verb] and "to" in low[1:6] and "," not in low[:6]


def _future(said: Said, verb: int, last: int) -> Decision:
    """A future is a plan; "would" is one only in reported speech, else a supposition."""
    inner, low = said.inner, said.inner.low
    act, rest = low[last], low[last + 1 :]
    told = said.verb_of_saying != ""
    conditional = low[verb] in CONDITIONAL
    judging = any(word in JUDGEMENT or word in LIKELY for word in rest[:FAR])
    done = is_past(act) and last > verb + 1 and low[last - 1] == "be"
    quoted = inner.quote(verb, last)
    supposed = conditional and (
        any(word in {"if", "otherwise", "unless", "without"} for word in low)
        or "any" in low[:verb]
        or low[max(0, verb - 1)] in IMPERSONAL - {"it"}
        or low[0] in {"such", "that", "this", "without"}
    )
    if conditional and (low[verb + 1 : verb + 2] == ["later"] or "eventually" in low[verb:last]):
        return None  # "would later lead the party": told from a time before
    if supposed or (conditional and (not told or low[last - 1] == "been")):
        return say(Standing.OPINION, quoted)
    if done or act in MEETING:
        return say(Standing.PLANNED, quoted)
    tries = act == "make" and any(w in {"effort", "efforts"} for w in rest[:3])
    if act in STATIVE and not tries and (judging or conditional):
        return say(Standing.OPINION, quoted)
    itself = bool(said.source) and low[max(0, verb - 1)] == "it"
    thing = act in EFFECTS and not itself and not THINGS.isdisjoint(low[:verb])
    if (
        judging
        or thing
        or act in OF_ITSELF
        or rest[:1] in (["worse"], ["better"])
        or "never" in low[verb:last]
    ):
        return say(Standing.OPINION, quoted)
    return say(Standing.PLANNED, quoted)


def _by_rule(said: Said, verb: int, last: int) -> Decision:
    """ "Each state must report every five years": a duty by law or treaty, with its time."""
    inner = said.inner
    if inner.low[verb] in NEEDS and inner.low[verb + 1 : verb + 2] != ["to"]:
        return None
    passage = inner.text[inner.starts[0] : inner.ends[-1]]
    ruled = _BY_LAW.search(passage) or (not said.source and _IN_TIME.search(passage))
    return say(Standing.PLANNED, inner.quote(verb, last)) if ruled else None


def _possible(inner: Words, verb: int, last: int) -> Decision:
    return say(Standing.OPINION, inner.quote(verb, last))


def _intends(inner: Words, verb: int) -> Decision:
    """Plans told in the present or past: "plans to", "is set to", "vowed to", "is to visit"."""
    low = inner.low
    for at in range(verb, min(len(low), verb + 8)):
        if low[at] in {",", ";", ".", ":", "who", "which", "that", "how"} and at > verb:
            break
        last = _plan_at(low, verb, at)
        if last is None:
            continue
        acting = low[last] if last < len(low) else ""
        undone = low[verb] in {"was", "were"} and "but" in low[last:] and low[at] in EVENT_PLAN
        if undone:
            return None  # "was due to open in 2010 but never did"
        foreseen = low[at] == "expected" and (acting in OF_ITSELF or _is_state(low, last))
        likely = low[at] in {"likely", "bound"} or foreseen
        standing = Standing.OPINION if likely else Standing.PLANNED
        return say(standing, _with_verb(inner, verb, last))
    is_to = low[verb] in BE and low[verb + 1 : verb + 2] == ["to"] and verb + 2 < len(low)
    if is_to and low[0] == "it" and low[verb + 3 : verb + 4] and low[verb + 3] in TOLD:
        return None  # "it is to be noted that"
    if is_to and _may_be_base(low[verb + 2]):
        return say(Standing.PLANNED, inner.quote(verb, verb + 2))
    return None


def _may_be_base(word: str) -> bool:
    if is_base(word) or word in {"be", "have"}:
        return True
    return word.isalpha() and word not in _NO_BASE and not word.endswith(("ing", "ed", "ly", "s"))


def _is_state(low: list[str], at: int) -> bool:
    """ "Expected to be slightly higher", not "expected to be sworn in"."""
    ahead = low[at + 1 : at + 3]
    return low[at] == "be" and not any(is_past(w) or w.endswith("en") for w in ahead)


def _plan_at(low: list[str], verb: int, at: int) -> int | None:
    """Last token of the plan that the word at `at` speaks of, None when it is none."""
    word = low[at]
    following = low[at + 1] if at + 1 < len(low) else ""
    acting = low[at + 2] if at + 2 < len(low) else ""
    if word == "process" and following == "of":
        return at + 2
    if word in BINDING_NOUNS and following == "to" and low[verb] in BINDS:
        return at + 2
    noun = at > verb and low[at - 1] in DETERMINERS
    if word in PLANNING_NOUNS and following in {"to", "in", "for"}:
        return at if at - verb <= 4 and low[verb] not in UNDONE_PLANS else None
    if noun:
        return None
    if word in WISHES and following == "to":
        return at + 2
    if word in {"want", "wants", "wanted"} and "to" in low[at + 2 : at + 6]:
        return at
    if word in PLAN and following in {"to", "for"}:
        return at + 2
    if word in PROMISE and (
        (following == "to" and acting != "only") or (following == "that" and word in GIVES_WORD)
    ):
        return at + 2
    if word in ORDER and _orders(low, verb, at):
        return at
    if word in {"considering", "mulling", "weighing", "planning"}:
        return at
    if word in COMING_TO and at > verb and (following == "to" or acting == "to"):
        return at + 2
    if (
        word in GIVES_WORD
        and at - verb <= 1
        and (following.isalpha() and following not in _NO_OBJECT)
    ):
        return at + 1
    if word in EXPRESS and following == "at" and acting.endswith(("ing", "ly")):
        return at + 2
    if word in EVENT_PLAN and following == "to" and at and low[at - 1] in _BEFORE_PLAN:
        return at + 2
    if word in FIXED and at and low[at - 1] in BE and following in FIXED_FOR:
        return at
    if word == "set" and following == "for" and (acting[:1].isdigit() or acting in _DAYS):
        return at + 2
    if word == "going" and following == "to" and (is_base(acting) or acting in {"be", "have"}):
        return at + 2
    return at + 1 if word in {"potentially", "possible"} and at > verb else None


def _orders(low: list[str], verb: int, at: int) -> bool:
    """ "Ordered the army to pull back", "were told to leave": somebody is to act."""
    if low[at] in {"ask", "asks", "asking", "tell", "tells", "telling"}:
        return False
    passive = at > verb and not BE.isdisjoint(low[max(0, at - 2) : at])
    if low[at] in {"asked", "told"} and not passive:
        return False
    return any(
        low[i] == "to" and low[i + 1].isalpha() and low[i + 1] not in DETERMINERS
        for i in range(at + 1, _end(low, at))
    )


def _end(low: list[str], at: int) -> int:
    end = min(len(low) - 1, at + 8)
    return next((i for i in range(at + 1, end) if low[i] in {",", ";", "who", "which"}), end)


def _plain_timetable(inner: Words, verb: int | None) -> Decision:
    """ "Voters go to the polls on Sunday": a present that looks like a noun or a plural verb."""
    low = inner.low
    for at in range(1, len(low) if verb is None else 0):
        if low[at] in TIMETABLE and low[at - 1] not in _NO_SUBJECT:
            return _timetabled(inner, at)
    return None


def _timetabled(inner: Words, verb: int) -> Decision:
    """ "Leaves for Beijing on Friday": the present of a timetable, with a day to come."""
    low = inner.low
    passage = inner.text[inner.starts[0] : inner.ends[-1]]
    comes = low[verb : verb + 2] in _COMES_INTO or low[verb : verb + 3] in _COMES_INTO
    if comes:
        return say(Standing.PLANNED, inner.quote(verb, verb + 1))
    present = low[verb] in TIMETABLE and not is_past(low[verb]) and not low[verb].endswith("ing")
    found = _COMING.search(passage) if present else _CALLED_FOR.search(passage)
    return say(Standing.PLANNED, f"{low[verb]} … {found.group()}") if found else None


def _with_verb(inner: Words, verb: int, last: int) -> str:
    return inner.quote(verb, min(last, len(inner) - 1))


def _verbless_plan(inner: Words, cue: str) -> Decision:
    """Headlines ("Kyiv to send envoy") and what depends on "vowed" or "expressed"."""
    low = inner.low
    if cue and cue not in PROMISE and cue not in EXPRESS and cue not in WISHES:
        return None
    for at in range(min(len(low) - 1, 7)):
        if low[at] in PLANNING_NOUNS and low[at + 1] in {"to", "in", "for"}:
            return say(Standing.PLANNED, inner.quote(at, at + 1))
        if low[at] == "to" and (is_base(low[at + 1]) or low[at + 1] == "be"):
            return say(Standing.PLANNED, inner.quote(at, at + 1))
    return None
