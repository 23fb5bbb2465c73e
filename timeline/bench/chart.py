"""Time against the number of events, drawn as SVG: both axes by powers of ten."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 640, 340
LEFT, RIGHT, TOP, BOTTOM = 84, 190, 20, 46
# Names of lines stand at their ends, so far apart that they can be read.
_LINE_OF_TEXT = 15
_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #444 }
.grid { stroke: #ddd }
.line { fill: none; stroke-width: 2.5 }
.c0 { stroke: #1f5fa8; fill: #1f5fa8 } .c1 { stroke: #a8481f; fill: #a8481f }
.slow { stroke-dasharray: 5 4 }
circle { stroke: none } text.c0, text.c1 { stroke: none } path.c0, path.c1 { fill: none }
@media (prefers-color-scheme: dark) {
  text { fill: #bbb } .grid { stroke: #444 }
  .c0 { stroke: #7db4f0; fill: #7db4f0 } .c1 { stroke: #f0a27d; fill: #f0a27d }
}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """`points`: events and milliseconds. `colour`: 0 or 1. `slow`: drawn dashed."""

    name: str
    points: Sequence[tuple[float, float]]
    colour: int
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """From powers of ten to places in the picture."""

    low: int
    high: int
    start: float
    end: float

    def place(self, value: float) -> float:
        part = (math.log10(value) - self.low) / max(1, self.high - self.low)
        return round(self.start + part * (self.end - self.start), 1)

    @property
    def marks(self) -> list[int]:
        return [10**power for power in range(self.low, self.high + 1)]


def draw(title: str, lines: Sequence[Line]) -> str:
    """`title` is read out to those who do not see it. Raises ValueError without a point."""
    xs = [x for line in lines for x, _ in line.points]
    ys = [y for line in lines for _, y in line.points]
    across = _scale(xs, LEFT, WIDTH - RIGHT)
    up = _scale(ys, HEIGHT - BOTTOM, TOP)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'width="{WIDTH}" height="{HEIGHT}">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            *_axes(across, up),
            *(part for line in lines for part in _drawn(line, across, up)),
            *_names(lines, up),
            "</svg>\n",
        ]
    )


def _scale(values: Sequence[float], start: float, end: float) -> Scale:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return Scale(low, max(high, low + 1), start, end)


def _axes(across: Scale, up: Scale) -> Iterator[str]:
    for mark in up.marks:
        y = up.place(mark)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{_words(mark)} ms</text>'
    for mark in across.marks:
        x = across.place(mark)
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{mark:,}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">events</text>'


def _drawn(line: Line, across: Scale, up: Scale) -> Iterator[str]:
    places = [(across.place(x), up.place(y)) for x, y in line.points]
    way = " L".join(f"{x} {y}" for x, y in places)
    kind = f"line c{line.colour}{' slow' if line.slow else ''}"
    yield f'<path class="{kind}" d="M{way}"/>'
    yield from (f'<circle class="c{line.colour}" cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)


def _names(lines: Sequence[Line], up: Scale) -> Iterator[str]:
    """Beside the last points, moved down where they would cover each other."""
    free = -math.inf
    for line in sorted(lines, key=lambda line: -line.points[-1][1]):
        y = max(up.place(line.points[-1][1]) + 4, free)
        free = y + _LINE_OF_TEXT
        words = f"{line.name} {_words(line.points[-1][1])}"
        yield (
            f'<text class="c{line.colour}" x="{WIDTH - RIGHT + 10}" y="{round(y, 1)}">'
            f"{escape(words)}</text>"
        )


def _words(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"
