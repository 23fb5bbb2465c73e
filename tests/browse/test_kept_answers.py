"""A whole answer is made once for all who ask, and never sent when it is out of date."""

import gzip
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory

from tests.browse import make
from timeline.browse import kept_answers
from timeline.browse.conditional import FOR_ALL, revalidated
from timeline.browse.kept_answers import KeptAnswer
from timeline.browse.views.timeline import timeline
from timeline.models import Event, SavedView

# In a transaction no tag holds, and so nothing that is kept.
pytestmark = pytest.mark.django_db(transaction=True)
PACKED = {"Accept-Encoding": "gzip"}
ADDRESSES = ["/", "/?actor=russia", "/actors/russia/", "/sources/", "/feed.atom"]


@pytest.fixture
def world() -> make.World:
    return make.world()


def read(client: Client, address: str, **headers: str) -> bytes:
    answer = client.get(address, headers={**PACKED, **headers})
    assert answer.status_code == 200
    return gzip.decompress(answer.content)


def test_what_was_asked_for_before_takes_the_query_that_tells_of_changes(
    client: Client, world: make.World, django_assert_num_queries: Any
) -> None:
    for address in [*ADDRESSES, f"/events/{world.sale.pk}/", f"/articles/{world.first.pk}/"]:
        first = client.get(address, headers=PACKED)
        with django_assert_num_queries(1):
            again = Client().get(address, headers=PACKED)
        assert again.content == first.content, address
        assert dict(again.headers) == dict(first.headers), address


def test_a_change_is_in_the_next_answer(client: Client, world: make.World) -> None:
    for address in ("/", f"/events/{world.sale.pk}/"):
        read(client, address)
    Event.objects.filter(pk=world.sale.pk).update(title="Another title")
    for address in ("/", f"/events/{world.sale.pk}/"):
        assert b"Another title" in read(client, address), address


def test_a_page_and_its_fragment_are_kept_apart(client: Client, world: make.World) -> None:
    htmx = {"HX-Request": "true", "HX-Target": "view"}
    for _ in range(2):
        assert b"<html" in read(client, "/?actor=russia")
        assert b"<html" not in read(client, "/?actor=russia", **htmx)


def test_who_is_signed_in_gets_an_answer_of_their_own(client: Client, world: make.World) -> None:
    address = f"/events/{world.sale.pk}/"
    anybody = read(client, address)
    client.force_login(User.objects.create_superuser("curator"))
    own = read(client, address)
    assert own != anybody
    assert read(Client(), address) == anybody
    assert read(client, address) == own


def test_a_form_is_made_for_each_who_asks(client: Client, world: make.World) -> None:
    address = "/share/?actor=russia"
    tokens = set()
    for _ in range(2):
        answer = Client().get(address, headers=PACKED)
        tokens.add(answer.cookies["csrftoken"].value)
    assert len(tokens) == 2


def test_who_takes_no_gzip_gets_none(client: Client, world: make.World) -> None:
    read(client, "/")
    plain = client.get("/")
    assert not plain.has_header("Content-Encoding")
    assert plain.content == read(client, "/")


def test_addresses_that_read_alike_are_kept_apart(world: make.World) -> None:
    def body(query: str) -> bytes:
        request = RequestFactory().get("/", headers=PACKED)
        request.META["QUERY_STRING"] = query
        return gzip.decompress(timeline(request).content)

    raw, quoted = (
        "caf\u00c3\u00a9",
        "caf%C3%83%C2%A9",
    )  # the bytes of "café", and what they look like
    assert "café" in body(f"q={raw}").decode()
    assert "café" not in body(f"q={quoted}").decode()


def test_what_sets_a_cookie_is_not_kept(world: make.World) -> None:
    @revalidated(FOR_ALL)
    def with_cookie(request: HttpRequest) -> HttpResponse:
        answer = HttpResponse("x" * 1000)
        answer.set_cookie("own", "1")
        return answer

    @revalidated(FOR_ALL)
    def with_form(request: HttpRequest) -> HttpResponse:
        return HttpResponse(get_token(request) + "x" * 1000)

    for view in (with_cookie, with_form):
        for _ in range(2):
            assert not isinstance(view(RequestFactory().get("/x", headers=PACKED)), KeptAnswer)


def test_what_is_missing_is_not_kept(client: Client, world: make.World) -> None:
    for _ in range(2):
        assert client.get("/events/999999/", headers=PACKED).status_code == 404
    assert client.get("/actors/nobody/", headers=PACKED).status_code == 404


def test_what_is_long_or_comes_in_pieces_is_not_kept(
    client: Client, world: make.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    streamed = client.get("/export/events.csv", headers=PACKED)
    assert b"".join(streamed.streaming_content)  # type: ignore[attr-defined]
    assert not caches[kept_answers.CACHE].get(streamed.headers["ETag"])
    monkeypatch.setattr(kept_answers, "LONGEST", 100)
    long = client.get("/", headers=PACKED)
    assert not caches[kept_answers.CACHE].get(long.headers["ETag"])
    assert gzip.decompress(long.content)


def test_another_saved_view_makes_all_anew(client: Client, world: make.World) -> None:
    before = client.get("/", headers=PACKED).headers["ETag"]
    SavedView.objects.keep("actor=russia")
    assert client.get("/", headers=PACKED).headers["ETag"] != before
