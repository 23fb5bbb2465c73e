"""One ingest: files in, counts and failures out. A bad file never stops the run."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, repeat
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from timeline.extract.collecting import seldom_collected
from timeline.extract.workers import Extractor, WorkersLost, extract_stream
from timeline.ingest.failures import Ledger
from timeline.ingest.known import find_known, seen_among
from timeline.ingest.nearest import CommonTerms
from timeline.ingest.plan import plan_group
from timeline.ingest.report import Report
from timeline.ingest.reread import reader
from timeline.ingest.rows import undo_in_memory
from timeline.ingest.taking import (
    SLICE,
    Beside,
    Read,
    Taker,
    Unchanged,
    Waiting,
    slices,
    unstorable,
)
from timeline.ingest.world import read_knowledge, sync_actors
from timeline.link.groups import TOGETHER
from timeline.link.prepared import Prepared, prepare
from timeline.read.documents import Entry, list_entries, load
from timeline.read.files import encodable
from timeline.read.tally import Tally
from timeline.records import Document, Failure, Knowledge

Progress = Callable[[str], None]
Result = Prepared | Failure | None


@dataclass(frozen=True, slots=True)
class Options:
    """`extractor`: how and where extraction runs. `dry_run`: everything, then undone.

    `together`: so many articles are linked together before the first of them is stored.
    """

    paths: Sequence[str]
    manifest: Path | None = None
    published: str | None = None
    source: str | None = None
    dry_run: bool = False
    extractor: Extractor = extract_stream
    together: int = TOGETHER


def ingest(
    options: Options, *, stdin: BinaryIO | None = None, progress: Progress | None = None
) -> Report:
    """Take the files in. Raises BadArguments before anything is read.

    An interrupt (Ctrl-C) ends the run after the articles in hand were undone; what is done
    stays done and the report says so.
    """
    tally = Tally()
    entries = list_entries(
        options.paths,
        manifest=options.manifest,
        published=options.published,
        source=options.source,
        tally=tally,
    )
    with undo_in_memory():
        if not options.dry_run:
            return _run(options, entries, tally, stdin, progress)
        with transaction.atomic():
            report = _run(options, entries, tally, stdin, progress)
            transaction.set_rollback(True)
    return report


def _run(
    options: Options,
    entries: Iterator[Entry | Failure],
    tally: Tally,
    stdin: BinaryIO | None,
    progress: Progress | None,
) -> Report:
    knowledge = cache(_in_step)
    report = Report()
    ledger = Ledger([encodable(path) for path in options.paths])
    taker = Taker(report, ledger, reader(knowledge))
    items = _looked_up(entries, stdin)
    try:
        stream = options.extractor(items, knowledge, prepare)
        with seldom_collected():
            for path in _taken_in(stream, options.together, taker):
                if progress:
                    progress(path)
        knowledge()  # also when there was nothing to read
    except KeyboardInterrupt:
        report.interrupted = True
    except WorkersLost as error:
        report.lost = str(error)
    ledger.close(report.counts)
    report.notes = tally.notes + _passed_over(tally)
    return report


def _in_step() -> Knowledge:
    """What extraction is told of the world, with new knowledge files taken in."""
    with transaction.atomic():
        sync_actors()
    return read_knowledge()


def _taken_in(
    stream: Iterator[tuple[Result, Beside]], together: int, taker: Taker
) -> Iterator[str]:
    """The articles in their order, planned a group at a time. Gives the paths of what is done.

    After each slice as many articles of the next group are drawn: most were extracted while the
    slice was stored, and workers get others.
    """
    group, counted = deque(islice(stream, together)), CommonTerms()
    while group:
        waiting = _planned(group, counted)
        ahead: deque[tuple[Result, Beside]] = deque()
        for some in slices(waiting):
            yield from taker.take_in(some)
            ahead.extend(islice(stream, len(some)))
        group = ahead


def _planned(group: deque[tuple[Result, Beside]], counted: CommonTerms) -> Iterator[Waiting]:
    """Empties the group: what is stored is held no longer."""
    new = {
        at: result
        for at, (result, beside) in enumerate(group)
        if isinstance(result, Prepared) and isinstance(beside, Read) and beside.new
    }
    shares = plan_group(new, counted)
    del new
    for at in range(len(group)):
        yield Waiting(*group.popleft(), shares.pop(at, None))


def _looked_up(
    entries: Iterator[Entry | Failure], stdin: BinaryIO | None
) -> Iterator[tuple[Document | None, Beside]]:
    """Read the files and see which of them the database has already."""
    while some := list(islice(entries, SLICE)):
        read = [load(entry, stdin) if isinstance(entry, Entry) else entry for entry in some]
        documents = [document for document in read if isinstance(document, Document)]
        try:
            seen = iter(seen_among(documents))
        except ValueError:  # of one of them, and it is told there
            seen = repeat(True)
        for document in read:
            if isinstance(document, Failure):
                yield None, document
            elif next(seen):
                yield _look_up(document)
            else:
                yield document, Read(document, new=True)


def _look_up(document: Document) -> tuple[Document | None, Beside]:
    try:
        known = find_known(document)
    except ValueError as error:
        return None, unstorable(document.path, error)
    if known and known.unchanged:
        return None, Unchanged(document.path)
    return (known.document if known else document), Read(document, new=known is None)


def _passed_over(tally: Tally) -> list[str]:
    lines = []
    if tally.skipped:
        lines.append(f"{tally.skipped} files of other kinds passed over")
    if tally.duplicates:
        lines.append(f"{tally.duplicates} files reached a second time passed over")
    return lines
