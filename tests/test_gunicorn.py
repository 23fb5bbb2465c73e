"""An export may take longer than the limit for a page: what was sent is a sign of life."""

import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.slow_answer import PAUSE, PIECES
from tests.test_deployment import ROOT, environment, free_port


def test_an_answer_in_pieces_outlives_the_limit_for_a_page() -> None:
    limit = 2
    assert PAUSE < limit < PIECES * PAUSE
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--timeout", str(limit), "--workers", "1"]
    process = subprocess.Popen(
        [*command, "tests.slow_answer:application"], cwd=ROOT, env=environment(PORT=str(port))
    )
    try:
        assert answer(f"http://127.0.0.1:{port}/") == b"piece\n" * PIECES
    finally:
        process.terminate()
        process.wait(timeout=30)


def answer(address: str) -> bytes:
    """As soon as somebody listens."""
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as found:
                return found.read()
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
