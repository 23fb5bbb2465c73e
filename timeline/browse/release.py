"""Which code, templates and files made a page: another edition of them makes other pages."""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

_TEMPLATES_AND_STATIC = ("templates", "static")


def release() -> str:
    """The same in every process of a release, on every machine."""
    if not settings.DEBUG:
        return _contents()
    # While somebody works on them, they change without a new start.
    newest = max(file.stat().st_mtime_ns for file in _files(_TEMPLATES_AND_STATIC))
    return f"{_contents()}{newest:x}"


@cache
def _contents() -> str:
    seen = blake2b(version("django").encode(), digest_size=6)
    for file in _files((*_TEMPLATES_AND_STATIC, "timeline")):
        seen.update(file.relative_to(settings.BASE_DIR).as_posix().encode())
        seen.update(file.read_bytes())
    return seen.hexdigest()


def _files(folders: Iterable[str]) -> list[Path]:
    """Without what Python compiles."""
    found = (file for folder in folders for file in (settings.BASE_DIR / folder).rglob("*.*"))
    return sorted(file for file in found if file.is_file() and "__pycache__" not in file.parts)
