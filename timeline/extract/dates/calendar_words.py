"""What days, months and years written out share: which year, and whether it is a month."""

from timeline.extract.dates.grammar import Found

YEAR = "(?P<y>YEARNUM|YEARSHORT)"
_HINT = "(?P<hint>LAST|NEXT|THIS|THAT|COMING|CURRENT|FOLLOWING|THE (?:SAME|FOLLOWING|NEXT|PAST)?)"
WHICH_YEAR = f"(?:(?:COMMA? OF?|OF) {YEAR}|COMMA? (?:OF|IN)? {_HINT} YEAR)"
MONTH_KINDS = "MONTHS_ANY"

_NAMING_TITLES = frozenset(
    "mr mrs ms miss sir lord lady dame dr president minister secretary".split()
)
_NEAR = {
    "LAST": "last",
    "PAST": "last",
    "THIS": "this",
    "THAT": "that",
    "SAME": "that",
    "FOLLOWING": "onward",
}
_HINTS = (
    ("FOLLOWING", "after"),
    ("SAME", "that"),
    ("THAT", "that"),
    ("LAST", "last_year"),
    ("PAST", "last_year"),
    ("NEXT", "next_year"),
    ("COMING", "next_year"),
    ("THIS", "this"),
    ("CURRENT", "this"),
    ("THE", "that"),
)


def year_said(found: Found) -> int | None:
    """The year the match writes out, if it does."""
    token = found.first("y")
    if token is None or not isinstance(token.value, int):
        return None
    if token.kind == "YEARSHORT":
        return token.value + (2000 if token.value < 40 else 1900)
    if token.kind == "NUM" or token.kind == "DAYNUM":
        return None
    return token.value


def year_hint(found: Found) -> str:
    """ "this", "last" or "next" when such a word fixes the year, "that" for the year named."""
    near = found.first("near")
    if near is not None:
        return _NEAR.get(near.kind, "next")
    kinds = {token.kind for token in found.group("hint")}
    if "THE" in kinds and kinds & {"NEXT", "PAST"}:
        return "after" if "NEXT" in kinds else "before"
    for kind, hint in _HINTS:
        if kind in kinds:
            return hint
    return ""


def is_month(found: Found) -> bool:
    """The word is a month and no name: not "Mrs May", "Theresa May"."""
    token = found.first("m")
    before = found.before()
    if token is None or token.kind != "MONTHVERB" or before is None:
        return True
    return before.text.lower().rstrip(".") not in _NAMING_TITLES
