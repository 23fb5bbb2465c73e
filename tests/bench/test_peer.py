"""Our filters in the terms of Datasette, and a page that takes too long."""

import http.server
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.browse.make import actor
from timeline.bench.cases import Case
from timeline.bench.peer import FACETS, query_of, time_datasette
from timeline.browse.filters import Filter
from timeline.edtf import parse

YEAR = parse("2022")


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        (Filter(), {"_sort_desc": ["sort_key"], "_facet": list(FACETS)}),
        (Filter(order="oldest"), {"_sort": ["sort_key"]}),
        (
            Filter(start=YEAR, end=YEAR),
            {"earliest__lte": ["2022-12-31"], "latest__gte": ["2022-01-01"]},
        ),
        (
            Filter(start=YEAR, end=YEAR, certain=True),
            {"latest__lte": ["2022-12-31"], "earliest__gte": ["2022-01-01"]},
        ),
        (Filter(undated=True), {"earliest__isnull": ["1"], "latest__isnull": ["1"]}),
        (Filter(types=("AID", "none")), {"type__in": ['["AID", ""]']}),
        (Filter(evidence=("agree",)), {"origin_count__gte": ["2"], "has_conflict": ["0"]}),
        (Filter(before=17), {"sort_key__lt": ["17"]}),
        (Filter(search="grain"), {"search_text__contains": [" grain "]}),
    ],
)
def test_a_filter_that_datasette_has_is_asked_in_its_terms(
    chosen: Filter, asked: dict[str, list[str]]
) -> None:
    found = parse_qs(query_of(chosen) or "")
    assert {name: found.get(name) for name in asked} == asked


@pytest.mark.django_db
def test_an_actor_is_asked_for_through_the_table_between() -> None:
    pk = actor("russia", "Russia").pk
    found = parse_qs(query_of(Filter(actors=("russia",))) or "")
    assert f'"value": "{pk}"' in found["_through"][0]


@pytest.mark.parametrize(
    "chosen",
    [
        Filter(speakers=("~article",)),
        Filter(standings=("denied",)),
        Filter(sources=("meridian-post",)),
        Filter(known=YEAR),
        Filter(after=17),
        Filter(actors=("a", "b")),
        Filter(actors=("a", "b"), match="any"),
        Filter(search="grain -corn"),
    ],
)
def test_a_filter_that_datasette_has_not_is_left_out(chosen: Filter) -> None:
    assert query_of(chosen) is None


class Slow(http.server.BaseHTTPRequestHandler):
    """Counts given up for one page, no answer in time for the next."""

    asked = 0

    def do_GET(self) -> None:
        Slow.asked += 1
        if Slow.asked == 2:
            time.sleep(0.4)
        body = b"<p>These facets timed out: type</p>" if Slow.asked == 1 else b"<p>50 rows</p>"
        with suppress(ConnectionError):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


def test_a_page_without_counts_or_without_an_answer_is_counted() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        cases = [Case("no filter", Filter())] * 3
        found = time_datasette(server.server_port, Path("events.sqlite3"), cases, limit=0.2)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert (found["cases"], found["over_limit"], found["without_all_counts"]) == (3, 1, 1)
    assert found["datasette"]["most"] == pytest.approx(200)
