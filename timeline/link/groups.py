"""The claims of several articles, linked together: cores first, then each remaining claim.

News is written with the point first, so the openings of articles say best what the articles
have in common. Openings that are alike on average are the core of an event; which they are
does not depend on the order in which the articles are read. Everything else then goes to the
event of its best partner.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from timeline.link.calendar import Calendar
from timeline.link.clusters import average_linkage
from timeline.link.compare import Likeness, likeness, reasons_for
from timeline.link.core import CORE
from timeline.link.events import Decision, NewEvent, assign, told_in_sentences
from timeline.link.records import PARTY, ClaimRecord, EventRecord, Judgement
from timeline.link.story import alike
from timeline.link.terms import weight
from timeline.vocabulary import Verdict

# Articles of one group: more together find more, and the cost of each grows with them.
TOGETHER = 128
# Set by hand on annotated news, on a plateau.
CORE_LIKENESS = 0.5
# So many openings, of two articles at least, make a core; fewer join by their best partner.
CORE_SIZE = 5
# A core and the openings of a stored event.
STORED_LIKENESS = 0.4
ONE_STORY = 0.15
# A word in more openings than these tells no two of them from the rest.
TOO_COMMON = 60
# Bounds on what a core is held against: stored events, claims of one, openings of the core.
MOST_EVENTS, MOST_OF_EVENT, MOST_OF_CORE = 20, 10, 20

Placed = dict[tuple[Hashable, Hashable], Decision]


def assign_group(
    articles: Sequence[Sequence[ClaimRecord]], events: Sequence[EventRecord]
) -> list[list[Decision]]:
    """Give each claim of each article an event of `events` or a new one.

    Events of `events` stay as they are: none is joined with another. Give the articles in an
    order of their own, not in that of the files, and the result does not depend on the latter.
    Headings that no sentence of their article stands beside begin no event: they are left out.
    """
    claims = [claim for article in articles for claim in article]
    decisions = _answered(assign(claims, events, _cores(claims, events)))
    rest = iter(decisions)
    return [told_in_sentences([next(rest) for _ in article]) for article in articles]


def _answered(decisions: Sequence[Decision]) -> list[Decision]:
    """What joined an event to the claim that began it is that claim's reason, too.

    Which of them is stored first is not known here.
    """
    joined: dict[Hashable, Judgement] = {}
    for decision in decisions:
        if decision.judgement:
            joined.setdefault(decision.event, decision.judgement)
    return [d if d.judgement else replace(d, judgement=joined.get(d.event)) for d in decisions]


def _cores(claims: Sequence[ClaimRecord], events: Sequence[EventRecord]) -> Placed:
    openings = [claim for claim in claims if claim.point > 0]
    pairs = {
        pair: found
        for pair in _worth_comparing(openings)
        if (found := _together(openings, *pair))[0] > 0
    }
    scores = {pair: score for pair, (score, _) in pairs.items()}
    clusters = average_linkage(len(openings), scores, CORE_LIKENESS)
    clusters.sort(key=lambda cluster: (-len(cluster), cluster))
    stored = _Stored(events)
    placed: Placed = {}
    new = 0
    for cluster in clusters:
        core = [openings[at] for at in cluster]
        if len(core) < CORE_SIZE or len({claim.article for claim in core}) < 2:
            continue
        event, said = stored.nearest(core)
        if event is None:
            event, new = NewEvent(new), new + 1
        for at in cluster:
            judgement = _in_core(openings, at, cluster, pairs, said)
            claim = openings[at]
            placed[(claim.article, claim.id)] = Decision(claim, event, judgement)
    return placed


def _worth_comparing(openings: Sequence[ClaimRecord]) -> list[tuple[int, int]]:
    """Openings that share a telling word, or whose articles tell one story.

    None whose dates lie apart: they have nothing together.
    """
    pairs: set[tuple[int, int]] = set()
    by_word: dict[str, list[int]] = {}
    by_article: dict[Hashable, list[int]] = {}
    for at, claim in enumerate(openings):
        by_article.setdefault(claim.article, []).append(at)
        for word in _telling(claim):
            by_word.setdefault(word, []).append(at)
    for places in by_word.values():
        if len(places) <= TOO_COMMON:
            pairs.update(combinations(places, 2))
    calendar = Calendar(openings)
    for one, two in _of_one_time(list(by_article.values()), calendar):
        if alike(openings[one[0]].story, openings[two[0]].story) >= ONE_STORY:
            pairs.update((min(a, b), max(a, b)) for a in one for b in two)
    if not pairs:
        return []
    ones, twos = np.array(sorted(pairs)).T
    near = ~calendar.apart(ones, twos)
    return list(zip(ones[near].tolist(), twos[near].tolist(), strict=True))


def _of_one_time(
    articles: Sequence[Sequence[int]], calendar: Calendar
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Every two of the articles (each given by its openings) whose dates do not all lie apart."""
    openings = np.array([at for article in articles for at in article], np.int64)
    of_article = np.repeat(np.arange(len(articles)), [len(article) for article in articles])
    for number, article in enumerate(articles):
        near = {n for at in article for n in of_article[~calendar.apart(at, openings)].tolist()}
        yield from ((article, articles[other]) for other in sorted(near) if other > number)


