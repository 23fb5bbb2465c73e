"""Commands that are stopped, and those whose output nobody reads on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ingest.articles import QUAKE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(tmp_path: Path):
    """`start("extract", "news")` beside a folder of many articles, not waited for."""
    (tmp_path / "news").mkdir()
    for number in range(600):
        (tmp_path / f"news/{number}.txt").write_text(
            QUAKE.replace("Turkey", f"Turkey {number}") * 9
        )
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {"DEBUG": "1", "DATELINE_DATA_DIR": str(tmp_path / "var")}
    environment["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
    started: list[subprocess.Popen[bytes]] = []

    def start_command(*arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start_command
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def workers_of(session: int) -> set[int]:
    """The processes of a session besides its first."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "-s", str(session)], capture_output=True, check=False
    )
    return {int(pid) for pid in listed.stdout.split()} - {session}


def wait_for_output(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout
    assert process.stdout.readline()


def test_a_reader_that_goes_away_ends_the_command_quietly(start) -> None:
    process = start("extract", "news")
    wait_for_output(process)
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == b""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_workers_without_tracebacks(start, sign: signal.Signals) -> None:
    process = start("extract", "news", "--workers", "2")
    wait_for_output(process)
    # Ctrl-C reaches the whole terminal, a SIGTERM the command alone.
    (os.killpg if sign is signal.SIGINT else os.kill)(process.pid, sign)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told == b"CommandError: Interrupted.\n"


def test_an_interrupt_while_workers_start_shows_no_traceback(start) -> None:
    process = start("extract", "news", "--workers", "2")
    until = time.monotonic() + 30
    while len(workers_of(process.pid)) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in told


@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_workers_end_when_their_parent_was_killed(start, command: str) -> None:
    if command == "ingest":
        assert start("migrate", "-v0").wait(120) == 0
    process = start(command, "news", "--workers", "2")
    until = time.monotonic() + 30
    while len(workers_of(process.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1)
    process.kill()
    process.wait(10)
    until = time.monotonic() + 20
    while workers_of(process.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not workers_of(process.pid)
