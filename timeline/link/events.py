"""Whether a claim is about an event: same, new or unsure, with the reasons.

Judged from actors, kind of event, dates and shared terms. Reports of the same thing on
different days are different events; a once-only thing told with two nearby dates is one
event whose sources disagree. Doubt is `unsure` and never merges.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from timeline.edtf import Edtf
from timeline.link.core import CORE
from timeline.link.records import ClaimRecord, EventRecord, Judgement
from timeline.link.terms import square_weight, weight
from timeline.vocabulary import EventType, Verdict

# Set by hand on annotated news and the samples, for few wrong joins.
SAME = 0.34
UNSURE = 0.30
# An article seldom tells one thing twice: its own claims need to agree more.
SAME_WITHIN_ARTICLE = 0.55
REPEATED_WITHIN_ARTICLE = 0.75
# Statements that turn on different words are one event only when nearly all else is shared.
NEAR_COPY = 0.48
# Neither an actor nor a date ties the two.
UNTIED = 0.52

SAME_TYPE, OTHER_TYPE = 0.05, -0.03
SAME_DAY, SAME_PERIOD = 0.08, 0.04

# Share of the event's other claims in the judgement.
ALL_CLAIMS = 0.3
_RANK = {Verdict.SAME: 2, Verdict.UNSURE: 1, Verdict.NEW: 0}

# Things that happen day after day, and things that happen again after some days: told of
# another day, the first are another event at once, the second when more than a time zone
# lies between.
DAILY = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.ACCUSE, EventType.THREATEN})
REPEATED = frozenset(
    {
        EventType.CONSULT,
        EventType.REQUEST,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.AID,
    }
)
TIME_ZONE_DAYS = 1
DISAGREEMENT_DAYS = 7
PUBLISHED_APART_DAYS = 60


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Id of an event that an article begins: its number among the article's new events."""

    number: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a claim goes: `event` is the id of a known event or a NewEvent.

    `doubt` is the known event it may also be about, for review.
    """

    claim: ClaimRecord
    event: Hashable
    judgement: Judgement | None
    doubt: tuple[Hashable, Judgement] | None = None


def judge(claim: ClaimRecord, event: EventRecord) -> Judgement:
    """The best agreement with one of the event's claims, held against all of them.

    Without the second part an event would drift: each claim near the one before, and the
    last one far from the first.
    """
    compared = [(compare(claim, other), other) for other in event.claims]
    if not compared:
        return Judgement(Verdict.NEW, 0.0, ("no claim to compare",))
    best, other = max(compared, key=lambda pair: (_RANK[pair[0].verdict], pair[0].score))
    if best.verdict == Verdict.NEW or len(compared) == 1:
        return best
    mean = sum(judgement.score for judgement, _ in compared) / len(compared)
    score = round((1 - ALL_CLAIMS) * best.score + ALL_CLAIMS * mean, 4)
    verdict = _verdict(score, claim, other, _compare_dates(claim, other))
    reasons = (*best.reasons, f"{mean:.2f} with all {len(compared)} claims of the event")
    return Judgement(verdict, score, reasons)


def compare(claim: ClaimRecord, other: ClaimRecord) -> Judgement:
    """Judge two claims. Symmetric."""
    shared = claim.features & other.features
    score = _cosine(claim.features, other.features, shared)
    words = ", ".join(term.lstrip("=") for term in _words(claim, other)[:8])
    parties = ", ".join(sorted(claim.parties & other.parties))
    reasons = [
        f"alike {score:.2f}: both speak of {words or 'nothing'}; both name {parties or 'nobody'}"
    ]
    if claim.type and other.type:
        score += SAME_TYPE if claim.type == other.type else OTHER_TYPE
        reasons.append("same type" if claim.type == other.type else "other type")
    dates = _compare_dates(claim, other)
    score += dates.bonus
    reasons.append(dates.reason)
    verdict = _verdict(score, claim, other, dates)
    return Judgement(verdict, round(score, 4), tuple(reasons))


def _words(claim: ClaimRecord, other: ClaimRecord) -> list[str]:
    """Shared terms; the word both turn on is shared as a word already."""
    return sorted(t for t in claim.terms & other.terms if not t.startswith(CORE))


def assign(claims: Sequence[ClaimRecord], events: Sequence[EventRecord]) -> list[Decision]:
    """Give each claim of an article, in order, an event of `events` or a new one."""
    known = _Index(events)
    decisions: list[Decision] = []
    new = 0
    for claim in claims:
        ranked = sorted(
            ((judge(claim, event), event.id) for event in known.candidates(claim)),
            key=lambda pair: -pair[0].score,
        )
        same = next((p for p in ranked if p[0].verdict == Verdict.SAME), None)
        if same:
            judgement, event_id = same
            decisions.append(Decision(claim, event_id, judgement))
        else:
            doubt = next((p for p in ranked if p[0].verdict == Verdict.UNSURE), None)
            unsure = (doubt[1], doubt[0]) if doubt and not isinstance(doubt[1], NewEvent) else None
            event_id = NewEvent(new)
            new += 1
            decisions.append(Decision(claim, event_id, None, unsure))
        known.add(claim, event_id)
    return decisions


class _Index:
    """Events by term, so that a claim meets only those it shares two terms with."""

    def __init__(self, events: Sequence[EventRecord]) -> None:
        self._events = {event.id: event for event in events}
        self._by_term: dict[str, set[Hashable]] = {}
        for event in events:
            for claim in event.claims:
                self._post(claim, event.id)

    def _post(self, claim: ClaimRecord, event_id: Hashable) -> None:
        for term in claim.features:
            self._by_term.setdefault(term, set()).add(event_id)

    def candidates(self, claim: ClaimRecord) -> list[EventRecord]:
        hits: dict[Hashable, int] = {}
        for term in claim.features:
            if term.startswith(CORE):
                continue
            for event_id in self._by_term.get(term, ()):
                hits[event_id] = hits.get(event_id, 0) + 1
        return [self._events[event_id] for event_id, count in hits.items() if count >= 2]

    def add(self, claim: ClaimRecord, event_id: Hashable) -> None:
        current = self._events.get(event_id, EventRecord(event_id, ()))
        self._events[event_id] = EventRecord(event_id, (*current.claims, claim))
        self._post(claim, event_id)


@dataclass(frozen=True, slots=True)
class _Dates:
    relation: str  # agree, unknown, near, apart
    bonus: float
    reason: str
    gap: int = 0


def _compare_dates(claim: ClaimRecord, other: ClaimRecord) -> _Dates:
    one, two = claim.date, other.date
    if one and two and one.is_dated and two.is_dated:
        if one.overlaps(two):
            exact = one.kind == two.kind == "day"
            return _Dates(
                "agree", SAME_DAY if exact else SAME_PERIOD, f"dates agree ({one} and {two})"
            )
        gap = _gap(one, two)
        relation = "near" if gap <= DISAGREEMENT_DAYS else "apart"
        return _Dates(relation, 0.0, f"dates {gap} days apart ({one} and {two})", gap)
    if one and two and _other_months(one, two):
        return _Dates("apart", 0.0, f"other months ({one} and {two})")
    # An undated claim speaks of the time its article appeared, more or less.
    one = one if one and one.is_dated else claim.published
    two = two if two and two.is_dated else other.published
    if one and two and one.is_dated and two.is_dated and not one.overlaps(two):
        gap = _gap(one, two)
        if gap > PUBLISHED_APART_DAYS:
            return _Dates("apart", 0.0, f"told {gap} days apart")
    return _Dates("unknown", 0.0, "no date to compare")


def _other_months(one: Edtf, two: Edtf) -> bool:
    """A month without a year that the other date does not touch."""
    yearless, other = sorted((one, two), key=lambda value: value.is_dated)
    month = yearless.text[5:7]
    if not yearless.text.startswith("XXXX-") or not month.isdigit():
        return False
    if not other.is_dated:
        return other.text.startswith("XXXX-") and other.text[5:7] not in ("", "XX", month)
    first, last = other.earliest, other.latest
    if first is None or last is None or (last - first).days > 300:
        return False
    months = {(first.month - 1 + i) % 12 + 1 for i in range((last - first).days // 28 + 1)}
    return int(month) not in months | {last.month}


def _verdict(score: float, claim: ClaimRecord, other: ClaimRecord, dates: _Dates) -> Verdict:
    tied = dates.relation in ("agree", "near")
    if dates.relation == "apart" or not _comparable(claim, other, tied):
        return Verdict.NEW
    same_article = claim.article == other.article
    turning = _turn_on_one_word(claim, other)
    if dates.relation == "near":
        # Two days told in one article are two events.
        if same_article or score < (SAME if turning else NEAR_COPY):
            return Verdict.NEW
        return Verdict.UNSURE if _happens_again(claim, other, dates.gap) else Verdict.SAME
    needed = SAME if turning else NEAR_COPY
    if same_article:
        needed = SAME_WITHIN_ARTICLE if turning else REPEATED_WITHIN_ARTICLE
    if dates.relation != "agree" and claim.parties.isdisjoint(other.parties):
        needed = max(needed, UNTIED)
    if score >= needed:
        return Verdict.SAME
    doubtful = score >= max(UNSURE, needed - 0.1) and not same_article
    return Verdict.UNSURE if doubtful else Verdict.NEW


def _comparable(claim: ClaimRecord, other: ClaimRecord, tied: bool) -> bool:
    """Enough is shared to judge by, and no sign that they speak of different worlds.

    `tied` by their dates, two actors and one word are enough.
    """
    if claim.parties and other.parties and claim.parties.isdisjoint(other.parties):
        return False
    if claim.setting and other.setting and claim.setting.isdisjoint(other.setting):
        return False
    words = _words(claim, other)
    parties = len(claim.parties & other.parties)
    if tied and parties >= 2 and words:
        return True
    telling = any(weight(word) >= 1 for word in words)
    return telling and (len(words) >= 2 or parties >= 2)


def _happens_again(claim: ClaimRecord, other: ClaimRecord, gap: int) -> bool:
    """The two days may be two occasions of a thing that repeats."""
    types = {claim.type, other.type}
    if types & DAILY:
        return True
    return bool(types & REPEATED) and gap > TIME_ZONE_DAYS


def _turn_on_one_word(claim: ClaimRecord, other: ClaimRecord) -> bool:
    return any(term.startswith(CORE) for term in claim.terms & other.terms)


def far_apart(one: Edtf, two: Edtf) -> bool:
    """Further than a disagreement between sources goes; False when either has no date."""
    dated = one.is_dated and two.is_dated
    return dated and not one.overlaps(two) and _gap(one, two) > DISAGREEMENT_DAYS


def _gap(one: Edtf, two: Edtf) -> int:
    """Days between the nearest ends of two values that do not overlap."""
    first, second = sorted((one, two), key=lambda value: value.earliest or date.min)
    return ((second.earliest or date.max) - (first.latest or date.min)).days


def _cosine(one: frozenset[str], two: frozenset[str], shared: frozenset[str]) -> float:
    if not shared:
        return 0.0
    return square_weight(shared) / sqrt(square_weight(one) * square_weight(two))
