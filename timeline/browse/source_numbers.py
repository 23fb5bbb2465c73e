"""What sources tell, how early, where they stand apart: of the index when there is one, else by
SQL. Articles that no claim is from are in no index, so how many there are is asked by SQL."""

from timeline.browse.index import source_figures as figures
from timeline.browse.index.current import current
from timeline.models import source_figures
from timeline.models.source_figures import Output, SideTaken, Timing


def output_by_source(source: int | None = None) -> dict[int, Output]:
    held = current()
    if held is None:
        return source_figures.output_by_source(source)
    written = source_figures.written_by_source(source)
    return source_figures.with_told(written, figures.told_by_source(held, source))


def timing_by_source(source: int | None = None) -> dict[int, Timing]:
    held = current()
    if held is None:
        return source_figures.timing_by_source(source)
    return figures.timing_by_source(held, source)


def sides_counted() -> dict[int, int]:
    """In how many disagreements each source takes a side."""
    held = current()
    if held is None:
        return {pk: len(sides) for pk, sides in source_figures.sides_by_source().items()}
    return figures.sides_counted(held)


def sides_of(source: int, most: int) -> tuple[int, list[SideTaken]]:
    """In how many disagreements the source takes a side, and those on the most widely told
    events."""
    held = current()
    if held is None:
        sides = source_figures.sides_by_source(source).get(source, [])
        return len(sides), sides[:most]
    number, conflicts = figures.sides_of(held, source, most)
    return number, source_figures.sides_in(conflicts, source)
