"""Actors and sources by key and by primary key, as they are called today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.models import Actor, Source

# No row has this primary key.
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Keys:
    """The primary keys behind the keys of an address; NOBODY for one that is unknown."""

    actor: Mapping[str, int]
    source: Mapping[str, int]

    def actors(self, keys: Iterable[str]) -> list[int]:
        return [self.actor.get(key, NOBODY) for key in keys]

    def sources(self, slugs: Iterable[str]) -> list[int]:
        return [self.source.get(slug, NOBODY) for slug in slugs]


@dataclass(frozen=True, slots=True)
class Names:
    """Key and name of each primary key, and the actor each actor belongs to."""

    keys: Keys
    actors: Mapping[int, tuple[str, str]]
    sources: Mapping[int, tuple[str, str]]
    parents: Mapping[int, int]


def read_names() -> Names:
    """Two queries."""
    actors = list(Actor.objects.order_by().values_list("pk", "key", "name", "belongs_to"))
    sources = list(Source.objects.order_by().values_list("pk", "slug", "name"))
    return Names(
        keys=Keys(
            actor={key: pk for pk, key, _, _ in actors},
            source={slug: pk for pk, slug, _ in sources},
        ),
        actors={pk: (key, name) for pk, key, name, _ in actors},
        sources={pk: (slug, name) for pk, slug, name in sources},
        parents={pk: above for pk, _, _, above in actors if above},
    )
