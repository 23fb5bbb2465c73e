"""python3 dev.py bench"""

import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.bench.document import write_document
from timeline.bench.load import Load, run_load
from timeline.bench.load_report import faults, load_lines
from timeline.bench.run import TASKS, Options, run
from timeline.bench.surroundings import Failed, configured, production
from timeline.bench.table import lines, missed
from timeline.bench.values import NothingToMeasure
from timeline.management.database import need_migrated_database
from timeline.management.endings import INTERRUPTED, quiet_endings

DEFAULTS = Options()
NUMBERS = {
    "seed": "of the events made and the filters drawn",
    "cases": "filters that are asked for",
    "repeats": "visits to each of them",
    "sql_cases": "filters that plain SQL and Datasette get",
    "limit": "seconds that each of those gets",
    "articles": "articles that are ingested",
}


class Command(BaseCommand):
    help = "Measure how fast pages and writes are on a database, against the limits to hold."

    def add_arguments(self, parser: CommandParser) -> None:
        made = parser.add_mutually_exclusive_group()
        made.add_argument(
            "--events",
            type=_events,
            metavar="N",
            help="make a database with so many events for it (default: measure the one that is "
            "configured)",
        )
        made.add_argument(
            "--growth",
            type=_sizes,
            metavar="N,N,...",
            help="make databases of these sizes; pages are measured on each, all on the largest",
        )
        made.add_argument(
            "--load", action="store_true", help="serve the configured database under load instead"
        )
        parser.add_argument(
            "--keep", action="store_true", help="keep the databases made, and use them again"
        )
        for name, text in NUMBERS.items():
            usual = getattr(DEFAULTS, name)
            parser.add_argument(
                f"--{name.replace('_', '-')}",
                type=_positive,
                default=usual,
                metavar="N",
                help=f"{text} (default: %(default)s)",
            )
        parser.add_argument("--only", action="append", choices=TASKS, help="measure only this")
        parser.add_argument(
            "--no-limits", action="store_true", help="end with 0 also when a limit is missed"
        )
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
        parser.add_argument(
            "--write",
            type=Path,
            metavar="FILE.md",
            help="write them up there, beside what the folder of that name holds already",
        )
        parser.add_argument("--minutes", type=float, default=Load().minutes, metavar="N")
        parser.add_argument("--clients", type=_positive, default=Load().clients, metavar="N")
        parser.add_argument("--workers", type=_positive, default=Load().workers, metavar="N")

        parser.epilog = (
            "An edit is measured by editing five events of the database and putting them back."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with quiet_endings():
                wrong = self._load(options) if options["load"] else self._measure(options)
        except (Failed, NothingToMeasure) as error:
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted.", returncode=INTERRUPTED) from None
        if wrong and not options["no_limits"]:
            sys.exit(1)

    def _measure(self, options: dict[str, Any]) -> list[str]:
        if options["only"] and options["write"]:
            raise CommandError("--write takes the figures of a whole run: leave out --only.")
        if not (options["events"] or options["growth"]):
            need_migrated_database()
        wanted = Options(
            events=options["events"] or options["growth"] or (),
            keep=options["keep"],
            **{name: options[name] for name in NUMBERS},
            only=tuple(options["only"] or ()),
        )
        result = run(wanted, self._say)
        for line in lines(result):
            self.stdout.write(line)
        self._keep(result, options)
        return missed(result)

    def _load(self, options: dict[str, Any]) -> list[str]:
        need_migrated_database()
        load = Load(options["minutes"], options["clients"], options["workers"], options["seed"])
        with production() as environment:
            result = run_load(load, {**environment, **configured().environment}, self._say)
        for line in load_lines(result):
            self.stdout.write(line)
        self._keep({"load": result}, options)
        return faults(result)

    def _keep(self, result: dict[str, Any], options: dict[str, Any]) -> None:
        if options["json"]:
            options["json"].write_text(json.dumps(result, indent=1))
        if options["write"]:
            write_document(options["write"], result)

    def _say(self, sentence: str) -> None:
        self.stderr.write(sentence)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r}: write a number from 1 up")
    return int(text)


def _events(text: str) -> tuple[int, ...]:
    return (_positive(text),)


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted({_positive(part) for part in text.split(",")}))
    if len(sizes) < 2:
        raise ArgumentTypeError(f"{text!r}: write two numbers or more, with commas")
    return sizes
