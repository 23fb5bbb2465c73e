"""From what a person names on the command line to single files.

Names for people and the database are relative and the same on every machine:

- a file given by a relative path keeps it; by an absolute one, its folder's name and its own;
- a file found in a folder: the folder as given (an absolute one by its last name), then the
  way down;
- standard input is "-";
- bytes of a name that are not UTF-8 stand as \\xe9 and the like.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from timeline.read.arguments import fault_in
from timeline.read.manifest import NAME as MANIFEST_NAME
from timeline.read.tally import Tally
from timeline.records import Failure

STDIN = "-"
SUFFIXES = frozenset({".txt", ".text", ".md", ""})

_MAGIC = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Found:
    """`file` is None for standard input. `root`: the topmost folder whose manifest counts.

    `walked`: found in a folder, not named.
    """

    file: Path | None
    path: str
    root: Path | None = None
    walked: bool = False


def expand(paths: Sequence[str], tally: Tally | None = None) -> Iterator[Found | Failure]:
    """Files for the arguments, in their order and sorted within a folder, each file once.

    Lazy. Remembers the folders walked and, when there are several arguments, 8 to 16 bytes a
    file and their overhead; files in one folder cost nothing.
    """
    for item in _expand(paths, tally or Tally()):
        path = encodable(item.path)
        if isinstance(item, Found) and (fault := fault_in("path", path)):
            yield Failure(path, fault)
        else:
            yield replace(item, path=path)


def encodable(name: str) -> str:
    """A name for people and the database: what is not UTF-8 in it is written as \\xe9."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name


def _expand(paths: Sequence[str], tally: Tally) -> Iterator[Found | Failure]:
    walk = _Walk(tally, several=len(paths) > 1)
    for given in paths:
        if given == STDIN:
            yield Found(None, STDIN)
            continue
        path = Path(given)
        if os.path.isdir(path):  # noqa: PTH112 - false, not an error, where nothing can be read
            yield from walk.folder(path, shown_folder(given))
        elif os.path.lexists(path):
            yield from walk.named(path, _shown_file(path), path.parent)
        elif _MAGIC.search(given):
            yield from walk.pattern(given)
        else:
            yield Failure(given, "there is no such file or folder")


def shown_folder(given: str) -> str:
    """The name of a folder argument in document paths."""
    path = Path(given)
    if path.is_absolute():
        return path.name
    parts = [part for part in PurePath(os.path.normpath(path)).parts if part not in (".", "..")]
    return "/".join(parts) or path.resolve().name


def _shown_file(path: Path) -> str:
    if path.is_absolute():
        return "/".join(path.parts[-2:]).lstrip("/") if len(path.parts) > 2 else path.name
    return "/".join(p for p in PurePath(os.path.normpath(path)).parts if p not in (".", ".."))


class _Walk:
    """One run over the arguments: what was seen already."""

    def __init__(self, tally: Tally, *, several: bool) -> None:
        self.tally = tally
        self.several = several
        self.seen: set[tuple[int, int]] = set()
        self.folders: set[tuple[int, int]] = set()

    def named(self, path: Path, shown: str, root: Path) -> Iterator[Found | Failure]:
        """A file named explicitly: tried whatever its suffix."""
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                yield Failure(shown, "this is no regular file; use - to read standard input")
                return
            if self._again(status):
                return
        except OSError as error:
            yield Failure(shown, _sentence(error))
            return
        yield Found(path, shown, root)

    def folder(self, folder: Path, shown: str) -> Iterator[Found | Failure]:
        skipped, found = self.tally.skipped, False
        duplicates = self.tally.duplicates
        for item in self._below(folder, shown, folder, folder.resolve()):
            found = True
            yield item
        if not found and self.tally.duplicates == duplicates:
            others = self.tally.skipped - skipped
            passed = f" ({others} of other kinds passed over)" if others else ""
            yield Failure(shown, f"there is no text file in this folder{passed}")

    def pattern(self, given: str) -> Iterator[Found | Failure]:
        """A pattern with *, ? or **, as a shell would have expanded it, sorted."""
        parts = Path(given).parts
        fixed = next(i for i, part in enumerate(parts) if _MAGIC.search(part))
        base = Path(*parts[:fixed])
        try:
            matches = sorted(base.glob(str(Path(*parts[fixed:]))))
        except (OSError, ValueError, RuntimeError):  # RuntimeError: a link in a circle
            matches = []
        # The way down counts as hidden, not where the pattern starts.
        matches = [m for m in matches if not _hidden(m.relative_to(base).parts)]
        if not matches:
            yield Failure(given, "no file matches this pattern")
        prefix = shown_folder(str(base)) if base.is_absolute() else None
        for match in matches:
            shown = f"{prefix}/{match.relative_to(base).as_posix()}" if prefix else None
            if not match.is_dir():
                yield from self.named(match, shown or _shown_file(match), base)
            elif "**" not in parts:
                yield from self.folder(match, shown or shown_folder(str(match)))

    def _below(self, folder: Path, shown: str, root: Path, real: Path) -> Iterator[Found | Failure]:
        pending = [(folder, shown)]
        while pending:
            folder, shown = pending.pop()
            try:
                status = folder.stat()
                if (status.st_dev, status.st_ino) in self.folders:
                    continue
                self.folders.add((status.st_dev, status.st_ino))
                with os.scandir(folder) as scan:
                    entries = sorted(scan, key=lambda entry: entry.name)
            except OSError as error:
                yield Failure(shown, _sentence(error))
                continue
            deeper = []
            for entry in entries:
                if entry.name.startswith(".") or entry.name == MANIFEST_NAME:
                    continue
                try:
                    leads_down = entry.is_dir()
                    leads_back = leads_down and self._leads_back(entry, real)
                except OSError as error:  # a link to itself, for one
                    yield Failure(f"{shown}/{entry.name}", _sentence(error))
                    continue
                if leads_down:
                    if not leads_back:
                        deeper.append((folder / entry.name, f"{shown}/{entry.name}"))
                    continue
                yield from self._entry(entry, f"{shown}/{entry.name}", root, real)
            pending.extend(reversed(deeper))

    def _entry(
        self, entry: os.DirEntry[str], shown: str, root: Path, real: Path
    ) -> Iterator[Found | Failure]:
        try:
            regular = entry.is_file()
            if not regular and entry.is_symlink():
                yield Failure(shown, "this link leads nowhere")
                return
            if not regular or PurePath(entry.name).suffix.lower() not in SUFFIXES:
                self.tally.skipped += 1
                return
            if self._leads_back(entry, real):
                self.tally.duplicates += 1
                return
            if (self.several or entry.is_symlink()) and self._again(entry.stat()):
                return
        except OSError as error:
            yield Failure(shown, _sentence(error))
            return
        yield Found(Path(entry.path), shown, root, walked=True)

    def _again(self, status: os.stat_result) -> bool:
        key = (status.st_dev, status.st_ino)
        if key in self.seen:
            self.tally.duplicates += 1
            return True
        self.seen.add(key)
        return False

    @staticmethod
    def _leads_back(entry: os.DirEntry[str], real: Path) -> bool:
        """A link to something inside the folder, which the walk meets by itself."""
        return entry.is_symlink() and Path(os.path.realpath(entry.path)).is_relative_to(real)


def _hidden(parts: Sequence[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def _sentence(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()
