"""Which database a request is answered from, and what a broken one does."""

import time

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import RequestFactory
from django.urls import ResolverMatch

from timeline.models import Source
from timeline.replicas import (
    LEFT_OUT_SECONDS,
    WROTE_COOKIE,
    ReadFromReplicas,
    Replicas,
    Router,
    reading,
    reading_from,
)


@pytest.fixture
def replicas(monkeypatch: pytest.MonkeyPatch) -> Replicas:
    """Two that are never connected to."""
    monkeypatch.setattr(Replicas, "_answers", lambda self, alias: True)
    return Replicas({"default": {}, "replica_1": {}, "replica_2": {}})


def test_replicas_are_taken_in_turn(replicas: Replicas) -> None:
    assert [replicas.next() for _ in range(4)] == ["replica_1", "replica_2"] * 2


def test_one_that_failed_is_left_out_for_a_while(
    replicas: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.monotonic()
    replicas.leave_out("replica_1", OperationalError("gone"))
    assert {replicas.next() for _ in range(4)} == {"replica_2"}
    replicas.leave_out("replica_2", OperationalError("gone"))
    assert replicas.next() == "default"
    monkeypatch.setattr(time, "monotonic", lambda: now + LEFT_OUT_SECONDS + 1)
    assert {replicas.next() for _ in range(4)} == {"replica_1", "replica_2"}


def test_inside_a_transaction_the_primary_is_read(db: None) -> None:
    with reading("replica_1"):
        assert reading_from() == "default"
    assert reading_from() == "default"


def test_outside_of_one_the_replica_is_read_and_never_written() -> None:
    with reading("replica_1"):
        assert Router().db_for_read(Source) == "replica_1"
        assert Router().db_for_write(Source) == "default"
    assert Router().db_for_read(Source) == "default"
    assert not Router().allow_migrate("replica_1", "timeline")


@pytest.fixture
def answering(replicas: Replicas, monkeypatch: pytest.MonkeyPatch):
    """What the middleware makes of a view, as Django calls it."""

    def answer(request: HttpRequest, view) -> HttpResponseBase:
        def get_response(request: HttpRequest) -> HttpResponseBase:
            request.resolver_match = ResolverMatch(view, (), {})
            try:
                return view(request)
            except OperationalError as error:
                if answered := middleware.process_exception(request, error):
                    return answered
                raise

        middleware = ReadFromReplicas.__new__(ReadFromReplicas)
        middleware.get_response, middleware.replicas = get_response, replicas
        return middleware(request)

    return answer


def where(request: HttpRequest) -> HttpResponse:
    return HttpResponse(reading_from())


def breaking(request: HttpRequest) -> HttpResponse:
    if reading_from() != "default":
        raise OperationalError("canceling statement due to conflict with recovery")
    return where(request)


@pytest.mark.parametrize(
    ("method", "path", "cookie", "expected"),
    [
        ("GET", "/", "", "replica_1"),
        ("HEAD", "/events/1/", "csrftoken", "replica_1"),
        ("GET", "/healthz", "", "replica_1"),
        ("POST", "/share/", "", "default"),
        ("GET", "/", "sessionid", "default"),
        ("GET", "/", WROTE_COOKIE, "default"),
        ("GET", "/admin/login/", "", "default"),
    ],
)
def test_only_what_visitors_read_comes_from_a_replica(
    answering, method: str, path: str, cookie: str, expected: str
) -> None:
    request = RequestFactory().generic(method, path)
    request.COOKIES = {cookie: "1"}
    assert answering(request, where).content.decode() == expected
    assert reading_from() == "default"


def test_what_a_replica_breaks_off_is_answered_by_the_primary(
    answering, replicas: Replicas
) -> None:
    assert answering(RequestFactory().get("/"), breaking).content == b"default"
    assert reading_from() == "default"
    assert {replicas.next() for _ in range(2)} == {"replica_2"}


def test_a_failure_of_the_primary_is_nobody_elses(answering) -> None:
    def failing(request: HttpRequest) -> HttpResponse:
        raise OperationalError("gone")

    with pytest.raises(OperationalError):
        answering(RequestFactory().get("/"), failing)
    assert reading_from() == "default"


@pytest.mark.parametrize("status", [200, 400])
def test_only_who_wrote_is_remembered(answering, status: int) -> None:
    request = RequestFactory().post("/share/")
    answer = answering(request, lambda request: HttpResponse(status=status))
    assert (WROTE_COOKIE in answer.cookies) is (status == 200)


def test_without_replicas_there_is_no_middleware() -> None:
    with pytest.raises(MiddlewareNotUsed):
        ReadFromReplicas(where)
