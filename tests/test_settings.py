"""Settings from the environment: good ones are taken, bad ones are refused in a sentence."""

import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": "aBcDeFgHiJ0123456789" * 3,
    "ALLOWED_HOSTS": "timeline.example.org, .example.net",
}
NAMES = (
    *("DATABASE_URL", "DATELINE_DATA_DIR", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS"),
    *("CSRF_TRUSTED_ORIGINS", "SECURE_SSL_REDIRECT", "TRUST_PROXY_HEADER", "HSTS_SECONDS"),
    *("STATIC_ROOT", "COOKIE_SECURE", "WEB_CONCURRENCY", "DATABASE_REPLICAS", "CONN_MAX_AGE"),
)

REPLICATED = {"DATABASE_URL": "postgres://u:pw@host/name"}


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """The settings under a given environment and nothing else of ours."""

    def settings(**environment: str) -> dict[str, Any]:
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"DATELINE_DATA_DIR": str(tmp_path), **environment}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "timeline" / "settings.py"))

    return settings


def test_development_needs_nothing(load) -> None:
    settings = load(DEBUG="1")
    assert "127.0.0.1" in settings["ALLOWED_HOSTS"]
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SESSION_COOKIE_SECURE"] is False


def test_production_is_the_default_and_is_strict(load) -> None:
    settings = load(**PRODUCTION)
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["timeline.example.org", ".example.net"]
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert "SECURE_PROXY_SSL_HEADER" not in settings
    assert "CompressedManifest" in settings["STORAGES"]["staticfiles"]["BACKEND"]


def test_cookies_stay_on_https_where_a_proxy_does_the_redirect(load) -> None:
    settings = load(**PRODUCTION, SECURE_SSL_REDIRECT="0")
    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is True
    assert load(**PRODUCTION, COOKIE_SECURE="0")["SESSION_COOKIE_SECURE"] is False


def test_nothing_inline_and_nothing_from_elsewhere_may_load(load) -> None:
    directives = load(**PRODUCTION)["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    allowed = {value for values in directives.values() for value in values}
    assert directives["default-src"] == ["'none'"]
    assert allowed == {"'self'", "'none'"}


def test_the_proxy_header_counts_only_when_trusted(load) -> None:
    settings = load(**PRODUCTION, TRUST_PROXY_HEADER="1")
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_without_an_address_the_database_is_a_file(load, tmp_path: Path) -> None:
    database = load(DEBUG="1", DATELINE_DATA_DIR=str(tmp_path / "new"))["DATABASES"]["default"]
    assert database["NAME"] == str(tmp_path / "new" / "dateline.sqlite3")
    assert (tmp_path / "new").is_dir()


def test_a_sqlite_address_gets_the_same_options(load, tmp_path: Path) -> None:
    given = load(DEBUG="1", DATABASE_URL=f"sqlite:///{tmp_path}/other.sqlite3")
    assert given["DATABASES"]["default"]["NAME"] == f"{tmp_path}/other.sqlite3"
    assert "WAL" in given["DATABASES"]["default"]["OPTIONS"]["init_command"]


def test_a_postgresql_address_is_taken_apart(load) -> None:
    database = load(DEBUG="1", DATABASE_URL="postgres://ann:pw@db:5433/news")["DATABASES"][
        "default"
    ]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["HOST"], database["PORT"]) == ("ann", "db", 5433)
    assert database["NAME"] == "news"


@pytest.mark.parametrize("primary", [{}, REPLICATED | {"DATABASE_REPLICAS": "postgres://h/n"}])
@pytest.mark.parametrize(("asked", "seconds"), [({}, 60), ({"CONN_MAX_AGE": "0"}, 0)])
def test_connections_are_kept_as_long_as_asked(
    load, primary: dict[str, str], asked: dict[str, str], seconds: int
) -> None:
    databases = load(DEBUG="1", **primary, **asked)["DATABASES"].values()
    assert {database["CONN_MAX_AGE"] for database in databases} == {seconds}


