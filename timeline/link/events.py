"""The event each claim of an article goes to, among the known ones or a new one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from timeline.link.compare import POINT, compare, verdict_of
from timeline.link.core import CORE
from timeline.link.days import compare_days
from timeline.link.records import ClaimRecord, EventRecord, Judgement
from timeline.vocabulary import Verdict

# Share of the event's other claims in the judgement.
ALL_CLAIMS = 0.15
_RANK = {Verdict.SAME: 2, Verdict.UNSURE: 1, Verdict.NEW: 0}


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
    verdict = verdict_of(score, claim, other, compare_days(claim, other))
    reasons = (*best.reasons, f"{mean:.2f} with all {len(compared)} claims of the event")
    return Judgement(verdict, score, reasons)


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


def told_in_sentences(decisions: Sequence[Decision]) -> list[Decision]:
    """Without the headings that would begin an event that no sentence of the article tells."""
    told = {decision.event for decision in decisions if not decision.claim.heading}
    return [d for d in decisions if d.event in told or not isinstance(d.event, NewEvent)]


class _Index:
    """Events by term, so that a claim meets only those it shares terms with."""

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
        # Two openings of one story may have a single word in common.
        least = 1 if claim.point >= POINT else 2
        return [self._events[event_id] for event_id, count in hits.items() if count >= least]

    def add(self, claim: ClaimRecord, event_id: Hashable) -> None:
        current = self._events.get(event_id, EventRecord(event_id, ()))
        self._events[event_id] = EventRecord(event_id, (*current.claims, claim))
        self._post(claim, event_id)
