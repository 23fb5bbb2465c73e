"""Whole answers, packed as they were sent, for as long as nothing that they hang on changes.

They stand under their ETag, which says all of that, so that none is out of date while the process
reads one database. Another one put in its place begins to count changes anew: docs/deployment.md
says to stop the processes first.
"""

from django.core.cache import caches
from django.http import HttpResponse, HttpResponseBase

from timeline.browse.compression import SHORTEST, pack

# The cache of the settings that they are kept in, which holds a number of them.
CACHE = "answers"
# In bytes, packed. Longer ones would take the place of many.
LONGEST = 100_000


class KeptAnswer(HttpResponse):
    """One that was made before."""


def kept_answer(etag: str) -> KeptAnswer | None:
    kept = caches[CACHE].get(etag)
    if kept is None:
        return None
    content, headers = kept
    return KeptAnswer(content, headers=headers)


def keep_answer(etag: str, answer: HttpResponseBase) -> None:
    """Packs it. What comes in pieces is not kept."""
    if not isinstance(answer, HttpResponse):
        return
    if answer.has_header("Content-Encoding") or len(answer.content) < SHORTEST:
        return
    pack(answer)
    if len(answer.content) <= LONGEST:
        caches[CACHE].set(etag, (answer.content, dict(answer.headers)))
