"""The names of the actors and sources a filter speaks of by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.browse.called import called
from timeline.browse.filters.value import ARTICLE_ITSELF, Filter
from timeline.browse.freshness import look


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
    """No query but those of `look` and `called`; none when the filters name nobody."""
    keys = {key for f in filters for key in (*f.actors, *f.acting, *f.receiving, *f.speakers)}
    slugs = {slug for f in filters for slug in f.sources}
    if not keys and not slugs:
        return Names()
    names = called(look())
    return Names(
        {key: name for key in keys if (name := names.actor(key)) is not None},
        {slug: name for slug in slugs if (name := names.source(slug)) is not None},
    )
