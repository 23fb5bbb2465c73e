"""python3 dev.py explain EVENT"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timeline.browse.explanation import explain
from timeline.management.database import need_migrated_database
from timeline.models import Event


class Command(BaseCommand):
    help = (
        "Tell why the claims of an event are together: each with its passage and the reasons "
        "and score by which it was joined, then near misses kept apart, then conflicts."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("event", type=int, help="the number in the event's address")

    def handle(self, *args: Any, **options: Any) -> None:
        need_migrated_database()
        event = Event.objects.filter(pk=options["event"]).first()
        if event is None:
            raise CommandError(f"There is no event {options['event']}.")
        for line in explain(event):
            self.stdout.write(line)
