"""What a reader holds already is not sent again, and nobody gets what is not theirs."""

import gzip
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import Client, RequestFactory

from tests.browse import make
from timeline.browse import urls
from timeline.browse.compression import CompressionMiddleware
from timeline.models import Citation, Event, SavedView, Storyline

# Nothing is kept, and no tag holds, in a transaction.
pytestmark = pytest.mark.django_db(transaction=True)
HTMX = {"HX-Request": "true"}
PROGRAMS = ("/export", "/feed", "/events/1.json", ".json", ".txt", "/oembed", "/embed", "/robots")


@pytest.fixture
def world() -> make.World:
    Storyline.objects.create(slug="shells", title="Shells", filter="actor=russia")
    return make.world()


def addresses(world: make.World) -> list[str]:
    """Of every public view but those that only lead elsewhere."""
    passage = Citation.objects.first().pk
    event, article = world.sale.pk, world.first.pk
    return [
        "/",
        "/?actor=russia&q=shells",
        f"/events/{event}/",
        f"/articles/{article}/",
        f"/citations/{passage}/",
        "/actors/",
        "/actors/russia/",
        "/sources/",
        "/sources/meridian-post/",
        "/storylines/",
        "/storylines/shells/",
        "/compare/?a.actor=russia&b.actor=north-korea",
        "/data/",
        "/export/events.csv",
        "/export/events.jsonl",
        "/feed.atom",
        "/feed.json",
        f"/events/{event}.json",
        f"/articles/{article}.json",
        f"/articles/{article}.txt",
        "/about/",
        "/share/?actor=russia",
        f"/oembed/?url=http://testserver/events/{event}/",
        "/embed/",
        f"/embed/events/{event}/",
        "/embed/storylines/shells/",
        "/robots.txt",
    ]


def ask(client: Client, address: str, tag: str = "", **headers: str) -> HttpResponseBase:
    return client.get(address, headers={**headers, **({"If-None-Match": tag} if tag else {})})


def test_every_public_view_is_asked_here(client: Client, world: make.World) -> None:
    names = {client.get(a).resolver_match.view_name for a in addresses(world)}  # type: ignore[attr-defined]
    every = {pattern.name for pattern in urls.urlpatterns if pattern.name}
    leading_on = {"short-event", "short-claim", "short-passage", "short-view"}
    assert names | leading_on | {"timeline", "home"} == every


def test_who_holds_an_answer_gets_it_once(
    client: Client, world: make.World, django_assert_num_queries: Any
) -> None:
    for address in addresses(world):
        client.get(address)  # a form sets its cookie
        first = client.get(address)
        assert first.status_code == 200, address
        assert first.headers["Last-Modified"], address
        tag = first.headers["ETag"]
        first.getvalue()
        with django_assert_num_queries(1):
            again = ask(client, address, tag)
        assert (again.status_code, again.content) == (304, b""), address
        for name in ("ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Security-Policy"):
            assert again.headers[name] == first.headers[name], (address, name)
        assert again.has_header("X-Frame-Options") is first.has_header("X-Frame-Options"), address
        assert ask(client, address, tag.removeprefix("W/")).status_code == 304, address
        assert client.head(address, headers={"If-None-Match": tag}).status_code == 304, address


def test_after_a_change_of_anything_all_are_sent_anew(client: Client, world: make.World) -> None:
    tags = {address: client.get(address).headers["ETag"] for address in addresses(world)}
    SavedView.objects.keep("actor=russia")
    for address, tag in tags.items():
        answer = ask(client, address, tag)
        assert answer.status_code == 200, address
        assert answer.headers["ETag"] != tag, address


def test_an_answer_is_of_its_address_and_its_fragment(client: Client, world: make.World) -> None:
    asked = [
        ("/", {}),
        ("/?actor=russia", {}),
        ("/", HTMX),
        ("/", {**HTMX, "HX-Target": "view"}),
        ("/", {**HTMX, "HX-Target": "more"}),
        ("/", {**HTMX, "HX-Target": "view", "HX-History-Restore-Request": "true"}),
        ("/", {**HTMX, "HX-Boosted": "true"}),
    ]
    tags = [ask(client, address, **headers).headers["ETag"] for address, headers in asked]
    assert len(set(tags)) == len(asked)
    vary = client.get("/").headers["Vary"]
    assert {"HX-Request", "HX-Target", "Cookie", "Accept-Encoding"} <= set(vary.split(", "))


def test_a_passage_leads_back_to_the_page_that_asked(client: Client, world: make.World) -> None:
    address = f"/citations/{Citation.objects.first().pk}/"
    at = {**HTMX, "HX-Current-URL": "http://testserver/?actor=russia"}
    tag = ask(client, address, **at).headers["ETag"]
    assert ask(client, address, tag, **at).status_code == 304
    at["HX-Current-URL"] = "http://testserver/"
    assert ask(client, address, tag, **at).status_code == 200


