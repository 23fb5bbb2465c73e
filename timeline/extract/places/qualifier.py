"""What stands behind the comma and tells where a place lies: "Lansing, Mich.", "(R-TX)"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.extract.places.spots import name_at
from timeline.knowledge.places import PlaceKind, PlaceTable

_BEHIND = re.compile(r",? \(|, ?")
_FIRST = re.compile(r"[^\W\d_a-z](?:\w|['’.-](?=\w))*\.?")
# "London, New York and Tokyo" is a list, "Paris, Texas, and" is not.
_LIST = re.compile(r",? (?:and|or|&) [A-Z]|, [A-Z][\w.'’ -]{1,30}?(?:,|,? (?:and|or|&) )")
_CLOSED = re.compile(r"[,.;:)—–\n\"”]|['’]s |$| (?=\(|[-–—] )")
_NEXT = re.compile(r" ?[\w.'’-]+")
_SURE = frozenset({PlaceKind.ABBREVIATION, PlaceKind.POSTAL})
_LARGE = 1_000  # thousands; a town that may tell where its quarter lies ("Harlem, New York")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """`codes`: the countries it may tell, the likeliest first. Not `sure`: may go on a list.

    `short`: an abbreviation, which names a place only where it qualifies another.
    """

    codes: tuple[str, ...]
    start: int
    end: int
    sure: bool
    short: bool = False


def qualifier_at(
    text: str, end: int, stop: int, table: PlaceTable, countries: Mapping[str, str]
) -> Qualifier | None:
    """What follows the name that ends at `end` and tells its country.

    `countries`: names of countries with their codes.
    """
    behind = _BEHIND.match(text, end, stop)
    first = _FIRST.match(text, behind.end(), stop) if behind else None
    if behind is None or first is None:
        return None
    start = first.start()
    found = name_at(text, start, stop, table, first.group())
    country = country_at(text, start, stop, countries)
    if country and (found is None or country[1] >= found[0]) and not (found and found[1].region):
        code, at = country
        listed = _LIST.match(text, at) or not _CLOSED.match(text, at)
        return Qualifier((code,), start, at, not listed)
    if found is None or not found[1].where:
        return None
    at, record, _ = found
    codes = tuple(code for code, _ in record.where)
    if record.kind in _SURE:
        return Qualifier(codes[:1], start, at, True, True)
    if record.region or record.where[0][1] >= _LARGE or record.kind is PlaceKind.NAME:
        closed = bool(_CLOSED.match(text, at))
        # "Massachusetts" stands behind towns, "New York" may be the next on a list
        sure = record.region and closed and not (record.city and _LIST.match(text, at))
        return Qualifier(codes, start, at, sure)
    return None


def country_at(
    text: str, start: int, stop: int, countries: Mapping[str, str]
) -> tuple[str, int] | None:
    """A country's name at `start`: its code and end, the longest of up to four words."""
    end, found = start, None
    for _ in range(4):
        word = _NEXT.match(text, end, min(stop, end + 30))
        if not word:
            break
        end = word.end()
        name = text[start:end]
        for form in (name, name.rstrip(".,"), name.removesuffix("'s").removesuffix("’s")):
            if form in countries:
                found = countries[form], start + len(form)
                break
    return found
