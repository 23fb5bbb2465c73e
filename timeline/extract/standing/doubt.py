"""Alleged: somebody asserts it, and the article does not stand behind it."""

import re

from timeline.extract.clause_words import all_forms
from timeline.extract.participles import modifies_noun
from timeline.extract.standing.classes import ASSERTED, CLAIM, HEARSAY
from timeline.extract.standing.said import Decision, Said, acting_verb, negated_before, say
from timeline.extract.verbs import (
    BE,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PRONOUNS,
    finite_at,
    is_past,
)
from timeline.extract.words import Words, word_set
from timeline.vocabulary import Standing

_ACCUSE = all_forms("allege accuse purport insinuate")
_ALLEGE = _ACCUSE | CLAIM
_SUSPECT = all_forms("suspect")
_BLAME = all_forms("blame")
_BLAMED_FOR = word_set(
    "attack attacks explosion explosions blast blasts bombing bombings killing killings death "
    "deaths murder murders strike strikes raid crash shooting shelling fire fires assassination "
    "massacre ambush hack leak breach poisoning sabotage violence clashes kidnapping abduction"
)
_PURPORTS = word_set("purport purports claim")  # before "to": "the rebels claim to hold it"
_WEIGHTY = word_set("responsibility life lives credit asylum refuge victims percent benefits seats")
# Their statements of fact are charges until a court has ruled.
_CHARGING_PEOPLE = word_set(
    "prosecutors prosecutor plaintiffs plaintiff accuser accusers whistleblower complainant"
)
_CHARGING = word_set("indictment indictments complaint lawsuit lawsuits suit affidavit")
_ASKING = all_forms("ask demand seek request call urge")
# "Said the vote was rigged": a charge in itself, whoever makes it.
_FOUL = word_set("rigged falsified forged fabricated doctored staged faked cheated")
_DOUBTED = word_set("unconfirmed unverified alleged purported leaked")
_SIDE = word_set("because who which whose whom where when after although though")
_ASIDES = (["to"], ["on"], ["because"], ["in"], ["by"], ["as"], ["for"])
_CHARGE = word_set("charge charges charged")
_ASSERT = all_forms("insist assert maintain contend")
_BELIEVE = all_forms("believe suspect think")
_KNOWS = word_set(
    "police investigators detectives intelligence officials prosecutors authorities agency spies "
    "detective inspectors agents spy sleuths"
)
_OPENS_OBJECT = DETERMINERS | PRONOUNS | {"that"}
_UNVERIFIED = re.compile(
    r"\b(?:could|can|has|have|had|was|were|is|are)(?: ?n[o’']t|not)? "
    r"(?:yet |immediately |yet been )?(?:not )?(?:be |been )?(?:independently )?"
    r"(?:verif(?:y|ied)|confirm(?:ed)?|checked|substantiated|corroborated)\b"
    r"|\b(?:did|does|do|would) not (?:immediately )?confirm\b|\bdeclined to confirm"
    r"|\bno independent (?:confirmation|verification)",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"(?<!who )(?<!which )(?<!that )\b(?:is|are|was|were|been|stands|stood) (?:widely |also |now "
    r"|still )?(?:believed|thought|said|alleged|suspected|reported|rumou?red|accused|claimed|"
    r"understood|feared)(?: to| of)\b"
    r"|\b(?:been|is|are|was|were) linked to\b"
    r"|\b(?:been|is|was) (?:widely |long )?(?:rumou?red|alleged|claimed|reported|believed|thought"
    r"|suspected|feared|assumed) that\b",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\bthere (?:are|were|have been) (?:\w+ )?(?:reports|claims|allegations|rumou?rs|"
    r"accusations|suspicions) (?:of|that)\b"
    r"|\b(?:rumou?rs|allegations|accusations|suspicions|speculation) (?:that|of|about) [^,;]{3,90}"
    r"\b(?:spread|emerged|surfaced|swirled|circulated|mounted|persist(?:ed)?|abound)"
    r"|\b(?:fac(?:e|es|ed|ing)|deny|amid) (?:\w+ )?(?:allegations|accusations|claims) (?:that|of)\b"
    r"|\b(?:into|over|by|of|about|investigating|probing) (?:\w+ )?(?:claims|allegations|"
    r"accusations|suspicions|rumou?rs) (?:that|he|she|they|it)\b"
    r"|, an? (?:charge|claim|accusation|allegation)\b",
    re.IGNORECASE,
)


_CHECKED = word_set(
    "verify verified confirm confirmed checked substantiated corroborated confirmation verification"
)
_BELIEVED_WORDS = word_set(
    "believed thought said alleged suspected reported rumoured rumored accused claimed understood "
    "feared linked assumed"
)
_HEARD_WORDS = word_set(
    "reports claims allegations rumours rumors accusations suspicions speculation claim charge "
    "accusation allegation"
)
_AUXILIARIES = BE | HAVE
_VERBS = _ALLEGE | _SUSPECT | _BLAME


def unverified(said: Said) -> Decision:
    if not said.has(_CHECKED):
        return None
    found = _UNVERIFIED.search(_passage(said.words))
    if found and not NEGATIONS.isdisjoint(Words(found.group() + " ").low):
        if "if" in said.words.low or "whether" in said.words.low[:4]:
            return None
        return say(Standing.ALLEGED, found.group())
    return None


def alleged(said: Said) -> Decision:
    """By the verb of saying, the source, a hedging adverb, or a verb of accusing or believing."""
    return (
        _by_cue(said)
        or _by_source(said)
        or (_hearsay(said) if said.has(HEARSAY) else None)
        or (_believed(said) if said.has(_BELIEVED_WORDS) else None)
        or (_by_verb(said.words) if said.has(_VERBS) else None)
        or (_heard(said) if said.has(_HEARD_WORDS) else None)
        or (_foul(said) if said.has(_FOUL) else None)
        or _may_have(said)
    )


def _passage(words: Words) -> str:
    return words.text[words.starts[0] : words.ends[-1]] if len(words) else ""


def _by_cue(said: Said) -> Decision:
    verb, cue = said.verb_of_saying, said.cue
    if cue is None or not NEGATIONS.isdisjoint(cue.low):
        return None
    quoted = cue.quote(0, len(cue) - 1)
    following = said.after_cue[:1]
    at = said.words.at(cue.starts[-1])
    beside = following == ["of"] and BE.isdisjoint(cue.low)
    noun = verb in CLAIM and not _is_claiming(said.words, at)
    if beside or noun or "because" in said.words.low[max(0, at - 3) : at]:
        return None
    if verb in _ALLEGE and not (verb in CLAIM and _weighty(said.after_cue)):
        return say(Standing.ALLEGED, quoted)
    if verb in _CHARGE and following and (following[0] in _OPENS_OBJECT):
        return say(Standing.ALLEGED, quoted)
    if verb in _ASSERT and _tells_past(said):
        return say(Standing.ALLEGED, quoted)
    if verb in _BELIEVE and _tells_past(said) and not _KNOWS.isdisjoint(said.source):
        return say(Standing.ALLEGED, quoted)
    if (
        verb in _SUSPECT
        and _opens_clause(said.content)
        and "i" not in said.source
        and "i" not in said.words.low
    ):
        return say(Standing.ALLEGED, quoted)
    return None


def _tells_past(said: Said) -> bool:
    """Whether the statement's main verb tells what is said to have been, not what should be."""
    inner, verb = said.inner, said.main
    if verb is None:
        return False
    word = inner.low[verb]
    if word in HAVE:
        return acting_verb(inner, verb) != verb
    return is_past(word) or word in {"was", "were", "did", "didn't"}


def _by_source(said: Said) -> Decision:
    if not said.source:
        return None
    source = " ".join(said.source)
    if not _DOUBTED.isdisjoint(said.source):
        return Standing.ALLEGED, f"alleged: according to “{source}”"
    own = any(w in {"they", "he", "she", "we"} for w in said.inner.low[:2])
    people = not _CHARGING_PEOPLE.isdisjoint(said.source)
    charges = people or not _CHARGING.isdisjoint(said.source)
    charges = charges and said.cue is not None and said.verb_of_saying not in _ASKING
    if charges and _tells_past(said) and not (people and own):
        return Standing.ALLEGED, f"alleged: told as past by “{source}”"
    return None


def _weighty(low: list[str]) -> bool:
    """ "Claimed responsibility", "claimed 30 lives" report an act, not a doubtful saying."""
    if not _WEIGHTY.isdisjoint(low[:6]):
        return True
    counted = bool(low) and low[0][0].isdigit()
    return counted and not any(finite_at(low, at) for at in range(1, min(len(low), 9)))


def _hearsay(said: Said) -> Decision:
    """ "Reportedly" of the main clause; not of a reason or a relative clause."""
    low = said.inner.low
    for at, word in enumerate(low):
        if word not in HEARSAY:
            continue
        behind = said.main is not None and at > said.main
        before = low[said.main or 0 : at] if behind else []
        near = low[max(0, at - 3) : at]
        aside = behind and low[at - 1] == "," and low[at + 1 : at + 2] in _ASIDES
        if (
            not aside
            and _SIDE.isdisjoint(before)
            and not any(w in {"as", "who", "which"} for w in near)
        ):
            return say(Standing.ALLEGED, said.inner.quote(at, at))
    return None


def _believed(said: Said) -> Decision:
    """ "Is believed to hold", "stands accused of": of the main verb, not of a side clause."""
    words = said.words
    for found in _BELIEVED.finditer(_passage(words)):
        at = words.at(words.starts[0] + found.start())
        if any(w in {"who", "whom", "which", "that", ","} for w in words.low[max(0, at - 2) : at]):
            continue
        return say(Standing.ALLEGED, found.group())
    return None


def _by_verb(words: Words) -> Decision:
    low = words.low
    for at, word in enumerate(low):
        if word in _BLAME:
            if not _BLAMED_FOR.isdisjoint(low[at + 1 : at + 9]) and finite_at(low, at):
                return say(Standing.ALLEGED, words.quote(at, at))
            continue
        if (word in _ALLEGE or word in _SUSPECT) and _accuses(words, at):
            return say(Standing.ALLEGED, words.quote(at, min(at + 1, len(words) - 1)))
    return None


def _accuses(words: Words, at: int) -> bool:
    """Whether the word is the verb of a main clause: not "a man accused of", "accepts claims"."""
    low, word = words.low, words.low[at]
    before = low[at - 1] if at else ""
    perfect = before in HAVE or (before.endswith("ly") and low[max(0, at - 2)] in HAVE)
    purports = word in _PURPORTS and low[at + 1 : at + 2] == ["to"] and before not in DETERMINERS
    if not (finite_at(low, at) or purports or perfect) or negated_before(low, at):
        return False
    if words.possessive(max(0, at - 1)) or before in {"which", "who", "that", ",", "i", "we"}:
        return False
    if not perfect and ((at and finite_at(low, at - 1)) or modifies_noun(words, at)):
        return False
    if low[at + 1 : at + 2] == ["of"] or not _SIDE.isdisjoint(low[max(0, at - 4) : at]):
        return False
    if word in CLAIM and (_weighty(low[at + 1 :]) or not _is_claiming(words, at)):
        return False
    return word not in _SUSPECT or _has_object(words, at)


def _has_object(words: Words, at: int) -> bool:
    """ "Suspects the North", not "three suspected militants" nor "the suspect"."""
    if at + 1 >= len(words):
        return False
    return words.low[at + 1] in _OPENS_OBJECT or words.capital(at + 1)


def _is_claiming(words: Words, at: int) -> bool:
    """ "Claims" before what is claimed; as a noun it has "of", "on" or a comma after it."""
    if words.low[at] not in {"claim", "claims"} or at + 1 >= len(words):
        return True
    return _has_object(words, at) or words.low[at + 1] in {"to", "victory", "no", "“", '"'}


def _opens_clause(content: Words) -> bool:
    return len(content) > 0 and (content.low[0] in _OPENS_OBJECT or content.capital(0))


def _heard(said: Said) -> Decision:
    passage = _passage(said.words)
    found = _HEARD.search(passage)
    if found is None or ASSERTED.isdisjoint(Words(found.group()).low):
        return None
    return say(Standing.ALLEGED, found.group().strip())


def _foul(said: Said) -> Decision:
    inner, verb = said.inner, said.main
    if verb is None or said.cue is None or not len(said.cue) or inner.low[verb] not in _AUXILIARIES:
        return None
    at = next(
        (i for i in range(verb + 1, min(len(inner), verb + 5)) if inner.low[i] in _FOUL), None
    )
    if at is None or negated_before(inner.low, at):
        return None
    return say(Standing.ALLEGED, inner.quote(verb, at))


def _may_have(said: Said) -> Decision:
    """ "May have been hit", "appears to have fled": a guess at what was."""
    inner, verb = said.inner, said.main
    if verb is None:
        return None
    low = inner.low
    ahead = low[verb + 1 : verb + 4]
    to = "to" in ahead  # "may have to go" is no guess at what was
    if low[verb] in {"may", "might", "could"} and "have" in ahead[:2] and not to:
        return say(Standing.ALLEGED, inner.quote(verb, min(verb + 2, len(low) - 1)))
    appears = low[verb] in {"appear", "appears", "appeared"} and ahead[:2] == ["to", "have"]
    if appears and ahead[2:3] and (is_past(ahead[2]) or ahead[2] in BE):
        return say(Standing.ALLEGED, inner.quote(verb, min(verb + 3, len(low) - 1)))
    return None
