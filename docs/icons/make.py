"""Draw the icons that have to be PNGs: `python -m docs.icons.make` writes them to static/."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"
FINE = 2  # samples along each side of a pixel
GROUND, RAIL, BLUE, ORANGE, RED, LINE, SOFT = (
    (22, 32, 43),
    (139, 151, 162),
    (90, 165, 203),
    (220, 148, 50),
    (181, 65, 42),
    (255, 255, 255),
    (70, 82, 93),
)
Colour = tuple[int, int, int]
Shape = Callable[[float, float], bool]


def bar(left: float, top: float, right: float, bottom: float) -> Shape:
    return lambda x, y: left <= x < right and top <= y < bottom


def disc(x0: float, y0: float, radius: float, hole: float = 0) -> Shape:
    return lambda x, y: hole**2 <= (x - x0) ** 2 + (y - y0) ** 2 < radius**2


# The favicon's own drawing, in units of its box of 32.
ICON: list[tuple[Shape, Colour]] = [
    (bar(9, 5, 11, 27), RAIL),
    (disc(10, 10, 3.5), BLUE),
    (disc(10, 21, 4), ORANGE),
    (disc(10, 21, 2), GROUND),
    (bar(16, 8.75, 27, 11.25), LINE),
    (bar(16, 19.75, 25, 22.25), LINE),
]
# A rail with three events, in units of 1200 by 630.
CARD: list[tuple[Shape, Colour]] = [(bar(296, 60, 304, 570), RAIL)]
_EVENTS = ((150, BLUE, 0, 620), (315, ORANGE, 17, 480), (480, RED, 0, 560))
for _top, _colour, _hole, _width in _EVENTS:
    CARD += [
        (disc(300, _top, 44), GROUND),
        (disc(300, _top, 30), _colour),
        (disc(300, _top, _hole), GROUND),
        (bar(150, _top - 9, 232, _top + 9), SOFT),
        (bar(380, _top - 30, 380 + _width, _top - 8), LINE),
        (bar(380, _top + 14, 380 + _width * 0.7, _top + 28), SOFT),
    ]


def draw(width: int, height: int, shapes: list[tuple[Shape, Colour]], unit: float) -> bytes:
    """A PNG of a palette-free picture: the last shape that covers a sample colours it."""
    rows = bytearray()
    steps = [(n + 0.5) / FINE for n in range(FINE)]
    for row in range(height):
        rows.append(0)
        for column in range(width):
            samples = [
                colour_at((column + dx) / unit, (row + dy) / unit, shapes)
                for dy in steps
                for dx in steps
            ]
            rows += bytes(sum(channel) // len(samples) for channel in zip(*samples, strict=True))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def colour_at(x: float, y: float, shapes: list[tuple[Shape, Colour]]) -> Colour:
    return next((colour for covers, colour in reversed(shapes) if covers(x, y)), GROUND)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    (STATIC / "favicon-32.png").write_bytes(draw(32, 32, ICON, 1))
    (STATIC / "icon.png").write_bytes(draw(1200, 630, CARD, 1))
