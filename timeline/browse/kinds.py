"""The kinds of event with their classes and codes, for the page that explains them."""

from dataclasses import dataclass

from timeline.vocabulary import QUAD_CLASS, QUAD_LABEL, TYPE_LABEL, EventType, QuadClass


@dataclass(frozen=True, slots=True)
class Kinds:
    quad: int
    label: str
    types: tuple[tuple[str, str], ...]


def kinds() -> list[Kinds]:
    return [
        Kinds(
            int(quad),
            QUAD_LABEL[quad],
            tuple((TYPE_LABEL[t], t.value) for t in EventType if QUAD_CLASS[t] is quad),
        )
        for quad in QuadClass
    ]
