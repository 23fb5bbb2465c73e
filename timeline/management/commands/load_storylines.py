"""python3 dev.py load_storylines FILE.json"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.ingest.storylines import load_storylines
from timeline.management.database import need_migrated_database


class Command(BaseCommand):
    help = "Add storylines from a JSON file; those that are there stay as they are."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        need_migrated_database()
        try:
            added = load_storylines(options["file"])
        except ValueError as error:
            raise CommandError(str(error), returncode=2) from None
        self.stdout.write(f"{added} storylines added")
