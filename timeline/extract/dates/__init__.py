"""Time expressions of English news: found, valued in TIMEX3 and EDTF, and chosen from."""

from timeline.extract.dates.choose import choose_date
from timeline.extract.dates.find import find_times
from timeline.extract.dates.reference import Reference, reference_from
from timeline.extract.dates.written import read_date

__all__ = ["Reference", "choose_date", "find_times", "read_date", "reference_from"]
