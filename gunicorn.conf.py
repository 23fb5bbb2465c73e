"""How gunicorn serves Dateline. GUNICORN_CMD_ARGS overrides any of it."""

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"

# One blocking request a worker: threads made whole pages slower when measured.
worker_class = "sync"
_processes = os.environ.get("WEB_CONCURRENCY", "2").strip()
if not _processes.isdecimal() or int(_processes) < 1:
    sys.exit(f"Dateline cannot start: WEB_CONCURRENCY={_processes!r}: write a number from 1 up.")
workers = int(_processes)

# Load once, then fork: workers share memory, and a bad setting stops the start with its
# sentence instead of restarting workers for ever.
preload_app = True

# For a page, and for each piece of an export, which as a whole may take longer.
timeout = 30
max_requests = 10_000
max_requests_jitter = 1_000

# The heartbeat must not wait for a disk; nobody talks to the control socket.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True

accesslog = "-"
errorlog = "-"


class Alive:
    """The body of an answer, which with each piece tells the master that its worker lives."""

    def __init__(self, body: Iterable[bytes], notify: Callable[[], None]) -> None:
        self.body, self.notify = body, notify

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.body:
            self.notify()
            yield piece

    def close(self) -> None:
        if hasattr(self.body, "close"):
            self.body.close()


def post_worker_init(worker: Any) -> None:
    # Only once Dateline is loaded, whose settings it asks.
    if "timeline.wsgi" in sys.modules:
        importlib.import_module("timeline.browse.index.warm").warm()
    answer = worker.wsgi

    def answering(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        body = answer(environ, start_response)
        # gunicorn knows files by their type, and sends them by itself.
        if isinstance(body, environ["wsgi.file_wrapper"]):
            return body
        return Alive(body, worker.notify)

    worker.wsgi = answering
