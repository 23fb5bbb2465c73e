"""Which of many pieces of a text lie at a passage, without looking at all of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from timeline.records import Attribution, Mention, Span, TimeExpression

T = TypeVar("T")
# About a sentence or two: few pieces a stretch, few stretches a passage.
_STRETCH = 256


class Nearby(Generic[T]):
    """Pieces by the stretches of the text they touch; a piece may have several parts.

    A question costs what lies near the passage, whatever the length of the text.
    """

    def __init__(self, items: Sequence[T], parts: Callable[[T], Iterable[Span]]) -> None:
        self._items = items
        self._parts = parts
        self._by_stretch: dict[int, list[int]] = {}
        for number, item in enumerate(items):
            for stretch in {s for part in parts(item) for s in _stretches(part)}:
                self._by_stretch.setdefault(stretch, []).append(number)

    def overlapping(self, passage: Span) -> list[T]:
        """The pieces that share a character with the passage, in the order they were given."""
        numbers = {n for s in _stretches(passage) for n in self._by_stretch.get(s, ())}
        near = (self._items[number] for number in sorted(numbers))
        return [item for item in near if any(p.overlaps(passage) for p in self._parts(item))]

    def within(self, passage: Span) -> list[T]:
        """The pieces that lie in the passage with all their parts, in the order given."""
        near = self.overlapping(passage)
        return [item for item in near if all(p.within(passage) for p in self._parts(item))]


P = TypeVar("P", Mention, TimeExpression)


def nearby(items: Sequence[P]) -> Nearby[P]:
    """Names or times by where they stand."""
    return Nearby(items, lambda item: (Span(item.start, item.end),))


def contents_nearby(attributions: Sequence[Attribution]) -> Nearby[Attribution]:
    """Attributions by where their content stands."""
    return Nearby(attributions, lambda attribution: attribution.content)


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, (max(span.end - 1, span.start)) // _STRETCH + 1)
