"""Numbers in digits and words: "two", "twenty-one", "a couple of", "half a dozen"."""

from collections.abc import Iterable

from timeline.extract.dates.tokens import Token

_PLAIN = frozenset({"DAYNUM", "NUM", "YEARNUM", "BIGNUM", "ONES", "TENS", "ORDNUM", "ORDWORD"})
_LARGEST = 100_000


def cardinal(tokens: Iterable[Token]) -> int | float | None:
    """The number the tokens say; None when they say none, or one too large for a date."""
    total: int | float = 0
    known = False
    for token in tokens:
        if token.kind in _PLAIN and isinstance(token.value, int):
            total += token.value
        elif token.kind == "DECIMAL" and isinstance(token.value, str):
            total += float(token.value)
        elif token.kind in ("HUNDRED", "THOUSAND", "DOZEN") and isinstance(token.value, int):
            total = (total or 1) * token.value
        elif token.kind == "HALF":
            total = 0.5
        elif token.kind == "A":
            total = total or 1
            continue
        elif token.kind == "COUPLE":
            total = 2
        elif token.kind in ("FEW", "SEVERAL", "RECENT"):
            return None
        else:
            continue
        known = True
    if not known and not total:
        return None
    return total if 0 < total <= _LARGEST else None


def spelt_year(tokens: list[Token]) -> int | None:
    """A year as broadcasters' transcripts spell it: "nineteen ninety-six"."""
    values = [
        t.value
        for t in tokens
        if t.kind in ("ONES", "TENS", "HUNDRED") and isinstance(t.value, int)
    ]
    if not values or values[0] not in (16, 17, 18, 19, 20) or len(values) < 2:
        return None
    rest = [value for value in values[1:] if value != 100]
    if not rest or (len(rest) == 1 and rest[0] < 10 and 100 not in values):
        return None
    year = 100 * values[0] + sum(rest)
    return year if 1600 <= year <= 2099 else None


def duration(count: int | float | None, unit_code: str) -> str:
    """A TIMEX3 duration; X for a count that is not said."""
    number = "X" if count is None else f"{count:g}"
    if unit_code in ("TH", "TM", "TS"):
        return f"PT{number}{unit_code[1]}"
    return f"P{number}{unit_code}"
