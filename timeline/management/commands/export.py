"""python3 dev.py export --format jsonl"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from timeline.management.database import need_migrated_database
from timeline.management.endings import quiet_endings
from timeline.models import Event
from timeline.publish.exports import event_objects


class Command(BaseCommand):
    help = "Print the timeline, one event a line, newest first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=["jsonl"], default="jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        need_migrated_database()
        with quiet_endings():
            for event in event_objects(Event.objects.all()):
                self.stdout.write(json.dumps(event, ensure_ascii=False))
