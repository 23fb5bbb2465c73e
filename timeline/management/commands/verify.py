"""python3 dev.py verify"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from timeline.ingest.verify import find_violations
from timeline.management.database import need_migrated_database


class Command(BaseCommand):
    help = "Check that every quote is its article's words, and whatever else must always hold."

    def handle(self, *args: Any, **options: Any) -> None:
        need_migrated_database()
        broken = 0
        for sentence in find_violations():
            broken += 1
            self.stderr.write(sentence)
        if broken:
            sys.exit(1)
        self.stdout.write("All holds.")
