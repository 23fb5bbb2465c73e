"""python3 dev.py reindex"""

from typing import Any

from django.core.management.base import BaseCommand

from timeline.browse.index.build import rebuild
from timeline.management.database import need_migrated_database


class Command(BaseCommand):
    help = (
        "Make the index anew from which pages are answered. Never needed for right answers; "
        "ingest does it when enough has changed. Pages go on being answered meanwhile."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        need_migrated_database()
        snapshot = rebuild()
        self.stdout.write(f"{snapshot.events} events in the index")
