"""The run's row and its failures, written only when there is something to tell."""

from collections.abc import Sequence

from django.utils import timezone

from timeline.ingest.report import Counts
from timeline.models import IngestFailure, IngestRun
from timeline.records import Failure


class Ledger:
    """A run that changes nothing leaves no row: ingesting twice writes nothing."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = [str(argument)[:500] for argument in arguments][:100]
        self._run: IngestRun | None = None
        self._known = dict(IngestFailure.objects.values_list("path", "reason"))

    def _begin(self) -> IngestRun:
        if self._run is None:
            self._run = IngestRun.objects.create(arguments=self._arguments)
        return self._run

    def failed(self, failure: Failure) -> None:
        path = failure.path[:1000]
        if self._known.get(path) == failure.reason:
            return
        IngestFailure.objects.update_or_create(
            path=path, defaults={"reason": failure.reason, "run": self._begin()}
        )
        self._known[path] = failure.reason

    def went_in(self, path: str, changed: bool = False) -> None:
        """The file is in: an earlier failure of it is over."""
        if self._known.pop(path[:1000], None) is not None:
            IngestFailure.objects.filter(path=path[:1000]).delete()
        if changed:
            self._begin()

    def close(self, counts: Counts) -> None:
        if self._run is None:
            return
        run = self._run
        run.finished_at = timezone.now()
        run.articles_new, run.articles_unchanged = counts.new, counts.unchanged
        run.articles_updated, run.articles_failed = counts.updated, counts.failed
        run.claims, run.events, run.citations = counts.claims, counts.events, counts.citations
        run.save()
