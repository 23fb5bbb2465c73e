"""Disagreement between sources, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.vocabulary import ConflictKind

_LEAD = {
    ConflictKind.DATE: "Sources disagree on the date",
    ConflictKind.NUMBER: "Sources disagree on a number",
    ConflictKind.ATTRIBUTION: "Sources disagree on who did it",
    ConflictKind.DENIAL: "One side denies it",
    ConflictKind.RECORD: "Not the date on record",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, and the claims that give it; none for a date on record."""

    label: str
    claims: tuple[int, ...]
    articles: int

    @property
    def is_record(self) -> bool:
        return not self.claims


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`lead` says on what they disagree, `words` counts the sides."""

    id: int
    lead: str
    words: str
    sides: tuple[Side, ...]
    kind: ConflictKind


def disagreement(
    pk: int, kind: str, values: Iterable[Mapping[str, Any]], citations: Iterable[Mapping[str, Any]]
) -> Disagreement:
    """`values` as a Conflict has them; `citations`: the event's, with claim and article ids."""
    articles: dict[int, set[int]] = {}
    for row in citations:
        articles.setdefault(row["claim_id"], set()).add(row["article_id"])
    sides = []
    for value in values:
        claims = tuple(value.get("claims", ()))
        telling = set().union(*(articles.get(claim, set()) for claim in claims))
        sides.append(Side(str(value.get("label") or value.get("value")), claims, len(telling)))
    # The subject of a number is a word stem; the labels hold the words themselves.
    words = _beside_record(sides) if kind == ConflictKind.RECORD else _words(sides)
    return Disagreement(pk, _LEAD[ConflictKind(kind)], words, tuple(sides), ConflictKind(kind))


def _beside_record(sides: list[Side]) -> str:
    """What is on record is no side that articles take: it stands apart."""
    told = [side for side in sides if side.claims]
    record = [side.label for side in sides if not side.claims]
    return "; ".join(filter(None, (_words(told), *record)))


def _words(sides: list[Side]) -> str:
    words = []
    for place, side in enumerate(sides):
        noun = "" if place else " article" if side.articles == 1 else " articles"
        words.append(f"{side.label} in {side.articles}{noun}" if side.claims else side.label)
    return ", ".join(words)
