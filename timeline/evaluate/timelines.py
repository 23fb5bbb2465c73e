"""Events as the product makes them: articles as files, through ingest and export.

A database of its own in a temporary folder, by the commands a user has.
"""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from timeline.evaluate.reading import Gold
from timeline.link.groups import TOGETHER

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
Citation = tuple[str, int, int]


def ingested_events(
    golds: Sequence[Gold], workers: int, together: int = TOGETHER
) -> list[list[Citation]]:
    """The citations of each event: document id, start, end (code points, end exclusive).

    All documents are one stream of files, in the order of `golds`, linked in groups of
    `together`; which of them are about one topic is not told.
    """
    with TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        names = {}
        for number, gold in enumerate(golds):
            # Numbered: an identifier may hold what a file name may not.
            file = folder / f"{number:06}.txt"
            file.write_text(gold["text"], encoding="utf-8", newline="")
            names[file.name] = gold["doc_id"]
        manifest_of(folder, zip(names, golds, strict=True))
        environment = os.environ | {"DATELINE_DATA_DIR": place, "DEBUG": "1"}
        environment.pop("DATABASE_URL", None)
        _run(["migrate", "--verbosity", "0"], environment)
        sizes = ["--workers", str(workers), "--together", str(together)]
        _run(["ingest", str(folder), *sizes], environment)
        lines = _run(["export", "--format", "jsonl"], environment).splitlines()
    return [_citations(json.loads(line), names) for line in lines]


def manifest_of(folder: Path, articles: Iterable[tuple[str, Gold]]) -> None:
    """Writes manifest.csv: day and publisher of each article, by file name, where told."""
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["path", "published", "source"])
        for name, gold in articles:
            rows.writerow([name, gold.get("published") or "", gold.get("publisher") or ""])


def _citations(event: dict[str, Any], names: dict[str, str]) -> list[Citation]:
    return [
        (names[Path(cited["path"]).name], cited["start"], cited["end"])
        for claim in event["claims"]
        for cited in claim["citations"]
    ]


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 - this program, with its own arguments
        [sys.executable, str(MANAGE), *arguments],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    return done.stdout
