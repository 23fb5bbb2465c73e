"""Confirmed: the source says that what was said or asked about is so."""

import re

from timeline.extract.clause_words import all_forms
from timeline.extract.standing.classes import CASES, CONFIRM, NONE_OF
from timeline.extract.standing.said import Decision, Said, say
from timeline.extract.verbs import BE, HAVE, NEGATIONS, PRONOUNS, finite_at
from timeline.extract.words import Words, word_set
from timeline.vocabulary import Standing

_ADMIT = all_forms("admit")
_CONCEDE = all_forms("concede")
_ACKNOWLEDGE = all_forms("acknowledge")
_TAKEN_IN = word_set(
    "hospital hospitals clinic clinic's jail prison university college school court intensive "
    "icu membership evidence ward treatment union bloc club bar"
)
_GIVEN_AWAY = word_set(
    "goal goals point points penalty penalties ground corner seat seats run runs kick set game"
)
_GREETED = word_set("applause crowd crowds cheers wave fans audience gift receipt")
_CHOOSERS = word_set("senate parliament senators lawmakers congress council assembly legislators")
_OFFICES = word_set(
    "judge justice ambassador secretary chief director nominee nominees governor chairman minister "
    "president premier envoy head him her"
)
_NOT_YET = word_set("who which that if until unless when once")
_PROVES = word_set("proves proved")
_COUNTS = word_set(
    "one two three four five six seven eight nine ten twelve dozens hundreds thousands several many"
)
_OPENLY = re.compile(
    r"^in (?:a|an) (?:[a-z-]+ ){0,2}(?:admission|acknowledge?ment|confession|concession|"
    r"confirmation)\b"
    r"|\b(?:own(?:s|ed)? up to|came clean (?:about|on)|confess(?:es|ed) (?:to|that)"
    r"|plead(?:s|ed) guilty|pled guilty|prov(?:es|ed) that|do(?:es)? not dispute that"
    r"|(?:did|does|do|has|have) not den(?:y|ied) (?:that|having|\w+ing\b)"
    r"|recogni[sz]e[sd]? that|(?:has|have|been|was|were) authenticated"
    r"|authenticat(?:es|ed) the|admission that|acknowledge?ment that)",
    re.IGNORECASE,
)
# One of these is in whatever the pattern above matches.
_OPEN_WORDS = word_set(
    "admission acknowledgement acknowledgment confession concession confirmation own owns owned "
    "came confesses confessed pleads pleaded pled proves proved dispute deny denied "
    "recognises recognised recognizes recognized authenticated authenticates"
)


def confirmed(said: Said) -> Decision:
    """ "The ministry confirmed the death"; not "confirmed cases" nor "confirmed him as judge"."""
    if said.has(CONFIRM):
        decided = _by_cue(said) or _by_verb(said)
        if decided:
            return decided
    return _openly(said) if said.has(_OPEN_WORDS) else None


def _by_cue(said: Said) -> Decision:
    verb, cue, content = said.verb_of_saying, said.cue, said.content
    if cue is None or verb not in CONFIRM or "neither" in cue.low:
        return None
    quoted = cue.quote(0, len(cue) - 1)
    if not NEGATIONS.isdisjoint(cue.low):
        return say(Standing.ALLEGED, quoted)
    if "as" in content.low[1:6] and "that" not in content.low[:3]:
        return None
    if _is_other_sense(said.words, verb, content.low):
        return None
    return say(Standing.CONFIRMED, quoted)


def _by_verb(said: Said) -> Decision:
    words = said.words
    low = words.low
    for at, word in enumerate(low):
        if word not in CONFIRM or not at:
            continue
        before = low[at - 1]
        if before in NEGATIONS or before == "to" or "as" in low[at + 1 : at + 6]:
            continue
        if not _NOT_YET.isdisjoint(low[max(0, at - 3) : at]):
            continue
        if any(w in {"why", "how", "whether"} for w in low[:at]):
            continue
        if _is_other_sense(words, word, low[at + 1 : at + 8], low[max(0, at - 4) : at]):
            continue
        passive = (before in BE or low[at - 2 : at - 1] == ["been"]) and word.endswith("ed")
        if not NONE_OF.isdisjoint(low[:3]):
            return say(Standing.ALLEGED, words.quote(max(0, at - 1), at))
        if passive or before in HAVE or low[at - 2 : at - 1] == ["has"]:
            return say(Standing.CONFIRMED, words.quote(at - 1, at))
        if (finite_at(low, at) or before == "can") and not _names_cases(words, at):
            return say(Standing.CONFIRMED, words.quote(at, at))
    return None


def _is_other_sense(
    words: Words, verb: str, after: list[str], before: list[str] | None = None
) -> bool:
    """Admitted to hospital, conceded a goal, acknowledged the applause, confirmed as judge."""
    near = after[:6]
    if verb in _ADMIT:
        clause = "that" in near[:2] or any(w.endswith("ing") and len(w) > 5 for w in near[:2])
        taken = not _TAKEN_IN.isdisjoint(near) and "that" not in near
        reflexive = near[:1] in (["himself"], ["herself"], ["themselves"])
        counted = bool(near) and (near[0].isdigit() or near[0] in _COUNTS)
        passive = bool(before) and not BE.isdisjoint((before or [])[-2:])
        return not clause and (taken or reflexive or counted or (passive and near[:1] == ["to"]))
    if verb in _CONCEDE:
        return near[:2] != ["the", "point"] and not _GIVEN_AWAY.isdisjoint(near[:4])
    if verb in _ACKNOWLEDGE:
        return not _GREETED.isdisjoint(near[:3])
    if not _CHOOSERS.isdisjoint(words.low[:6]):
        return not _OFFICES.isdisjoint(near[:4])
    return False


def _names_cases(words: Words, at: int) -> bool:
    """ "312 confirmed cases": an adjective."""
    cases = words.low[at + 1 : at + 2] and words.low[at + 1] in CASES
    before = words.low[at - 1]
    return (bool(cases) and before not in PRONOUNS) or before.isdigit()


def _openly(said: Said) -> Decision:
    words = said.words
    passage = words.text[words.starts[0] : words.ends[-1]] if len(words) else ""
    found = _OPENLY.search(passage)
    if found is None:
        return None
    if found.group().lower().startswith("prove") and said.verb_of_saying not in {"", *_PROVES}:
        return None  # "said the raid proved that": as the speaker sees it
    return say(Standing.CONFIRMED, found.group())
