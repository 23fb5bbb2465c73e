"""python3 dev.py generate --events N"""

import sys
from argparse import ArgumentTypeError
from time import monotonic
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from timeline.generate.run import NotEmpty, Options, generate, need_empty_database
from timeline.management.arguments import worker_count
from timeline.management.database import why_refused
from timeline.management.endings import INTERRUPTED, quiet_endings

_MOST = 100_000_000
_EVERY_SECONDS = 5


class Command(BaseCommand):
    help = "Fill an empty database with invented events, for measuring: the same for a seed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--events", type=_events, required=True, metavar="N", help="how many")
        parser.add_argument(
            "--seed", type=_seed, default=1, metavar="S", help="another database (default 1)"
        )
        parser.add_argument(
            "--workers",
            type=worker_count,
            default=2,
            metavar="N",
            help="processes that make rows, beside the one that writes them (default 2)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with quiet_endings():
                self._generate(Options(options["events"], options["seed"], options["workers"]))
        except OperationalError as error:
            raise CommandError(why_refused(error)) from None
        except NotEmpty as error:
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted: nothing was stored.", returncode=INTERRUPTED) from None

    def _generate(self, options: Options) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        need_empty_database()
        begun = told = monotonic()

        def progress(done: int) -> None:
            nonlocal told
            if done < options.events and monotonic() - told < _EVERY_SECONDS:
                return
            told = monotonic()
            line = f"{done:,} of {options.events:,} events, {told - begun:.0f} s"
            print(line, file=sys.stderr, flush=True)

        report = generate(options, progress)
        print(f"Indexes made, {monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        for line in report.lines():
            self.stdout.write(line)


def _events(text: str) -> int:
    return _number(text, 1)


def _seed(text: str) -> int:
    return _number(text, 0)


def _number(text: str, least: int) -> int:
    if not text.isdigit() or not least <= int(text) <= _MOST:
        raise ArgumentTypeError(f"{text!r}: write a number from {least} to {_MOST}")
    return int(text)
