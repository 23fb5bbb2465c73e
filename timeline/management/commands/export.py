"""python3 dev.py export --format jsonl"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from timeline.browse.asked import Asked, asked
from timeline.management.database import need_migrated_database
from timeline.management.endings import quiet_endings
from timeline.models import Event
from timeline.publish.about import About
from timeline.publish.formats import BY_NAME
from timeline.publish.reading import told


class Command(BaseCommand):
    help = "Print the timeline for another program, newest first unless the filter says order."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=list(BY_NAME), default="jsonl")
        parser.add_argument(
            "--filter",
            metavar="QUERY",
            default="",
            help="the address of a timeline after its question mark: actor=russia&from=2022",
        )
        parser.add_argument(
            "--site",
            metavar="URL",
            default="",
            help="what to put before the addresses of pages, as in https://timeline.example.org",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        need_migrated_database()
        found = asked(QueryDict(options["filter"].lstrip("?")))
        if found.problems:
            words = (f"{each.name}: {each.message}" for each in found.problems)
            raise CommandError("\n".join(words), returncode=2)
        events = found.events if options["filter"] else Event.objects.all()
        chosen = found.chosen
        with quiet_endings():
            rows = told(events, chosen.known_by, chosen.oldest_first)
            about = _about(found, options["site"].rstrip("/"))
            for text in BY_NAME[options["format"]].written(rows, about):
                self.stdout.write(text, ending="")


def _about(found: Asked, site: str) -> About:
    page = f"{site}/{found.query}"
    return About(found.title, site, address=page, page=page, terms=f"{site}/data/")
