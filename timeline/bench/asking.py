"""One request through the whole of the web application, without a network."""

import gzip
import io
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db import connections

from timeline.browse.kept_answers import KeptAnswer
from timeline.wsgi import application

HOST = "127.0.0.1"
FRAGMENT = {"HX-Request": "true", "HX-Target": "view"}
MORE = {"HX-Request": "true", "HX-Target": "more"}
_EVENT = re.compile(rb'<article class="event')


@dataclass(frozen=True, slots=True)
class Reply:
    """`seconds` on the server, `busy` of its processor, `body` uncompressed. `kept`: it was made
    before, and sent again."""

    status: int
    seconds: float
    busy: float
    queries: int
    body: bytes
    kept: bool = False

    @property
    def events(self) -> int:
        return len(_EVENT.findall(self.body))


class Unanswered(Exception):
    """A page that should be there is not."""


def ask(path: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Raises Unanswered for anything but 200."""
    environ = _environ(path, headers or {})
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(
        status: str, answered: list[tuple[str, str]], error: Any = None, /
    ) -> Callable[[bytes], object]:
        started.append((status, answered))
        return unwritten

    with counted_queries() as count:
        began, worked = time.perf_counter(), time.process_time()
        answer = application(environ, start_response)
        try:
            body = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        seconds, busy = time.perf_counter() - began, time.process_time() - worked
    status, answered = started[0]
    if not status.startswith("200"):
        raise Unanswered(f"{path} answers {status}")
    if dict(answered).get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    kept = isinstance(answer, KeptAnswer)
    return Reply(int(status[:3]), seconds, busy, count(), body, kept)


def unwritten(piece: bytes) -> None:
    """What WSGI offers for writing piece by piece; Django never takes it."""


def _environ(path: str, headers: Mapping[str, str]) -> dict[str, Any]:
    parts = urlsplit(path)
    sent = {"Host": HOST, "Accept-Encoding": "gzip", **headers}
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(parts.path),
        "QUERY_STRING": parts.query,
        "REMOTE_ADDR": HOST,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in sent.items()},
    }


@contextmanager
def counted_queries() -> Iterator[Callable[[], int]]:
    """Yields what tells how many queries there were so far."""
    n = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal n
        n += 1
        return execute(*arguments)

    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(count))
        yield lambda: n
