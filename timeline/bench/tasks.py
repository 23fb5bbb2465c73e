"""What a run measures, each in a process of its own.

python -m timeline.bench TASK     options as JSON on standard input, figures as JSON out
"""

import json
import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from django.db import connection

import timeline.wsgi  # noqa: F401 - sets Django up before a model is imported
from timeline.bench.asking import ask
from timeline.bench.cases import SEARCHES, combined, fragment_cases, page_cases, word_cases
from timeline.bench.edits import time_edits
from timeline.bench.pages import fragments, time_pages, whole
from timeline.bench.peer import query_of, time_datasette
from timeline.bench.plain_sql import compare_with_sql
from timeline.bench.server import get
from timeline.bench.values import NothingToMeasure, Values, read_values
from timeline.bench.worker import time_worker
from timeline.bench.writes import time_extraction, time_ingest, write_articles
from timeline.browse.index.current import current
from timeline.browse.index.warm import warm
from timeline.models import Article, Claim, Event

Options = dict[str, Any]
Found = dict[str, Any]
_LIBRARIES = ("Django", "numpy", "pyroaring", "psycopg", "gunicorn", "datasette")


def size(options: Options) -> Found:
    """Rows of the database, and its versions."""
    return {
        "events": Event.objects.count(),
        "claims": Claim.objects.count(),
        "articles": Article.objects.count(),
        "indexed": current() is not None,
        "engine": connection.vendor,
        "versions": {
            "Python": platform.python_version(),
            connection.display_name: ".".join(map(str, connection.get_database_version())),
            **_versions(),
        },
    }


def _versions() -> dict[str, str]:
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def pages(options: Options) -> Found:
    """Rows page, words and fragment, after a warm-up with other cases."""
    values = _values(options)
    warm()
    seed, n, repeats = options["seed"], options["cases"], options["repeats"]
    words = max(len(SEARCHES), n // 4)
    others = islice(combined(values, Random(seed + 1)), n // 2)
    for case in (*others, *word_cases(values, seed + 1, words // 2)):
        ask(case.path)
    return {
        "page": time_pages(whole(page_cases(values, seed, n)), repeats),
        "words": time_pages(whole(word_cases(values, seed, words)), repeats),
        "fragment": time_pages(fragments(fragment_cases(values, seed, n)), repeats),
    }


def worker(options: Options) -> Found:
    values = _values(options)
    warm()
    return time_worker(values, options["seed"], options["seconds"])


def edit(options: Options) -> Found:
    """In this process, and over the network where `port` is that of a server."""
    events = _values(options).events[: options["edits"]]
    port = options.get("port")
    if port is None:
        return time_edits(events, lambda path: ask(path).body)
    return time_edits(events, lambda path: get(port, path))


def sql(options: Options) -> Found:
    values = _values(options)
    n = options["cases"]
    cases = [*page_cases(values, options["seed"], n), *word_cases(values, options["seed"], n // 5)]
    chosen = Random(options["seed"]).sample(cases, min(n, len(cases)))
    return compare_with_sql(chosen, options["repeats"], options["limit"])


def datasette(options: Options) -> Found:
    values = _values(options)
    n, seed = options["cases"], options["seed"]
    cases = [case for case in page_cases(values, seed, 5 * n) if query_of(case.chosen) is not None]
    chosen = Random(seed).sample(cases, min(n, len(cases)))
    file = Path(connection.settings_dict["NAME"])
    return time_datasette(options["port"], file, chosen, options["limit"])


def articles(options: Options) -> Found:
    return write_articles(Path(options["folder"]), options["articles"], options["seed"])


def ingest(options: Options) -> Found:
    return time_ingest(Path(options["folder"]), options["workers"])


def extraction(options: Options) -> Found:
    return time_extraction(Path(options["folder"]))


def _values(options: Options) -> Values:
    return read_values(Random(options["seed"]))


TASKS: dict[str, Callable[[Options], Found]] = {
    task.__name__: task
    for task in (
        size,
        pages,
        worker,
        edit,
        sql,
        datasette,
        articles,
        ingest,
        extraction,
    )
}


def main(arguments: list[str]) -> int:
    # What a library prints must not get between the figures.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    sys.stdout = sys.stderr
    try:
        found = TASKS[arguments[0]](json.load(sys.stdin))
    except NothingToMeasure as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    json.dump(found, out)
    out.close()
    return 0
