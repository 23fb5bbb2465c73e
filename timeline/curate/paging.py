"""Pages of tables too long to count."""

from functools import cached_property

from django.core.paginator import Paginator

MOST_ROWS = 10_000


class BoundedPaginator(Paginator):
    """Counts no further than MOST_ROWS; what lies behind is reached by searching."""

    @cached_property
    def count(self) -> int:
        return int(self.object_list[:MOST_ROWS].count())  # type: ignore[attr-defined]
