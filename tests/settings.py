"""Settings of the test run: the real ones, with what only a deployment needs taken out.

DATELINE_TEST_DATABASE chooses the database: `sqlite` (the default), `postgresql` (a server
of our own, started by conftest.py) or the postgres:// address of a server that is there.
"""

import os

from tests import postgresql

_chosen = os.environ.get("DATELINE_TEST_DATABASE", "sqlite")
if _chosen not in ("sqlite", "postgresql") and not _chosen.startswith("postgres"):
    raise SystemExit(f"DATELINE_TEST_DATABASE={_chosen!r}: write sqlite, postgresql or an address.")

# Whatever the shell holds, a test run sees these and nothing else.
for _name in (
    *("CSRF_TRUSTED_ORIGINS", "TRUST_PROXY_HEADER", "STATIC_ROOT", "WEB_CONCURRENCY"),
    *("DATABASE_REPLICAS", "CONN_MAX_AGE"),
):
    os.environ.pop(_name, None)
os.environ |= {
    # In memory: no program a test starts can reach the file in var/.
    "DATABASE_URL": "sqlite://:memory:",
    "DEBUG": "0",
    "SECRET_KEY": "for-the-tests-only-" + "t" * 50,
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "SECURE_SSL_REDIRECT": "0",
    "COOKIE_SECURE": "0",
    "HSTS_SECONDS": "0",
    # The browser driver runs an event loop in the thread of the test.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}
if _chosen == "postgresql":
    os.environ["DATABASE_URL"] = postgresql.url(postgresql.shared_folder())
elif _chosen != "sqlite":
    os.environ["DATABASE_URL"] = _chosen

from timeline.settings import *  # noqa: E402, F403
from timeline.settings import STORAGES  # noqa: E402

# No collectstatic before the tests, and no slow hash for a password of a test.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