def _telling(claim: ClaimRecord) -> Iterator[str]:
    return (term for term in claim.terms if not term.startswith(CORE) and weight(term) >= 1)


def _together(openings: Sequence[ClaimRecord], one: int, two: int) -> tuple[float, Likeness]:
    """How much speaks for one event, 0 when the dates or their one article speak against."""
    found = likeness(openings[one], openings[two])
    other_days = found.dates.relation in ("near", "apart") and found.verdict != Verdict.SAME
    one_article = openings[one].article == openings[two].article
    if other_days or (one_article and found.verdict == Verdict.NEW):
        return 0.0, found
    return found.score, found


def _in_core(
    openings: Sequence[ClaimRecord],
    at: int,
    cluster: Sequence[int],
    pairs: Mapping[tuple[int, int], tuple[float, Likeness]],
    said: str,
) -> Judgement:
    """Why an opening is in its core: the best partner there, and the mean over all."""
    total, best = 0.0, (-1.0, at)
    for other in cluster:
        pair = pairs.get((min(at, other), max(at, other)))
        if other == at or pair is None:
            continue
        total += pair[0]
        best = max(best, (pair[0], other))
    partner = best[1]
    found = pairs[(min(at, partner), max(at, partner))][1]
    others = len(cluster) - 1
    mean = total / others
    together = f"{mean:.2f} on average with {others} openings of articles that tell the same"
    reasons = (*reasons_for(found, openings[at], openings[partner]), together)
    return Judgement(Verdict.SAME, round(mean, 4), (*reasons, said) if said else reasons)


class _Stored:
    """Stored events by the words of their openings; of equals the first is nearest."""

    def __init__(self, events: Sequence[EventRecord]) -> None:
        self._events: list[tuple[Hashable, list[ClaimRecord]]] = []
        self._by_term: dict[str, list[int]] = {}
        for event in events:
            openings = [claim for claim in event.claims if claim.point > 0][-MOST_OF_EVENT:]
            if not openings:
                continue
            terms = {term for claim in openings for term in claim.features}
            for term in terms:
                if term.startswith(PARTY) or (not term.startswith(CORE) and weight(term) >= 1):
                    self._by_term.setdefault(term, []).append(len(self._events))
            self._events.append((event.id, openings))

    def nearest(self, core: Sequence[ClaimRecord]) -> tuple[Hashable | None, str]:
        """The event whose openings the core is likest, and how much; None when too little."""
        core = core[:MOST_OF_CORE]
        shared: Counter[int] = Counter()
        for claim in core:
            for term in claim.features:
                shared.update(self._by_term.get(term, ()))
        best: tuple[float, Hashable | None] = (STORED_LIKENESS, None)
        for at in sorted(shared, key=lambda at: (-shared[at], at))[:MOST_EVENTS]:
            event_id, openings = self._events[at]
            mean = _mean(core, openings)
            if mean > best[0]:
                best = (mean, event_id)
        if best[1] is None:
            return None, ""
        return best[1], f"{best[0]:.2f} on average between them and the event's latest openings"


def _mean(core: Sequence[ClaimRecord], others: Sequence[ClaimRecord]) -> float:
    total = sum(_together((claim, other), 0, 1)[0] for claim in core for other in others)
    return total / (len(core) * len(others))
