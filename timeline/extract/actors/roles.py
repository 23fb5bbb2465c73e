"""Who acts and who is acted upon in a claim, from the clause round its verb."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.actors.places import is_place_use
from timeline.extract.actors.slots import Slot, find_slots
from timeline.extract.actors.triggers import Clause, read_clause
from timeline.extract.actors.wording import is_place
from timeline.extract.verbs import finite_at, is_past
from timeline.extract.words import Words, words_in
from timeline.records import Mention, Participant, Span
from timeline.vocabulary import Role

_TOWARDS = frozenset(
    """to with against from on upon toward towards at between of for over into by among about
    behind alongside versus""".split()
)
_FAR = 60  # words between a subject and its verb; more is no clause of a newspaper
_AGENT_REACH = 6  # words between a noun's clause and "by X": "was staged by"
_COMES_FROM = frozenset(
    """criticism condemnation pressure support aid assistance opposition threat threats help
    praise backlash protest protests demand demands warning warnings donations""".split()
)
_RANK = {Role.ACTOR: 0, Role.RECIPIENT: 1, Role.MENTIONED: 2}


class _Reading(NamedTuple):
    """The clause and its subjects (first tokens); whether its noun "comes from" somebody."""

    clause: Clause
    subjects: frozenset[int]
    from_others: bool


def assign_roles(
    text: str,
    claim: Span,
    statement: Span,
    mentions: Sequence[Mention],
    trigger: Span | None,
) -> tuple[Participant, ...]:
    """One participant for each actor named in the claim, in order of first mention.

    `statement`: the part that says what happened; actors named only outside it (who says
    so) are MENTIONED. `trigger`: the words that decided the event's type; None takes the
    first finite verb, and then only subjects and agents get a part. Of several mentions of
    an actor the one with the weightiest role is kept.
    """
    inside = [m for m in mentions if claim.start <= m.start and m.end <= claim.end]
    stated = [m for m in inside if statement.start <= m.start and m.end <= statement.end]
    given = _given(text, statement, stated, trigger) if stated else {}
    best: dict[str, Participant] = {}
    for mention in inside:
        role, reason = given.get(
            mention.start, (Role.MENTIONED, f'"{mention.text}" is named in the passage')
        )
        known = best.get(mention.actor)
        if known is None or _RANK[role] < _RANK[known.role]:
            best[mention.actor] = Participant(mention, role, reason)
    return tuple(best.values())


def _given(
    text: str, statement: Span, stated: Sequence[Mention], trigger: Span | None
) -> dict[int, tuple[Role, str]]:
    """The part of each mention in the statement, and why, by where the mention starts."""
    words = words_in(text, statement.start, statement.end)
    slots = find_slots(text, words, stated)
    clause = read_clause(words, slots, trigger)
    if clause is None:
        return {}
    reading = _Reading(
        clause=clause,
        subjects=frozenset(_subjects(words, slots, clause)),
        from_others=any(_is_agent(s, clause) and s.preposition == "from" for s in slots),
    )
    return {slot.mention.start: _role(text, words, slot, reading) for slot in slots}


def _subjects(words: Words, slots: Sequence[Slot], clause: Clause) -> set[int]:
    """First tokens of the mentions that are the subject: the nearest group before the verb."""
    fitting = [
        slot
        for slot in slots
        if slot.last < clause.first
        and slot.preposition in (None, "between")
        and not slot.object
        and not slot.modifies
        and slot.acts
        and not is_place(slot.mention)
        and not _verb_parts(words, slot, clause)
    ]
    return {slot.first for slot in fitting if slot.group == fitting[-1].group}


def _verb_parts(words: Words, slot: Slot, clause: Clause) -> bool:
    """Whether another sentence part begins between the mention and the verb.

    In "Russia fired and a bridge collapsed" the bridge, not Russia, is what collapsed.
    """
    if clause.first - slot.last > _FAR:
        return True
    for at in range(slot.last + 1, clause.first):
        if words.low[at] in (";", ":", "”", '"', "?", "!"):
            return True
        if words.low[at] in ("but", "while", "whereas", "after", "when", "because") and any(
            finite_at(words.low, i) for i in range(slot.last + 1, at)
        ):
            return True
    return False


def _role(text: str, words: Words, slot: Slot, reading: _Reading) -> tuple[Role, str]:
    """The part of one mention, with the words that gave it."""
    clause = reading.clause
    name = slot.mention.text
    named = Role.MENTIONED, f'"{name}" is named in the passage'
    if slot.modifies:
        return Role.MENTIONED, f'"{name}" only describes what follows it'
    if slot.preposition is not None and (
        is_place(slot.mention)
        or (
            slot.preposition not in _TOWARDS
            and is_place_use(text, slot.mention.start, slot.mention.end)
        )
    ):
        return Role.MENTIONED, f'"{slot.preposition} {name}" is a place here'
    if slot.first in clause.owners:
        return Role.ACTOR, f'"{name}" right before "{clause.text}", whose act it is'
    if slot.first in reading.subjects:
        if clause.passive:
            return Role.RECIPIENT, f'"{name}" before the passive "{clause.text}"'
        if clause.owners:
            return named
        if clause.text.lower() in _COMES_FROM and reading.from_others:
            return Role.RECIPIENT, f'"{name}" before "{clause.text}", which comes from others'
        return Role.ACTOR, f'"{name}" is the subject of "{clause.text}"'
    reach = clause.end + (_AGENT_REACH if clause.nominal else 0)
    if clause.last < slot.first <= reach and _is_agent(slot, clause):
        return Role.ACTOR, f'"{slot.preposition} {name}" after "{clause.text}"'
    if slot.first <= clause.last or slot.first > clause.end:
        return named
    if slot.preposition == "between" and clause.nominal:
        return Role.ACTOR, f'"between" before "{name}" after "{clause.text}"'
    if clause.guessed or (clause.passive and reading.subjects):
        return named
    if slot.preposition is None and not clause.passive:
        return Role.RECIPIENT, f'"{name}" is the object after "{clause.text}"'
    if slot.preposition in _TOWARDS and slot.preposition != "by":
        return Role.RECIPIENT, f'"{slot.preposition} {name}" after "{clause.text}"'
    if slot.preposition == "by" and not _brokered(words, slot):
        return Role.RECIPIENT, f'"by {name}" within the object of "{clause.text}"'
    return named


def _is_agent(slot: Slot, clause: Clause) -> bool:
    """ "vetoed by X", "a war game was staged by X", "criticism from X"."""
    if slot.preposition == "by":
        return clause.passive or clause.nominal
    return slot.preposition == "from" and clause.text.lower() in _COMES_FROM


def _brokered(words: Words, slot: Slot) -> bool:
    """Whether "by" follows a participle: "a deal brokered by Turkey" is not done to Turkey."""
    for at in range(slot.first - 1, max(0, slot.first - 6), -1):
        if words.low[at] == "by":
            return is_past(words.low[at - 1])
    return False
