"""Who speaks in a stored claim, and who is said to have done it."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.folding import fold
from timeline.link.records import Named
from timeline.vocabulary import EventType, Role

# Who is blamed, by the kind of event: of an attack who made it, of an accusation whom it meets.
_BLAMED = {EventType.ASSAULT.value: Role.ACTOR.value, EventType.ACCUSE.value: Role.RECIPIENT.value}
# "He said": somebody, but nobody whom another claim could be held against.
_NOBODY = frozenset("he she they it we i you who officials sources".split())


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An actor named in a claim; `of`: key of the one it belongs to."""

    actor: int
    role: str
    key: str
    name: str
    of: str | None


def speaker_of(actor: Named | None, words: str) -> Named | None:
    """`words`: who says so, where no actor is known for them."""
    if actor is not None:
        return actor
    name = " ".join(words.split())
    return Named(fold(name), name) if name and fold(name) not in _NOBODY else None


def doers_of(type_: str, mentions: Sequence[Mentioned]) -> tuple[Named, ...]:
    role = _BLAMED.get(type_)
    if role is None:
        return ()
    return tuple(Named(m.key, m.name, m.of or "") for m in mentions if m.role == role)


def named(key: str | None, name: str | None, parent: str | None) -> Named | None:
    return Named(key, name or "", parent or "") if key else None
