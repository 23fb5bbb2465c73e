"""What an actor does, with whom, and what it says: of the index when there is one, else by SQL."""

from timeline.browse.index import figures
from timeline.browse.index.current import current
from timeline.models import actor_figures
from timeline.models.actor_figures import Shared


def shared_with(key: str) -> dict[str, Shared]:
    held = current()
    return actor_figures.shared_with(key) if held is None else figures.shared_with(held, key)


def said_by_standing(key: str) -> dict[str, int]:
    held = current()
    if held is None:
        return actor_figures.said_by_standing(key)
    return figures.said_by_standing(held, key)
