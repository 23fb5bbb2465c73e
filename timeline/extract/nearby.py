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
        self._parts = [tuple(parts(item)) for item in items]
        self._by_stretch: dict[int, list[int]] = {}
        for number, own in enumerate(self._parts):
            for stretch in {s for part in own for s in _stretches(part)}:
                self._by_stretch.setdefault(stretch, []).append(number)

    def overlapping(self, passage: Span) -> list[T]:
        """The pieces that share a character with the passage, in the order they were given."""
        return [self._items[number] for number in self._touching(passage)]

    def within(self, passage: Span) -> list[T]:
        """The pieces that lie in the passage with all their parts, in the order given."""
        first, last = passage
        inside: list[T] = []
        for number in self._touching(passage):
            for start, end in self._parts[number]:
                if start < first or end > last:
                    break
            else:
                inside.append(self._items[number])
        return inside

    def _touching(self, passage: Span) -> list[int]:
        """Numbers of the pieces that share a character with the passage, in order."""
        numbers: set[int] = set()
        for stretch in _stretches(passage):
            numbers.update(self._by_stretch.get(stretch, ()))
        first, last = passage
        touching: list[int] = []
        for number in sorted(numbers):
            for start, end in self._parts[number]:
                if start < last and first < end:
                    touching.append(number)
                    break
        return touching


P = TypeVar("P", Mention, TimeExpression)


def nearby(items: Sequence[P]) -> Nearby[P]:
    """Names or times by where they stand."""
    return Nearby(items, lambda item: (Span(item.start, item.end),))


def contents_nearby(attributions: Sequence[Attribution]) -> Nearby[Attribution]:
    """Attributions by where their content stands."""
    return Nearby(attributions, lambda attribution: attribution.content)


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, (max(span.end - 1, span.start)) // _STRETCH + 1)
