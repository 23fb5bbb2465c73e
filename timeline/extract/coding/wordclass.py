"""Whether a word of the lexicon stands as a verb, a noun or a modifier where it is.

English verbs look like nouns ("attacks", "press") and their participles like adjectives
("armed men"). A form is a verb only where something beside it says so.
"""

from timeline.extract.verbs import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    finite_at,
    is_base,
    is_past,
)
from timeline.extract.words import Words, word_set

_CLAUSE = 40  # words; no clause of a newspaper is longer
VERB, NOUN, MODIFIER = "verb", "noun", "modifier"

_DETERMINERS = (DETERMINERS | word_set("whose")) - PRONOUNS
_CONJUNCTIONS = word_set("and or but nor as if because while when who which that whom then so")
_NO_NOUN = (
    DETERMINERS | PRONOUNS | PREPOSITIONS | MODALS | BE | HAVE | DO | NEGATIONS | _CONJUNCTIONS
) | word_set(
    "to early late yesterday today tomorrow monday tuesday wednesday thursday friday saturday "
    "sunday last next again together there here when where how why whether"
)
_ADVERBS = word_set(
    "not also still yet now soon only never ever just again then even jointly longer"
)
_BEFORE_BASE = (MODALS | DO | word_set("to they we i you who help let helped and or")) - {"it'd"}
# Nouns without an -s that take a plural verb.
_PLURALS = word_set(
    "people police troops officials forces men women children gunmen militia crew staff media "
    "thousands hundreds dozens others many some both two three four five six"
)
# Third persons that are nouns as often; others are verbs wherever a subject goes before.
_PLURAL_NOUNS = word_set(
    "strikes raids attacks exercises drills talks protests orders bans demands requests calls "
    "charges claims forces trains arms bombs shells targets hits marches tests launches releases "
    "deals sanctions probes trades fights clashes imports exports funds shares offers promises "
    "vows pledges riots rallies thanks returns limits fines arrests abuses patrols drafts wounds "
    "hosts appeals projects questions cuts guns mortars phones blasts kills visits supports helps "
    "pounds signs fires moves votes backs plans reports threats purchases complaints rebels "
    "sentences jails holds leaves captures blames praises murders assaults rules invites aids "
    "battles sieges blocks controls leads swaps boycotts vetoes refuses"
) - {"refuses", "vetoes", "blames", "praises", "invites"}
_BEFORE_PREDICATE = BE | word_set(
    "stands stood remain remains express expressed reaffirmed declared its their his her more"
)
_CURRENCY = word_set("$ € £ “")
_VERB_LINKS = word_set(
    "at into on with to for against off down up about out over back from that in together"
)


def word_class(words: Words, at: int, tag: str) -> str:
    """VERB, NOUN or MODIFIER for the word at `at`, whose verb form is `tag`.

    `tag`: base, third, past, participle, gerund, or same (base and past alike: "hit").
    """
    before = words.low[at - 1] if at else ""
    if at and (before in _DETERMINERS or words.possessive(at - 1)):
        takes_noun = tag in {"past", "participle"} and _is_noun_like(words, at + 1)
        return MODIFIER if takes_noun else NOUN
    if tag == "base":
        return VERB if _base_is_verb(words, at) else NOUN
    if tag == "third":
        return VERB if _third_is_verb(words, at) else NOUN
    if tag == "gerund":
        return VERB if _gerund_is_verb(words, at) else NOUN
    if tag == "same":
        return VERB if _same_is_past(words, at) or _base_is_verb(words, at) else NOUN
    return MODIFIER if _is_attribute(words, at) else VERB


def _base_is_verb(words: Words, at: int) -> bool:
    """After "to", a modal or a plural subject, "and" joining it to a verb before it."""
    i = at - 1
    while i >= 0 and (words.low[i] in _ADVERBS or words.low[i].endswith("ly")):
        i -= 1
    if i < 0:
        return False
    before = words.low[i]
    if before in {"and", "or"}:
        return _opens_object(words, at + 1) and any(
            words.low[k] in MODALS or (words.low[k] == "to" and is_base(words.low[k + 1]))
            for k in range(max(0, i - 8), i)
        )
    if before in _BEFORE_BASE:
        return True
    if words.low[at + 1 : at + 2] == ["to"] and words.low[at] + "s" not in _PLURAL_NOUNS:
        return not _after_a_verb(words, at)  # "republics from the East refuse to"
    if not words.is_word(i) or _after_a_verb(words, at):
        return False
    plural = before in _PLURALS or (
        before.endswith("s") and not before.endswith(("ss", "us", "is"))
    )
    joined = words.capital(i) and any(words.low[k] in {"and", ","} for k in range(max(0, i - 4), i))
    return (plural or joined) and before not in PREPOSITIONS and _opens_object(words, at + 1)


