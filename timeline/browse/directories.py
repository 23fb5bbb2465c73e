"""The list of actors, each line with what there is behind it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from timeline.browse.chosen_events import all_events
from timeline.folding import searchable, tokens
from timeline.models import Actor, Alias
from timeline.vocabulary import ActorKind

KIND_WORDS = {
    ActorKind.COUNTRY: "Countries",
    ActorKind.GOVERNMENT_BODY: "Government bodies",
    ActorKind.PERSON: "People",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.ARMED_GROUP: "Armed groups",
    ActorKind.PLACE: "Places",
}


# More of a kind stand behind a search.
MOST_OF_A_KIND = 60
LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class ActorLine:
    """`read_as`: the form of words found, where the name itself is another."""

    name: str
    url: str
    events: int
    read_as: str


@dataclass(frozen=True, slots=True)
class ActorKindShown:
    """`total` counts also the rarer ones left out."""

    label: str
    anchor: str
    total: int
    actors: tuple[ActorLine, ...]

    @property
    def left_out(self) -> int:
        return self.total - len(self.actors)


@dataclass(frozen=True, slots=True)
class ActorDirectory:
    search: str
    kinds: tuple[ActorKindShown, ...]

    @property
    def total(self) -> int:
        return sum(kind.total for kind in self.kinds)


def actor_directory(search: str = "") -> ActorDirectory:
    """Actors with a part in an event, most events first, under their kinds.

    With a search those of whom a name has words that begin with its words. Three queries.
    """
    search = " ".join(search.replace("\x00", "").split())[:LONGEST_SEARCH]
    counts = {key: n for key, _, n in all_events().part_totals()}
    needles = [f" {word}" for word in tokens(search)]
    aliases: dict[str, list[str]] = defaultdict(list)
    if needles:
        names = Alias.objects.filter(actor__key__in=counts).order_by("text")
        for key, text in names.values_list("actor__key", "text"):
            aliases[key].append(text)
    kinds: dict[ActorKind, list[ActorLine]] = defaultdict(list)
    rows = Actor.objects.filter(key__in=counts).order_by("name")
    for kind, key, name in rows.values_list("kind", "key", "name"):
        found = _found([name, *aliases[key]], needles) if search else name
        if found:
            read_as = "" if found == name else found
            line = ActorLine(name, reverse("actor", args=[key]), counts[key], read_as)
            kinds[ActorKind(kind)].append(line)
    return ActorDirectory(
        search, tuple(_shown(kind, kinds[kind]) for kind in KIND_WORDS if kinds[kind])
    )


def _found(names: Iterable[str], needles: Iterable[str]) -> str:
    """The first of the names with a word that begins with each needle; "" for none."""
    needles = list(needles)
    return next(
        (name for name in names if needles and all(n in searchable([name]) for n in needles)), ""
    )


def _shown(kind: ActorKind, lines: list[ActorLine]) -> ActorKindShown:
    ranked = sorted(lines, key=lambda line: (-line.events, line.name))
    return ActorKindShown(
        KIND_WORDS[kind],
        kind.value.replace("_", "-"),
        len(ranked),
        tuple(ranked[:MOST_OF_A_KIND]),
    )
