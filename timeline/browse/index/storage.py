"""The index in the database, and the copy of it that a machine's workers share."""

import mmap
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

import numpy as np
from django.conf import settings
from django.db import transaction

from timeline.browse.index.arrays import Arrays
from timeline.browse.index.families import Array
from timeline.browse.index.packed import NotPacked, pack, unpack
from timeline.browse.index.rows import insert
from timeline.models import IndexPart, IndexSnapshot

_PART = 4 << 20
_ENDING = ".index"
# Other processes may be about to read a copy that is younger.
_LEFT_ALONE = 3600


class Gone(LookupError):
    """A newer index took the place of the one asked for."""


@dataclass(frozen=True, slots=True)
class Stored:
    """`belonging` and `above`: which actor belonged to which when the arrays were made."""

    arrays: Arrays
    belonging: Array
    above: Array

    @property
    def parents(self) -> dict[int, int]:
        return dict(zip(self.belonging.tolist(), self.above.tolist(), strict=True))


def stored(arrays: Arrays, parents: Mapping[int, int]) -> Stored:
    pairs = np.array(sorted(parents.items()), np.int64).reshape(-1, 2)
    return Stored(arrays, np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1]))


def publish(index: Stored, mark: int) -> IndexSnapshot:
    """Make it the index that counts, and drop those before. `mark`: see IndexSnapshot.

    The database gets it from the copy of this machine, which so is there before anybody asks.
    """
    snapshot = IndexSnapshot(mark=mark, events=len(index.arrays.event))
    with _copy_of(snapshot, lambda new: new.writelines(pack(index))) as file, transaction.atomic():
        snapshot.save(force_insert=True)
        file.seek(0)
        parts = enumerate(iter(partial(file.read, _PART), b""))
        insert(
            IndexPart,
            ("snapshot_id", "number", "data"),
            ((snapshot.pk, number, data) for number, data in parts),
        )
        IndexSnapshot.objects.exclude(pk=snapshot.pk).delete()
    return snapshot


def load(pk: int) -> Stored:
    """The arrays lie in a file that is read as it is needed. Raises Gone, or NotPacked."""
    snapshot = IndexSnapshot.objects.filter(pk=pk).first()
    if snapshot is None:
        raise Gone(pk)
    with _copy_of(snapshot, partial(_write, snapshot)) as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return unpack(Stored, held)


def is_usable(pk: int) -> bool:
    """Whether this version of the program made it, or one that arranges the same."""
    try:
        load(pk)
    except (Gone, NotPacked):
        return False
    return True


def _copy_of(snapshot: IndexSnapshot, write: Callable[[IO[bytes]], None]) -> IO[bytes]:
    """In the data folder, where other workers find it; nowhere else if that cannot be written."""
    folder = Path(settings.DATA_DIR) / "index"
    path = folder / f"{snapshot.token}{_ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with tempfile.NamedTemporaryFile(dir=folder, suffix=_ENDING, delete=False) as new:
                write(new)
            Path(new.name).replace(path)
            _tidy(folder, path)
        return path.open("rb")
    except OSError:
        own = tempfile.TemporaryFile()  # noqa: SIM115 closed by who asks for it
        write(own)
        own.flush()
        return own


def _write(snapshot: IndexSnapshot, file: IO[bytes]) -> None:
    parts = snapshot.parts.order_by("number").values_list("data", flat=True)
    for data in parts.iterator(chunk_size=1):
        file.write(data)
    if not file.tell():
        raise Gone(snapshot.pk)


def _tidy(folder: Path, newest: Path) -> None:
    """Copies that nobody will ask for any more; who reads one goes on reading."""
    for old in folder.glob(f"*{_ENDING}"):
        if old != newest and old.stat().st_mtime < time.time() - _LEFT_ALONE:
            old.unlink(missing_ok=True)
