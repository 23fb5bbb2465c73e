"""The stored events that stand for the planned ones."""

from collections.abc import Hashable, Iterable, Sequence

from timeline.link.events import Decision, NewEvent
from timeline.link.records import Judgement
from timeline.models import Event, MergeProposal


class Places:
    """Rows of the events that decisions name, made when the first claim needs them.

    One for all articles that are linked together. What an article makes counts for the others
    once it is stored: call `begin` before each article, also before one without claims, and
    `settle` when it is stored. What one that failed has made is forgotten: its ids go to others.
    """

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._rows: dict[Hashable, int] = {}
        self._making: dict[Hashable, int] = {}
        self._doubts: dict[Hashable, list[tuple[Hashable, Judgement]]] = {}
        for decision in decisions:
            if decision.doubt:
                other, judgement = decision.doubt
                self._doubts.setdefault(decision.event, []).append((other, judgement))
                self._doubts.setdefault(other, []).append((decision.event, judgement))

    def begin(self) -> None:
        self._making = {}

    def settle(self) -> None:
        self._rows |= self._making
        self._making = {}

    def events_for(self, wanted: Sequence[Hashable]) -> tuple[dict[Hashable, Event], set[int]]:
        """The rows, and the keys of those just made: planned ones, and any that are gone."""
        events = self._stored(wanted)
        made = {event: Event(title="(being written)") for event in wanted if event not in events}
        Event.objects.bulk_create(made.values())
        self._making |= {event: row.pk for event, row in made.items()}
        self._propose(made)
        return events | made, {row.pk for row in made.values()}

    def _stored(self, wanted: Iterable[Hashable]) -> dict[Hashable, Event]:
        known = {**self._rows, **self._making}
        keys = {event: known.get(event, event) for event in wanted}
        rows = Event.objects.in_bulk([k for k in keys.values() if not isinstance(k, NewEvent)])
        return {event: rows[key] for event, key in keys.items() if key in rows}

    def _propose(self, made: dict[Hashable, Event]) -> None:
        """Put up for review what may be one event with one that was just made."""
        others = {other for event in made for other, _ in self._doubts.get(event, ())}
        if not others:
            return
        stored = self._stored(others)
        proposed: dict[frozenset[int], MergeProposal] = {}
        for event, row in made.items():
            for other, judgement in self._doubts.get(event, ()):
                if other in stored and stored[other].pk != row.pk:
                    proposed.setdefault(
                        frozenset((row.pk, stored[other].pk)),
                        MergeProposal(
                            event=row,
                            other=stored[other],
                            score=judgement.score,
                            reason=judgement.explain(),
                        ),
                    )
        MergeProposal.objects.bulk_create(proposed.values())