def test_another_host_or_edition_has_other_answers(
    client: Client, world: make.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = client.get("/feed.atom").headers["ETag"]
    assert ask(client, "/feed.atom", tag, Host="localhost").status_code == 200
    monkeypatch.setattr("timeline.browse.conditional.release", lambda: "another")
    assert ask(client, "/feed.atom", tag).status_code == 200


def test_each_reader_has_answers_of_their_own(
    client: Client, world: make.World, admin_user: User
) -> None:
    address = f"/events/{world.sale.pk}/"
    open_tag = client.get(address).headers["ETag"]
    assert "private" not in client.get(address).headers["Cache-Control"]
    client.force_login(admin_user)
    answer = ask(client, address, open_tag)
    assert (answer.status_code, b"Edit this event" in answer.content) == (200, True)
    assert answer.headers["Cache-Control"] == "private, no-cache"
    tag = answer.headers["ETag"]
    assert ask(client, address, tag).status_code == 304
    User.objects.update(is_staff=False)
    plain = ask(client, address, tag)
    assert (plain.status_code, b"Edit this event" in plain.content) == (200, False)
    other = Client()
    other.force_login(User.objects.create_user("other"))
    assert ask(other, address, tag).status_code == 200
    client.logout()
    assert ask(client, address, tag).status_code == 200


def test_a_form_is_kept_only_by_who_can_send_it(world: make.World) -> None:
    client = Client(enforce_csrf_checks=True)
    first = client.get("/share/?actor=russia")
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert ask(Client(), "/share/?actor=russia", first.headers["ETag"]).status_code == 200
    second = client.get("/share/?actor=russia")
    assert second.headers["ETag"] != first.headers["ETag"]
    assert ask(client, "/share/?actor=russia", second.headers["ETag"]).status_code == 304


def test_a_date_alone_is_no_proof(client: Client, world: make.World) -> None:
    date = client.get("/").headers["Last-Modified"]
    assert client.get("/", headers={"If-Modified-Since": date}).status_code == 200


def test_what_is_not_there_has_no_tag(client: Client, world: make.World) -> None:
    for address, status in (
        ("/events/99999/", 404),
        ("/?from=never", 200),
        ("/actors/nobody/", 404),
        ("/feed.atom?order=oldest", 400),
        ("/embed/?from=never", 400),
        (f"/e/{world.sale.pk}", 302),
        ("/admin/login/", 200),
    ):
        answer = client.get(address)
        assert answer.status_code == status, address
        assert answer.has_header("ETag") is (address == "/?from=never"), address
        assert ask(client, address, "*").status_code == status, address


def test_what_is_sent_changes_something_and_is_never_answered_from_what_is_held(
    client: Client, world: make.World
) -> None:
    tag = client.get("/share/?actor=russia").headers["ETag"]
    answer = client.post("/share/", {"query": "actor=russia"}, headers={"If-None-Match": tag})
    assert answer.status_code == 302


# --- compression -------------------------------------------------------------------


def test_a_page_is_packed_for_who_takes_it(client: Client, world: make.World) -> None:
    plain = client.get("/")
    assert not plain.has_header("Content-Encoding")
    answer = client.get("/", headers={"Accept-Encoding": "br, gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert gzip.decompress(answer.content) == plain.content
    assert answer.headers["ETag"] == plain.headers["ETag"]
    assert answer.headers["Vary"] == plain.headers["Vary"]
    packed = {"Accept-Encoding": "gzip"}
    assert ask(client, "/", answer.headers["ETag"], **packed).status_code == 304


def test_an_export_is_packed_piece_by_piece(client: Client, world: make.World) -> None:
    plain = client.get("/export/events.csv").getvalue()
    answer = client.get("/export/events.csv", headers={"Accept-Encoding": "gzip"})
    assert answer.streaming
    assert not answer.has_header("Content-Length")
    assert gzip.decompress(answer.getvalue()) == plain


@pytest.mark.parametrize(
    ("accepts", "packs"),
    [
        ("gzip", True),
        ("br;q=1.0, GZIP;q=0.8", True),
        ("gzip;q=0.01", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, br", False),
        ("br", False),
        ("", False),
    ],
)
def test_only_what_is_asked_for_is_packed(accepts: str, packs: bool) -> None:
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    for content, long in ((b"x" * 1000, True), (b"short", False)):
        middleware = CompressionMiddleware(lambda request, content=content: HttpResponse(content))  # type: ignore[misc]
        assert middleware(request).has_header("Content-Encoding") is (packs and long)


def test_each_piece_comes_through_as_one() -> None:
    """So that a server hears of a long answer that it goes on."""

    def pieces() -> Iterator[bytes]:
        for _ in range(5):
            yield b"a line\n"

    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    middleware = CompressionMiddleware(lambda request: StreamingHttpResponse(pieces()))
    sent = list(middleware(request))  # type: ignore[call-overload]
    assert len(sent) == 6
    assert zlib.decompress(b"".join(sent), 16 + zlib.MAX_WBITS) == b"a line\n" * 5


def test_an_edit_is_on_the_page_at_the_next_request(client: Client, world: make.World) -> None:
    tag = client.get("/").headers["ETag"]
    for number in range(3):
        Event.objects.filter(pk=world.sale.pk).update(title=f"Edited {number} times")
        answer = ask(client, "/", tag)
        assert f"Edited {number} times" in answer.content.decode()
        tag = answer.headers["ETag"]
