"""The article reader: the text as read, its claims beside it, how everything of it is known."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from timeline.models import Article

pytestmark = pytest.mark.django_db
MENU = "".join(f"Menu line {n}\n" for n in range(9))


def get(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def text_of(page: str) -> str:
    """What the reader shows of the article, without numbers and the words of the program."""
    shown = page.split('<div class="text"', 1)[1].split(">", 1)[1].split("</div>\n  </div>")[0]
    bare = re.sub(r"<sup>.*?</sup>|<summary.*?</summary>", "", shown)
    return unescape(re.sub(r"<[^>]+>", "", bare))


def menu_article() -> Article:
    body = f"{MENU}\nThe ferry sank. Nobody was hurt.\n\n{MENU}"
    start = body.index("The ferry")
    return make.article(
        make.source("Harbour Courier"), body, body_spans=[[start, body.index("hurt.") + 5]]
    )


def test_the_text_is_shown_whole_whatever_is_marked_and_folded(client: Client) -> None:
    world = make.world()
    folded = menu_article()
    made = make.claim(world.sale, folded, "The ferry sank")
    make.cite(made, folded, "Nobody was hurt")
    for article in (world.first, world.second, folded):
        assert text_of(get(client, article.get_absolute_url())) == article.text


def test_claims_are_listed_in_reading_order_and_tied_to_their_passages(client: Client) -> None:
    world = make.world()
    page = get(client, world.first.get_absolute_url())
    listed = page.split("<aside", 1)[1]
    claims = [
        citation.claim for citation in world.first.citations.order_by("start").select_related()
    ]
    places = [listed.index(f'id="claim-{claim.pk}"') for claim in claims]
    assert places == sorted(places)
    for number, claim in enumerate(claims, start=1):
        citation = claim.citations.get()
        assert f'<a href="#claim-{claim.pk}" aria-label="Claim {number}">' in page
        assert f'<a href="#cite-{citation.pk}" aria-label="Passage of claim {number}">' in listed
        assert f'href="{claim.get_absolute_url()}"' in listed
    said = words(listed)
    assert "3 claims read from it" in said
    assert "Planned , according to a senior US official" in said
    assert "Russia prepares to buy shells from North Korea , told by 1 other article" in said


def test_passages_of_one_claim_have_one_number(client: Client) -> None:
    world = make.world()
    claim = world.first.citations.earliest("start").claim
    again = make.cite(claim, world.first, "Pyongyang denied the sale")
    page = get(client, world.first.get_absolute_url())
    assert page.count(f'<a href="#claim-{claim.pk}" aria-label="Claim 1">1</a>') == 2
    assert f'href="#cite-{again.pk}" aria-label="Passage of claim 1, 2 of 2"' in page
    assert 'aria-label="Claim 4"' not in page


def test_passages_that_lie_over_each_other_are_each_marked(client: Client) -> None:
    world = make.world()
    short = make.claim(world.sale, world.first, "artillery shells")
    page = get(client, world.first.get_absolute_url())
    long = world.first.citations.earliest("start")
    inner = short.citations.get()
    assert f'<mark data-cites="{long.pk} {inner.pk}">artillery shells</mark>' in page


def test_long_furniture_is_folded_and_opens_by_an_address(client: Client) -> None:
    article = menu_article()
    folded = get(client, article.get_absolute_url())
    assert folded.count('<details class="furniture">') == 2
    assert folded.count("Page furniture, 9 lines") == 2
    address = f"{article.get_absolute_url()}?furniture=shown"
    assert f'href="{address}#reader"' in folded
    shown = get(client, address)
    assert shown.count('<details class="furniture" open>') == 2
    assert f'href="{article.get_absolute_url()}#reader"' in shown


def test_it_says_how_title_source_and_date_are_known(client: Client) -> None:
    world = make.world()
    page = words(get(client, world.second.get_absolute_url()))
    assert "between 24 Aug and 31 Dec 2022" in page
    assert "inferred from the text: “this year” beside “February 26”" in page
    assert "Title read from the page" in page
    assert world.second.sha256 in page and "Encoding utf-8" in page
    Article.objects.filter(pk=world.second.pk).update(
        metadata={"title": "Shells from the North", "source": "Leo’s Letter"},
        notes=["The text is cut at 9 sentences."],
        curated_fields=["source"],
    )
    page = words(get(client, world.second.get_absolute_url()))
    assert "Title given with the file" in page
    assert "Source set by a curator" in page
    assert "Note of reading The text is cut at 9 sentences." in page


def test_it_names_the_articles_with_the_same_wire_copy(client: Client) -> None:
    world = make.world()
    assert "Same wire copy" not in get(client, world.first.get_absolute_url())
    copies = [
        make.article(
            make.source(f"Outlet {n}"), f"Copy {n}", title=f"Copy {n}", origin=world.first.origin
        )
        for n in range(10)
    ]
    page = get(client, world.first.get_absolute_url())
    assert f'<a href="{copies[0].get_absolute_url()}">Copy 0</a> in Outlet 0, 6 Sep 2022' in page
    assert "; and 2 more" in page
    assert "count as one origin" in page


def test_what_an_article_says_is_in_its_own_language(client: Client) -> None:
    report = make.article(make.source("Courrier"), "Le navire a coulé.", title="Le port")
    Article.objects.filter(pk=report.pk).update(language="fr")
    make.claim(make.event("Ferry"), report, "Le navire a coulé.")
    page = get(client, report.get_absolute_url())
    for tag in ("h1", 'div class="text"', 'p class="words"'):
        assert f'<{tag} lang="fr">' in page, tag


def test_copies_and_claims_take_no_more_queries(client: Client) -> None:
    world = make.world()
    seen = []
    for n in range(2):
        with CaptureQueriesContext(connection) as queries:
            get(client, world.first.get_absolute_url())
        seen.append(len(queries))
        for copy in range(5):
            make.article(
                make.source(f"Outlet {n} {copy}"), f"{n} {copy}", origin=world.first.origin
            )
            make.claim(world.sale, world.first, "Pyongyang denied the sale", text=f"{n} {copy}")
    assert seen[0] == seen[1] <= 5


def test_only_the_reader_loads_the_readers_files(client: Client) -> None:
    world = make.world()
    assert "reader.js" in get(client, world.first.get_absolute_url())
    assert "reader." not in get(client, "/")


def test_days_of_publication_are_for_machines_too_unless_inferred(client: Client) -> None:
    world = make.world()
    stated = '<time datetime="2022-09-06">6 Sep 2022</time>'
    assert stated in get(client, world.first.get_absolute_url())
    event = get(client, world.sale.get_absolute_url())
    assert stated in event and '<time datetime="2022-09-05">5 September 2022</time>' in event
    passage = world.second.citations.earliest("pk").pk
    page = get(client, f"/citations/{passage}/")
    assert "<time" not in page and "31 Dec 2022, <a" in page
