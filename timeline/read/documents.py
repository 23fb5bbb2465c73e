"""Article files as documents, one by one, with what manifest and command line say of them."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from timeline.read.arguments import BadArguments, fault_in
from timeline.read.files import STDIN, Found, encodable, expand
from timeline.read.manifest import NAME, Manifest, ManifestError, read_manifest
from timeline.read.published import read_published
from timeline.read.tally import Tally
from timeline.read.text import MAX_BYTES, UnreadableFile, decode, refuse_by_size
from timeline.records import Document, Failure, Metadata
from timeline.vocabulary import PublishedBasis


@dataclass(frozen=True, slots=True)
class Entry:
    """A file still to be read. Small and picklable: it may be loaded by another process."""

    file: Path | None
    path: str
    metadata: Metadata


def read_documents(
    paths: Sequence[str],
    *,
    manifest: Path | None = None,
    published: str | None = None,
    source: str | None = None,
    stdin: BinaryIO | None = None,
    tally: Tally | None = None,
) -> Iterator[Document | Failure]:
    """Documents for the arguments, read lazily: memory does not grow with their number.

    `published` and `source` apply where the manifest says nothing. Raises BadArguments
    (ManifestError among them) at once; whatever is wrong with a file is a Failure.
    """
    entries = list_entries(
        paths, manifest=manifest, published=published, source=source, tally=tally
    )
    return (item if isinstance(item, Failure) else load(item, stdin) for item in entries)


def list_entries(
    paths: Sequence[str],
    *,
    manifest: Path | None = None,
    published: str | None = None,
    source: str | None = None,
    tally: Tally | None = None,
) -> Iterator[Entry | Failure]:
    """Like `read_documents`, before any article is opened."""
    tally = tally or Tally()
    given = read_manifest(manifest) if manifest else None
    if given:
        _note_missing(given, tally)
    if source and (fault := fault_in("source", source)):
        raise BadArguments(fault)
    if published:
        try:
            published = read_published(published)
        except ValueError as error:
            raise BadArguments(str(error)) from None
    shelf = _Manifests(given, tally)
    return _entries(expand(paths, tally), shelf, published, source)


def load(entry: Entry, stdin: BinaryIO | None = None) -> Document | Failure:
    """Read and decode one file (standard input when it has none)."""
    try:
        data = _read_bytes(entry.file, stdin)
        text, encoding = decode(data)
    except UnreadableFile as error:
        return Failure(entry.path, str(error))
    except OSError as error:
        return Failure(entry.path, (error.strerror or "cannot be read").lower())
    digest = hashlib.sha256(data).hexdigest()
    return Document(entry.path, digest, encoding, text, entry.metadata)


def _read_bytes(file: Path | None, stdin: BinaryIO | None) -> bytes:
    if file is None:
        if stdin is None:
            raise UnreadableFile("there is no standard input to read")
        return stdin.read(MAX_BYTES + 1)
    with file.open("rb") as stream:
        # Before reading, so that the sentence tells the whole size.
        refuse_by_size(file.stat().st_size)
        return stream.read(MAX_BYTES + 1)


def _entries(
    found: Iterator[Found | Failure],
    shelf: "_Manifests",
    published: str | None,
    source: str | None,
) -> Iterator[Entry | Failure]:
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        metadata = shelf.look_up(item)
        yield from shelf.take_failures()
        if metadata is not None:
            yield Entry(item.file, item.path, _with_arguments(metadata, published, source))


def _with_arguments(metadata: Metadata, published: str | None, source: str | None) -> Metadata:
    if published and not metadata.published:
        metadata = replace(metadata, published=published, published_basis=PublishedBasis.ARGUMENT)
    if source and not metadata.source:
        metadata = replace(metadata, source=source)
    return metadata


class _Manifests:
    """The manifests that count for each file: the given one, then those found near it."""

    def __init__(self, given: Manifest | None, tally: Tally) -> None:
        self.given = given
        self.tally = tally
        self.near: dict[Path, Manifest | None] = {}
        self.broken: set[Path] = set()
        self.failures: list[Failure] = []

    def look_up(self, found: Found) -> Metadata | None:
        """Metadata of a file; None when a manifest that might name it cannot be read."""
        if found.file is None or found.root is None:
            return (self.given and self.given.rows.get(STDIN)) or Metadata()
        if self.given and (told := self.given.find(found.file)):
            return told
        best: Metadata | None = None
        for folder in _upwards(found.file.parent, found.root):
            manifest = self._in(folder, note_missing=found.walked)
            if folder in self.broken:
                return None
            if best is None and manifest:
                best = manifest.find(found.file)
        return best or Metadata()

    def take_failures(self) -> list[Failure]:
        taken, self.failures = self.failures, []
        return taken

    def _in(self, folder: Path, *, note_missing: bool) -> Manifest | None:
        if folder in self.near:
            return self.near[folder]
        manifest = None
        file = folder / NAME
        if os.path.isfile(file):  # noqa: PTH113 - no error where the folder cannot be entered
            try:
                manifest = read_manifest(file)
            except ManifestError as error:
                self.broken.add(folder)
                self.failures.append(
                    Failure(
                        file.name,
                        encodable(f"{error}; its articles were left out until it is mended"),
                    )
                )
            else:
                if note_missing:
                    _note_missing(manifest, self.tally)
        self.near[folder] = manifest
        return manifest


def _upwards(folder: Path, root: Path) -> Iterator[Path]:
    """`folder` and its parents up to and with `root`."""
    while True:
        yield folder
        if folder == root or folder == folder.parent:
            return
        folder = folder.parent


def _note_missing(manifest: Manifest, tally: Tally) -> None:
    for path in manifest.missing():
        tally.note(f"{manifest.file} names {path}, but there is no such file")
