"""The stored events that stand for the planned ones."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from timeline.link.events import Decision, NewEvent
from timeline.link.records import Judgement
from timeline.models import Event, MergeProposal


class Places:
    """Rows of the events that decisions name, made when the first claim needs them.

    One for all articles that are linked together. What an article makes counts for the others
    once it is stored: call `begin` before each transaction, also for articles without claims, and
    `settle` after it. What one that failed has made is forgotten: its ids go to others.
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

    def events_for(
        self, wanted: Sequence[Sequence[Hashable]]
    ) -> tuple[dict[Hashable, Event], set[int]]:
        """The rows, and the keys of those just made: planned ones, and any that are gone.

        `wanted`: what each of several articles needs, in the order in which they are stored.
        """
        events = self._stored({event for some in wanted for event in some})
        made: list[list[Hashable]] = []
        rows: dict[Hashable, Event] = {}
        for some in wanted:
            made.append([e for e in dict.fromkeys(some) if e not in events and e not in rows])
            rows |= {event: Event(title="(being written)") for event in made[-1]}
        Event.objects.bulk_create(rows.values())
        self._propose(made, rows)
        return events | rows, {row.pk for row in rows.values()}

    def _stored(self, wanted: Iterable[Hashable]) -> dict[Hashable, Event]:
        known = {**self._rows, **self._making}
        keys = {event: known.get(event, event) for event in wanted}
        rows = Event.objects.in_bulk([k for k in keys.values() if not isinstance(k, NewEvent)])
        return {event: rows[key] for event, key in keys.items() if key in rows}

    def _propose(self, made: Sequence[Sequence[Hashable]], rows: Mapping[Hashable, Event]) -> None:
        """Put up for review what may be one event with one that was just made."""
        others = {other for event in rows for other, _ in self._doubts.get(event, ())}
        stored = self._stored(others) if others else {}
        proposed: dict[frozenset[int], MergeProposal] = {}
        for some in made:
            stored |= {event: rows[event] for event in some}
            self._making |= {event: rows[event].pk for event in some}
            for event in some:
                row = rows[event]
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
