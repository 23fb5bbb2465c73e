"""Which word runs of articles are worth an index row: not those that many carry."""

from collections.abc import Iterable

from timeline.generate.tables import Row

# As ingest: a run that so many articles carry finds each further copy already.
ENOUGH = 12
# Places to count in, far more than runs share by chance more than a few times.
_PLACES = 1 << 24


class Carried:
    """Counts the runs of one database, in little memory: two that share a place count together."""

    def __init__(self) -> None:
        self._times = bytearray(_PLACES)

    def few(self, rows: Iterable[Row]) -> list[Row]:
        """The rows of `ArticleShingle` that ingest would have stored, in their order."""
        times, kept = self._times, []
        for row in rows:
            at = row[1] & (_PLACES - 1)  # type: ignore[operator]
            if times[at] < ENOUGH:
                times[at] += 1
                kept.append(row)
        return kept
