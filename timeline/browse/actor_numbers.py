"""What an actor does, with whom, and what it says: of the index when there is one, else by SQL."""

from collections.abc import Sequence

from timeline.browse.index import figures
from timeline.browse.index.current import current
from timeline.models import actor_figures
from timeline.models.actor_figures import Shared


def shared_with(key: str, others: Sequence[str]) -> dict[str, Shared]:
    """Of these others, also of one with whom it shares nothing."""
    held = current()
    if held is not None:
        return figures.shared_with(held, key, others)
    found = actor_figures.shared_with(key)
    return {other: found.get(other, Shared()) for other in others}


def said_by_standing(key: str) -> dict[str, int]:
    held = current()
    if held is None:
        return actor_figures.said_by_standing(key)
    return figures.said_by_standing(held, key)
