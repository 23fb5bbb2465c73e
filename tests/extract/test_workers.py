"""Processes of this machine that extract, and what is said when one is gone."""

import tempfile
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from timeline.extract import workers
from timeline.records import Document, Knowledge


class KilledPool:
    """Stands for a pool of which a process was killed."""

    def __init__(self, *arguments: object) -> None: ...

    def __enter__(self) -> "KilledPool":
        return self

    def __exit__(self, *error: object) -> None: ...

    def submit(self, *arguments: object) -> Future[None]:
        future: Future[None] = Future()
        future.set_exception(BrokenProcessPool("A process in the process pool was terminated"))
        return future


def test_a_killed_process_ends_extraction_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", KilledPool)
    items = [(Document("a.txt", "0" * 64, "utf-8", "Any text."), None)]
    with pytest.raises(workers.WorkersLost, match="killed, perhaps for want of memory"):
        list(workers.extract_stream(items, Knowledge, workers.as_it_is, 2))


def test_without_room_for_temporary_files_extraction_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    monkeypatch.setattr(workers, "ProcessPoolExecutor", KilledPool)
    items = [(Document("a.txt", "0" * 64, "utf-8", "Any text."), None)]
    with pytest.raises(workers.WorkersLost, match=r"cannot be written \(No such file.*TMPDIR"):
        list(workers.extract_stream(items, Knowledge, workers.as_it_is, 2))
