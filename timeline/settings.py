"""Settings, all from the environment; a missing or bad one stops with a sentence.

DATABASE_URL          postgres://user:password@host:port/name; unset: the SQLite file
DATABASE_REPLICAS     addresses of read replicas of that, separated by commas
CONN_MAX_AGE          seconds a connection to a database serves request after request, 60 unless
                      set; 0: a new one for each, as a pool that counts connections may want
DATELINE_DATA_DIR     the folder of that file and of the shared index, var/ unless set
DEBUG                 1 for development (`dev.py` sets it); 0, the default, is production
SECRET_KEY            50 characters or more; needed in production
ALLOWED_HOSTS         host names, separated by commas; needed in production
CSRF_TRUSTED_ORIGINS  https:// origins of forms sent from elsewhere, separated by commas
SECURE_SSL_REDIRECT   1, the default in production: plain requests are sent to https://
COOKIE_SECURE         1, the default in production: browsers send cookies over https:// only
TRUST_PROXY_HEADER    1 when a proxy sets X-Forwarded-Proto and drops what visitors send
HSTS_SECONDS          how long browsers insist on https://; a year in production
STATIC_ROOT           where `collectstatic` puts the files served, staticfiles/ unless set

docs/deployment.md says more, and tests compare the two.
"""

import os
from pathlib import Path
from typing import cast

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
_SQLITE, _POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
DATA_DIR = Path(os.environ.get("DATELINE_DATA_DIR", BASE_DIR / "var"))
_SECONDS_KEPT = 60


def _flag(name: str, default: bool) -> bool:
    raw = os.environ.get(name, "").strip().lower()
    if raw == "":
        return default
    if raw in ("1", "true", "yes", "on"):
        return True
    if raw in ("0", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f"{name}={raw!r}: write 1 or 0.")


def _number(name: str, default: int, least: int = 0) -> int:
    raw = os.environ.get(name, "").strip()
    try:
        value = int(raw) if raw else default
    except ValueError:
        raise ImproperlyConfigured(f"{name}={raw!r}: write a whole number.") from None
    if value < least:
        raise ImproperlyConfigured(f"{name}={raw!r}: write a number from {least} up.")
    return value


def _words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def _origins(name: str) -> list[str]:
    for origin in _words(name):
        if not origin.startswith(("https://", "http://")):
            raise ImproperlyConfigured(f"{name}: {origin!r} must start with https://")
    return _words(name)


def _database() -> dict[str, object]:
    url = os.environ.get("DATABASE_URL", "").strip()
    if not url:
        return _sqlite(str(DATA_DIR / "dateline.sqlite3"))
    config = _address("DATABASE_URL", url, "postgres://user:password@host:5432/name")
    if config["ENGINE"] == _SQLITE:
        return _sqlite(str(config["NAME"]))
    if config["ENGINE"] != _POSTGRESQL:
        raise ImproperlyConfigured("DATABASE_URL: Dateline runs on PostgreSQL or SQLite.")
    return config


def _replicas(primary: dict[str, object]) -> dict[str, dict[str, object]]:
    urls = _words("DATABASE_REPLICAS")
    if urls and primary["ENGINE"] != _POSTGRESQL:
        raise ImproperlyConfigured(
            "DATABASE_REPLICAS needs a PostgreSQL primary in DATABASE_URL: SQLite has no replicas."
        )
    return {f"replica_{number}": _replica(url) for number, url in enumerate(urls, start=1)}


def _replica(url: str) -> dict[str, object]:
    config = _address("DATABASE_REPLICAS", url, "postgres://user:password@host:5432/name,…")
    if config["ENGINE"] != _POSTGRESQL:
        raise ImproperlyConfigured("DATABASE_REPLICAS: every address must be postgres://")
    # Somebody waits, and there are others to ask. An address may say otherwise.
    options = {"connect_timeout": 2, **cast(dict[str, object], config.get("OPTIONS", {}))}
    return config | {"OPTIONS": options, "TEST": {"MIRROR": "default"}}


def _address(setting: str, url: str, form: str) -> dict[str, object]:
    try:
        config = dict(dj_database_url.parse(url, conn_health_checks=True))
    except ValueError:  # the library's own errors; the address may hold a password, so not shown
        raise ImproperlyConfigured(
            f"{setting} is not readable. Write {form}, or unset it."
        ) from None
    if not config.get("NAME"):
        raise ImproperlyConfigured(f"{setting} names no database after the last slash.")
    return config | _kept()


def _kept() -> dict[str, object]:
    """To open a SQLite file and close it again takes longer than most queries of a page."""
    return {"CONN_MAX_AGE": _number("CONN_MAX_AGE", _SECONDS_KEPT)}


def _sqlite(file: str) -> dict[str, object]:
    if file != ":memory:":
        folder = Path(file).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ImproperlyConfigured(
                f"The SQLite file needs the folder {folder}, which cannot be made "
                f"({error.strerror}). Set DATABASE_URL, or DATELINE_DATA_DIR to another folder."
            ) from None
    return {
        "ENGINE": _SQLITE,
        "NAME": file,
        **_kept(),
        "OPTIONS": {
            # Readers never wait for the writer, and two writers queue instead of failing.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # Some builds write zeros over all that is deleted: as much again for an old index.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA secure_delete=FAST;",
        },
    }


DEBUG = _flag("DEBUG", False)
SECRET_KEY = os.environ.get("SECRET_KEY", "")
ALLOWED_HOSTS = _words("ALLOWED_HOSTS")
if DEBUG:
    SECRET_KEY = SECRET_KEY or "development-only-" + "x" * 50
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]", "testserver"]
elif len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY must be set to 50 characters or more in production "
        "(or set DEBUG=1 for development)."
    )
elif not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts served, separated by commas.")

CSRF_TRUSTED_ORIGINS = _origins("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "template_partials",
    "csp",
    "timeline",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "timeline.browse.compression.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # Before whatever reads the tables of the pages, so that all of it reads the same database.
    "timeline.replicas.ReadFromReplicas",
]

ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": _database()}
DATABASES |= _replicas(DATABASES["default"])
DATABASE_ROUTERS = ["timeline.replicas.Router"]

# Cards of events as HTML, in the memory of each worker: about 2.5 kB each, 4 kB with many notes,
# so 20 to 35 MB in all. The key of a card says its version; none is thrown away for its age.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 8_000, "CULL_FREQUENCY": 10},
    },
    # Whole answers, packed: 20 to 50 kB for a page of 50 events, so 10 to 20 MB in all, 50 at most.
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 500, "CULL_FREQUENCY": 10},
    },
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", BASE_DIR / "staticfiles"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# Security. Article text is hostile input: nothing inline runs, nothing else loads.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = _flag("SECURE_SSL_REDIRECT", not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = _number("HSTS_SECONDS", 0 if DEBUG else 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_SECONDS > 0
SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
if _flag("TRUST_PROXY_HEADER", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Not by the redirect: a proxy may do that, and cookies still belong on https:// alone.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _flag("COOKIE_SECURE", not DEBUG)
SESSION_COOKIE_HTTPONLY = True

# gunicorn reads it before its configuration file, and answers a bad one with a traceback; so
# `migrate`, which comes before the start, says it in a sentence.
_number("WEB_CONCURRENCY", 2, least=1)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Through the handler above, in production too; nothing is sent by mail.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
