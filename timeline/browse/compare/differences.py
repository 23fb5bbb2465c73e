"""Where two sides tell one event otherwise, in words."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from timeline import edtf
from timeline.browse.dates_shown import short
from timeline.browse.filters import joined
from timeline.models.as_known import date_told
from timeline.models.events import label_of
from timeline.vocabulary import STANDING_LABEL, ConflictKind, Standing

Row = Mapping[str, Any]
_CONTRARY = {
    ConflictKind.DATE: "A and B disagree on the date",
    ConflictKind.NUMBER: "A and B disagree on a number",
    ConflictKind.ATTRIBUTION: "A and B disagree on who did it",
    ConflictKind.DENIAL: "One denies what the other tells",
    ConflictKind.RECORD: "A and B disagree on the date",
}
_LATER = {
    ConflictKind.DATE: "Another date was given later",
    ConflictKind.NUMBER: "Another number was given later",
    ConflictKind.ATTRIBUTION: "Later somebody else is said to have done it",
    ConflictKind.DENIAL: "The contrary was said later",
    ConflictKind.RECORD: "Another date was given later",
}
_OF_DATE = {ConflictKind.DATE, ConflictKind.RECORD}


@dataclass(frozen=True, slots=True)
class Difference:
    """What each side says. `conflict`: the id of the one it is, None where they differ only."""

    lead: str
    a: str
    b: str
    conflict: int | None = None


def split_by(
    values: Iterable[Mapping[str, Any]], on_a: Set[int], on_b: Set[int]
) -> tuple[list[str], list[str]] | None:
    """What the claims of each side say in a conflict; None when they do not differ."""
    told: tuple[list[str], list[str]] = [], []
    for value in values:
        label = label_of(value)
        for labels, side in zip(told, (on_a, on_b), strict=True):
            if not side.isdisjoint(value.get("claims", ())):
                labels.append(label)
    return told if all(told) and told[0] != told[1] else None


def differences(
    conflicts: Iterable[Row], a: Sequence[Row], b: Sequence[Row], later: bool, standing: bool
) -> tuple[Difference, ...]:
    """`conflicts`: the event's rows; `a` and `b`: its citations on each side.

    `later`: B is what came to be known after A. `standing`: whether it is worth telling.
    """
    on_a, on_b = ({row["claim_id"] for row in rows} for rows in (a, b))
    if on_a == on_b:
        return ()
    found, kinds = [], set()
    for row in conflicts:
        told = split_by(row["conflicts__values"] or (), on_a, on_b)
        if told:
            kind = ConflictKind(row["conflicts__kind"])
            kinds.add(kind)
            lead = (_LATER if later else _CONTRARY)[kind]
            found.append(Difference(lead, joined(told[0]), joined(told[1]), row["conflicts__pk"]))
    if not kinds & _OF_DATE:
        found += _date(a, b)
    if standing and ConflictKind.DENIAL not in kinds:
        found += _standing(a, b)
    return tuple(found)


def _date(a: Sequence[Row], b: Sequence[Row]) -> list[Difference]:
    """Dates that differ, though no conflict was found in them: a month and a day in it."""
    one, two = (edtf.try_parse(date_told(rows)) for rows in (a, b))
    if one is None or two is None or one == two:
        return []
    lead = "Not equally exact on the date" if one.overlaps(two) else "Other date given"
    return [Difference(lead, short(one.phrase()), short(two.phrase()))]


def _standing(a: Sequence[Row], b: Sequence[Row]) -> list[Difference]:
    """When no claim of one side stands as any of the other's does; headlines aside."""
    of_a, of_b = (
        {row["claim__standing"] for row in rows if not row["claim__heading"]} for rows in (a, b)
    )
    if not of_a or not of_b or of_a & of_b:
        return []
    return [Difference("Other standing", _labels(of_a), _labels(of_b))]


def _labels(standings: Set[str]) -> str:
    return joined(STANDING_LABEL[s].lower() for s in Standing if s.value in standings)
