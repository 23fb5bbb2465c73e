"""Two times that are the ends of one: "from 3 to 7 March", "between May and July"."""

import re

from timeline.edtf import Edtf, EdtfError, parse
from timeline.extract.words import Words
from timeline.records import TimeExpression

_GAP = re.compile(r"\s{0,3}(?:-|–|—|to|until|till|through|and)\s{0,3}(?:the\s)?", re.IGNORECASE)
_FRONT = {"and": "between", "to": "from", "until": "from", "till": "from"}
_NEEDS_FRONT = frozenset({"and"})
_OWN_TIME = frozenset({"on", "in", "at"})


def interval_of(text: str, first: TimeExpression, second: TimeExpression) -> Edtf | None:
    """The interval the two stand for, None when they are two times."""
    gap = _GAP.fullmatch(text[first.end : second.start])
    if gap is None:
        return None
    word = gap.group().split()[0].lower() if gap.group().strip() else "-"
    front = _FRONT.get(word)
    words = Words(text, max(0, first.start - 30), first.start).low
    before = words[-1] if words else ""
    if front is not None and before != front and (word in _NEEDS_FRONT or before in _OWN_TIME):
        return None
    low, high = (first.edtf or "").split("/")[0], (second.edtf or "").split("/")[-1]
    if low.startswith(high):
        return None  # "6 February - this year": one time, told twice
    try:
        return parse(f"{low}/{high}")
    except EdtfError:
        return None


def interval_reason(words: str, reason: str, span: Edtf) -> str:
    """As a single date's reason, for the whole range."""
    quoted = " ".join(words.split())
    base = reason.partition(" + ")[2].rpartition(" = ")[0]
    return f'"{quoted}" + {base} = {span.phrase()}' if base else f'"{quoted}" says both ends'
