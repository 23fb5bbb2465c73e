"""The road to production, walked: the image's own command on a real PostgreSQL."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOST = "timeline.example.org"
COMPOSE = (ROOT / "docker-compose.yml").read_text()
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**values: str) -> dict[str, str]:
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in names if name in os.environ} | values


def manage(settings: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def settings(postgresql_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment(
        DATABASE_URL=postgresql_url,
        SECRET_KEY="aBcDeFgHiJ0123456789" * 3,
        ALLOWED_HOSTS=HOST,
        TRUST_PROXY_HEADER="1",
        STATIC_ROOT=str(tmp_path_factory.mktemp("static")),
        PORT=str(free_port()),
    )


@pytest.fixture(scope="module")
def server(settings: dict[str, str]) -> Iterator[str]:
    """Migrated and started as docker-compose.yml and the Dockerfile do it."""
    manage(settings, "collectstatic", "--noinput")
    manage(settings, "migrate", "--noinput")
    command = json.loads(re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.M)[-1])
    program = Path(sys.executable).with_name(command[0])
    process = subprocess.Popen([program, *command[1:]], cwd=ROOT, env=settings)
    address = f"http://127.0.0.1:{settings['PORT']}"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            get(f"{address}/healthz")
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    assert process.wait(timeout=30) == 0


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object) -> None:
        return None


def get(url: str, **headers: str) -> tuple[int, Message, bytes]:
    sent = {"Host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    opener = urllib.request.build_opener(Stay)
    try:
        with opener.open(urllib.request.Request(url, headers=sent), timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def test_it_says_that_it_is_well(server: str) -> None:
    assert get(f"{server}/healthz")[::2] == (200, b"ok\n")


def test_the_probe_of_the_container_agrees(server: str, settings: dict[str, str]) -> None:
    command = json.loads(re.findall(r"^    CMD (\[.*\])$", DOCKERFILE, re.M)[0])
    assert command[0] == "python"
    for port, expected in ((settings["PORT"], 0), (str(free_port()), 1)):
        probed = subprocess.run(
            [sys.executable, *command[1:]],
            cwd=ROOT,
            env=settings | {"PORT": port},
            stderr=subprocess.DEVNULL,
        )
        assert probed.returncode == expected


def test_a_public_page_comes_with_the_strict_policy(server: str) -> None:
    status, headers, body = get(f"{server}/", X_Forwarded_Proto="https")
    assert status == 200
    assert b"<html" in body
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_plain_request_is_sent_to_https(server: str) -> None:
    status, headers, _ = get(f"{server}/")
    assert (status, headers["Location"]) == (301, f"https://{HOST}/")


def test_another_host_name_is_refused(server: str) -> None:
    assert get(f"{server}/", Host="elsewhere.example", X_Forwarded_Proto="https")[0] == 400


def test_static_files_are_compressed_and_kept_for_ever(
    server: str, settings: dict[str, str]
) -> None:
    manifest = json.loads((Path(settings["STATIC_ROOT"]) / "staticfiles.json").read_text())
    hashed = manifest["paths"]["admin/css/base.css"]
    status, headers, body = get(
        f"{server}/static/{hashed}", X_Forwarded_Proto="https", Accept_Encoding="br"
    )
    assert (status, headers["Content-Encoding"]) == (200, "br")
    assert "immutable" in headers["Cache-Control"]
    assert len(body) < (Path(settings["STATIC_ROOT"]) / hashed).stat().st_size / 2


def test_without_its_database_it_says_so(settings: dict[str, str]) -> None:
    gone = settings | {"DATABASE_URL": "postgres://postgres@/postgres?host=/nowhere"}
    program = (
        "import django; django.setup(); from django.test import RequestFactory;"
        "from timeline.health import healthz;"
        "answer = healthz(RequestFactory().get('/healthz'));"
        "print(answer.status_code, answer.content.decode())"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=gone | {"DJANGO_SETTINGS_MODULE": "timeline.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.startswith("503 The database does not answer.")


def test_compose_holds_no_secret() -> None:
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "ALLOWED_HOSTS"):
        values = re.findall(rf"^\s+{name}: (.*)$", COMPOSE, re.M)
        assert all(value.startswith(f"${{{name}:?") for value in values)
    assert "://dateline:${POSTGRES_PASSWORD:?" in COMPOSE


def test_the_example_names_what_compose_asks_for() -> None:
    asked = set(re.findall(r"\$\{(\w+)", COMPOSE))
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.M)) == asked
