"""Short addresses: the same view always has the same one, and none leads elsewhere."""

import re
from html import unescape
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from tests.browse import make
from timeline.browse.filters import read_filter
from timeline.browse.sharing import view_query
from timeline.models import SavedView
from timeline.models.saved_views import LONGEST_QUERY, SHORTEST_CODE, code_of

pytestmark = pytest.mark.django_db
HOSTILE = "\"><script>alert(1)</script>' onx=1"


def keep(client: Client, query: str) -> Any:
    return client.post("/share/", {"query": query})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("actor=russia&actor=iran", "actor=iran&actor=russia"),
        ("q=shells&from=2022", "from=2022&q=shells&order=newest"),
        ("q=shells", "q=shells&passage=7&before=12"),
        ("q=shells", "q=++shells+&actor="),
    ],
)
def test_the_same_view_always_has_the_same_code(client: Client, one: str, other: str) -> None:
    for query in (one, other, one):
        assert keep(client, query).status_code == 302
    assert SavedView.objects.count() == 1
    view = SavedView.objects.get()
    assert code_of(view.query).startswith(view.code)
    assert re.fullmatch("[a-z2-7]{8}", view.code)


def test_the_order_chosen_is_part_of_a_view() -> None:
    chosen = read_filter(QueryDict("order=oldest&actor=russia"))
    assert view_query(chosen) == "actor=russia&order=oldest"


def test_two_views_whose_codes_begin_alike_are_kept_apart() -> None:
    taken = SavedView.objects.create(code=code_of("q=tea")[:SHORTEST_CODE], query="q=other")
    view = SavedView.objects.keep("q=tea")
    assert view.code == code_of("q=tea")[: SHORTEST_CODE + 1]
    assert SavedView.objects.keep("q=tea") == view == SavedView.objects.kept("q=tea")
    assert SavedView.objects.coded(taken.code) == taken


def test_a_short_address_leads_to_the_timeline_with_its_filter(client: Client) -> None:
    made = keep(client, "q=shells&actor=russia")
    panel = client.get(made["Location"]).content.decode()
    (code,) = re.findall(r'value="http://testserver/v/([a-z2-7]+)"', panel)
    for typed in (code, code.upper()):
        assert client.get(f"/v/{typed}")["Location"] == "/?actor=russia&q=shells"


@pytest.mark.parametrize(
    "query", ["//evil.example", "https://evil.example/", "\\\\evil.example", "x\r\nSet-Cookie: a=b"]
)
def test_whatever_a_row_holds_its_address_stays_here(client: Client, query: str) -> None:
    SavedView.objects.create(code="aaaaaaaa", query=query)
    response = client.get("/v/aaaaaaaa")
    assert response["Location"].startswith("/?")
    assert "Set-Cookie" not in response.headers


def test_what_cannot_be_read_is_not_kept(client: Client) -> None:
    for query in ("from=soon", "next=https://evil.example", "q=" + "x" * 300):
        response = keep(client, query)
        assert response.status_code == 400
        assert "cannot be shared" in response.content.decode()
    assert not SavedView.objects.exists()


def test_what_is_too_long_is_not_kept(client: Client) -> None:
    names = "&".join(f"actor={'x' * 100}{n}" for n in range(25))
    assert len(names) > LONGEST_QUERY
    response = keep(client, names)
    assert response.status_code == 400 and not SavedView.objects.exists()
    assert f"{LONGEST_QUERY:,} characters at most" in response.content.decode()


def test_a_form_from_elsewhere_is_refused_in_words() -> None:
    client = Client(enforce_csrf_checks=True)
    response = keep(client, "q=shells")
    assert response.status_code == 403
    assert "That form could not be taken" in response.content.decode()
    assert not SavedView.objects.exists()


def test_the_form_of_the_panel_is_taken() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get("/share/?q=shells").content.decode()
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    (query,) = re.findall(r'name="query" value="([^"]*)"', page)
    response = client.post("/share/", {"query": unescape(query), "csrfmiddlewaretoken": token})
    assert response.status_code == 302 and SavedView.objects.get().query == "q=shells"


def test_looking_at_a_view_keeps_nothing_and_sets_no_cookie(client: Client) -> None:
    make.world()
    page = client.get("/?actor=russia")
    assert not page.cookies
    assert '<a href="/share/?actor=russia">' in page.content.decode()
    client.get("/share/?actor=russia")
    assert not SavedView.objects.exists()


def test_the_panel_comes_as_a_fragment_too(client: Client) -> None:
    asked = {"HX-Request": "true", "HX-Target": "share-panel"}
    part = client.get("/share/?q=shells", headers=asked).content.decode()
    assert "<html" not in part and 'id="share-embed"' in part


def test_hostile_words_stay_words_in_the_panel(client: Client) -> None:
    response = client.get("/share/", {"q": HOSTILE})
    page = response.content.decode()
    assert "<script>alert" not in page and not re.search(
        r"<[^>]*\sonx=", re.sub(r'"[^"]*"', "", page)
    )
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "<iframe" not in page
    # The code for another page is escaped for that page, and once more for ours.
    (code,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)
    assert re.fullmatch(r'<iframe src="[^"<>]*" title="[^"<>]*" [^<>]*></iframe>', unescape(code))


def test_short_addresses_of_rows_lead_to_their_pages(client: Client) -> None:
    world = make.world()
    claim = world.sale.claims.latest("pk")
    citation = claim.citations.get()
    for short, long in (
        (f"/e/{world.sale.pk}", world.sale.get_absolute_url()),
        (f"/c/{claim.pk}", f"{world.sale.get_absolute_url()}#claim-{claim.pk}"),
        (f"/p/{citation.pk}", f"/citations/{citation.pk}/"),
    ):
        assert client.get(short)["Location"] == long
        assert client.post(short).status_code == 405


@pytest.mark.parametrize("path", ["/e/{}", "/events/{}/", "/c/{}", "/p/{}", "/articles/{}/"])
def test_what_was_never_there_and_what_has_gone_are_told_apart(client: Client, path: str) -> None:
    world = make.world()
    spare = make.article(make.source("Spare"), "Ferry.")
    gone = make.event("Merged away")
    claim = make.claim(gone, spare, "Ferry.")
    cited = claim.citations.get().pk
    numbers = {"/c": claim.pk, "/p": cited, "/a": spare.pk}
    pk = numbers.get(path[:2], gone.pk)
    claim.delete()
    gone.delete()
    spare.delete()
    later = make.event("Later")
    other = make.article(make.source("Later"), "Later.")
    make.claim(later, other, "Later.")
    response = client.get(path.format(pk))
    assert response.status_code == 410, response.content
    assert "any more" in response.content.decode()
    for never in (0, other.pk + world.first.pk + 10_000, 10**30):
        assert client.get(path.format(never)).status_code == 404


def test_an_unknown_code_says_so(client: Client) -> None:
    response = client.get("/v/zzzzzzzz")
    assert response.status_code == 404
    assert "No view was kept under “zzzzzzzz”" in response.content.decode()


def test_the_event_page_gives_its_addresses_and_a_citation(client: Client) -> None:
    world = make.world()
    page = client.get(world.sale.get_absolute_url()).content.decode()
    assert f'<a href="/e/{world.sale.pk}">http://testserver/e/{world.sale.pk}</a>' in page
    for claim in world.sale.claims.all():
        assert f'<a href="/c/{claim.pk}"' in page
    text = f"“{world.sale.title}” (5 September 2022), told by 2 independent sources. Dateline"
    assert f'<p class="line">{text}, event {world.sale.pk}, as on ' in page
