"""Whether a text tells history, so that its dates follow from one another.

News resolves "in April" from the day of publication; a history of a war from the year it
last named. Told apart by how many years are written out, far from the publication's,
against how often the text speaks of "yesterday" or "Monday".
"""

import re
from functools import lru_cache

from timeline.extract.dates.reference import Reference

# What may not stand before is asked last: a search for a digit is quick.
_YEARS = re.compile(r"(?:1[0-9]|20)\d\d(?<![\w$£€,.-]\d{4})(?![\w,.]?\d|[A-Za-z%])")
_YEARS_BC = re.compile(r"\b\d{1,4} (?:BCE?\b|B\.C\.)")
_NEWS = re.compile(
    r"\b(?:said|says|told|[Yy]esterday|[Tt]omorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:last|next|this) (?:week|month|year))\b"
)
_LEAST_YEARS = 5
_NEAR_YEARS = 2
_CHARS_A_YEAR = 5000


def is_narrative(text: str, reference: Reference) -> bool:
    """True for histories: many written-out years away from the publication's, few weekdays."""
    ends = reference.ends()
    written, before_christ = _years_in(text)
    years = list(written)
    if ends:
        years = [
            year
            for year in years
            if not ends[0].year - _NEAR_YEARS < year < ends[-1].year + _NEAR_YEARS
        ]
    years.extend(0 for _ in range(before_christ))
    if len(years) < _LEAST_YEARS or len(years) * _CHARS_A_YEAR < len(text):
        return False
    return len(years) > 2 * len(_NEWS.findall(text))


@lru_cache(maxsize=2)
def _years_in(text: str) -> tuple[tuple[int, ...], int]:
    """The years written out, and how many are before Christ; a text is asked about repeatedly."""
    before_christ = len(_YEARS_BC.findall(text)) if "BC" in text or "B.C." in text else 0
    return tuple(map(int, _YEARS.findall(text))), before_christ
