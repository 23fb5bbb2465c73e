"""The event each claim of an article goes to, among the known ones or a new one."""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

import numpy as np

from timeline.edtf import Edtf
from timeline.link.compare import (
    TIED_BY_POINT,
    Likeness,
    likeness,
    reasons_for,
    shared_point,
    verdict_of,
)
from timeline.link.days import far_apart
from timeline.link.neighbours import MOST_CLAIMS, Neighbours, Pair
from timeline.link.records import ClaimRecord, EventRecord, Judgement
from timeline.vocabulary import Verdict

# Share of the event's other claims in the judgement.
ALL_CLAIMS = 0.15
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
    compared = [(likeness(claim, other), other) for other in event.claims]
    best = max(compared, key=lambda pair: (_RANK[pair[0].verdict], pair[0].score))
    scores = [found.score for found, _ in compared]
    return _weigh(claim, best, scores, len(compared)).explained(claim)


def _weigh(
    claim: ClaimRecord,
    likest: tuple[Likeness, ClaimRecord],
    scores: Sequence[float],
    size: int,
) -> _Weighed:
    """`scores`: with those of the event's `size` claims that share something with the claim.

    Of a large event MOST_CLAIMS count, as no more are met. The best alone would let an event
    drift: each claim near the one before, and the last one far from the first.
    """
    best, other = likest
    number = max(len(scores), min(size, MOST_CLAIMS))
    mean = sum(scores) / number
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
    known = _Known(events, placed.values(), claims)
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


class _Known:
    """The claims whose events are known: `claims` that are not placed are added in their order."""

    def __init__(
        self,
        events: Sequence[EventRecord],
        placed: Collection[Decision],
        claims: Sequence[ClaimRecord],
    ) -> None:
        done = {(decision.claim.article, decision.claim.id) for decision in placed}
        self._claims = [claim for event in events for claim in event.claims]
        self._claims += [decision.claim for decision in placed]
        self._claims += [claim for claim in claims if (claim.article, claim.id) not in done]
        self._near = Neighbours(self._claims)
        self._event_of: list[Hashable] = []
        # The same as numbers, of as many claims as are known.
        self._events = np.full(len(self._claims), -1, np.int64)
        self._number_of: dict[Hashable, int] = {}
        self._wanted = np.zeros(len(self._claims), bool)  # by these numbers, one claim at a time
        self._sizes: Counter[Hashable] = Counter()
        self._dates: dict[Hashable, set[Edtf]] = {}
        for event in events:
            for claim in event.claims:
                self.add(claim, event.id)
        for decision in placed:
            self.add(decision.claim, decision.event)

    def add(self, claim: ClaimRecord, event_id: Hashable) -> None:
        """The next of the claims is one of the event."""
        number = self._number_of.setdefault(event_id, len(self._number_of))
        self._events[len(self._event_of)] = number
        self._event_of.append(event_id)
        self._sizes[event_id] += 1
        if claim.date is not None and claim.date.is_dated:
            self._dates.setdefault(event_id, set()).add(claim.date)

    def weighed(self, claim: ClaimRecord) -> list[tuple[_Weighed, Hashable]]:
        """The next claim beside each event that it is about, or may be."""
        near = self._near.nearest(len(self._event_of))
        about = {self._event_of[at] for at in near.claims[near.hopeful].tolist()}
        about = {event for event in about if not self._of_another_time(claim, event)}
        if not about:
            return []
        numbers = [self._number_of[event] for event in about]
        self._wanted[numbers] = True
        of_these = self._wanted[self._events[near.claims]]
        self._wanted[numbers] = False
        pairs: dict[Hashable, list[Pair]] = {}
        for pair in near.pairs(np.flatnonzero(of_these)):
            pairs.setdefault(self._event_of[pair.claim], []).append(pair)
        return [
            (_weigh(claim, likest, self._scores(claim, its), self._sizes[event_id]), event_id)
            for event_id, its in pairs.items()
            if (likest := self._likest(claim, its))
        ]

    def _likest(
        self, claim: ClaimRecord, pairs: Sequence[Pair]
    ) -> tuple[Likeness, ClaimRecord] | None:
        """The claim of an event that agrees best, the first of equals; None when all are new.

        One after the other from the best score on, until one is the same: an event may be told
        of in hundreds of claims. Scores of pointed pairs are not known before.
        """
        found: list[tuple[int, float, int, Likeness]] = []
        hopeful = [(pair, at) for at, pair in enumerate(pairs) if pair.hopeful]
        hopeful.sort(key=lambda each: (not each[0].pointed, -each[0].score))
        needed = 0.0  # by those that are still to come; of equals the first one counts
        for pair, at in hopeful:
            if not pair.pointed and pair.score < needed:
                break
            judged = likeness(claim, self._claims[pair.claim])
            if judged.verdict != Verdict.NEW:
                found.append((_RANK[judged.verdict], judged.score, -at, judged))
            if judged.verdict == Verdict.SAME:
                needed = max(needed, judged.score) if pair.pointed else inf
        if not found:
            return None
        best = max(found, key=lambda each: each[:3])
        return best[3], self._claims[pairs[-best[2]].claim]

    def _scores(self, claim: ClaimRecord, pairs: Sequence[Pair]) -> list[float]:
        return [self._score(claim, pair) if pair.pointed else pair.score for pair in pairs]

    def _score(self, claim: ClaimRecord, pair: Pair) -> float:
        other = self._claims[pair.claim]
        if shared_point(claim, other) < TIED_BY_POINT:
            return pair.score  # the point adds nothing to it
        return likeness(claim, other).score

    def _of_another_time(self, claim: ClaimRecord, event_id: Hashable) -> bool:
        """Far from every day the event is given, however near its undated claims are."""
        date, dates = claim.date, self._dates.get(event_id)
        if date is None or not dates:
            return False
        return all(far_apart(date, other) for other in dates)
