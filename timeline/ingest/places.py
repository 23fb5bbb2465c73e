"""The stored events that stand for the planned ones."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from timeline.ingest.pieces import pieces
from timeline.ingest.rows import reserve
from timeline.link.events import Decision
from timeline.link.records import Judgement
from timeline.models import Event, MergeProposal


class Places:
    """Rows of the events that decisions name, to be made when the first claim needs them.

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
    ) -> tuple[dict[Hashable, int], set[int]]:
        """Ids of the rows, and which of them are still to be written: planned, or gone meanwhile.

        `wanted`: what each of several articles needs, in the order in which they are stored.
        """
        events = self._stored({event for some in wanted for event in some})
        made: list[list[Hashable]] = []
        seen = set(events)
        for some in wanted:
            made.append([event for event in dict.fromkeys(some) if event not in seen])
            seen.update(made[-1])
        new = [event for some in made for event in some]
        rows = dict(zip(new, reserve(Event, len(new)), strict=True))
        self._propose(made, rows)
        return events | rows, set(rows.values())

    def _stored(self, wanted: Iterable[Hashable]) -> dict[Hashable, int]:
        known = {**self._rows, **self._making}
        keys = {event: known.get(event, event) for event in wanted}
        ids = [key for key in set(keys.values()) if isinstance(key, int)]
        present = {
            pk
            for some in pieces(ids)
            for pk in Event.objects.filter(pk__in=some).order_by().values_list("pk", flat=True)
        }
        return {
            event: key for event, key in keys.items() if isinstance(key, int) and key in present
        }

    def _propose(self, made: Sequence[Sequence[Hashable]], rows: Mapping[Hashable, int]) -> None:
        """Put up for review what may be one event with one that is new."""
        others = {other for event in rows for other, _ in self._doubts.get(event, ())}
        stored = self._stored(others) if others else {}
        proposed: dict[frozenset[int], MergeProposal] = {}
        for some in made:
            stored |= {event: rows[event] for event in some}
            self._making |= {event: rows[event] for event in some}
            for event in some:
                for other, judgement in self._doubts.get(event, ()):
                    if other in stored and stored[other] != rows[event]:
                        proposed.setdefault(
                            frozenset((rows[event], stored[other])),
                            MergeProposal(
                                event_id=rows[event],
                                other_id=stored[other],
                                score=judgement.score,
                                reason=judgement.explain(),
                            ),
                        )
        MergeProposal.objects.bulk_create(proposed.values())
