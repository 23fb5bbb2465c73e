"""The names of the actors and sources a filter speaks of by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import CharField, Value

from timeline.browse.filters.value import ARTICLE_ITSELF, Filter
from timeline.models import Actor, Source


@dataclass(frozen=True, slots=True)
class Names:
    actors: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def actor(self, key: str) -> str:
        if key == ARTICLE_ITSELF:
            return "The article itself"
        return self.actors.get(key, f"unknown actor “{key}”")

    def source(self, slug: str) -> str:
        return self.sources.get(slug, f"unknown source “{slug}”")


def look_up(chosen: Filter) -> Names:
    """One query, or none when the filter names nobody."""
    keys = {*chosen.actors, *chosen.acting, *chosen.receiving, *chosen.speakers}
    if not keys and not chosen.sources:
        return Names()
    actors = (
        Actor.objects.filter(key__in=keys)
        .order_by()
        .values_list("key", "name", Value("actor", CharField()))
    )
    sources = (
        Source.objects.filter(slug__in=chosen.sources)
        .order_by()
        .values_list("slug", "name", Value("source", CharField()))
    )
    found = list(actors.union(sources, all=True)) if chosen.sources else list(actors)
    return Names(
        {key: name for key, name, table in found if table == "actor"},
        {key: name for key, name, table in found if table == "source"},
    )
