"""python3 dev.py extract PATH..."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.extract.contract import to_json
from timeline.extract.pretty import print_article
from timeline.extract.workers import WorkersLost, as_it_is
from timeline.knowledge.loader import load_knowledge
from timeline.management.arguments import add_reading_arguments
from timeline.management.endings import INTERRUPTED, quiet_endings
from timeline.management.engines import chosen_extractor
from timeline.read.arguments import BadArguments
from timeline.read.documents import read_documents
from timeline.read.files import encodable
from timeline.records import Failure


class Command(BaseCommand):
    help = "Print what is found in article files, one JSON object an article; store nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_reading_arguments(parser)
        parser.add_argument(
            "--pretty", action="store_true", help="show the article with its parts coloured"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with quiet_endings():
                self._extract(options)
        except WorkersLost as error:
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted.", returncode=INTERRUPTED) from None

    def _extract(self, options: dict[str, Any]) -> None:
        try:
            documents = read_documents(
                options["paths"],
                manifest=options["manifest"],
                published=options["published"],
                source=options["source"],
                stdin=sys.stdin.buffer,
            )
        except BadArguments as error:
            raise CommandError(encodable(str(error)), returncode=2) from None
        failed = False
        extracting = chosen_extractor(options)
        items = ((None, item) if isinstance(item, Failure) else (item, None) for item in documents)
        for extracted, failure in extracting(items, load_knowledge, as_it_is):
            result = extracted or failure
            if isinstance(result, Failure):
                failed = True
                self.stderr.write(f"{result.path}: {result.reason}")
            elif result and options["pretty"]:
                print_article(result)
            elif result:
                self.stdout.write(json.dumps(to_json(result), ensure_ascii=False))
        if failed:
            sys.exit(1)
