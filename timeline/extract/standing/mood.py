"""Plans and opinions by tense and mood of the statement's main verb."""

from timeline.extract.standing.classes import (
    ADVERB_OR_LINK,
    CONDITIONAL,
    EVENT_PLAN,
    EXPRESS,
    FAR,
    FIXED,
    FIXED_FOR,
    FUTURE,
    HELD_AS,
    JUDGEMENT,
    LIKELY,
    MAYBE,
    MEETING,
    MUST,
    NEEDS,
    PLAN,
    PLANNING_NOUNS,
    PROMISE,
    SEEM,
    STATIVE,
    TOLD,
    UNDONE_PLANS,
    WISHES,
)
from timeline.extract.verbs import BE, MODALS, finite_at, is_base, is_past
from timeline.extract.words import Words
from timeline.vocabulary import Standing

Decision = tuple[Standing, str] | None


def say(standing: Standing, quoted: str) -> tuple[Standing, str]:
    return standing, f"{standing.value}: “{quoted}”"


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


def by_mood(inner: Words, cue: str) -> Decision:
    """Tense and mood of the statement's main verb; `cue` is the reporting verb, if any."""
    verb = main_verb(inner)
    low = inner.low
    if verb is None or (cue and low[:1] == ["to"]):
        return _verbless_plan(inner, cue)
    if "whether" in low[:verb]:
        return None  # "did not say whether it will end": no plan is told
    word = low[verb]
    end = min(len(low), verb + FAR)
    acts = _content_verb(low, verb + 1, end)
    last = acts if acts is not None else verb
    if word in FUTURE or (word in MODALS and word in CONDITIONAL):
        return _future(inner, verb, last, bool(cue))
    if word in NEEDS and low[verb + 1 : verb + 2] == ["to"]:
        return say(Standing.OPINION, _with_verb(inner, verb, verb + 2))
    if word in BE and verb + 2 < len(low) and low[verb + 2] == "as" and low[verb + 1] in HELD_AS:
        return say(Standing.OPINION, inner.quote(verb, verb + 2))
    if word in MUST:
        return say(Standing.OPINION, inner.quote(verb, last))
    if word in MAYBE and word not in {"can", "cannot", "can't", "couldn't"}:
        return _possible(inner, verb, last)
    if word in SEEM:
        return say(Standing.OPINION, inner.quote(verb, verb))
    return _intends(inner, verb)


def _content_verb(low: list[str], start: int, end: int) -> int | None:
    for at in range(start, end):
        if is_base(low[at]) or low[at] in {"be", "have"}:
            return at
    return None


def _future(inner: Words, verb: int, last: int, told: bool) -> Decision:
    """A future is a plan; "would" is one only in reported speech, else a supposition."""
    low = inner.low
    act = low[last]
    rest = low[last + 1 :]
    conditional = low[verb] in CONDITIONAL
    judging = any(word in JUDGEMENT or word in LIKELY for word in rest[:FAR])
    done = bool(rest) and is_past(rest[0]) and act == "be"
    supposed = conditional and any(word in {"any", "if", "otherwise", "unless"} for word in low)
    if supposed or (conditional and (not told or rest[:1] == ["been"])):
        return say(Standing.OPINION, inner.quote(verb, last))
    if act in STATIVE and not done and (judging or conditional):
        return say(Standing.OPINION, inner.quote(verb, last))
    if judging and not done and act not in MEETING:
        return say(Standing.OPINION, inner.quote(verb, last))
    return say(Standing.PLANNED, inner.quote(verb, last))


def _possible(inner: Words, verb: int, last: int) -> Decision:
    low = inner.low
    if low[last] == "have":
        return say(Standing.ALLEGED, inner.quote(verb, last))
    return say(Standing.OPINION, inner.quote(verb, last))


def _intends(inner: Words, verb: int) -> Decision:
    """Plans told in the present or past: "plans to", "is set to", "vowed to", "is to visit"."""
    low = inner.low
    for at in range(verb, min(len(low), verb + 8)):
        if low[at] in {",", ";", ".", ":", "who", "which", "whose"} and at > verb + 1:
            break
        last = _plan_at(low, verb, at)
        if last is not None:
            likely = low[at] in {"likely", "bound"}
            standing = Standing.OPINION if likely else Standing.PLANNED
            return say(standing, _with_verb(inner, verb, last))
    is_to = low[verb] in BE and low[verb + 1 : verb + 2] == ["to"] and verb + 2 < len(low)
    if is_to and low[0] == "it" and low[verb + 3 : verb + 4] and low[verb + 3] in TOLD:
        return None  # "it is to be noted that"
    if is_to and (is_base(low[verb + 2]) or low[verb + 2] in {"be", "have"}):
        return say(Standing.PLANNED, inner.quote(verb, verb + 2))
    return None


def _plan_at(low: list[str], verb: int, at: int) -> int | None:
    """Last token of the plan that the word at `at` speaks of, None when it is none."""
    word = low[at]
    following = low[at + 1] if at + 1 < len(low) else ""
    acting = low[at + 2] if at + 2 < len(low) else ""
    if word in WISHES and following == "to":
        return at + 2
    if word in PLAN and following in {"to", "for"}:
        return at + 2
    if word in PROMISE and following == "to":
        return at + 2
    if word in {"considering", "mulling", "weighing", "planning"}:
        return at
    if word in EVENT_PLAN and following == "to" and at and low[at - 1] in BE | ADVERB_OR_LINK:
        return at + 2
    if word in FIXED and at and low[at - 1] in BE and following in FIXED_FOR:
        return at
    if word == "going" and following == "to" and (is_base(acting) or acting in {"be", "have"}):
        return at + 2
    if word in PLANNING_NOUNS and following in {"to", "in", "for"}:
        return at if at - verb <= 4 and low[verb] not in UNDONE_PLANS else None
    if word in {"potentially", "possible"} and at > verb:
        return at + 1
    return at + 2 if word == "process" and following == "of" else None


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
