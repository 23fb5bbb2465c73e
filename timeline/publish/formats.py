"""The formats in which the events of a timeline can be had, each by the name of its file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from timeline.publish.about import About
from timeline.publish.annotations import annotation_page
from timeline.publish.objects import json_lines
from timeline.publish.reading import Told
from timeline.publish.table import BYTE_ORDER_MARK, csv_lines
from timeline.publish.timelinejs import timelinejs

_PIECE = 1 << 15


@dataclass(frozen=True, slots=True)
class Format:
    """`name`: on the command line. `bom`: whether a byte order mark may stand before it."""

    name: str
    file: str
    label: str
    help: str
    content_type: str
    write: Callable[[Iterable[Told], About], Iterator[str]]
    bom: bool = False

    def written(self, events: Iterable[Told], about: About, bom: bool = False) -> Iterator[str]:
        """In pieces of a size worth sending."""
        pieces, size = [BYTE_ORDER_MARK] if bom else [], 0
        for text in self.write(events, about):
            pieces.append(text)
            size += len(text)
            if size >= _PIECE:
                yield "".join(pieces)
                pieces, size = [], 0
        yield "".join(pieces)

    def file_name(self, stem: str) -> str:
        return f"{stem}.{self.file.rpartition('.')[2]}"


FORMATS: tuple[Format, ...] = (
    Format(
        "csv",
        "events.csv",
        "Table",
        "CSV for spreadsheets and statistics: a line for each passage of each claim.",
        "text/csv; charset=utf-8",
        lambda events, about: csv_lines(events),
        bom=True,
    ),
    Format(
        "jsonl",
        "events.jsonl",
        "JSON Lines",
        "One event a line, with everything that was worked out and why.",
        "application/x-ndjson",
        lambda events, about: json_lines(events, about.site),
    ),
    Format(
        "timelinejs",
        "timeline.json",
        "TimelineJS",
        "JSON for TimelineJS 3. Undated events have no place there; its title counts them.",
        "application/json",
        timelinejs,
    ),
    Format(
        "annotations",
        "annotations.jsonld",
        "Annotations",
        "W3C Web Annotations: each passage by its words and its place, the claim as body.",
        "application/ld+json",
        annotation_page,
    ),
)
BY_FILE = {format.file: format for format in FORMATS}
BY_NAME = {format.name: format for format in FORMATS}