def _same_is_past(words: Words, at: int) -> bool:
    """ "Honduras cut ties", "was hit by", "suspended the group and shut its office"."""
    if _after_auxiliary(words, at):
        return True
    if not at or not (_opens_object(words, at + 1) or _is_noun_like(words, at + 1)):
        return False
    if words.low[at - 1] == "and":
        return _opens_object(words, at + 1)
    return _is_subject(words, at - 1) and not _after_a_verb(words, at)


def _third_is_verb(words: Words, at: int) -> bool:
    """After its subject, when the clause has no verb yet and an object or link follows."""
    if not at or not words.is_word(at - 1):
        return False
    before = words.low[at - 1]
    if before in PRONOUNS or before in _ADVERBS or before.endswith("ly"):
        return before not in {"these", "those"}
    if before in {"and", "but"}:
        return at + 1 < len(words) and words.low[at + 1] in DETERMINERS
    if not _is_subject(words, at - 1) or _after_a_verb(words, at):
        return False
    if words.low[at] not in _PLURAL_NOUNS:
        return at + 1 < len(words) and (words.is_word(at + 1) or words.low[at + 1] in _CURRENCY)
    following = words.low[at + 1] if at + 1 < len(words) else ""
    if following == "of":
        return False
    if following in PREPOSITIONS or following == "to":
        return not _before_a_verb(words, at)  # "attacks on ships rose"
    return _opens_object(words, at + 1) or (words.capital(at - 1) and at > 1)


def _gerund_is_verb(words: Words, at: int) -> bool:
    if _after_auxiliary(words, at):
        return True
    if at + 1 >= len(words) or not words.is_word(at + 1) or words.low[at + 1] == "of":
        return False
    return (
        not finite_at(words.low, at + 1)
        and (words.low[at + 1] in _VERB_LINKS or words.low[at + 1] not in PREPOSITIONS)
        and not (at and words.low[at - 1].endswith(("al", "ic", "ive")))
    )


def _is_attribute(words: Words, at: int) -> bool:
    """ "Armed men", "26 alleged members", "of captured pilots", "a well executed plan"."""
    if not _is_noun_like(words, at + 1):
        return False
    i = at - 1
    while i >= 0 and words.low[i].endswith("ly"):
        i -= 1
    if i < 0:
        return True
    before = words.low[i]
    return before[:1].isdigit() or before in PREPOSITIONS or (i < at - 1 and before in _DETERMINERS)


def is_predicate(words: Words, at: int) -> bool:
    """ "Is ready to", "said it stood ready to"; not "at the ready to", "anybody willing to"."""
    i = at - 1
    while i >= 0 and (words.low[i] in _ADVERBS or words.low[i].endswith("ly")):
        i -= 1
    return i >= 0 and words.low[i] in _BEFORE_PREDICATE


def _after_auxiliary(words: Words, at: int) -> bool:
    for i in range(at - 1, max(-1, at - 4), -1):
        if words.low[i] in BE or words.low[i] in HAVE:
            return True
        if words.low[i] not in _ADVERBS and not words.low[i].endswith("ly"):
            return False
    return False


def _is_subject(words: Words, i: int) -> bool:
    """Whether a subject may end at `i`: a name or noun, no preposition, number or adjective."""
    word = words.low[i]
    if i and words.capital(i) and word != "i":
        return True
    return (
        words.is_word(i)
        and word not in _NO_NOUN
        and not word[:1].isdigit()
        and not (word.endswith(("ical", "ian", "ish", "ese")) and not words.capital(i))
    )


def _is_noun_like(words: Words, i: int) -> bool:
    if i >= len(words) or not words.is_word(i):
        return False
    word = words.low[i]
    return word not in _NO_NOUN and not word.endswith("ly") and not word[:1].isdigit()


def _opens_object(words: Words, at: int) -> bool:
    """Whether an object or complement may begin here: determiner, name, number, particle."""
    if at >= len(words):
        return False
    word = words.low[at]
    return (
        words.capital(at)
        or word in DETERMINERS
        or word in PRONOUNS
        or word in _VERB_LINKS
        or word[:1].isdigit()
        or word in _PLURALS
    )


def _after_a_verb(words: Words, at: int) -> bool:
    """Whether the clause has its verb already: "sent shells to", "will buy arms from"."""
    for i in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        if words.low[i] in _NEW_CLAUSE:
            return False
        if i == at - 1 and not is_past(words.low[i]):
            continue  # "forces", "talks": the subject, though it looks like a verb
        if words.capital(i):
            continue  # "Jared", "Mohamed"
        if finite_at(words.low, i) and words.low[i] != words.low[at]:
            return True
    return False


def _before_a_verb(words: Words, at: int) -> bool:
    for i in range(at + 1, min(len(words), at + 1 + _CLAUSE)):
        if words.low[i] in _NEW_CLAUSE:
            return False
        if finite_at(words.low, i) and not words.capital(i):
            return True
    return False


# A clause begins after these: a verb may stand there though another verb came before.
_NEW_CLAUSE = word_set(
    ", ; : that who which what where when while as after before because if but since although "
    "said says “ ”"
)
