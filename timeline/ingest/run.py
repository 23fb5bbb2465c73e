"""One ingest: files in, counts and failures out. A bad file never stops the run."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from django.db import DatabaseError, transaction

from timeline.extract.workers import Extractor, Result, WorkersLost, extract_stream
from timeline.ingest.failures import Ledger
from timeline.ingest.known import find_known
from timeline.ingest.plan import Share, plan_group
from timeline.ingest.report import Counts, Report
from timeline.ingest.reread import Reader, reader
from timeline.ingest.world import read_knowledge, sync_actors
from timeline.ingest.writer import Refused, store
from timeline.link.groups import TOGETHER
from timeline.read.documents import Entry, list_entries, load
from timeline.read.files import encodable
from timeline.read.tally import Tally
from timeline.records import Document, Extraction, Failure

Progress = Callable[[str], None]


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


@dataclass(frozen=True, slots=True)
class _Unchanged:
    path: str


@dataclass(frozen=True, slots=True)
class _Read:
    """`document`: as the file gives it. `new`: the database had no article of it then."""

    document: Document
    new: bool


# What comes beside a document on its way through extraction, or why there is none.
_Beside = _Read | Failure | _Unchanged


@dataclass(frozen=True, slots=True)
class _Run:
    """`extract`: in this process, for a document that waited while more became known of it."""

    report: Report
    ledger: Ledger
    extract: Reader


def ingest(
    options: Options, *, stdin: BinaryIO | None = None, progress: Progress | None = None
) -> Report:
    """Take the files in. Raises BadArguments before anything is read.

    An interrupt (Ctrl-C) ends the run after the article in hand was undone; what is done
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
    with transaction.atomic():
        sync_actors()
    knowledge = read_knowledge()
    report = Report()
    ledger = Ledger([encodable(path) for path in options.paths])
    run = _Run(report, ledger, reader(knowledge))
    items = (_look_up(entry, stdin) for entry in entries)
    try:
        stream = options.extractor(items, knowledge)
        for result, beside, share in _planned(stream, options.together):
            path = _take_in(result, beside, share, run)
            if progress:
                progress(path)
    except KeyboardInterrupt:
        report.interrupted = True
    except WorkersLost as error:
        report.lost = str(error)
    ledger.close(report.counts)
    report.notes = tally.notes + _passed_over(tally)
    return report


def _planned(
    stream: Iterator[tuple[Result, _Beside]], together: int
) -> Iterator[tuple[Result, _Beside, Share | None]]:
    """The articles in their order, each with its share in the plan of its group.

    While a group is stored the next one is drawn, article by article, so that workers never
    wait for the writer.
    """
    group = deque(islice(stream, together))
    while group:
        new = {
            at: result
            for at, (result, beside) in enumerate(group)
            if isinstance(result, Extraction) and isinstance(beside, _Read) and beside.new
        }
        shares = plan_group(new)
        del new
        ahead: deque[tuple[Result, _Beside]] = deque()
        for at in range(len(group)):
            yield *group.popleft(), shares.pop(at, None)
            ahead.extend(islice(stream, 1))
        group = ahead


def _look_up(entry: Entry | Failure, stdin: BinaryIO | None) -> tuple[Document | None, _Beside]:
    """Read the file and see whether the database has it already."""
    if isinstance(entry, Failure):
        return None, entry
    document = load(entry, stdin)
    if isinstance(document, Failure):
        return None, document
    try:
        known = find_known(document)
    except ValueError as error:
        return None, _unstorable(document.path, error)
    if known and known.unchanged:
        return None, _Unchanged(document.path)
    return (known.document if known else document), _Read(document, new=known is None)


def _take_in(result: Result, beside: _Beside, share: Share | None, run: _Run) -> str:
    """Write one article, whole or not at all. Returns its path."""
    if isinstance(beside, _Unchanged):
        run.report.counts.unchanged += 1
        run.ledger.went_in(beside.path)
        return beside.path
    if isinstance(beside, Failure):
        return _fail(beside, run)
    if not isinstance(result, Extraction):
        return _fail(result or Failure("", "nothing was extracted"), run)
    path = result.document.path
    if share:
        share.places.begin()
    try:
        with transaction.atomic():
            counts = _store(result, beside.document, share, run.extract)
            if isinstance(counts, Counts):
                run.ledger.went_in(path, changed=not counts.unchanged)
    except (Refused, DatabaseError) as error:
        return _fail(Failure(path, str(error).strip()), run)
    except ValueError as error:
        return _fail(_unstorable(path, error), run)
    if isinstance(counts, Failure):
        return _fail(counts, run)
    if share:
        share.places.settle()
    run.report.counts.add(counts)
    return path


def _store(
    result: Extraction, document: Document, share: Share | None, extract: Reader
) -> Counts | Failure:
    """`document`: what `result` was extracted from, before what the database knew was added.

    Looked up again: while it waited, other files of the run or a curator may have told more
    of the same article.
    """
    known = find_known(document)
    if known and known.unchanged:
        return Counts(unchanged=1)
    now = known.document if known else document
    found = result if now == result.document else extract(now)
    if isinstance(found, Failure):
        return found
    return store(found, known, None if known else share)


def _unstorable(path: str, error: ValueError) -> Failure:
    """A value of one article that the database does not take."""
    return Failure(path, f"it cannot be stored ({error}); please report it")


def _fail(failure: Failure, run: _Run) -> str:
    run.report.counts.failed += 1
    run.report.failures.append(failure)
    run.ledger.failed(failure)
    return failure.path


def _passed_over(tally: Tally) -> list[str]:
    lines = []
    if tally.skipped:
        lines.append(f"{tally.skipped} files of other kinds passed over")
    if tally.duplicates:
        lines.append(f"{tally.duplicates} files reached a second time passed over")
    return lines
