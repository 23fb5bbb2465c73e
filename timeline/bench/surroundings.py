"""Processes of Dateline as in production, and the databases they are given."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from timeline.bench.limits import POSTGRESQL, SQLITE

ROOT: Path = settings.BASE_DIR
_FILE = "dateline.sqlite3"


class Failed(Exception):
    """A process that measures or makes something ended badly; the message says which."""


@dataclass(frozen=True, slots=True)
class Target:
    """A database: what the environment of a process says to use it.

    `file` is None for a database on a server.
    """

    engine: str
    environment: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None


def configured() -> Target:
    """The database that the settings of this process name."""
    database: dict[str, Any] = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        return in_file(Path(database["NAME"]))
    return Target(POSTGRESQL, {"DATABASE_URL": os.environ["DATABASE_URL"]})


def in_file(file: Path) -> Target:
    # Four slashes, then the path from the root.
    return Target(SQLITE, {"DATABASE_URL": f"sqlite:///{file.resolve()}"}, file.resolve())


def in_folder(folder: Path) -> Target:
    return in_file(folder / _FILE)


@contextmanager
def production() -> Iterator[dict[str, str]]:
    """The environment of a server that answers plain requests on this machine alone.

    Static files are collected for it, since pages name them by their hash.
    """
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "timeline.settings",
            "DEBUG": "0",
            "DATABASE_REPLICAS": "",  # of another database than the one measured
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": "127.0.0.1",
            "SECURE_SSL_REDIRECT": "0",
            "COOKIE_SECURE": "0",
            "HSTS_SECONDS": "0",
            "STATIC_ROOT": folder,
        }
        # Nobody opens the admin here, and its files take the longest.
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0", "--ignore", "admin")
        yield environment


def manage(environment: Mapping[str, str], *arguments: str) -> None:
    """Run a command of manage.py, quietly. Raises Failed."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise Failed(f"manage.py {arguments[0]} failed; the reason is above.")


def measured_in_a_process(
    task: str, options: Mapping[str, Any], environment: Mapping[str, str]
) -> dict[str, Any]:
    """What a task of `timeline.bench.tasks` finds, in a fresh process. Raises Failed."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline.bench", task],
        input=json.dumps(options).encode(),
        env=dict(environment),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise Failed(f"Measuring “{task}” failed; the reason is above.")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
