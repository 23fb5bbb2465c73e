"""The day an article speaks from: its publication date, known or inferred."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from timeline.edtf import Edtf, try_parse
from timeline.extract.dates.points import day_phrase
from timeline.records import Published
from timeline.vocabulary import PublishedBasis

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reference:
    """`edtf`: a day, a month, a year, an interval, or None when nothing is known."""

    edtf: Edtf | None
    inferred: bool = False

    def ends(self) -> tuple[date, ...]:
        """First and last day it may be: one when exact, none when an end is open."""
        if self.edtf is None or self.edtf.earliest is None or self.edtf.latest is None:
            return ()
        if self.edtf.earliest == self.edtf.latest:
            return (self.edtf.earliest,)
        return (self.edtf.earliest, self.edtf.latest)

    def phrase(self) -> str:
        """For reasons: `published Tue 6 Sep 2022`, `published between ... (inferred)`."""
        ends = self.ends()
        if not ends:
            return "publication date unknown"
        mark = " (inferred)" if self.inferred else ""
        if len(ends) == 1:
            return f"published {day_phrase(ends[0])}{mark}"
        if self.edtf is not None and self.edtf.kind in ("month", "year", "season"):
            return f"published in {self.edtf.phrase()}{mark}"
        low, high = (day_phrase(end)[4:] for end in ends)
        return f"published between {low} and {high}{mark}"


def reference_from(published: Published) -> Reference:
    """The reference an article's publication date gives."""
    return Reference(try_parse(published.edtf), published.basis is PublishedBasis.INFERRED)


def at_both_ends(reference: Reference, resolve: Callable[[date], T | None]) -> T | None:
    """What `resolve` gives at either end of the reference, when both ends agree.

    So an inferred interval that fixes the year resolves "in July" but not "on Monday".
    """
    results = [resolve(end) for end in reference.ends()]
    if not results or any(result != results[0] for result in results):
        return None
    return results[0]
