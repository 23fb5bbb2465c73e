"""python3 dev.py evaluate CORPUS_FOLDER"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.evaluate.reading import Unread
from timeline.evaluate.steps import STEPS, gold_of
from timeline.management.arguments import worker_count
from timeline.management.endings import quiet_endings


class Command(BaseCommand):
    help = "Measure each step of reading and linking on a folder of annotated texts."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="CORPUS_FOLDER")
        parser.add_argument(
            "--step",
            action="append",
            choices=[step.name for step in STEPS],
            help="measure this step only; may be given several times",
        )
        parser.add_argument("--workers", type=worker_count, default=1, metavar="N")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.", returncode=2)
        measured = False
        with quiet_endings():
            for step in STEPS:
                if options["step"] and step.name not in options["step"]:
                    continue
                try:
                    gold = gold_of(step, folder)
                    if gold is None:
                        self.stderr.write(f"{step.name}: none of {', '.join(step.files)} is there")
                        continue
                    measured = True
                    figures = step.measure(gold, options["workers"])
                except Unread as error:
                    raise CommandError(str(error)) from None
                self.stdout.write(f"\n{step.name}")
                for name, value in figures.items():
                    self.stdout.write(f"  {name:<40} {value:7.4f}")
                self.stdout.flush()
        if not measured:
            raise CommandError(f"{folder} holds no gold that is known; see docs/accuracy.md.")
