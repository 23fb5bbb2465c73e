"""Months, years or decades: which of them tell some events apart, and how they follow on."""

from collections import Counter

# The widest span, in months and in years, that still gets a bar for each.
MOST_MONTHS = 36
MOST_YEARS = 60
# Share of the events that may be left out at each end to tell the others apart.
MOST_LEFT_OUT = 0.05
# From so many events on, one at each end may go.
ENOUGH_TO_SPARE = 12


def span(months: Counter[str]) -> tuple[str, str, str]:
    """The first and last period to draw, and the unit.

    Two events of the 1950s among six hundred of 2022 would make every bar a decade: the
    outermost few are left out when the rest then get a finer unit.
    """
    inner = _without_outliers(months)
    whole = (min(months), max(months))
    low, high = inner if unit_of(*inner) != unit_of(*whole) else whole
    unit = unit_of(low, high)
    return period_of(low, unit) or low, period_of(high, unit) or high, unit


def _without_outliers(months: Counter[str]) -> tuple[str, str]:
    """The months between which lie all but MOST_LEFT_OUT of the events at each end."""
    total = months.total()
    spare = max(total * MOST_LEFT_OUT, 1 if total >= ENOUGH_TO_SPARE else 0)
    ends = []
    for order in (sorted(months), sorted(months, reverse=True)):
        passed = 0
        for month in order:
            passed += months[month]
            if passed > spare:
                ends.append(month)
                break
    return ends[0], max(ends)


def unit_of(low: str, high: str) -> str:
    years = int(high[:4]) - int(low[:4])
    if years * 12 + int(high[5:7]) - int(low[5:7]) < MOST_MONTHS:
        return "month"
    return "year" if years < MOST_YEARS else "decade"


def period_of(month: str | None, unit: str) -> str | None:
    if month is None:
        return None
    if unit == "month":
        return month
    return month[:4] if unit == "year" else f"{month[:3]}X"


def periods(low: str, high: str, unit: str) -> list[str]:
    """Every period from `low` to `high`, also those without an event."""
    places = range(place_of(low, unit), place_of(high, unit) + 1)
    if unit == "month":
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in places]
    return [f"{place:04}" if unit == "year" else f"{place:03}X" for place in places]


def place_of(period: str, unit: str) -> int:
    """Where a period stands among all of its kind."""
    if unit == "month":
        return int(period[:4]) * 12 + int(period[5:7]) - 1
    return int(period[:4] if unit == "year" else period[:3])
