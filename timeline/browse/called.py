"""Actors and sources by key and by primary key, as they are called today.

A process holds them all, so that no question about the rows of a page has to join them.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from sys import intern
from threading import Lock

from django.db import connections

from timeline.browse.freshness import State
from timeline.models import Actor, Source
from timeline.models.versions import NAMES_ADDED, NAMES_CHANGED
from timeline.replicas import reading_from

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
    """Key and name of each primary key, the kind of each source, and the actor each actor
    belongs to."""

    keys: Keys
    actors: Mapping[int, tuple[str, str]]
    sources: Mapping[int, tuple[str, str]]
    kinds: Mapping[int, str]
    parents: Mapping[int, int]

    def actor(self, key: str) -> str | None:
        pk = self.keys.actor.get(key)
        return None if pk is None else self.actors[pk][1]

    def source(self, slug: str) -> str | None:
        pk = self.keys.source.get(slug)
        return None if pk is None else self.sources[pk][1]

    def know(self, actors: Set[int], sources: Set[int]) -> bool:
        return actors <= self.actors.keys() and sources <= self.sources.keys()


_Seen = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """`seen`: what tells whether names were changed or added since."""

    seen: _Seen
    names: Names


_EMPTY: frozenset[int] = frozenset()
# By database: a replica may lag.
_kept: dict[str, _Kept] = {}
_lock = Lock()


def called(state: State, actors: Set[int] = _EMPTY, sources: Set[int] = _EMPTY) -> Names:
    """The names as they are in the state, or later; two queries when they changed.

    `actors` and `sources`: primary keys from rows that were read after the state. Those that
    came later are among the names, those that are gone are not.
    """
    database = reading_from()
    seen: _Seen = (state.snapshot, *map(state.changed.get, (NAMES_CHANGED, NAMES_ADDED)))
    if connections[database].in_atomic_block:
        seen = (state.tag,)  # what is changed may be taken back: each state has a tag of its own
    with _lock:
        kept = _kept.get(database)
        if kept is None or kept.seen != seen:
            kept = _kept[database] = _Kept(seen, read_names())
    return kept.names if kept.names.know(actors, sources) else read_names()


def forget() -> None:
    """Read them anew next time."""
    with _lock:
        _kept.clear()


def read_names() -> Names:
    """Two queries."""
    actors = list(Actor.objects.order_by().values_list("pk", "key", "name", "belongs_to"))
    sources = list(Source.objects.order_by().values_list("pk", "slug", "name", "kind"))
    return Names(
        keys=Keys(
            actor={key: pk for pk, key, _, _ in actors},
            source={slug: pk for pk, slug, _, _ in sources},
        ),
        actors={pk: (key, name) for pk, key, name, _ in actors},
        sources={pk: (slug, name) for pk, slug, name, _ in sources},
        kinds={pk: intern(kind) for pk, _, _, kind in sources},
        parents={pk: above for pk, _, _, above in actors if above},
    )
