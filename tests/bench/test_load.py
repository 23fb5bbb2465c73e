"""When a run under load counts as failed, and how clients count."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest

from tests.bench import made
from timeline.bench.clients import NO_ANSWER, Client, drive
from timeline.bench.load import Watch, grows, growth
from timeline.bench.load_report import faults, load_lines
from timeline.bench.memory import children_of, memory_of, read_rollup
from timeline.bench.server import Server, free_port

MINUTES = range(0, 600, 5)


def test_ten_quiet_minutes_are_no_fault() -> None:
    assert faults(made.load()) == []
    assert list(load_lines(made.load()))[-1] == "No error, and no growth of memory."


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param(lambda s: 400.0, False, id="steady"),
        pytest.param(lambda s: min(400.0, 200 + s), False, id="fills its stores in the first half"),
        pytest.param(lambda s: 400 + 15 * (s // 5 % 2), False, id="goes up and down"),
        pytest.param(lambda s: 400 + s / 60, False, id="a megabyte a minute may be chance"),
        pytest.param(lambda s: 400 + s / 5, True, id="a leak"),
        pytest.param(lambda s: 400 + max(0, s - 300) / 5, True, id="a leak that begins late"),
        pytest.param(lambda s: 600 - s / 5, False, id="falls"),
    ],
)
def test_only_what_grows_through_the_second_half_is_growth(sizes: Any, expected: bool) -> None:
    points = [(second, sizes(second)) for second in MINUTES]
    assert grows(points) is expected
    found = faults(made.load(memory=points, growth=growth(points)))
    assert bool(found) is expected


def test_a_small_server_may_move_by_some_megabytes_all_the_same() -> None:
    assert not grows([(second, 60 + second / 75) for second in MINUTES])
    assert grows([(second, 60 + second / 20) for second in MINUTES])


def test_in_a_short_run_growth_cannot_be_told() -> None:
    points = [(second, 200.0 + second) for second in range(0, 120, 5)]
    assert not grows(points)
    said = list(load_lines(made.load(memory=points)))[-1]
    assert said == "No error; whether memory grows shows after 5 minutes."


def test_without_samples_nothing_grows() -> None:
    assert growth([]) == 0
    assert not grows([])
    assert "does not tell" in "\n".join(load_lines(made.load(memory=[])))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"statuses": {"200": 5, "500": 2}, "wrong": ["/: 500"]}, "2 requests were not answered"),
        ({"statuses": {"200": 5, NO_ANSWER: 1}, "wrong": ["/: timed out"]}, "1 requests were not"),
        ({"requests": 0, "statuses": {}, "times": None}, "not one answer"),
        ({"workers_ended": 1}, "1 workers ended"),
        ({"edits": {"edits": 3, "answers": 9, "stale": 1}}, "1 answers were without an edit"),
    ],
)
def test_every_fault_is_said(changes: dict[str, Any], said: str) -> None:
    (found,) = faults(made.load(**changes))
    assert said in found
    assert list(load_lines(made.load(**changes)))[-1] == found


class Answers(http.server.BaseHTTPRequestHandler):
    """404 for events, 304 for an ETag it gave, 200 for the rest."""

    returns: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        known = self.headers.get("If-None-Match")
        status = 304 if known else 404 if self.path.startswith("/events/") else 200
        self.returns.extend([known] if known else [])
        self.send_response(status)
        self.send_header("ETag", f'"{self.path}"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def answering() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_client_counts_answers_by_status_and_comes_back_with_the_etag() -> None:
    stopped = threading.Event()
    with answering() as port:
        client = Client(port, 0, 1)
        thread = threading.Thread(target=drive, args=(client, made.values(), stopped))
        thread.start()
        while sum(client.tally.statuses.values()) < 300 and thread.is_alive():
            pass
        stopped.set()
        thread.join()
    tally = client.tally
    assert tally.statuses.keys() == {"200", "304", "404"}
    assert tally.statuses.total() == len(tally.times)
    assert len(tally.wrong) == tally.statuses["404"]
    assert all(line.startswith("/events/") for line in tally.wrong)
    assert all(tag.startswith('"/') for tag in Answers.returns)


def test_no_answer_is_counted_and_the_client_goes_on() -> None:
    client = Client(free_port(), 0, 1)
    assert client.ask("/", {}) == ""
    assert client.ask("/", {}) == ""
    assert client.tally.statuses == {NO_ANSWER: 2}
    assert "ConnectionRefused" in client.tally.wrong[0]


ROLLUP = """00400000-7fff Rollup [rollup]
Rss:              204800 kB
Pss:              102400 kB
Anonymous:         51200 kB
"""


def test_memory_is_read_in_megabytes() -> None:
    found = read_rollup(ROLLUP)
    assert (found.rss, found.pss, found.own) == (200, 100, 50)


def test_of_a_process_that_is_gone_nothing_is_told() -> None:
    assert memory_of("no-such-process") is None
    assert children_of(2**30) == []


def test_a_worker_that_goes_away_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    running = iter([[1, 2], [1, 2], [1, 3]])
    monkeypatch.setattr(Server, "workers", lambda self: next(running))
    monkeypatch.setattr("timeline.bench.load.memory_of", lambda worker: read_rollup(ROLLUP))
    watch = Watch()
    for second in range(3):
        watch.look(second, Server(0, 0))
    assert watch.ended == 1
    assert watch.points == [(0, 200), (1, 200), (2, 200)]
    assert watch.largest == 200
