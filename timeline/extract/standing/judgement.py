"""Opinion: what somebody thinks, judges, expects or demands to be."""

import re

from timeline.extract.clause_words import all_forms
from timeline.extract.standing.classes import (
    CONDITIONAL,
    FALL_SHORT,
    FEELINGS,
    FORESEE,
    FUTURE,
    HOLD,
    JUDGEMENT,
    JUDGES,
    LIKELY,
    MAYBE,
    NAMING,
    NOT_ITS_OWN,
    SEEM,
    WEIGH,
)
from timeline.extract.standing.said import Decision, Said, say
from timeline.extract.verbs import BE, DETERMINERS, PREPOSITIONS
from timeline.extract.words import Words, word_set
from timeline.vocabulary import Standing

_IN_MY_VIEW = re.compile(
    r"\bin (?:my|our|his|her|their) (?:\w+ )?(?:view|opinion|estimation|judge?ment|mind)\b"
    r"|\b(?:i|we) (?:do not |don[’']t |really |still |also |would |just |personally )?"
    r"(?:think|believe|suspect|guess|feel|doubt|reckon|fear|hope|worry)\b"
    r"|\b(?:remains|remain) to be seen\b|\bmake(?:s)? (?:no|little|perfect) sense\b"
    r"|\bit(?: is|[’']s) time (?:to|for|that)\b|\bat risk\b|\bthere is no excuse\b"
    r"|\b(?:a|the) (?:real |grave |serious |genuine )?(?:risk|danger) (?:of|that)\b"
    r"|\bin violation of\b",
    re.IGNORECASE,
)
# One of these is in whatever the pattern above matches.
_VIEW_WORDS = word_set(
    "view opinion estimation judgement judgment mind i we seen sense time risk excuse danger "
    "violation"
)
_WEIGHED_WITH = all_forms("set make pose represent mark face send constitute remain have become")
_OUGHT = word_set("should must ought")
_ASIDE = word_set(
    "who which whatever whoever when if before until unless because while where as than"
)
_ASKED = word_set("why how whether if when where who what")
_NO_NAME = PREPOSITIONS | {"off", "upon"}
_LINKS = word_set("is are was were isn't aren't wasn't weren't")
_JUDGING = _OUGHT | _LINKS
_LONGEST_PREDICATE = 6


def foreseen(said: Said) -> Decision:
    """ "Expects the currency to weaken", "believes the front will hold"; no plan of its own."""
    if said.verb_of_saying in FORESEE and _foretold(said.content.low):
        return Standing.OPINION, f"opinion: “{said.verb_of_saying}”"
    bare = None if said.outer is not None else _bare_verb(said.words)
    for words, at in ((said.words, said.outer), (said.inner, said.main), (said.words, bare)):
        if at is not None and words.low[at] in FORESEE and _foretold(words.low[at + 1 :]):
            return say(Standing.OPINION, words.quote(at, at))
    return None


def _bare_verb(words: Words) -> int | None:
    """The "expect" of "analysts expect": a plural's verb, which looks like a noun."""
    return next((at for at in range(1, min(len(words), 5)) if words.low[at] in FORESEE), None)


def _foretold(after: list[str]) -> bool:
    """A clause in the future, or somebody else "to" do it: no plan of one's own."""
    if not after or after[0] in {"to", "of"}:
        return False
    return any(word in FUTURE or word in CONDITIONAL for word in after) or "to" in after[1:10]


def in_view(said: Said) -> Decision:
    """ "In my view", "I think", "remains to be seen"."""
    inner = said.inner
    if not said.has(_VIEW_WORDS):
        return None
    passage = inner.text[inner.starts[0] : inner.ends[-1]] if len(inner) else ""
    found = _IN_MY_VIEW.search(passage)
    return say(Standing.OPINION, found.group()) if found else None


def of_judges(said: Said) -> Decision:
    """What critics and analysts say is an opinion, also where it is told as a fact or plan."""
    if JUDGES.isdisjoint(said.source):
        return None
    source = " ".join(said.source)
    for at, word in enumerate(said.inner.low):
        if word in FUTURE or word in MAYBE or word in CONDITIONAL:
            quoted = said.inner.quote(at, at)
            return Standing.OPINION, f"opinion: “{quoted}” according to “{source}”"
    return Standing.OPINION, f"opinion: according to “{source}”"


