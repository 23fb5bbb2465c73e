"""Which of a passage's times is the date of what it tells."""

from timeline.extract.dates.choose.choice import choose_date

__all__ = ["choose_date"]
