"""What the words around a trigger make of it: refusal, promise, threat or demand of it."""

from timeline.extract.coding.hits import Hit
from timeline.extract.coding.modes import mode_beside
from timeline.extract.verbs import BE, DO, HAVE, MODALS, NEGATIONS
from timeline.extract.words import Words, word_set
from timeline.vocabulary import EventType

_COOPERATIVE = frozenset(
    {
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
        EventType.CONCEDE,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.CONSULT,
    }
)
_YIELDING = frozenset({EventType.RETREAT, EventType.CONCEDE})
_CONFLICT = frozenset(
    {
        EventType.SANCTION,
        EventType.COERCE,
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.MOBILIZE,
    }
)
_FUTURE = word_set("will would shall won't wouldn't 'll it'll they'll he'll she'll we'll")
_NEAR = 5
_AUXILIARIES = (
    BE | HAVE | MODALS | DO | NEGATIONS | _FUTURE | word_set("also still yet now soon only longer")
)

_REFUSING = NEGATIONS - {"hardly", "barely", "without"}
_CROWD = word_set("rioters protesters demonstrators mob crowds")
_NOT_SUBJECT = word_set("at on against by with of and , police officers troops soldiers killed")

_BY_WHAT_IS_WANTED = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN})

Composed = tuple[EventType, str | None, str]


_GOVERNING = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REQUEST, EventType.REJECT})
_GOVERNING_VERBS = frozenset({"fail"})
_TAKING_GERUND = frozenset({EventType.REJECT, EventType.AGREE})
_REACH = 5


def governor(words: Words, hit: Hit, hits: list[Hit]) -> Hit:
    """The promise, threat, demand or refusal that an infinitive depends on, else the hit itself.

    "Agreed to release", "refuses to meet", "threatened to shell": what is agreed to, refused
    or threatened has not happened.
    """
    chosen = hit
    for _ in range(3):
        outer = _directly_over(words, chosen, hits)
        if outer is None:
            break
        chosen = outer
    return chosen


def _directly_over(words: Words, hit: Hit, hits: list[Hit]) -> Hit | None:
    for outer in reversed(hits):
        if outer.last >= hit.first or outer.row.kind == "noun":
            continue
        gap = words.low[outer.last + 1 : hit.first]
        governing = outer.row.type in _GOVERNING or outer.row.base in _GOVERNING_VERBS
        if len(gap) > _REACH or not governing:
            return None
        linked = "to" in gap or words.low[outer.last] == "to" or hit.row.tag == "base"
        linked = linked or (hit.row.tag == "gerund" and outer.row.type in _TAKING_GERUND)
        return outer if linked and "," not in gap else None
    return None


def compose(words: Words, hit: Hit, hits: list[Hit]) -> Composed:
    """Type and mode of a hit in its clause, and a note for the reason ("" when unchanged)."""
    type_, mode, how = _changed(words, hit)
    if type_ in _BY_WHAT_IS_WANTED:
        return type_, mode_beside(words, hit, type_) or _inner_mode(type_, hit, hits) or mode, how
    return type_, mode or mode_beside(words, hit, type_), how


def _changed(words: Words, hit: Hit) -> Composed:
    """What negation, future and a crowd as the subject make of the type."""
    type_, mode = hit.row.type, hit.row.mode
    if hit.row.kind == "noun":
        return type_, mode, ""
    group = _group(words, hit)
    negated = next((word for word in group if word in _REFUSING), None)
    future = next((word for word in group if word in _FUTURE), None)
    if type_ is EventType.ASSAULT and not hit.passive and _by_a_crowd(words, hit):
        type_, mode = EventType.PROTEST, "riot"
    if negated:
        refused = type_ in _COOPERATIVE or (future and not hit.passive)
        if refused and type_ is not EventType.REJECT:
            return EventType.REJECT, _wanted(type_), f", with “{negated}” a rejection"
    elif future and type_ in _COOPERATIVE:
        return EventType.AGREE, None, f", with “{future}” a promise"
    elif future and type_ in _CONFLICT:
        return EventType.THREATEN, _threatened(type_, mode), f", with “{future}” a threat"
    return type_, mode, ""


def _by_a_crowd(words: Words, hit: Hit) -> bool:
    """Whether the words of a crowd stand just before the verb: "rioters set fire to"."""
    before = words.low[max(0, hit.first - _NEAR) : hit.first]
    return not _CROWD.isdisjoint(before) and _NOT_SUBJECT.isdisjoint(before)


def _group(words: Words, hit: Hit) -> list[str]:
    """Words of the verb group before the trigger, nearest first."""
    group: list[str] = []
    for at in range(hit.first - 1, max(-1, hit.first - 1 - _NEAR), -1):
        word = words.low[at]
        if word not in _AUXILIARIES and not word.endswith("ly"):
            break
        group.append(word)
        if word in MODALS:
            break
    return group


def _inner_mode(type_: EventType, hit: Hit, hits: list[Hit]) -> str | None:
    """Mode of a demand, refusal or threat by the event that is demanded, refused or threatened."""
    inner = next((one for one in hits if one.first > hit.last), None)
    if inner is None:
        return None
    if type_ is EventType.THREATEN:
        return _threatened(inner.row.type, inner.row.mode)
    return _wanted(inner.row.type)


def _wanted(inner: EventType) -> str | None:
    if inner in (EventType.AID, EventType.COOPERATE):
        return "assist"
    if inner is EventType.CONSULT:
        return "meet"
    return "yield" if inner in _YIELDING else "change"


def _threatened(inner: EventType, mode: str | None) -> str | None:
    if inner in (EventType.ASSAULT, EventType.MOBILIZE):
        return "violence"
    if inner is EventType.SANCTION:
        return "expel" if mode == "expel" else "relations"
    if inner is EventType.COERCE:
        return mode if mode in ("restrict", "arrest") else "restrict"
    return None
