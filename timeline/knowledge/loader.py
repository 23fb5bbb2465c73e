"""Reads the package's data files into records.

Any malformed row stops loading with a KnowledgeError that names file and line. What ties
rows to each other (parents, holders of offices) is checked by the tests, not here.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TypeVar

from timeline.edtf import EdtfError, parse
from timeline.knowledge.bodies import BodyRecord
from timeline.records import ActorRecord, AliasRecord, AnchorRecord, Knowledge, OfficeRecord
from timeline.vocabulary import ActorKind, AliasKind

ACTOR_FILES: dict[str, ActorKind] = {
    "countries.csv": ActorKind.COUNTRY,
    "historic_countries.csv": ActorKind.COUNTRY,
    "territories.csv": ActorKind.PLACE,
    "organisations.csv": ActorKind.ORGANISATION,
    "media.csv": ActorKind.ORGANISATION,
    "armed_groups.csv": ActorKind.ARMED_GROUP,
    "government_bodies.csv": ActorKind.GOVERNMENT_BODY,
    "people.csv": ActorKind.PERSON,
}

ALIAS_COLUMNS: dict[str, AliasKind] = {
    "names": AliasKind.NAME,
    "short": AliasKind.SHORT,
    "abbreviations": AliasKind.ABBREVIATION,
    "adjectives": AliasKind.ADJECTIVE,
    "people": AliasKind.PEOPLE,
    "capital": AliasKind.CAPITAL,
    "seats": AliasKind.SEAT,
}

CONTEXTS = frozenset(
    {
        "person_first_name",
        "person_surname",
        "other_place",
        "common_word",
        "several_actors",
    }
)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Record = TypeVar("_Record")
_Row = Mapping[str, str]


class KnowledgeError(ValueError):
    """A data file holds a row Dateline cannot read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class AmbiguousRecord:
    """An alias that often means something else.

    `contexts`: the kinds of surroundings that decide (`CONTEXTS`); `usual`: the actor meant
    when nothing around says otherwise, None when it is better left undecided.
    """

    text: str
    contexts: tuple[str, ...]
    usual: str | None
    why: str


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """All actors, terms of office and anchor events of the package."""
    actors: list[ActorRecord] = []
    for file, kind in ACTOR_FILES.items():
        actors += _records(file, lambda row, kind=kind: _actor(row, kind))  # type: ignore[misc]
    return Knowledge(
        actors=tuple(actors),
        offices=tuple(_records("offices.csv", _office)),
        anchors=tuple(_records("anchors.csv", _anchor)),
    )


@lru_cache(maxsize=1)
def load_bodies() -> tuple[BodyRecord, ...]:
    """Patterns of bodies that follow a country or a head's surname."""
    return tuple(_records("bodies.csv", _body))


@lru_cache(maxsize=1)
def load_ambiguous() -> Mapping[str, AmbiguousRecord]:
    """Aliases to be careful with, by their text."""
    return MappingProxyType({r.text: r for r in _records("ambiguous.csv", _ambiguous)})


@lru_cache(maxsize=1)
def load_decoys() -> frozenset[str]:
    """Phrases that hold an alias and name something else: "South China Sea"."""
    return frozenset(_records("decoys.csv", lambda row: row["text"]))


@lru_cache(maxsize=1)
def load_surnames() -> Mapping[str, tuple[str, ...]]:
    """By person key, what a text calls the person after the full name; may be shared.

    "Kim" is Kim Jong Un only in a text that named him in full. The first one names his
    administration.
    """
    found = _records("people.csv", lambda row: (row["key"], _split(row.get("surnames", ""))))
    return MappingProxyType({key: names for key, names in found if names})


@lru_cache(maxsize=32)
def _read(file: str) -> str:
    return resources.files("timeline.knowledge").joinpath(file).read_text(encoding="utf-8")


def _records(file: str, make: Callable[[_Row], _Record]) -> list[_Record]:
    return list(parse_rows(file, _read(file), make))


def parse_rows(file: str, text: str, make: Callable[[_Row], _Record]) -> Iterator[_Record]:
    """Records of the CSV `text`, made by `make`, which raises ValueError for a bad row.

    Raises KnowledgeError with file and line.
    """
    reader = csv.reader(text.splitlines(), strict=True)
    header = next(reader, None)
    if not header:
        raise KnowledgeError(f"{file}, line 1: no column names")
    try:
        for cells in reader:
            if len(cells) != len(header):
                raise ValueError(f"{len(cells)} cells where {len(header)} are expected")
            yield make(dict(zip(header, cells, strict=True)))
    except KeyError as error:
        raise KnowledgeError(f"{file}, line 1: there is no column {error}") from None
    except (ValueError, csv.Error) as error:
        raise KnowledgeError(f"{file}, line {reader.line_num}: {error}") from None


