"""Where a timeline stands, and the addresses of what can be reached from there."""

from dataclasses import dataclass

from timeline.browse.filters import Filter, write_query


@dataclass(frozen=True, slots=True)
class Place:
    """Where a timeline stands: its path, the parameters its path says, its usual order."""

    path: str
    pinned: frozenset[str] = frozenset()
    order: str = "newest"

    @property
    def is_fixed(self) -> bool:
        """A timeline whose filter cannot be changed at this place."""
        return bool(self.pinned)

    def address(self, chosen: Filter) -> str:
        usual = {"order"} if chosen.order == self.order else set()
        query = write_query(chosen, leave_out=self.pinned | usual)
        return f"{self.path}?{query}" if query else self.path