def judged(said: Said) -> Decision:
    """Words of judgement: the reporting verb's, the statement's, the main verb's."""
    if said.verb_of_saying in HOLD and said.cue is not None:
        return say(Standing.OPINION, said.cue.quote(0, len(said.cue) - 1))
    return (
        _by_words(said.inner, said.main)
        or _in_content(said)
        or _judging_verb(said.words, said.outer)
    )


def _by_words(inner: Words, verb: int | None) -> Decision:
    low = inner.low
    for at, word in enumerate(low):
        if word in LIKELY:
            return say(Standing.OPINION, inner.quote(at, at))
        if word in SEEM and at < 8 and low[at + 1 : at + 2] == ["to"]:
            return say(Standing.OPINION, inner.quote(at, at + 1))
        if word == "risks" and low[at + 1 : at + 2] and low[at + 1].endswith("ing"):
            return say(Standing.OPINION, inner.quote(at, at + 1))
        if word in WEIGH and low[max(0, at - 1)] in {"this", "that", "it", "which"} and at:
            return say(Standing.OPINION, inner.quote(at, at))
    if verb is None:
        return None
    if low[verb] in WEIGH or low[verb] in SEEM:
        return say(Standing.OPINION, inner.quote(verb, verb))
    return _predicate(inner, verb) or _object(inner, verb)


def _object(inner: Words, verb: int) -> Decision:
    """ "Sets a dangerous precedent", "have a duty to help"."""
    low = inner.low
    if low[verb] not in _WEIGHED_WITH or low[verb + 1 : verb + 2] not in (["a"], ["an"]):
        return None
    for at in range(verb + 2, min(len(low), verb + 4)):
        if low[at] in JUDGEMENT:
            return say(Standing.OPINION, inner.quote(verb, at))
    return None


def _in_content(said: Said) -> Decision:
    """ "Said that its silence was shameful": a judgement further on in what is said."""
    inner, low = said.inner, said.inner.low
    spoken = said.attributed or low[:1] in (["“"], ['"'], ["``"])
    if not spoken and not any(word in {"saying", "adding"} for word in low):
        return None
    for at in range(1, len(low)):
        if low[at] not in _JUDGING or not _ASIDE.isdisjoint(low[max(0, at - 6) : at]):
            continue
        if low[at] in _OUGHT:
            return say(Standing.OPINION, inner.quote(at, at))
        found = _predicate(inner, at)
        if found:
            return found
    return None


def _predicate(inner: Words, verb: int) -> Decision:
    """ "Is a disaster", "has been far too slow": the complement of the main verb."""
    low = inner.low
    linked = verb
    if low[verb] not in BE:
        if low[verb + 1 : verb + 2] != ["been"]:
            return None
        linked = verb + 1
    for at in range(linked + 1, min(len(low), linked + 1 + _LONGEST_PREDICATE)):
        word = low[at]
        if word in {",", ";"} or (word in PREPOSITIONS and word not in {"as", "than"}):
            break
        if low[at + 1 : at + 2] and low[at + 1] in _ASKED:
            break  # "it was not clear why": no judgement
        graded = word in FALL_SHORT and low[at + 1 : at + 2] != ["that"]
        ever = word == "than" and low[at + 1 : at + 2] == ["ever"]
        felt = word in FEELINGS and low[0] in {"there", "there's"}
        if word in JUDGEMENT or graded or ever or felt:
            return say(Standing.OPINION, inner.quote(verb, at))
    return None


def _is_judgement(word: str) -> bool:
    return word in JUDGEMENT or (word.startswith("un") and word.endswith(("ed", "able")))


def _judging_verb(words: Words, main: int | None) -> Decision:
    if main is None:
        return None
    low = words.low
    if low[main] in HOLD and low[main] not in NOT_ITS_OWN:
        return say(Standing.OPINION, words.quote(main, main))
    following = low[main + 1 : main + 2]
    if (
        low[main] in NAMING
        and low[main - 1] != "and"
        and following
        and following[0] not in _NO_NAME
        and (low[main - 1] != "," or following[0] in DETERMINERS)
    ):
        rest = low[main + 2 :]
        named = any(w in {"a", "an", "the", "“", '"'} or _is_judgement(w) for w in rest)
        if named and "to" not in low[main + 1 :]:
            return say(Standing.OPINION, words.quote(main, main))
    return None
