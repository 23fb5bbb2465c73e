"""Where the claims about one event disagree: on its date, on a number.

A disagreement is kept and shown, never resolved. Claims of one origin speak once.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline import edtf
from timeline.edtf import Edtf
from timeline.folding import fold
from timeline.link.records import ClaimRecord
from timeline.link.terms import FIGURE, stem
from timeline.vocabulary import ConflictKind

_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_SMALLEST, _HUNDRED = 12, 100
_NUMBER = re.compile(
    r"(?<![\w.,$€£#-])(?P<figure>\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,3})?|"
    + "|".join(_SMALL)
    + r")(?P<scale>[ -](?:hundred|thousand|million|billion))?(?![\w%])"
    r"(?P<noun>(?:[ -][a-z]{2,20}){1,3})"
)
# "11 rounds of sanctions": what is counted is the first word that can be counted.
_NOT_COUNTED = frozenset(
    "and or in on at to of the a an for by from with other more new people's percent per "
    "january february march april may june july august september october november december "
    "am pm gmt".split()
)


@dataclass(frozen=True, slots=True)
class ConflictValue:
    value: str
    label: str
    claims: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class ConflictRecord:
    """`values`: the most supported first. `subject`: what is counted; empty for a date."""

    kind: ConflictKind
    subject: str
    values: tuple[ConflictValue, ...]


def find_conflicts(claims: Sequence[ClaimRecord]) -> tuple[ConflictRecord, ...]:
    return (*_date_conflict(claims), *_record_conflict(claims), *_number_conflicts(claims))


def date_groups(claims: Sequence[ClaimRecord]) -> list[tuple[Edtf, list[ClaimRecord]]]:
    """Dated claims by agreeing date, best supported group first.

    Each group's date is its most exact one; "July 2022" agrees with "13 July 2022".
    """
    dated = [(c.date, c) for c in claims if c.date is not None and c.date.is_dated]
    dated.sort(key=lambda pair: _width(pair[0]))
    groups: list[tuple[Edtf, list[ClaimRecord]]] = []
    for value, claim in dated:
        home = next((g for g in groups if g[0].overlaps(value)), None)
        if home is None:
            groups.append((value, [claim]))
        else:
            home[1].append(claim)
    groups.sort(key=lambda g: (-len({c.origin for c in g[1]}), -len(g[1]), g[0].text))
    return groups


def _width(value: Edtf) -> int:
    """Days the value spans; open ends count as very wide."""
    if value.earliest is None or value.latest is None:
        return date.max.toordinal()
    return (value.latest - value.earliest).days


def _date_conflict(claims: Sequence[ClaimRecord]) -> list[ConflictRecord]:
    groups = date_groups(claims)
    if len(groups) < 2 or len({c.article for _, members in groups for c in members}) < 2:
        return []
    values = tuple(
        ConflictValue(value.text, value.phrase(), tuple(c.id for c in members))
        for value, members in groups
    )
    return [ConflictRecord(ConflictKind.DATE, "", values)]


def _record_conflict(claims: Sequence[ClaimRecord]) -> list[ConflictRecord]:
    """Dates that are not the one on record; the record is a value without claims."""
    off = [
        (claim, known)
        for claim in claims
        if claim.recorded and claim.date
        if not (known := edtf.parse(claim.recorded.edtf)).overlaps(claim.date)
    ]
    if not off:
        return []
    told: dict[str, list[ClaimRecord]] = {}
    for claim, _ in off:
        told.setdefault(str(claim.date), []).append(claim)
    values = [
        ConflictValue(text, edtf.parse(text).phrase(), tuple(c.id for c in members))
        for text, members in told.items()
    ]
    record, known = off[0][0].recorded, off[0][1]
    reference = record.reference if record else ""
    values.append(ConflictValue(known.text, f"{known.phrase()} on record ({reference})", ()))
    return [ConflictRecord(ConflictKind.RECORD, "", tuple(values))]


def _number_conflicts(claims: Sequence[ClaimRecord]) -> list[ConflictRecord]:
    counted: dict[str, dict[float, list[ClaimRecord]]] = {}
    labels: dict[tuple[str, float], str] = {}
    for claim in claims:
        for subject, value, label in numbers(claim.text):
            counted.setdefault(subject, {}).setdefault(value, []).append(claim)
            labels.setdefault((subject, value), label)
    conflicts = []
    for subject, by_value in counted.items():
        if len(by_value) < 2 or not _from_different_articles(by_value):
            continue
        ranked = sorted(
            by_value.items(), key=lambda item: (-len({c.origin for c in item[1]}), item[0])
        )
        values = tuple(
            ConflictValue(f"{value:g}", labels[subject, value], tuple(c.id for c in members))
            for value, members in ranked
        )
        conflicts.append(ConflictRecord(ConflictKind.NUMBER, subject, values))
    return conflicts


def _from_different_articles(by_value: dict[float, list[ClaimRecord]]) -> bool:
    """Two values from one article are two things counted, not a disagreement."""
    articles = [{c.article for c in members} for members in by_value.values()]
    return any(one.isdisjoint(two) for i, one in enumerate(articles) for two in articles[i + 1 :])


def figure_terms(text: str) -> frozenset[str]:
    """Counts by which two reports are known to be of one thing: "#185" for 185 dead.

    Small and round ones are left out: they come up everywhere.
    """
    return frozenset(
        f"{FIGURE}{value:g}"
        for _, value, _ in numbers(text)
        if value > _SMALLEST and (value % 10 or value > _HUNDRED)
    )


def numbers(text: str) -> list[tuple[str, float, str]]:
    """What is counted (as a term), the count, and the words: "11 rounds", "9 million tonnes"."""
    found = []
    for match in _NUMBER.finditer(fold(text)):
        words = re.split(r"[ -]", match["noun"].strip(" -"))
        noun = next((i for i, word in enumerate(words) if word not in _NOT_COUNTED), None)
        if noun is None:
            continue
        figure = match["figure"].replace(",", "")
        value = float(_SMALL[figure]) if figure in _SMALL else float(figure)
        if value.is_integer() and 1900 <= value <= 2100 and "," not in match["figure"]:
            continue  # a year
        scale = (match["scale"] or "").strip(" -")
        value *= _SCALE.get(scale, 1)
        label = " ".join(filter(None, (match["figure"], scale, *words[: noun + 1])))
        found.append((stem(words[noun]), value, label))
    return found
