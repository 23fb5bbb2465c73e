"""`manifest.csv`: what is known of article files beside their text.

Columns: `path` and any of the others in `COLUMNS`. Comma, semicolon or tab between cells.
Paths are relative to the manifest's folder.
"""

import csv
import io
import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.read.arguments import BadArguments, fault_in
from timeline.read.published import read_published
from timeline.read.text import UnreadableFile, decode
from timeline.records import Metadata
from timeline.vocabulary import PublishedBasis

NAME = "manifest.csv"
COLUMNS = (
    "path",
    "url",
    "source",
    "title",
    "published",
    "byline",
    "archived_url",
    "language",
)
_DELIMITERS = ",;\t"
_BYLINES = re.compile(r"\s{0,20};\s{0,20}|\s{1,20}and\s{1,20}")
# Only what a browser may follow: a page links to these.
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,2000}", re.I)


class ManifestError(BadArguments):
    """The manifest cannot be used; the message names file, line and what is accepted."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`rows` by path relative to `folder`, with "/" between the parts."""

    file: Path
    folder: Path
    rows: dict[str, Metadata]

    def find(self, file: Path) -> Metadata | None:
        """What the manifest says of `file`, or None when it does not name it."""
        return self.rows.get(_key(os.path.relpath(file, self.folder)))

    def missing(self) -> Iterator[str]:
        """Paths the manifest names that are not there."""
        return (path for path in self.rows if not os.path.exists(self.folder / path))  # noqa: PTH110 - no error for too long a name


def read_manifest(file: Path) -> Manifest:
    """Raises ManifestError."""
    try:
        text, _ = decode(file.read_bytes())
    except OSError as error:
        raise ManifestError(f"{file}: {(error.strerror or 'cannot be read').lower()}") from None
    except UnreadableFile as error:
        raise ManifestError(f"{file}: {error}") from None
    rows: dict[str, Metadata] = {}
    try:
        for line, cells in _records(file, text):
            key = _key(cells["path"])
            if key in rows:
                raise ManifestError(f'{file}, line {line}: "{cells["path"]}" is named twice')
            rows[key] = _metadata(file, line, cells)
    except csv.Error as error:
        raise ManifestError(f"{file}: {error}") from None
    return Manifest(file, file.parent, rows)


def _key(path: str) -> str:
    return posixpath.normpath(path.replace("\\", "/"))


def _records(file: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by column, for each row that is not empty."""
    header_line = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    reader = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter)
    columns = [name.strip().casefold() for name in next(reader, [])]
    _check_columns(file, columns)
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[len(columns) :]):
            raise ManifestError(
                f"{file}, line {reader.line_num}: more cells than columns; put quotation marks "
                "around a cell that holds the separator"
            )
        cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name}
        if not cells.get("path"):
            raise ManifestError(f"{file}, line {reader.line_num}: no path")
        yield reader.line_num, cells


def _check_columns(file: Path, columns: list[str]) -> None:
    known = ", ".join(COLUMNS)
    for name in columns:
        if name and name not in COLUMNS:
            raise ManifestError(f'{file}: unknown column "{name}"; the columns are {known}')
        if name and columns.count(name) > 1:
            raise ManifestError(f'{file}: the column "{name}" is there twice')
    if "path" not in columns:
        raise ManifestError(f'{file}: there is no column "path"; the columns are {known}')


def _metadata(file: Path, line: int, cells: dict[str, str]) -> Metadata:
    for column, value in cells.items():
        if fault := fault_in(column, value):
            raise ManifestError(f"{file}, line {line}: {fault}")
    for column in ("url", "archived_url"):
        address = cells.get(column)
        if address and not _WEB_ADDRESS.fullmatch(address):
            raise ManifestError(
                f'{file}, line {line}: {column} "{address[:100]}" is no web address; '
                "it begins with http:// or https://"
            )
    published = cells.get("published") or None
    if published:
        try:
            published = read_published(published)
        except ValueError as error:
            raise ManifestError(f"{file}, line {line}: {error}") from None
    return Metadata(
        url=cells.get("url") or None,
        source=cells.get("source") or None,
        title=cells.get("title") or None,
        published=published,
        published_basis=PublishedBasis.MANIFEST if published else None,
        bylines=split_byline(cells.get("byline", "")),
        archived_url=cells.get("archived_url") or None,
        language=(cells.get("language") or "").lower() or None,
    )


def split_byline(byline: str) -> tuple[str, ...]:
    """Names between ";" or " and ". A comma stays: it may belong to "Ann Lee, Geneva"."""
    return tuple(name for part in _BYLINES.split(byline) if (name := part.strip()))
