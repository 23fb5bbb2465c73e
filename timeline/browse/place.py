"""Where a timeline stands, and the addresses of what can be reached from there."""

from collections.abc import Callable
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
        query = self._query(chosen)
        return f"{self.path}?{query}" if query else self.path

    def between(self, chosen: Filter) -> Callable[[str, str], str]:
        """Addresses of the filter from one date to another, as quickly as dozens of bars want them.

        The dates are EDTF of days, months or years: nothing that an address writes otherwise.
        """
        rest = self._query(chosen.with_(start=None, end=None))
        # In the order of the registry, dates come first.
        return lambda first, last: f"{self.path}?from={first}&to={last}{'&' if rest else ''}{rest}"

    def _query(self, chosen: Filter) -> str:
        usual = {"order"} if chosen.order == self.order else set()
        return write_query(chosen, leave_out=self.pinned | usual)
