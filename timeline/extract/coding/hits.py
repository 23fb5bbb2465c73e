"""Where words of the lexicon stand in a statement, each with the row that fits best."""

from typing import NamedTuple

from timeline.extract.coding.innocent import innocent_uses, is_innocent
from timeline.extract.coding.lexicon import Lexicon, Row
from timeline.extract.verbs import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    finite_at,
)
from timeline.extract.words import Words, word_set
from timeline.vocabulary import EventType

_OBJECT_AFTER = 10
_OBJECT_AFTER_PARTICLE = 3
_OBJECT_BEFORE = 7
_NOUN_BEFORE = DETERMINERS - PRONOUNS
_ADJECTIVAL = word_set(
    "military armed air missile rocket drone terrorist suicide cyber chemical nuclear foreign "
    "economic financial humanitarian political public full strong joint new peace state further"
)


_FINITE_MARK = BE | HAVE | MODALS | DO | word_set("to who which that and not")


_VERB_LINKS = word_set("at into on with to for against off down up about")
_CLAUSE_OPENERS = word_set("how which who whom what when where why whether because although though")
# Verb forms that are nouns as often; others are verbs wherever they stand without a determiner.
_ALSO_NOUNS = word_set(
    "strike strikes raid raids attack attacks exercise exercises drill drills aid help support "
    "visit visits talk talks protest protests order orders ban bans demand demands request "
    "requests call calls charge charges claim claims fire force forces train trains arms bomb "
    "bombs shell shells target targets hit hits march marches test tests launch launches "
    "release releases deal deals sanction sanctions probe probes trade trades fight fights "
    "battle clash clashes murder import imports export exports fund funds share shares offer "
    "offers promise promises vow vows pledge pledges threat warning blast slam riot riots rally "
    "rallies veto praise blame thanks return withdraw lift drop limit limits fine fines freeze "
    "siege capture arrest arrests abuse torture poison gas rescue house patrol patrols draft "
    "drafts wound wounds kidnapping host hosts appeal appeals project question questions back "
    "hold welcome control down lead cut cuts gun guns mortar mortars phone phones blasts kills"
)
# What an innocent use of a word ("hit a record") takes away from it.
_HARSH = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.PROTEST,
        EventType.SANCTION,
    }
)
# A clause begins after these: a verb in -s may stand there though another verb came before.
_NEW_CLAUSE = word_set(
    ", ; : that who which what where when while as after before because if but since although"
)


class Hit(NamedTuple):
    """`first`, `last`: the trigger's tokens, both included; `object`: token of the object."""

    first: int
    last: int
    object: int | None
    row: Row
    passive: bool


def find_hits(words: Words, table: Lexicon) -> list[Hit]:
    found: list[Hit] = []
    innocent = innocent_uses()
    for at, word in enumerate(words.low):
        rows = table.get(word)
        if rows and word in innocent and is_innocent(words, at, innocent):
            rows = tuple(row for row in rows if row.type not in _HARSH)
        if rows:
            hit = _best(words, at, rows)
            if hit:
                found.append(hit)
    return found


def _best(words: Words, at: int, rows: tuple[Row, ...]) -> Hit | None:
    noun = _is_noun(words, at)
    passive = at > 0 and any(words.low[i] in BE for i in range(max(0, at - 2), at))
    best: Hit | None = None
    best_rank = (-1, -1, -1.0)
    for row in rows:
        if row.kind == "verb" and noun and row.tag in {"base", "third", "gerund"}:
            continue
        if row.kind == "noun" and not noun and _is_subject_verb(words, at):
            continue
        hit = _fit(words, at, row, passive)
        if hit is None:
            continue
        particle = int(bool(row.particles))
        rank = (int(hit.object is not None) + particle, particle, row.confidence)
        if rank > best_rank:
            best, best_rank = hit, rank
    return best


def _fit(words: Words, at: int, row: Row, passive: bool) -> Hit | None:
    last = at
    if row.particles:
        if words.low[at + 1 : at + 2] and words.low[at + 1] in row.particles:
            last = at + 1
        elif not (row.kind == "verb" and words.low[at + 2 : at + 3] and _late(words, at, row)):
            return None
        else:
            last = at + 2
    if not row.needs_object:
        return Hit(at, last, None, row, passive and row.tag in {"past", "participle"})
    found = _object(words, at, last, row, passive)
    if found is None:
        return None
    return Hit(at, last, found, row, passive)


def _late(words: Words, at: int, row: Row) -> bool:
    """ "called Monday for", "turned it down": one word between verb and particle."""
    between = words.low[at + 1]
    return words.low[at + 2] in row.particles and between not in PREPOSITIONS and between != ","


def _object(words: Words, at: int, last: int, row: Row, passive: bool) -> int | None:
    low = words.low
    reach = _OBJECT_AFTER_PARTICLE if row.particles else _OBJECT_AFTER
    for i in range(last + 1, min(len(low), last + 1 + reach)):
        if (low[i] in {";", "."} and i > last + 1) or low[i] in _CLAUSE_OPENERS:
            break
        if row.has_object(low[i]):
            return i
    prepositional = last + 1 < len(low) and low[last + 1] in PREPOSITIONS
    if row.kind == "verb" and (passive or prepositional or last + 1 >= len(low) - 1):
        for i in range(at - 1, max(-1, at - 1 - _OBJECT_BEFORE), -1):
            if row.has_object(low[i]):
                return i
    return None


def _opens_object(words: Words, at: int) -> bool:
    """Whether an object or complement may begin here: determiner, name, pronoun, particle."""
    if at >= len(words):
        return False
    word = words.low[at]
    if word in {"of", "and", "or", "in", "were", "are", "have", "had", "was"}:
        return False
    return words.capital(at) or word in DETERMINERS or word in PRONOUNS or word in _VERB_LINKS


def _after_a_verb(words: Words, at: int) -> bool:
    """Whether the clause has its verb already: "sent shells to", "will buy arms from"."""
    for i in range(at - 1, -1, -1):
        if words.low[i] in _NEW_CLAUSE:
            return False
        if finite_at(words.low, i) and words.low[i] != words.low[at]:
            return True
    return False


def _is_subject_verb(words: Words, at: int) -> bool:
    """ "Moscow attacks the plan": a name before and a determiner after make it a verb."""
    if at == 0 or at + 1 >= len(words):
        return False
    return words.capital(at - 1) and words.low[at + 1] in DETERMINERS


def _is_noun(words: Words, at: int) -> bool:
    """ "the attack", "air strikes", "Iran's support": no verb stands there."""
    if at == 0:
        return False
    before = words.low[at - 1]
    if before in _NOUN_BEFORE or words.possessive(at - 1):
        return True
    if words.low[at] not in _ALSO_NOUNS and not words.low[at].endswith("ing"):
        return False
    if before in _ADJECTIVAL:
        following = words.low[at + 1] if at + 1 < len(words) else ""
        return not (words.low[at].endswith("s") and following in DETERMINERS)
    if words.low[at].endswith("s") and (
        not _opens_object(words, at + 1) or _after_a_verb(words, at)
    ):
        return True
    following = words.low[at + 1] if at + 1 < len(words) else ""
    # "the army shells the village"
    subject = words.low[at].endswith("s") and following in _NOUN_BEFORE
    if at > 1 and words.low[at - 2] in _NOUN_BEFORE and before not in PRONOUNS and not subject:
        return not words.low[at].endswith(("ed", "ing")) and before not in _FINITE_MARK
    if before in PREPOSITIONS and before != "to":
        return not words.low[at].endswith("ing")
    return following in {"of"} and before not in HAVE
