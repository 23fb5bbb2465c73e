"""gunicorn as deployment starts it, on a port of this machine alone."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from timeline.bench.memory import children_of
from timeline.bench.surroundings import ROOT, Failed

HOST = "127.0.0.1"
_START_SECONDS = 120
_END_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: int

    def workers(self) -> list[int]:
        return children_of(self.process)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(environment: Mapping[str, str], workers: int) -> Iterator[Server]:
    """Ended at the end. Raises Failed when it does not start.

    Workers are not replaced after some requests, as they are in production: what they gather
    in memory must show.
    """
    port = free_port()
    options = {
        "--bind": f"{HOST}:{port}",
        "--workers": str(workers),
        "--max-requests": "0",
        "--access-logfile": os.devnull,
        "--log-level": "warning",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "timeline.wsgi", *chain(*options.items())],
        cwd=ROOT,
        env=dict(environment),
    )
    try:
        _await(process, port)
        yield Server(port, process.pid)
    finally:
        stop(process)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Gently, and after some patience not."""
    process.terminate()
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _await(process: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            get(port, "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Failed("gunicorn did not start; the reason is above.")


def get(port: int, path: str) -> bytes:
    """Over a connection of its own. Raises OSError for no answer or another than 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=_START_SECONDS)
    try:
        connection.request("GET", path, headers={"Host": HOST})
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        raise OSError(f"{path} answers {answer.status}")
    return body
