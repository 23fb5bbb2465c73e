"""When an article was published: what is told, what the page says, what follows from it."""

from timeline.extract.published.order import (
    inferred_published,
    stated_published,
    told_published,
)

__all__ = ["inferred_published", "stated_published", "told_published"]
