"""The names of the actors and sources a filter speaks of by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.browse.filters.value import ARTICLE_ITSELF, Filter
from timeline.models import Actor, Source
from timeline.models.written_queries import WrittenQuery

_ACTORS = WrittenQuery(lambda keys: Actor.objects.filter(key__in=keys), ["key", "name"], key=str)
_SOURCES = WrittenQuery(
    lambda slugs: Source.objects.filter(slug__in=slugs), ["slug", "name"], key=str
)


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
    """A query for actors and one for sources, none when the filters name nobody."""
    keys = {key for f in filters for key in (*f.actors, *f.acting, *f.receiving, *f.speakers)}
    slugs = {slug for f in filters for slug in f.sources}
    return Names(
        {row["key"]: row["name"] for row in _ACTORS.rows(list(keys))},
        {row["slug"]: row["name"] for row in _SOURCES.rows(list(slugs))},
    )
