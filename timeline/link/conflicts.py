"""Where the claims about one event disagree: on its date, a number, who did it, if at all.

A disagreement is kept and shown, never resolved. Claims of one origin speak once.
"""

import math
from collections.abc import Hashable, Sequence
from datetime import date

from timeline import edtf
from timeline.edtf import Edtf
from timeline.link.blame import denied, who_did_it
from timeline.link.counts import Count, counts, numbers
from timeline.link.days import days_between
from timeline.link.records import ClaimRecord, ConflictRecord, ConflictValue
from timeline.link.terms import FIGURE
from timeline.vocabulary import ConflictKind, Standing

_SMALLEST, _HUNDRED = 12, 100
_FAR_DAYS = 62


def find_conflicts(claims: Sequence[ClaimRecord]) -> tuple[ConflictRecord, ...]:
    return (
        *_date_conflict(claims),
        *_record_conflict(claims),
        *_number_conflicts(claims),
        *who_did_it(claims),
        *denied(claims),
    )


def date_groups(claims: Sequence[ClaimRecord]) -> list[tuple[Edtf, list[ClaimRecord]]]:
    """Dated claims by agreeing date, best supported group first.

    Each group's date is its most exact one; "July 2022" agrees with "13 July 2022".
    """
    dated = [(c.date, c) for c in _telling(claims) if c.date is not None and c.date.is_dated]
    dated.sort(key=lambda pair: _width(pair[0]))
    groups: list[tuple[Edtf, list[ClaimRecord]]] = []
    for value, claim in dated:
        home = next((g for g in groups if g[0].overlaps(value)), None)
        if home is None:
            groups.append((value, [claim]))
        else:
            home[1].append(claim)
    groups.sort(key=lambda g: (-len({c.origin for c in g[1]}), -len(g[1]), g[0].text))
    return [g for g in groups if not _of_another_time(g, groups[0])]


def _telling(claims: Sequence[ClaimRecord]) -> list[ClaimRecord]:
    """Without the plans, once it is told what came of them: a plan that slipped was not wrong."""
    told = [claim for claim in claims if not _is_plan(claim)]
    happened = any(c.date is not None and c.date.is_dated for c in told)
    return told if happened else list(claims)


def _is_plan(claim: ClaimRecord) -> bool:
    """For a day that was still to come when the article appeared."""
    if claim.standing != Standing.PLANNED or claim.date is None or claim.published is None:
        return False
    day, appeared = claim.date.latest, claim.published.earliest
    return bool(day and appeared and day >= appeared)


def _of_another_time(
    group: tuple[Edtf, list[ClaimRecord]], main: tuple[Edtf, list[ClaimRecord]]
) -> bool:
    """Weaker than the main date and far from it: the time of something told beside it.

    The same days of another year may be a slip, and stay.
    """
    (value, members), (best, others) = group, main
    weaker = len({c.origin for c in members}) < len({c.origin for c in others})
    if not weaker or days_between(value, best) <= _FAR_DAYS:
        return False
    return not (value.is_exact and best.is_exact and value.text[4:] == best.text[4:])


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
    told: dict[str, list[tuple[Count, ClaimRecord]]] = {}
    for claim in claims:
        if claim.heading:
            continue
        for count in counts(claim.text):
            told.setdefault(count.subject, []).append((count, claim))
    conflicts = []
    for subject, pairs in told.items():
        if len(pairs) < 2 or not _contradicted(pairs):
            continue
        sides: dict[tuple[float, float], list[tuple[Count, ClaimRecord]]] = {}
        for count, claim in pairs:
            sides.setdefault((count.least, count.most), []).append((count, claim))
        ranked = sorted(
            sides.items(), key=lambda side: (-len({c.origin for _, c in side[1]}), side[0])
        )
        values = tuple(
            ConflictValue(
                f"{most if math.isfinite(most) else least:g}",
                members[0][0].label,
                tuple(dict.fromkeys(c.id for _, c in members)),
            )
            for (least, most), members in ranked
        )
        conflicts.append(ConflictRecord(ConflictKind.NUMBER, subject, values))
    return conflicts


def _contradicted(pairs: Sequence[tuple[Count, ClaimRecord]]) -> bool:
    """Two counts that exclude each other, from articles of which neither gives both.

    Two values from one article are two things counted, not a disagreement.
    """
    articles: dict[tuple[float, float], set[Hashable]] = {}
    first: dict[tuple[float, float], Count] = {}
    for count, claim in pairs:
        articles.setdefault((count.least, count.most), set()).add(claim.article)
        first.setdefault((count.least, count.most), count)
    sides = list(first)
    return any(
        first[one].contradicts(first[two]) and articles[one].isdisjoint(articles[two])
        for i, one in enumerate(sides)
        for two in sides[i + 1 :]
    )


def figure_terms(text: str) -> frozenset[str]:
    """Counts by which two reports are known to be of one thing: "#185" for 185 dead.

    Small and round ones are left out: they come up everywhere.
    """
    return frozenset(
        f"{FIGURE}{value:g}"
        for _, value, _ in numbers(text)
        if value > _SMALLEST and (value % 10 or value > _HUNDRED)
    )
