"""The list of actors, each line with what there is behind it."""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from timeline.models import Actor, Event
from timeline.models.event_counts import part_totals
from timeline.vocabulary import ActorKind

KIND_WORDS = {
    ActorKind.COUNTRY: "Countries",
    ActorKind.GOVERNMENT_BODY: "Government bodies",
    ActorKind.PERSON: "People",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.ARMED_GROUP: "Armed groups",
    ActorKind.PLACE: "Places",
}


@dataclass(frozen=True, slots=True)
class ActorLine:
    name: str
    url: str
    events: int


@dataclass(frozen=True, slots=True)
class ActorKindShown:
    label: str
    actors: tuple[ActorLine, ...]


def actors_by_kind() -> list[ActorKindShown]:
    """Actors with a part in an event, most events first, under their kinds. Two queries."""
    counts = {key: n for key, _, n in part_totals(Event.objects.sourced())}
    rows = Actor.objects.filter(key__in=counts).order_by().values_list("kind", "key", "name")
    order = list(KIND_WORDS)
    lines = sorted(
        (order.index(ActorKind(kind)), -counts[key], name, key) for kind, key, name in rows
    )
    return [
        ActorKindShown(
            KIND_WORDS[order[place]],
            tuple(ActorLine(name, reverse("actor", args=[key]), -n) for _, n, name, key in group),
        )
        for place, group in groupby(lines, key=lambda line: line[0])
    ]
