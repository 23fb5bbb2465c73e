"""dev.py: from a clean clone to a page, twice, and what it says when it cannot."""

import os
import runpy
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple

import pytest

import dev
from tests import conftest

ROOT = Path(dev.__file__).parent


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout without .venv, and what would install recorded instead."""
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("thing==1\n")
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    return requirements


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands dev.py would run; each ends well."""
    ran: list[list[str]] = []
    monkeypatch.setattr(dev, "run", lambda command, *rest, **options: ran.append(command) or 0)
    monkeypatch.setattr(dev, "set_up", lambda requirements: None)
    return ran


def test_an_older_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9"):
        runpy.run_path(str(ROOT / "dev.py"))


def test_a_python_without_venv_names_the_package(
    clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    with pytest.raises(SystemExit, match=f"apt-get install -y {package}"):
        dev.set_up(clean)


def test_requirements_are_installed_once_and_again_when_they_change(
    clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    dev.VENV.mkdir()
    (dev.VENV / "pyvenv.cfg").write_text("version = 3.11.7\n")
    monkeypatch.setattr(dev, "install", lambda requirements: installed.append(requirements.name))
    dev.set_up(clean)
    dev.set_up(clean)
    assert installed == ["requirements.txt"]
    clean.write_text("thing==2\n")
    dev.set_up(clean)
    (dev.VENV / "pyvenv.cfg").write_text("version = 3.12.1\n")
    dev.set_up(clean)
    assert installed == ["requirements.txt"] * 3


@pytest.mark.parametrize("uv", [None, "/usr/bin/uv"], ids=["pip", "uv"])
def test_hashes_are_always_checked(
    clean: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, uv: str | None
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: uv)
    dev.install(clean)
    assert commands[-1][-3:] == ["--require-hashes", "-r", str(clean)]
    assert (commands[-1][0] == uv) is bool(uv)


def test_pip_takes_over_where_uv_fails(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], *rest: object, **options: object) -> int:
        ran.append(command)
        return 2 if command[0] == "/usr/bin/uv" else 0

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/uv")
    dev.install(clean)
    assert ran[-1][:3] == [sys.executable, "-m", "pip"]


# --- the port ----------------------------------------------------------------------


@pytest.fixture
def taken() -> int:
    with socket.socket() as holder:
        holder.bind((dev.HOST, 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_a_taken_port_leads_to_the_next_free_one(
    taken: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "PORT", taken)
    assert dev.free_port(None) > taken
    assert f"Port {taken} is taken" in capsys.readouterr().out


def test_a_taken_port_that_was_asked_for_is_not_exchanged(taken: int) -> None:
    with pytest.raises(SystemExit, match=f"Port {taken} is taken. Choose another with --port"):
        dev.free_port(taken)


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1"])
def test_a_port_is_a_number(text: str) -> None:
    with pytest.raises(dev.argparse.ArgumentTypeError, match="from 1 to 65535"):
        dev.port_number(text)


# --- the tests ---------------------------------------------------------------------


def test_the_suite_runs_on_sqlite_and_again_on_postgresql(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATELINE_TEST_DATABASE", raising=False)
    assert dev.test([]) == 0
    first, probe, second = (command[1:] for command in commands)
    assert probe == ["-m", "tests.postgresql"]
    assert second == [*first, "-m", "database"]


def test_arguments_are_pytests_own(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_TEST_DATABASE", "sqlite")
    dev.test(["tests/test_edtf.py", "-x"])
    assert [command[1:] for command in commands] == [["-m", "pytest", "tests/test_edtf.py", "-x"]]


@pytest.mark.parametrize(("required", "status"), [("", 0), ("0", 0), ("1", 1)])
def test_a_missing_postgresql_fails_only_where_everything_has_to_be_there(
    monkeypatch: pytest.MonkeyPatch, required: str, status: int
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda requirements: None)
    monkeypatch.setattr(dev, "run", lambda command, *rest: int("tests.postgresql" in command))
    monkeypatch.delenv("DATELINE_TEST_DATABASE", raising=False)
    monkeypatch.setenv("DATELINE_REQUIRE_ALL", required)
    assert dev.test([]) == status


@pytest.mark.parametrize(
    ("required", "outcome"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)]
)
def test_what_is_missing_is_named_with_its_install_command(
    monkeypatch: pytest.MonkeyPatch, required: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("DATELINE_REQUIRE_ALL", required)
    with pytest.raises(outcome, match="Chromium is not installed: apt-get install -y chromium"):
        conftest.missing("Chromium", conftest.INSTALL_CHROMIUM)


def test_chromium_is_looked_for_where_the_environment_says_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "browser").touch()
    monkeypatch.setenv("DATELINE_CHROMIUM", str(tmp_path / "browser"))
    assert conftest.chromium_path() == str(tmp_path / "browser")
    monkeypatch.setenv("DATELINE_CHROMIUM", str(tmp_path / "none"))
    assert conftest.chromium_path() is None


# --- the demo ----------------------------------------------------------------------


class Demo(NamedTuple):
    data: Path
    first: str
    rows: str
    second: str
    rows_after: str


def start_demo(data: Path, *arguments: str) -> subprocess.Popen[str]:
    """dev.py demo with its data elsewhere, in the environment that is there already."""
    program = (
        "import sys, pathlib, dev; dev.set_up = lambda requirements: None;"
        "dev.PYTHON = pathlib.Path(sys.executable); sys.exit(dev.main(sys.argv[1:]))"
    )
    names = ("PATH", "HOME", "LANG")
    environment = {name: os.environ[name] for name in names if name in os.environ}
    environment |= {"DATELINE_DATA_DIR": str(data), "DATABASE_URL": "postgres://left/aside"}
    return subprocess.Popen(
        [sys.executable, "-c", program, "demo", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def dump(data: Path) -> str:
    with sqlite3.connect(data / "dateline.sqlite3") as connection:
        return "\n".join(connection.iterdump())


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    data = tmp_path_factory.mktemp("demo")
    outputs = []
    for _ in range(2):
        process = start_demo(data, "--no-serve")
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0, output
        outputs.append((output, dump(data)))
    (first, rows), (second, rows_after) = outputs
    return Demo(data, first, rows, second, rows_after)


def test_the_demo_takes_in_the_samples(demo: Demo) -> None:
    assert 'INSERT INTO "timeline_citation"' in demo.rows
    assert 'INSERT INTO "timeline_storyline"' in demo.rows
    assert "http://127.0.0.1:8000/" in demo.first


def test_a_second_demo_changes_nothing(demo: Demo) -> None:
    assert demo.rows_after == demo.rows


def test_the_password_is_printed_again_and_kept_private(demo: Demo) -> None:
    kept = demo.data / "curator-password.txt"
    assert kept.stat().st_mode & 0o777 == 0o600
    password = kept.read_text().strip()
    assert len(password) >= 12
    for output in (demo.first, demo.second):
        assert f"user curator, password {password}" in output
    assert "python3 dev.py changepassword curator" in demo.second


def test_the_demo_serves_until_ctrl_c(demo: Demo) -> None:
    with socket.socket() as probe:
        probe.bind((dev.HOST, 0))
        port = probe.getsockname()[1]
    process = start_demo(demo.data, "--port", str(port))
    body = b""
    deadline = time.monotonic() + 60
    while not body and time.monotonic() < deadline and process.poll() is None:
        try:
            body = urllib.request.urlopen(f"http://{dev.HOST}:{port}/", timeout=10).read()
        except OSError:
            time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    assert b"<html" in body, output
    assert process.returncode == 0
    assert "Traceback" not in output
    assert f"http://127.0.0.1:{port}/admin/" in output
