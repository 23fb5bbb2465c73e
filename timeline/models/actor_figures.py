"""What an actor does, with whom, and what it says, in numbers.

An actor counts with all who belong to it, directly or once removed, as in every filter.
"""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from timeline.models.actors import Actor
from timeline.models.claims import Claim
from timeline.models.event_counts import rolled_up
from timeline.models.events import Event, Participation
from timeline.vocabulary import QuadClass, Role

_TOWARDS, _FROM, _TOGETHER = "towards", "from", "together"


@dataclass(frozen=True, slots=True)
class Shared:
    """Events that two actors share. An event may count under several directions, or none.

    `towards`: the one acts, the other receives; `back`: the reverse; `together`: both act.
    `quads`: by class; those whose kind is not decided are left out.
    """

    towards: int = 0
    back: int = 0
    together: int = 0
    quads: dict[int, int] = field(default_factory=dict)


def shared_with(key: str) -> dict[str, Shared]:
    """For the key of every other actor: how the events it shares with this one divide.

    Each number is what the timeline shows when asked for the pair in these roles, or for
    the pair and the kinds of that class. One query.
    """
    events = Event.objects.sourced()
    acting = events.involving_any([key], Role.ACTOR.value)
    receiving = events.involving_any([key], Role.RECIPIENT.value)
    parts = Participation.objects.order_by()
    doers = parts.filter(role=Role.ACTOR.value)
    slots = {
        _TOWARDS: (parts.filter(role=Role.RECIPIENT.value), acting),
        _FROM: (doers, receiving),
        _TOGETHER: (doers, acting),
    }
    either = events.involving_any([key])
    for quad in QuadClass:
        slots[str(int(quad))] = (parts, either.filter(quad=int(quad)))
    counted: dict[str, dict[str, int]] = {}
    for slot, rows in rolled_up(slots, "actor").items():
        for other, _, n in rows:
            counted.setdefault(other, {})[slot] = n
    return {
        other: Shared(
            towards=found.get(_TOWARDS, 0),
            back=found.get(_FROM, 0),
            together=found.get(_TOGETHER, 0),
            quads={int(quad): n for quad in QuadClass if (n := found.get(str(int(quad)), 0))},
        )
        for other, found in counted.items()
    }


def said_by_standing(key: str) -> dict[str, int]:
    """How many claims are attributed to it, for each standing. One query."""
    claims = Claim.objects.said_by([key]).order_by()
    return dict(claims.values_list("standing").annotate(n=Count("pk", distinct=True)))


def belonging(actor: Actor) -> QuerySet[Actor]:
    """Who belongs to it, directly or once removed; each with `is_seen`, whether it has a part
    in an event or makes a claim."""
    parts = Participation.objects.filter(actor=OuterRef("pk"))
    said = Claim.objects.filter(attribution_actor=OuterRef("pk"))
    # Not as a join, for which SQLite goes through all actors.
    directly = Actor.objects.filter(belongs_to=actor).order_by()
    return Actor.objects.filter(Q(belongs_to=actor) | Q(belongs_to__in=directly)).annotate(
        is_seen=Exists(parts) | Exists(said)
    )
