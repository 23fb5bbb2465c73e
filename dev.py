#!/usr/bin/env python3
"""From a clean clone to a running Dateline, with Python 3.11 or newer and nothing else.

python3 dev.py demo [--port N] [--no-serve]   set up, ingest samples/, serve on 127.0.0.1
python3 dev.py evaluate FOLDER                measure on annotated texts (docs/accuracy.md)
python3 dev.py test [pytest arguments]        the whole suite; without arguments in parallel
python3 dev.py ANYTHING ELSE                  passed on to manage.py, for example
                                              python3 dev.py ingest my-articles/
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said before anything newer is imported
    sys.exit(
        "Dateline needs Python 3.11 or newer, and this is Python {}.{}. "
        "Try python3.11 dev.py, or a newer one you have.".format(*sys.version_info[:2])
    )

import argparse
import hashlib
import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = ROOT / "requirements.txt"
TEST_REQUIREMENTS = ROOT / "requirements-test.txt"
HOST = "127.0.0.1"
PORT = 8000
CURATOR = "curator"
NO_TESTS = 5  # pytest's exit status when nothing was selected


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print((__doc__ or "").strip())
        return 0
    command, rest = arguments[0], arguments[1:]
    if command == "demo":
        return demo(rest)
    if command == "test":
        return test(rest)
    # Measuring needs what the tests need: the commands of users do not.
    set_up(TEST_REQUIREMENTS if command == "evaluate" else REQUIREMENTS)
    return replace_by_manage(arguments, development())


# --- the environment ---------------------------------------------------------------


def set_up(requirements: Path) -> None:
    """Make .venv hold the pinned requirements. Nothing to do when its stamp says so."""
    if not venv_works():
        make_venv()
    stamp = stamp_of(requirements)
    if stamp.exists() and stamp.read_text() == fingerprint(requirements):
        return
    say(f"Installing {requirements.name} into .venv")
    install(requirements)
    stamp.write_text(fingerprint(requirements))
    if requirements == TEST_REQUIREMENTS:  # it holds all of requirements.txt
        stamp_of(REQUIREMENTS).write_text(fingerprint(REQUIREMENTS))


def stamp_of(requirements: Path) -> Path:
    return VENV / f"installed-{requirements.stem}"


def fingerprint(requirements: Path) -> str:
    """Changes with the requirements and with the Python that .venv was made from."""
    made_from = (VENV / "pyvenv.cfg").read_bytes()
    return hashlib.sha256(requirements.read_bytes() + made_from).hexdigest()


def venv_works() -> bool:
    if not PYTHON.exists() or not (VENV / "pyvenv.cfg").exists():
        return False
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", check], check=False).returncode == 0


def make_venv() -> None:
    if VENV.exists():
        say("The .venv here does not work any more; making it anew")
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    if uv:
        say("Making .venv with uv")
        made = run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
        if made == 0:
            return
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            "This Python cannot make virtual environments: its venv or ensurepip is missing.\n"
            f"On Debian or Ubuntu: apt-get install -y python{version}-venv"
        )
    say("Making .venv")
    if run([sys.executable, "-m", "venv", str(VENV)]) != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit("Making .venv failed; the reason is above.")


def install(requirements: Path) -> None:
    """With uv when it is there and able, else with pip; hashes are checked by both."""
    uv = shutil.which("uv")
    hashed = ["--quiet", "--require-hashes", "-r", str(requirements)]
    if uv:
        if run([uv, "pip", "install", "--python", str(PYTHON), *hashed]) == 0:
            return
        say("uv could not install them; trying pip")
    if run([str(PYTHON), "-c", "import pip"], quiet=True) != 0:
        run([str(PYTHON), "-m", "ensurepip", "--upgrade"], quiet=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]
    if run([*pip, "install", *hashed]) != 0:
        sys.exit(f"{requirements.name} could not be installed; the reason is above.")


# --- demo --------------------------------------------------------------------------


def demo(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py demo", description="Set up and serve samples/.")
    parser.add_argument("--no-serve", action="store_true", help="stop before serving")
    parser.add_argument("--port", type=port_number, help=f"{PORT}, or the next free one")
    options = parser.parse_args(arguments)
    set_up(REQUIREMENTS)
    environment = development()
    if environment.pop("DATABASE_URL", None):
        say("DATABASE_URL is left aside: the demo keeps to its own SQLite file")
    manage(["migrate", "--verbosity", "0"], environment, must=True)
    ingested = manage(["ingest", "samples"], environment)
    if ingested == 1:
        say("Some of the samples could not be taken in, as said above; going on")
    elif ingested != 0:
        return ingested
    storylines = ROOT / "samples" / "storylines.json"
    if storylines.exists():
        manage(["load_storylines", str(storylines)], environment, must=True)
    account = curator_account(environment)
    port = PORT if options.no_serve else free_port(options.port)
    address = f"http://{HOST}:{port}/"
    print(f"\nThe timeline: {address}\nThe admin:    {address}admin/   {account}", flush=True)
    if options.no_serve:
        print("To serve it:  python3 dev.py demo")
        return 0
    print("Ctrl-C ends it.\n", flush=True)
    environment["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    return replace_by_manage(["runserver", "--noreload", f"{HOST}:{port}"], environment)


def curator_account(environment: dict[str, str]) -> str:
    """Make the local account on the first run; say its password as long as it is known."""
    kept = Path(environment.get("DATELINE_DATA_DIR") or ROOT / "var") / "curator-password.txt"
    known = kept.exists()
    password = kept.read_text().strip() if known else secrets.token_urlsafe(12)
    names = ["--username", CURATOR, "--email", "curator@localhost"]
    made = subprocess.run(
        [str(PYTHON), "manage.py", "createsuperuser", "--noinput", *names],
        cwd=ROOT,
        env=environment | {"DJANGO_SUPERUSER_PASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
    )
    reset = f"python3 dev.py changepassword {CURATOR}"
    if made.returncode == 0:
        write_private(kept, password + "\n")
        return f"user {CURATOR}, password {password}"
    if "already taken" not in made.stderr:
        sys.exit(f"The curator account could not be made:\n{made.stderr}")
    if known:
        return f"user {CURATOR}, password {password} (unless changed since; to reset: {reset})"
    return f"user {CURATOR} with the password you know (to reset: {reset})"


def write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)


def port_number(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r}: write a number from 1 to 65535")


def free_port(wanted: int | None) -> int:
    """The port asked for or nothing; without a wish the first free one from 8000 on."""
    if wanted:
        if not is_free(wanted):
            sys.exit(f"Port {wanted} is taken. Choose another with --port, or leave it out.")
        return wanted
    for port in range(PORT, PORT + 100):
        if is_free(port):
            if port != PORT:
                say(f"Port {PORT} is taken; using {port}")
            return port
    sys.exit(f"No port from {PORT} to {PORT + 99} is free. Choose one with --port.")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # as the server does: a port just left counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


# --- tests -------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """The suite on SQLite, then what touches the database once more on PostgreSQL.

    DATELINE_TEST_DATABASE asks for one database only; DATELINE_REQUIRE_ALL=1 makes a
    missing browser or PostgreSQL a failure.
    """
    set_up(TEST_REQUIREMENTS)
    environment = dict(os.environ)
    parallel = [] if arguments else ["-n", "auto", "--maxprocesses", "4"]
    suite = [str(PYTHON), "-m", "pytest", *parallel, *arguments]
    if environment.get("DATELINE_TEST_DATABASE"):
        return run(suite, environment)
    say("The whole suite, on SQLite")
    status = run(suite, environment)
    if status not in (0, NO_TESTS) or run([str(PYTHON), "-m", "tests.postgresql"]) != 0:
        required = environment.get("DATELINE_REQUIRE_ALL", "0") not in ("", "0")
        return status or int(required)
    say("What touches the database, on PostgreSQL")
    chosen = [] if "-m" in arguments else ["-m", "database"]
    environment["DATELINE_TEST_DATABASE"] = "postgresql"
    again = run([*suite, *chosen], environment)
    return status if again in (0, NO_TESTS) else again


# --- running things ----------------------------------------------------------------


def development() -> dict[str, str]:
    return {"DEBUG": "1"} | os.environ


def manage(arguments: list[str], environment: dict[str, str], must: bool = False) -> int:
    status = run([str(PYTHON), "manage.py", *arguments], environment)
    if must and status != 0:
        sys.exit(f"manage.py {arguments[0]} failed; the reason is above.")
    return status


def replace_by_manage(arguments: list[str], environment: dict[str, str]) -> int:
    """Become manage.py, so that Ctrl-C and signals reach it alone. The caller's folder stays."""
    command = [str(PYTHON), str(ROOT / "manage.py"), *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return run(command, environment, folder=Path.cwd())


def run(
    command: list[str],
    environment: dict[str, str] | None = None,
    quiet: bool = False,
    folder: Path = ROOT,
) -> int:
    silent = subprocess.DEVNULL if quiet else None
    return subprocess.run(
        command, cwd=folder, env=environment, stdout=silent, stderr=silent, check=False
    ).returncode


def say(sentence: str) -> None:
    print(f"— {sentence}", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
