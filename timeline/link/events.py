"""The event each claim of an article goes to, among the known ones or a new one."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from timeline.edtf import Edtf
from timeline.link.compare import POINT, Likeness, likeness, may_agree, reasons_for, verdict_of
from timeline.link.core import CORE
from timeline.link.days import far_apart
from timeline.link.records import ClaimRecord, EventRecord, Judgement
from timeline.vocabulary import Verdict

# Share of the event's other claims in the judgement.
ALL_CLAIMS = 0.15
# Nearest claims by shared terms that a claim is compared with: cost must not grow with events.
MOST_CLAIMS = 150
_RANK = {Verdict.SAME: 2, Verdict.UNSURE: 1, Verdict.NEW: 0}


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Id of an event that is not stored yet: its number among those of one linking."""

    number: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a claim goes: `event` is the id of a known event or a NewEvent.

    `doubt` is the event it may also be about, for review.
    """

    claim: ClaimRecord
    event: Hashable
    judgement: Judgement | None
    doubt: tuple[Hashable, Judgement] | None = None


NOTHING_PLACED: Mapping[tuple[Hashable, Hashable], Decision] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Weighed:
    """How a claim agrees with an event: best with `other`, `mean` over `number` of its claims."""

    verdict: Verdict
    score: float
    best: Likeness
    other: ClaimRecord
    mean: float
    number: int
    whole: bool

    def explained(self, claim: ClaimRecord) -> Judgement:
        reasons = reasons_for(self.best, claim, self.other)
        if self.number > 1 and self.best.verdict != Verdict.NEW:
            of_event = "all {} claims of the event" if self.whole else "{} of the event's claims"
            reasons += (f"{self.mean:.2f} with {of_event.format(self.number)}",)
        return Judgement(self.verdict, self.score, reasons)


def judge(claim: ClaimRecord, event: EventRecord) -> Judgement:
    """The best agreement with one of the event's claims, held against all of them."""
    if not event.claims:
        return Judgement(Verdict.NEW, 0.0, ("no claim to compare",))
    return _weigh(claim, event.claims, len(event.claims)).explained(claim)


def _weigh(claim: ClaimRecord, others: Sequence[ClaimRecord], size: int) -> _Weighed:
    """`others`: those of the event's `size` claims that share something with the claim.

    Of a large event MOST_CLAIMS count, as no more are met. The best alone would let an event
    drift: each claim near the one before, and the last one far from the first.
    """
    compared = [(likeness(claim, other), other) for other in others]
    best, other = max(compared, key=lambda pair: (_RANK[pair[0].verdict], pair[0].score))
    number = max(len(others), min(size, MOST_CLAIMS))
    mean = sum(found.score for found, _ in compared) / number
    whole = number == size
    if best.verdict == Verdict.NEW or number == 1:
        return _Weighed(best.verdict, best.score, best, other, mean, number, whole)
    score = round((1 - ALL_CLAIMS) * best.score + ALL_CLAIMS * mean, 4)
    verdict = verdict_of(score, claim, other, best.dates, best.point)
    return _Weighed(verdict, score, best, other, mean, number, whole)


def assign(
    claims: Sequence[ClaimRecord],
    events: Sequence[EventRecord],
    placed: Mapping[tuple[Hashable, Hashable], Decision] = NOTHING_PLACED,
) -> list[Decision]:
    """Give each claim, in order, an event of `events` or a new one.

    `placed`: what is decided already, by article and id of the claim.
    """
    known = _Index(events)
    for decision in placed.values():
        known.add(decision.claim, decision.event)
    decisions: list[Decision] = []
    new = len({d.event for d in placed.values() if isinstance(d.event, NewEvent)})
    for claim in claims:
        done = placed.get((claim.article, claim.id))
        if done is None:
            done = _decide(claim, known.weighed(claim), NewEvent(new))
            new += done.event == NewEvent(new)
            known.add(claim, done.event)
        decisions.append(done)
    return decisions


def _decide(
    claim: ClaimRecord, weighed: Sequence[tuple[_Weighed, Hashable]], new: NewEvent
) -> Decision:
    """The event it agrees with most, or `new`; a doubt is told beside that."""
    ranked = sorted(weighed, key=lambda pair: -pair[0].score)
    for found, event_id in ranked:
        if found.verdict == Verdict.SAME:
            return Decision(claim, event_id, found.explained(claim))
    for found, event_id in ranked:
        if found.verdict == Verdict.UNSURE:
            return Decision(claim, new, None, (event_id, found.explained(claim)))
    return Decision(claim, new, None)


def told_in_sentences(decisions: Sequence[Decision]) -> list[Decision]:
    """Without the headings that would begin an event that no sentence of the article tells."""
    told = {decision.event for decision in decisions if not decision.claim.heading}
    return [d for d in decisions if d.event in told or not isinstance(d.event, NewEvent)]


class _Index:
    """Claims by term, so that a claim meets only those it shares terms with."""

    def __init__(self, events: Sequence[EventRecord]) -> None:
        self._claims: list[tuple[ClaimRecord, Hashable]] = []
        self._sizes: Counter[Hashable] = Counter()
        self._dates: dict[Hashable, set[Edtf]] = {}
        self._by_term: dict[str, list[int]] = {}
        for event in events:
            for claim in event.claims:
                self.add(claim, event.id)

    def add(self, claim: ClaimRecord, event_id: Hashable) -> None:
        for term in claim.features:
            if not term.startswith(CORE):
                self._by_term.setdefault(term, []).append(len(self._claims))
        self._claims.append((claim, event_id))
        self._sizes[event_id] += 1
        if claim.date is not None and claim.date.is_dated:
            self._dates.setdefault(event_id, set()).add(claim.date)

    def weighed(self, claim: ClaimRecord) -> list[tuple[_Weighed, Hashable]]:
        """The claim beside each event that it may be about."""
        events: dict[Hashable, list[ClaimRecord]] = {}
        for at in self._nearest(claim):
            other, event_id = self._claims[at]
            events.setdefault(event_id, []).append(other)
        return [
            (_weigh(claim, others, self._sizes[event_id]), event_id)
            for event_id, others in events.items()
            if any(may_agree(claim, other) for other in others)
            and not self._of_another_time(claim, event_id)
        ]

    def _of_another_time(self, claim: ClaimRecord, event_id: Hashable) -> bool:
        """Far from every day the event is given, however near its undated claims are."""
        date, dates = claim.date, self._dates.get(event_id)
        if date is None or not dates:
            return False
        return all(far_apart(date, other) for other in dates)

    def _nearest(self, claim: ClaimRecord) -> list[int]:
        hits: Counter[int] = Counter()
        for term in claim.features:
            hits.update(self._by_term.get(term, ()))
        # Two openings of one story may have a single word in common.
        least = 1 if claim.point >= POINT else 2
        # Most shared first, then in order: one number says both, and numbers sort soonest.
        count = len(self._claims)
        near = sorted(at - shared * count for at, shared in hits.items() if shared >= least)
        return [rank % count for rank in near[:MOST_CLAIMS]]
