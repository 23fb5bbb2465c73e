"""Where words of the lexicon stand in a statement, each with the row that fits best."""

from typing import NamedTuple

from timeline.extract.coding.innocent import innocent_at, innocent_uses
from timeline.extract.coding.lexicon import Lexicon, Row
from timeline.extract.coding.wordclass import is_predicate, word_class
from timeline.extract.verbs import BE, PREPOSITIONS
from timeline.extract.words import Words, word_set
from timeline.vocabulary import EventType

_OBJECT_AFTER = 10
_OBJECT_AFTER_PARTICLE = 8
_OBJECT_BEFORE = 7
_NAME_AFTER = 4
_LINK_AFTER = 16
_MOST_BETWEEN = 4
# An object stands at most so far behind a word: behind its particle, which may stand behind it.
_FARTHEST = 1 + _MOST_BETWEEN + 1 + max(_OBJECT_AFTER, _OBJECT_AFTER_PARTICLE)
_LINK_ENDS = word_set('; . , “ " if whether')
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)
_SHORT_WORD = 3
_FARTHER = 0.02  # the nearer object is the truer one
_ADVERBIAL = word_set("over back out down up off away in together")
_CLAUSE_OPENERS = word_set("how which who whom what when where why whether because although though")
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
    heading: bool | None = None
    for at, word in enumerate(words.low):
        rows = table.get(word)
        if not rows:
            continue
        if _in_a_name(words, at):
            heading = in_capitals(words) if heading is None else heading
            if not heading:
                continue
        use = innocent_at(words, at, innocent) if word in innocent else None
        if use:
            rows = () if use.whole else tuple(r for r in rows if r.type not in _HARSH and r.asks)
        hit = _best(words, at, rows)
        if hit:
            found.append(hit)
    return found


def in_capitals(words: Words) -> bool:
    """A heading gives most of its words a capital; one with a stop gives it to all long ones."""
    long = [i for i in range(len(words)) if len(words.raw[i]) > _SHORT_WORD]
    capitals = sum(map(words.capital, long))
    return 5 * capitals > 4 * len(long) if words.raw[-1] != "." else capitals == len(long)


def _in_a_name(words: Words, at: int) -> bool:
    """ "Senate Armed Services Committee": a capital inside the sentence, beside another."""
    if not at or not words.capital(at) or words.low[at - 1] in {"“", '"', ":", "."}:
        return False
    return words.capital(at - 1) or (at + 1 < len(words) and words.capital(at + 1))


def _best(words: Words, at: int, rows: tuple[Row, ...]) -> Hit | None:
    passive = not BE.isdisjoint(words.low[max(0, at - 2) : at])
    around = words.low[max(0, at - _OBJECT_BEFORE) : at + _FARTHEST]
    ahead = words.low[at + 1 : at + 2 + _MOST_BETWEEN]
    best: Hit | None = None
    best_rank = (-1, -1, -1.0)
    classes: dict[str, str] = {}
    for row in rows:
        if row.particles and row.particles.isdisjoint(ahead):
            continue
        if row.only_words and row.objects.isdisjoint(around):
            continue  # most rows ask for a word that is nowhere near
        if row.kind == "adjective" and row.particles and not is_predicate(words, at):
            continue
        if row.kind != "adjective":
            tag = row.tag if row.kind == "verb" else _verb_tag(rows)
            if tag and tag not in classes:
                classes[tag] = word_class(words, at, tag)
            if tag and classes[tag] != row.kind:
                continue
        hit = _fit(words, at, row, passive)
        if hit is None:
            continue
        particle = int(bool(row.particles))
        far = 0 if hit.object is None else abs(hit.object - hit.last) * _FARTHER
        rank = (int(hit.object is not None) + particle, particle, row.confidence - far)
        if rank > best_rank:
            best, best_rank = hit, rank
    return best


def _verb_tag(rows: tuple[Row, ...]) -> str:
    """The form a noun would have as a verb of the lexicon, "" for a word that is only a noun."""
    return next((row.tag for row in rows if row.kind == "verb"), "")


def _fit(words: Words, at: int, row: Row, passive: bool) -> Hit | None:
    last = _particle(words, at, row) if row.particles else at
    if last is None:
        return None
    if not row.needs_object:
        return Hit(at, last, None, row, passive and row.tag in {"past", "participle"})
    found = _object(words, at, last, row, passive)
    if found is None:
        return None
    return Hit(at, last, found, row, passive)


def _particle(words: Words, at: int, row: Row) -> int | None:
    """Where the particle stands: at once, or after a short object ("turned the offer down")."""
    low = words.low
    if at + 1 < len(low) and low[at + 1] in row.particles:
        return at + 1
    if row.kind != "verb":
        return None
    for i in range(at + 2, min(len(low), at + 2 + _MOST_BETWEEN)):
        if low[i - 1] in PREPOSITIONS or not words.is_word(i - 1):
            return None
        if low[i] in row.particles and (i == at + 2 or low[i] in _ADVERBIAL):
            return i
    return None


def _object(words: Words, at: int, last: int, row: Row, passive: bool) -> int | None:
    low, objects, beginnings = words.low, row.objects, row.beginnings
    reach = _OBJECT_AFTER_PARTICLE if row.particles else _OBJECT_AFTER
    names_until = last + _NAME_AFTER if row.named and not passive else -1
    near = low[last + 1 : last + 1 + reach]
    if not beginnings and names_until < 0 and objects.isdisjoint(near):
        near = []
    for i, word in enumerate(near, start=last + 1):
        if word in _CLAUSE_OPENERS or (word in {";", "."} and i > last + 1):
            break
        fits = word in objects or (beginnings and word.startswith(beginnings))
        if not fits and i <= names_until:
            fits = words.capital(i) and word not in _CALENDAR
        if fits and not words.possessive(i):  # "welcomed Chad's decision": not Chad
            return i
    if row.later:
        for i in range(last + 1, min(len(low), last + 2 + _LINK_AFTER)):
            if low[i] in _LINK_ENDS or low[i] in _CLAUSE_OPENERS:
                break
            if low[i] in row.later and i > last + 1:
                return i
    prepositional = last + 1 < len(low) and low[last + 1] in PREPOSITIONS
    intransitive = prepositional or bool(row.particles) or last + 1 >= len(low) - 1
    if row.kind == "verb" and (passive or intransitive):
        for i in range(at - 1, max(-1, at - 1 - _OBJECT_BEFORE), -1):
            if low[i] in {"and", ";"}:
                break
            if low[i] in objects or (beginnings and low[i].startswith(beginnings)):
                return i
    return None
