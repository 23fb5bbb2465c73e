"""Who speaks in a stored claim, and who is said to have done it."""

from timeline.folding import fold
from timeline.link.records import Named
from timeline.models import Actor, Claim
from timeline.vocabulary import EventType, Role

# Who is blamed, by the kind of event: of an attack who made it, of an accusation whom it meets.
_BLAMED = {EventType.ASSAULT.value: Role.ACTOR.value, EventType.ACCUSE.value: Role.RECIPIENT.value}
# "He said": somebody, but nobody whom another claim could be held against.
_NOBODY = frozenset("he she they it we i you who officials sources".split())


def speaker_of(claim: Claim) -> Named | None:
    if claim.attribution_actor is not None:
        return _named(claim.attribution_actor)
    name = " ".join(claim.attribution_text.split())
    return Named(fold(name), name) if name and fold(name) not in _NOBODY else None


def doers_of(claim: Claim) -> tuple[Named, ...]:
    role = _BLAMED.get(claim.type)
    if role is None:
        return ()
    return tuple(_named(m.actor) for m in claim.mentions.all() if m.role == role)


def _named(actor: Actor) -> Named:
    parent = actor.belongs_to
    return Named(actor.key, actor.name, parent.key if parent else "")
