"""What was read goes into the database: in slices, and one by one what does not go in so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import DatabaseError, transaction

from timeline.ingest.failures import Ledger
from timeline.ingest.known import find_known, seen_among
from timeline.ingest.plan import Share
from timeline.ingest.report import Counts, Report
from timeline.ingest.reread import Reader
from timeline.ingest.writer import Refused, store, store_new
from timeline.link.prepared import Prepared
from timeline.models.versions import one_stamp
from timeline.records import Document, Failure

# Articles of one transaction: a group, unless one of them has to be looked at alone. A curator
# who edits waits for it to end.
SLICE = 128


@dataclass(frozen=True, slots=True)
class Unchanged:
    path: str


@dataclass(frozen=True, slots=True)
class Read:
    """`document`: as the file gives it. `new`: the database had no article of it then."""

    document: Document
    new: bool


# What comes beside a document on its way through extraction, or why there is none.
Beside = Read | Failure | Unchanged


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article on its way into the database, or what became of it before."""

    result: Prepared | Failure | None
    beside: Beside
    share: Share | None

    @property
    def planned(self) -> tuple[Prepared, Share] | None:
        """What several are stored by at once; None for what has to be looked at alone."""
        if self.share is None or not isinstance(self.result, Prepared):
            return None
        return self.result, self.share

    @property
    def document(self) -> Document | None:
        return self.beside.document if isinstance(self.beside, Read) else None


def slices(waiting: Iterator[Waiting]) -> Iterator[list[Waiting]]:
    """Articles that one transaction may store, in their order.

    Two of one page, path or bytes are not stored together: the first one makes the other known.
    """
    some: list[Waiting] = []
    marks: set[str] = set()
    for one in waiting:
        document = one.document
        if document is None:
            yield [one]
            continue
        own = {document.sha256, document.path, document.metadata.url or document.path}
        if some and (one.planned is None or len(some) == SLICE or not marks.isdisjoint(own)):
            yield some
            some, marks = [], set()
        some.append(one)
        marks |= own
        if one.planned is None:
            yield some
            some, marks = [], set()
    if some:
        yield some


@dataclass(frozen=True, slots=True)
class Taker:
    """`read`: in this process, for a document that waited while more became known of it."""

    report: Report
    ledger: Ledger
    read: Reader

    def take_in(self, some: Sequence[Waiting]) -> Iterator[str]:
        """Write the articles, each whole or not at all. Gives the paths of those that are done.

        When one of them does not go in, the halves are tried, down to that one.
        """
        if len(some) == 1:
            yield self._take_one(some[0])
        elif self._take_all(some):
            yield from (one.document.path for one in some if one.document)
        else:
            middle = len(some) // 2
            yield from self.take_in(some[:middle])
            yield from self.take_in(some[middle:])

    def _take_all(self, some: Sequence[Waiting]) -> bool:
        """False when nothing was written: one of them is known by now, or cannot be stored."""
        planned = [one.planned for one in some if one.planned]
        documents = [one.document for one in some if one.document]
        places = planned[0][1].places
        places.begin()
        try:
            with transaction.atomic():
                if any(seen_among(documents)):
                    return False
                with one_stamp():
                    counts = store_new(planned)
        except (DatabaseError, ValueError):
            return False
        places.settle()
        for document in documents:
            self.ledger.went_in(document.path, changed=True)
        self.report.counts.add(counts)
        return True

    def _take_one(self, one: Waiting) -> str:
        beside, result = one.beside, one.result
        if isinstance(beside, Unchanged):
            self.report.counts.unchanged += 1
            self.ledger.went_in(beside.path)
            return beside.path
        if isinstance(beside, Failure):
            return self._fail(beside)
        if not isinstance(result, Prepared):
            return self._fail(result or Failure("", "nothing was extracted"))
        path = result.document.path
        if one.share:
            one.share.places.begin()
        try:
            with transaction.atomic(), one_stamp():
                counts = self._store(result, beside.document, one.share)
        except (Refused, DatabaseError) as error:
            return self._fail(Failure(path, str(error).strip()))
        except ValueError as error:
            return self._fail(unstorable(path, error))
        if isinstance(counts, Failure):
            return self._fail(counts)
        if one.share:
            one.share.places.settle()
        self.ledger.went_in(path, changed=not counts.unchanged)
        self.report.counts.add(counts)
        return path

    def _store(self, result: Prepared, document: Document, share: Share | None) -> Counts | Failure:
        """`document`: what `result` was extracted from, before what the database knew was added.

        Looked up again: while it waited, other files of the run or a curator may have told more
        of the same article.
        """
        known = find_known(document)
        if known and known.unchanged:
            return Counts(unchanged=1)
        now = known.document if known else document
        found = result if now == result.document else self.read(now)
        if isinstance(found, Failure):
            return found
        return store(found, known, None if known else share)

    def _fail(self, failure: Failure) -> str:
        self.report.counts.failed += 1
        self.report.failures.append(failure)
        self.ledger.failed(failure)
        return failure.path


def unstorable(path: str, error: ValueError) -> Failure:
    """A value of one article that the database does not take."""
    return Failure(path, f"it cannot be stored ({error}); please report it")
