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


def look_up(*filters: Filter) -> Names:
    """One query, or none when the filters name nobody."""
    keys = {key for f in filters for key in (*f.actors, *f.acting, *f.receiving, *f.speakers)}
    slugs = {slug for f in filters for slug in f.sources}
    if not keys and not slugs:
        return Names()
    actors = (
        Actor.objects.filter(key__in=keys)
        .order_by()
        .values_list("key", "name", Value("actor", CharField()))
    )
    sources = (
        Source.objects.filter(slug__in=slugs)
        .order_by()
        .values_list("slug", "name", Value("source", CharField()))
    )
    found = list(actors.union(sources, all=True)) if slugs else list(actors)
    return Names(
        {key: name for key, name, table in found if table == "actor"},
        {key: name for key, name, table in found if table == "source"},
    )