def _actor(row: _Row, kind: ActorKind) -> ActorRecord:
    name = _filled(row, "name")
    aliases = {name: AliasRecord(name, AliasKind.NAME)}
    for column, alias_kind in ALIAS_COLUMNS.items():
        for text in _split(row.get(column, "")):
            if text in aliases:
                raise ValueError(f"{text!r} stands twice in one row")
            aliases[text] = AliasRecord(text, alias_kind)
    return ActorRecord(
        key=_slug(row, "key"),
        name=name,
        kind=kind,
        iso2=_code(row, "iso2", 2),
        iso3=_code(row, "iso3", 3),
        wikidata=_wikidata(row),
        belongs_to=row.get("belongs_to") or None,
        aliases=tuple(aliases.values()),
    )


def _office(row: _Row) -> OfficeRecord:
    since, until = _day(row, "since"), row["until"] and _day(row, "until")
    if until and until < since:
        raise ValueError(f"the term ends on {until}, before it begins on {since}")
    return OfficeRecord(
        person=_slug(row, "person"),
        office=_filled(row, "office"),
        of=_slug(row, "of"),
        since=since,
        until=until or None,
    )


def _anchor(row: _Row) -> AnchorRecord:
    groups = tuple(_split(group, "|") for group in _split(row["terms"]))
    if not groups:
        raise ValueError("an anchor needs terms, or every text on its actors would match")
    if row["terms"] != row["terms"].lower():
        raise ValueError("terms are lower case")
    return AnchorRecord(
        key=_slug(row, "key"),
        title=_filled(row, "title"),
        date=_day(row, "date"),
        actors=_split(row["actors"]),
        terms=groups,
        reference=_filled(row, "reference"),
    )


def _body(row: _Row) -> BodyRecord:
    if row["after"] not in ("country", "head"):
        raise ValueError(f"after is country or head, not {row['after']!r}")
    forms = _split(_filled(row, "forms"))
    if len(set(forms)) != len(forms):
        raise ValueError("a form stands twice")
    return BodyRecord(
        suffix=row["suffix"],
        name=_filled(row, "name"),
        kind=ActorKind(row["kind"]),
        after=row["after"],
        forms=forms,
    )


def _ambiguous(row: _Row) -> AmbiguousRecord:
    contexts = _split(_filled(row, "contexts"))
    unknown = set(contexts) - CONTEXTS
    if unknown:
        raise ValueError(f"no such context: {', '.join(sorted(unknown))}")
    return AmbiguousRecord(
        text=_filled(row, "text"),
        contexts=contexts,
        usual=row["usual"] or None,
        why=_filled(row, "why"),
    )


def _split(cell: str, separator: str = ";") -> tuple[str, ...]:
    if not cell:
        return ()
    parts = tuple(cell.split(separator))
    if any(not part or part != part.strip() for part in parts):
        raise ValueError(f"an empty entry or a stray space in {cell!r}")
    return parts


def _filled(row: _Row, column: str) -> str:
    value = row[column]
    if not value or value != value.strip():
        raise ValueError(f"{column} is empty or has a stray space")
    return value


def _slug(row: _Row, column: str) -> str:
    value = row[column]
    if not _SLUG.fullmatch(value):
        raise ValueError(f"{column} {value!r} is no slug such as north-korea")
    return value


def _code(row: _Row, column: str, length: int) -> str | None:
    value = row.get(column, "")
    if value and not (len(value) == length and value.isascii() and value.isupper()):
        raise ValueError(f"{column} {value!r} is not {length} capital letters")
    return value or None


def _wikidata(row: _Row) -> str | None:
    value = row.get("wikidata", "")
    if value and not re.fullmatch(r"Q[1-9][0-9]{0,9}", value):
        raise ValueError(f"wikidata {value!r} is no Q-number")
    return value or None


def _day(row: _Row, column: str) -> str:
    value = row[column]
    try:
        exact = parse(value).is_exact
    except EdtfError as error:
        raise ValueError(f"{column}: {error}") from None
    if not exact:
        raise ValueError(f"{column} {value!r} is not one exact day")
    return value
