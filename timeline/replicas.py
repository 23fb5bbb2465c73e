"""Which database is read: a replica for visitors' pages, the primary for everything else.

A replica is a copy that PostgreSQL keeps in step, a moment behind. Only a request that cannot
write and comes from nobody signed in is answered from one, and as a whole: what says how new a
page is (ETag, versions) is read where the page is read. Whoever edits, and every command, reads
the primary.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse

View = Callable[[HttpRequest], HttpResponseBase]
logger = logging.getLogger(__name__)

# So long nothing is asked of a replica that did not answer.
LEFT_OUT_SECONDS = 10
# Whoever sent a form is answered from the primary for a while. Longer than replicas lag.
WROTE_COOKIE = "dateline_wrote"
WROTE_SECONDS = 60
_SAFE = {"GET", "HEAD", "OPTIONS"}
# What a database that went away, or a standby that had to stop a query, raises.
_GONE = (OperationalError, InterfaceError)

_reading: ContextVar[str] = ContextVar("reading", default=DEFAULT_DB_ALIAS)


def reading_from() -> str:
    """The alias of the database that is read now."""
    alias = _reading.get()
    if alias != DEFAULT_DB_ALIAS and connections[DEFAULT_DB_ALIAS].in_atomic_block:
        return DEFAULT_DB_ALIAS  # a transaction has to see what it wrote
    return alias


@contextmanager
def reading(alias: str) -> Iterator[None]:
    token = _reading.set(alias)
    try:
        yield
    finally:
        _reading.reset(token)


class Router:
    """Named in DATABASE_ROUTERS."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return reading_from()

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return True  # the same rows in all of them

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


class Replicas:
    """Takes replicas in turn, and leaves out for a while what does not answer."""

    def __init__(self, databases: Mapping[str, Any]) -> None:
        self.aliases = [alias for alias in databases if alias != DEFAULT_DB_ALIAS]
        self._turn = count()
        self._left_out: dict[str, float] = {}  # until when, of time.monotonic

    def next(self) -> str:
        """One that answers; the primary when none does."""
        for _ in self.aliases:
            alias = self.aliases[next(self._turn) % len(self.aliases)]
            if time.monotonic() >= self._left_out.get(alias, 0) and self._answers(alias):
                return alias
        return DEFAULT_DB_ALIAS

    def leave_out(self, alias: str, error: Exception) -> None:
        self._left_out[alias] = time.monotonic() + LEFT_OUT_SECONDS
        logger.warning(
            "%s does not answer (%s); the next %d seconds are read elsewhere",
            alias,
            str(error).strip(),
            LEFT_OUT_SECONDS,
        )

    def _answers(self, alias: str) -> bool:
        """Costs nothing: Django looks once a request whether a kept connection still works."""
        connection = connections[alias]
        try:
            connection.close_if_health_check_failed()
            connection.ensure_connection()
        except _GONE as error:
            self.leave_out(alias, error)
            return False
        return True


class ReadFromReplicas:
    """Chooses the database of each request. Not used where there are no replicas."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.replicas = Replicas(settings.DATABASES)
        if not self.replicas.aliases:
            raise MiddlewareNotUsed

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        alias = self.replicas.next() if _of_a_visitor(request) else DEFAULT_DB_ALIAS
        response = _answer(self.get_response, request, alias)
        if alias != DEFAULT_DB_ALIAS and response.status_code == 404 and request.resolver_match:
            # A replica may not have it yet; the primary has the last word while it answers.
            again = _answer(self.get_response, request, DEFAULT_DB_ALIAS)
            response = again if again.status_code < 500 else response
        if request.method not in _SAFE and response.status_code < 400:
            _remember_writing(response)
        return response

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """Answer from the primary when a replica failed halfway."""
        alias, match = _reading.get(), request.resolver_match
        if alias == DEFAULT_DB_ALIAS or not isinstance(exception, _GONE) or match is None:
            return None
        self.replicas.leave_out(alias, exception)

        def view(request: HttpRequest) -> HttpResponseBase:
            return match.func(request, *match.args, **match.kwargs)

        return _answer(view, request, DEFAULT_DB_ALIAS)


def _answer(get_response: View, request: HttpRequest, alias: str) -> HttpResponseBase:
    with reading(alias):
        response = get_response(request)
    if isinstance(response, StreamingHttpResponse):
        # Its body is read after its view has ended.
        response.streaming_content = _read_from(alias, iter(response))
    return response


def _of_a_visitor(request: HttpRequest) -> bool:
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    return (
        request.method in _SAFE
        and not signed_in
        and WROTE_COOKIE not in request.COOKIES
        and not request.path.startswith(reverse("admin:index"))
    )


def _remember_writing(response: HttpResponseBase) -> None:
    response.set_cookie(
        WROTE_COOKIE,
        "1",
        max_age=WROTE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read_from(alias: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = iter(pieces)
    while True:
        with reading(alias):
            piece = next(rest, None)
        if piece is None:
            return
        yield piece
