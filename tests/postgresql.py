"""A PostgreSQL server of our own in a temporary folder, run by an ordinary user."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

INSTALL = "apt-get install -y postgresql"
_FOLDER_VARIABLE = "DATELINE_TEST_SERVER"


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, newest version first, or None."""
    found = shutil.which("initdb")
    # Where it really is: a link to it need not have all the others beside it.
    if found and (Path(found).resolve().parent / "pg_ctl").exists():
        return Path(found).resolve().parent
    places = [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        *Path("/opt/homebrew/opt").glob("postgresql@*/bin"),
        *Path("/usr/local/opt").glob("postgresql@*/bin"),
    ]
    whole = [place for place in places if (place / "initdb").exists()]
    return max(whole, key=_version, default=None)


def _version(folder: Path) -> int:
    digits = "".join(letter for letter in folder.parent.name if letter.isdigit())
    return int(digits or 0)


def shared_folder() -> Path:
    """The folder of the run's server: made by the first process, handed to its workers."""
    if _FOLDER_VARIABLE not in os.environ:
        os.environ[_FOLDER_VARIABLE] = str(new_folder())
    return Path(os.environ[_FOLDER_VARIABLE])


def new_folder() -> Path:
    # Short, and not under pytest's own folder: the path of a socket has 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    if (user := _user()) is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    return folder


def url(folder: Path, database: str = "postgres") -> str:
    return f"postgres://postgres@/{database}?host={folder}"


def start(folder: Path) -> None:
    """Make a cluster in `folder` and start it on a socket there. Raises CalledProcessError."""
    _run("initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
    resume(folder)


def start_standby(folder: Path, primary: Path) -> None:
    """Copy the running server of `primary` to `folder`, and start it there to follow that."""
    connection = ("-h", str(primary), "-U", "postgres")
    _run("pg_basebackup", *connection, "-D", f"{folder}/data", "-R", "-c", "fast", "-N")
    resume(folder)


def resume(folder: Path) -> None:
    """Start the server that is in `folder`."""
    # What it learns of the few rows of one test makes the queries of the next take minutes.
    options = f"-k {folder} -h '' -F -c autovacuum=off"
    _run("pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-w", "-o", options, "start")


def halt(folder: Path) -> None:
    _run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")


def stop(folder: Path) -> None:
    halt(folder)
    shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    place = binaries()
    if place is None:
        raise FileNotFoundError(f"PostgreSQL is not installed: {INSTALL}")
    # pg_ctl's child keeps a pipe open for ever, so the output is not read through one.
    subprocess.run(
        [place / program, *arguments],
        check=True,
        user=_user(),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def _user() -> str | None:
    """Whom to run the server as: PostgreSQL refuses root. None: who we are."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


if __name__ == "__main__":
    sys.exit(None if binaries() else f"PostgreSQL is not installed: {INSTALL}")
