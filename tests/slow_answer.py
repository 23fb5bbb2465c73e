"""A program whose answer takes longer than a worker may be silent: for test_gunicorn.py."""

import time
from collections.abc import Callable, Iterator
from typing import Any

PIECES = 5
PAUSE = 0.6


def application(environ: dict[str, Any], start_response: Callable) -> Iterator[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    for _ in range(PIECES):
        time.sleep(PAUSE)
        yield b"piece\n"
