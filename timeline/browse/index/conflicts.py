"""The conflicts of a segment: which claims give which of their values, and so which sources."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from timeline.browse.index.families import Array, Said, distinct, spread
from timeline.models.events import label_of


@dataclass(frozen=True, slots=True)
class Values:
    """The values of conflicts as rows, conflict by conflict, in their order.

    `conflict`: the row of the conflict that has value n. `label`: the number of its label among
    those of the conflict, so that equal labels have equal numbers. `claim`: primary keys of the
    claims that give values, and `value` which.
    """

    conflict: Array
    label: Array
    value: Array
    claim: Array


class ValuesBuilder:
    """Takes the values of conflicts as they are stored; `done` gives what they hold."""

    def __init__(self) -> None:
        self._conflicts = 0
        self._conflict: list[int] = []
        self._label: list[int] = []
        self._value: list[int] = []
        self._claim: list[int] = []

    def add(self, stored: Iterable[str]) -> Array:
        """Nothing is left in the column but the number of conflicts."""
        before = self._conflicts
        for values in stored:
            labels: dict[str, int] = {}
            for value in json.loads(values) or ():
                claims = value.get("claims", ())
                self._value += [len(self._conflict)] * len(claims)
                self._claim += claims
                self._conflict.append(self._conflicts)
                self._label.append(labels.setdefault(label_of(value), len(labels)))
            self._conflicts += 1
        return np.zeros(self._conflicts - before, dtype=bool)

    def done(self) -> Values:
        rows = (self._conflict, self._label, self._value, self._claim)
        return Values(*(np.array(row, np.int64) for row in rows))


@dataclass(frozen=True, slots=True)
class Conflicts:
    """`pk`: primary keys. `event`: the rank of the event, `origins` how many tell of it.

    `value_of`: the conflict that value n is of, ascending, and `label` the number of its label.
    `given`: the value that a claim gives, ascending, and `claim` the claim; of claims about the
    event alone. `taker`: sources by primary key, ascending, and `taken` the conflicts of which
    each gives a value.
    """

    pk: Array
    event: Array
    origins: Array
    value_of: Array
    label: Array
    given: Array
    claim: Array
    taker: Array
    taken: Array


def conflicts_of(
    pk: Array,
    event: Array,
    origins: Array,
    values: Values,
    claim: Array,
    claim_event: Array,
    source: Said,
) -> Conflicts:
    """`event` and `origins`: of each conflict, the rank -1 where its event is not here. `claim`:
    the number of each claim of `values`, -1 where it is not here."""
    kept = event >= 0
    value_kept = kept[values.conflict]
    given_kept = value_kept[values.value] & (claim >= 0)
    conflict = values.conflict[values.value]
    given_kept[given_kept] &= claim_event[claim[given_kept]] == event[conflict[given_kept]]
    value_of = _renumbered(kept)[values.conflict[value_kept]]
    given, claim = _renumbered(value_kept)[values.value[given_kept]], claim[given_kept]
    taker, taken = _taken(value_of[given], claim, source)
    return Conflicts(
        pk=pk[kept],
        event=event[kept],
        origins=origins[kept].astype(np.int32),
        value_of=value_of,
        label=values.label[value_kept].astype(np.int32),
        given=given,
        claim=claim,
        taker=taker,
        taken=taken,
    )


def _renumbered(kept: Array) -> Array:
    """The place of each row among those that are kept."""
    return np.cumsum(kept, dtype=np.int32) - 1


def _taken(conflict: Array, claim: Array, source: Said) -> tuple[Array, Array]:
    """`claim` gives a value of `conflict`."""
    begins = source.begins[claim]
    place, owner = spread(begins, source.begins[claim + 1] - begins)
    pairs = distinct(source.values_of(place).astype(np.int64) << 32 | conflict[owner])
    return (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
