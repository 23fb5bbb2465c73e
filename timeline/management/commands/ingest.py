"""python3 dev.py ingest PATH..."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from timeline.browse.index.build import rebuild_if_due
from timeline.ingest import Options, Report, ingest
from timeline.link.groups import TOGETHER
from timeline.management.arguments import add_reading_arguments, group_size
from timeline.management.database import need_migrated_database, why_refused
from timeline.management.endings import INTERRUPTED, quiet_endings
from timeline.management.engines import chosen_extractor
from timeline.management.progress import show_progress
from timeline.read.arguments import BadArguments
from timeline.read.files import encodable

BAD_ARGUMENTS = 2


class Command(BaseCommand):
    help = "Read article files into the timeline. Files that are in already cost nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        add_reading_arguments(parser)
        parser.add_argument(
            "--together",
            type=group_size,
            default=TOGETHER,
            metavar="N",
            help="articles that are linked together before the first is stored (default: "
            "%(default)s); fewer need less memory and find less of what belongs together",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with quiet_endings():
                self._ingest(options)
        except OperationalError as error:
            raise CommandError(why_refused(error)) from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted.", returncode=INTERRUPTED) from None

    def _ingest(self, options: dict[str, Any]) -> None:
        need_migrated_database()
        wanted = Options(
            paths=options["paths"],
            manifest=options["manifest"],
            published=options["published"],
            source=options["source"],
            dry_run=options["dry_run"],
            extractor=chosen_extractor(options),
            together=options["together"],
        )
        try:
            with show_progress(options["verbosity"]) as progress:
                report = ingest(wanted, stdin=sys.stdin.buffer, progress=progress)
        except BadArguments as error:
            raise CommandError(encodable(str(error)), returncode=BAD_ARGUMENTS) from None
        # Who breaks off does not want to wait; the next ingest, or `reindex`, makes up for it.
        if not (options["dry_run"] or report.interrupted):
            rebuild_if_due()
        self._tell(report, options["dry_run"])
        if report.interrupted:
            raise CommandError("Interrupted: what was done stays done.", returncode=INTERRUPTED)
        if report.lost:
            raise CommandError(f"{report.lost} What was done stays done.")
        if report.failures:
            sys.exit(1)

    def _tell(self, report: Report, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write("Nothing was stored (--dry-run).")
        for line in (*report.counts.lines(), *report.notes):
            self.stdout.write(line)
        for failure in report.failures:
            self.stderr.write(f"{failure.path}: {failure.reason}")