def test_replicas_stand_beside_the_primary(load) -> None:
    databases = load(
        DEBUG="1",
        DATABASE_URL="postgres://ann:pw@db/news",
        DATABASE_REPLICAS="postgres://ann:pw@one/news, postgres://ann:pw@two/news?connect_timeout=9",
    )["DATABASES"]
    assert [(alias, database["HOST"]) for alias, database in databases.items()] == [
        ("default", "db"),
        ("replica_1", "one"),
        ("replica_2", "two"),
    ]
    assert databases["replica_1"]["OPTIONS"]["connect_timeout"] == 2
    assert databases["replica_2"]["OPTIONS"]["connect_timeout"] == 9


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY must be set"),
        ({"SECRET_KEY": "short"}, "50 characters"),
        ({"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS must name"),
        ({"DEBUG": "maybe"}, "DEBUG='maybe': write 1 or 0"),
        ({"SECURE_SSL_REDIRECT": "2"}, "SECURE_SSL_REDIRECT='2'"),
        ({"HSTS_SECONDS": "a year"}, "HSTS_SECONDS='a year': write a whole number"),
        ({"HSTS_SECONDS": "-1"}, "from 0 up"),
        ({"COOKIE_SECURE": "never"}, "COOKIE_SECURE='never': write 1 or 0"),
        ({"CONN_MAX_AGE": "-1"}, "CONN_MAX_AGE='-1': write a number from 0 up"),
        ({"WEB_CONCURRENCY": "x"}, "WEB_CONCURRENCY='x': write a whole number"),
        ({"WEB_CONCURRENCY": "0"}, "WEB_CONCURRENCY='0': write a number from 1 up"),
        ({"CSRF_TRUSTED_ORIGINS": "example.org"}, "'example.org' must start with https://"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL is not readable"),
        ({"DATABASE_URL": "postgres://u:pw@host:port/name"}, "DATABASE_URL is not readable"),
        ({"DATABASE_URL": "postgres://u:pw@host/"}, "names no database"),
        ({"DATABASE_URL": "mysql://u:pw@host/name"}, "PostgreSQL or SQLite"),
        ({"DATABASE_REPLICAS": "postgres://u:pw@host/name"}, "needs a PostgreSQL primary"),
        (REPLICATED | {"DATABASE_REPLICAS": "sqlite:///pw"}, "every address must be postgres"),
        (REPLICATED | {"DATABASE_REPLICAS": "pw"}, "DATABASE_REPLICAS is not readable"),
        ({"DATELINE_DATA_DIR": "/proc/none"}, "cannot be made"),
    ],
)
def test_a_bad_setting_is_named(load, changed: dict[str, str], sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence.replace("(", r"\(")) as refused:
        load(**PRODUCTION | changed)
    assert "pw" not in str(refused.value), "a password is not for the log"


@pytest.mark.parametrize(
    "command",
    [["manage.py", "check"], ["manage.py", "migrate"], ["-m", "gunicorn", "timeline.wsgi"]],
    ids=["check", "migrate", "gunicorn"],
)
def test_a_bad_setting_ends_the_program_with_one_sentence(command: list[str]) -> None:
    environment = os.environ | PRODUCTION | {"SECRET_KEY": "short"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment["GUNICORN_CMD_ARGS"] = "--bind 127.0.0.1:0"
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "Dateline cannot start: SECRET_KEY must be set" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_database_that_is_not_there_gets_one_sentence() -> None:
    environment = os.environ | PRODUCTION
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    environment["DATABASE_URL"] = "postgres://ann:pw@/news?host=/nowhere"
    ended = subprocess.run(
        [sys.executable, "manage.py", "migrate"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("The database does not answer: ")
    assert ended.stderr.count("\n") == 1
    assert "pw" not in ended.stderr


def test_the_deployment_check_finds_nothing(tmp_path: Path) -> None:
    environment = os.environ | PRODUCTION | {"DATELINE_DATA_DIR": str(tmp_path)}
    of_the_tests = ("DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE")
    set_for_tests = ("DATABASE_URL", "SECURE_SSL_REDIRECT", "COOKIE_SECURE", "HSTS_SECONDS")
    for name in (*of_the_tests, *set_for_tests):
        environment.pop(name, None)
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout


def test_no_web_process_is_refused_in_a_sentence(tmp_path: Path) -> None:
    environment = os.environ | PRODUCTION | {"WEB_CONCURRENCY": "0"}
    program = Path(sys.executable).with_name("gunicorn")
    ended = subprocess.run(
        [program, "--check-config", "timeline.wsgi"],
        cwd=ROOT,
        env=environment | {"DATELINE_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert ended.stderr == (
        "Dateline cannot start: WEB_CONCURRENCY='0': write a number from 1 up.\n"
    )
