"""What a curator can decide about a row, and how a decision is marked and taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.models.base import Curated


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a machine proposes and a curator may decide instead.

    `fields`: the names marked as curated together, since one means nothing without the
    others. `reason`: the column saying how the value was worked out. `resets`: columns that
    spoke of the machine's value, with what they hold once a curator decided.
    """

    name: str
    fields: tuple[str, ...]
    reason: str = ""
    resets: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Change:
    """What a saving did. `changed`: form fields and decisions of inlines; `before`: old values."""

    changed: frozenset[str] = frozenset()
    decided: tuple[Decision, ...] = ()
    released: tuple[Decision, ...] = ()
    before: Mapping[str, object] = field(default_factory=dict)


def names(decisions: Iterable[Decision]) -> str:
    return ", ".join(decision.name for decision in decisions)


def curated(row: Curated, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions a curator has taken about the row."""
    return [d for d in decisions if any(row.is_curated(name) for name in d.fields)]


def touched(changed: Iterable[str], decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that a change of these fields takes."""
    changed = set(changed)
    return [d for d in decisions if changed & {*d.fields, d.reason}]


def decide(
    row: Curated, taken: Iterable[Decision], changed: Iterable[str], before: Mapping[str, object]
) -> None:
    """Mark what a curator decided and say so in the reasons. Does not save.

    A reason that the curator wrote stays. `before`: the values that stood there.
    """
    changed = set(changed)
    for decision in taken:
        row.mark_curated(decision.fields)
        if not changed & set(decision.fields):
            continue
        for name, value in decision.resets.items():
            setattr(row, name, value)
        if decision.reason and decision.reason not in changed:
            was = before.get(decision.fields[0])
            setattr(row, decision.reason, f"set by a curator{f' (before: {was})' if was else ''}")


def release(row: Curated, given_back: Iterable[Decision]) -> None:
    """Let the machine decide again. Does not save, and works nothing out."""
    gone = {name for decision in given_back for name in decision.fields}
    row.curated_fields = [name for name in row.curated_fields if name not in gone]
