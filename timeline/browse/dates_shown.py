"""How a date looks on a timeline: its label, its mark on the rail, and where it comes from."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline import edtf
from timeline.edtf import MONTHS, Edtf
from timeline.extract.dates import read_date

_MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b")
_PREPOSITION = re.compile(r"^(?:on|in) ", re.IGNORECASE)
UNDATED = "Undated, by publication"


@dataclass(frozen=True, slots=True)
class DateShown:
    """`mark`: day, period, span or none. `iso` goes into <time datetime>, "" when it cannot."""

    label: str
    words: tuple[str, ...]
    mark: str
    inferred: bool
    heading: str
    iso: str


def short(text: str) -> str:
    """Months cut to three letters, a year said once: "5 Sep to 3 Oct 2022"."""
    cut = _MONTH.sub(lambda match: match[1][:3], text)
    first, to, last = cut.partition(" to ")
    year = last.rsplit(" ", 1)[-1]
    if to and " " in first and year.isdigit() and first.endswith(f" {year}"):
        return f"{first.removesuffix(f' {year}')} to {last}"
    return cut


def short_phrase(value: str) -> str:
    """An EDTF value in few words, "" when there is none."""
    parsed = edtf.try_parse(value)
    return short(parsed.phrase()) if parsed else ""


@lru_cache(8192)
def published_words(value: str, inferred: bool = False) -> str:
    """When an article appeared, which is one day of what is known of it.

    An interval that is `inferred` says so: "published between 24 Aug and 31 Dec 2022".
    """
    parsed = edtf.try_parse(value)
    if parsed is None:
        return "date not known"
    words = short(parsed.phrase())
    if parsed.kind != "interval":
        return f"published {words}" if inferred else words
    if parsed.latest is None and parsed.earliest:
        return f"published {words.removeprefix('since ')} or later"
    if parsed.earliest is None:
        return f"published {words.removesuffix(' (start unknown)').replace('until', 'by', 1)}"
    return f"published between {words.replace(' to ', ' and ', 1)}"


@lru_cache(8192)
def machine_date(value: str) -> str:
    """What a <time datetime> may hold of an EDTF value; "" when it cannot."""
    parsed = edtf.try_parse(value)
    return _iso(parsed) if parsed and parsed.is_dated else ""


def first_reported(published: Iterable[tuple[str, bool]]) -> str:
    """When the first of several articles appeared, no more exactly than is known; "" if never.

    `published`: EDTF, and whether it was inferred. Of two the one that was surely out first.
    """
    known = [(edtf.try_parse(value), inferred) for value, inferred in published]
    bounded = [(v.latest, v.text, inferred) for v, inferred in known if v and v.latest]
    if not bounded:
        return ""
    _, value, inferred = min(bounded)
    words = published_words(value, inferred).removeprefix("published ")
    return f"{words}, inferred" if inferred else words


def date_shown(
    value: str, said: str, inferred: bool, reported: Callable[[], str] = str
) -> DateShown:
    """The date of an event. `said`: the words of the text; `reported`: says when it was first
    published, and is asked of an undated one alone."""
    parsed = edtf.try_parse(value)
    if parsed is not None and parsed.is_dated:
        return _dated(value, said, inferred)
    words = [short(parsed.phrase())] if parsed else []
    words += [f"“{said}”"] if said and not parsed else []
    if first := reported():
        words.append(f"reported {first}")
    return DateShown("Undated", tuple(words), "none", inferred, UNDATED, "")


@lru_cache(8192)
def _dated(value: str, said: str, inferred: bool) -> DateShown:
    parsed = edtf.parse(value)
    told = _told(value)
    # The words quoted are those of one claim, which is no side to take between several days.
    if said and parsed.kind != "set" and _adds(said, value, inferred):
        told = replace(told, words=(f"“{said}”", *told.words))
    if inferred:
        how = "year inferred" if parsed.kind in ("day", "month", "year") else "inferred"
        told = replace(told, words=(*told.words, how), inferred=True)
    return told


def _told(text: str) -> DateShown:
    """What the date alone says."""
    value = edtf.parse(text)
    label, words = _label(value)
    return DateShown(label, tuple(words), _mark(value), False, _heading(value), _iso(value))


def _adds(said: str, text: str, inferred: bool) -> bool:
    """Whether the words of the text tell a reader more than the date shown.

    "19 July" under "19 Jul" does not, unless the year it leaves out was inferred.
    """
    value = edtf.parse(text)
    if read_date(said) == value or said in value.phrase():
        return False
    if inferred or value.kind not in ("day", "month") or value.earliest is None:
        return True
    bare = _PREPOSITION.sub("", said)
    return read_date(f"{bare} {value.earliest.year}") != value


def _label(value: Edtf) -> tuple[str, list[str]]:
    if value.kind == "set":
        first, *others = [_without_year(word) for word in _members(value)]
        joiner = "or" if value.text[0] == "[" else "and"
        if len(others) == 1:
            return _pair(first, joiner, others[0]), []
        return first, [f"{joiner} {other}" for other in others]
    words = {
        "month": ["day not stated"],
        "season": ["day not stated"],
        "year": ["day and month not stated"],
        "decade": ["year not stated"],
    }
    phrase = short(value.phrase())
    label = _without_year(phrase) if value.kind == "day" else phrase
    return label, list(words.get(value.kind, []))


def _pair(first: str, joiner: str, second: str) -> str:
    """ "21 or 26 Feb": neither day stands out, for neither is more likely."""
    day, _, month = first.partition(" ")
    same = month and second.endswith(f" {month}")
    return f"{day if same else first} {joiner} {second}"


def _members(value: Edtf) -> list[str]:
    members = value.text[1:-1].split(",")
    return [short_phrase(member.replace("..", "/")) or member for member in members]


def _without_year(phrase: str) -> str:
    """ "5 Sep 2022" stands under "Sep 2022": the year need not be said again."""
    parts = phrase.split()
    return " ".join(parts[:-1]) if len(parts) > 2 and parts[-1].isdigit() else phrase


def _mark(value: Edtf) -> str:
    if value.kind in ("interval", "set"):
        return "span"
    return "day" if value.kind == "day" else "period"


def _heading(value: Edtf) -> str:
    """The month the event stands in, or the coarser period when no month is given."""
    ends = (edtf.try_parse(end) for end in re.split("[/,]", value.text.strip("[]{}")))
    start = next((end for end in ends if end and end.is_dated), value)
    if start.kind in ("year", "decade"):
        return f"{short(start.phrase())}, month not stated"
    first = value.earliest or value.latest
    return short(f"{MONTHS[first.month - 1]} {first.year}") if first else UNDATED


def _iso(value: Edtf) -> str:
    return value.text if value.kind in ("day", "month") and not value.qualifier else ""
