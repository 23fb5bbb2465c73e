"""Towns, regions, waters and landmarks, and the country each lies in.

Two tables: `gazetteer.tsv`, made by `docs/places/make.py` from GeoNames and CLDR, and
`places.csv`, written by hand, whose rows come first.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources


class PlaceKind(StrEnum):
    TOWN = "town"
    REGION = "region"
    NAME = "name"  # by hand: a region, water, landmark or another spelling of a town
    CAREFUL = "careful"  # by hand, and a word or a person's name too
    PEOPLE = "people"  # who lives there, or its adjective: "Texans", "Sicilian"
    ABBREVIATION = "abbreviation"  # of a state or province: "Mich."
    BLOCKED = "blocked"  # several countries share it, or it is more often no place
    POSTAL = "postal"  # its two letters, read only behind a comma: "MI"


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One name. `where`: ISO alpha-3 codes with inhabitants in thousands, the most first.

    `region`: a state or province; `city`: a city of 100,000 or more; `word`: also an English
    word; `personal`: also somebody's name.
    """

    name: str
    kind: PlaceKind
    where: tuple[tuple[str, int], ...]
    region: bool = False
    city: bool = False
    word: bool = False
    personal: bool = False


# What a name written by hand weighs beside the towns of that name, in thousands.
_BY_HAND = {PlaceKind.NAME: 3_000}
_BY_HAND_CAREFUL = 500


class PlaceTable:
    """Names of places. Rows are read when they are asked for: an article needs few of them.

    `longest`: by first word of a name, the words of the longest name that begins so.
    """

    def __init__(self, towns: str, by_hand: str) -> None:
        self._towns: dict[str, str] = {}
        self._by_hand: dict[str, list[tuple[str, PlaceKind]]] = {}
        self.longest: dict[str, int] = {}
        # Articles name the same places over and over.
        self._known = lru_cache(maxsize=10_000)(self._read)
        for line in towns.splitlines()[1:]:
            name, _, rest = line.partition("\t")
            self._towns[name] = rest
        for row in csv.DictReader(by_hand.splitlines()):
            for name in row["names"].split(";"):
                self._by_hand.setdefault(name, []).append((row["iso3"], PlaceKind(row["kind"])))
        longest = self.longest
        for names in (self._towns, self._by_hand):
            for name in names:
                first, _, more = name.partition(" ")
                words = more.count(" ") + 2 if more else 1
                if longest.get(first, 0) < words:
                    longest[first] = words

    def __reduce__(self) -> tuple[object, ...]:
        return load_places, ()

    def __len__(self) -> int:
        return len(self._towns) + len(self._by_hand)

    def find(self, name: str) -> PlaceRecord | None:
        """The record of a name as it is written, None when there is none."""
        return self._known(name)

    def _read(self, name: str) -> PlaceRecord | None:
        raw, listed = self._towns.get(name), self._by_hand.get(name)
        if raw is None and listed is None:
            return None
        doubt, _, cell = (raw or "\t").partition("\t")
        where = {code: int(n) for code, _, n in (w.partition(":") for w in cell.split())}
        kind = PlaceKind.REGION if "r" in doubt else PlaceKind.TOWN
        word, personal = "w" in doubt, "n" in doubt
        for iso3, listed_kind in listed or ():
            kind = listed_kind
            if kind is PlaceKind.BLOCKED:
                return PlaceRecord(name, kind, ())
            where[iso3] = max(where.get(iso3, 0), _BY_HAND.get(kind, _BY_HAND_CAREFUL))
        if kind is PlaceKind.CAREFUL:
            personal = True
        elif listed:
            word = personal = False
        ranked = sorted(where.items(), key=lambda item: -item[1])
        return PlaceRecord(name, kind, tuple(ranked), "r" in doubt, "c" in doubt, word, personal)


@lru_cache(maxsize=1)
def load_places() -> PlaceTable:
    """The package's table. Some 100,000 names in a fifth of a second, once a process."""
    files = resources.files("timeline.knowledge")
    return PlaceTable(
        files.joinpath("gazetteer.tsv").read_text(encoding="utf-8"),
        files.joinpath("places.csv").read_text(encoding="utf-8"),
    )
