"""How programs are answered: headers, methods, and a refusal where the question is wrong."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from tests.publish.asking import HOSTILE, loaded
from timeline.publish.formats import FORMATS

pytestmark = pytest.mark.django_db
EXPORTS = [f"/export/{format.file}" for format in FORMATS]
FEEDS = ["/feed.atom", "/feed.json"]


@pytest.mark.parametrize("address", [*EXPORTS, *FEEDS])
@pytest.mark.parametrize(
    ("query", "parameter", "value", "words"),
    [
        ("from=soon", "from", "soon", "is no date I can read"),
        ("type=PICNIC", "type", "PICNIC", "is not one of"),
        ("acotr=russia", "acotr", "russia", "There is no filter called “acotr”."),
        ("from=2023&to=2022", "to", "2022", "This is before 2023."),
        ("actor=narnia", "actor", "narnia", "There is no actor with the key “narnia”."),
        ("says=narnia", "says", "narnia", "There is no actor with the key “narnia”."),
        ("source=nowhere", "source", "nowhere", "There is no source with the key “nowhere”."),
        ("before=12", "before", "12", "There are no pages here"),
        ("passage=12", "passage", "12", "There are no pages here"),
    ],
)
def test_a_question_that_cannot_be_read_is_refused_and_says_what_is_wrong(
    client: Client, address: str, query: str, parameter: str, value: str, words: str
) -> None:
    make.world()
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/json"
    (error,) = answer.json()["errors"]
    assert (error["parameter"], error["value"]) == (parameter, value)
    assert words in error["message"]


@pytest.mark.parametrize("query", ["", "from=", "says=~article", "match=any", "known=2022"])
def test_a_question_that_can_be_read_is_answered(client: Client, query: str) -> None:
    make.world()
    for address in [*EXPORTS, *FEEDS]:
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 200
        assert answer.getvalue()


def test_everything_wrong_is_said_at_once(client: Client) -> None:
    answer = client.get("/export/events.csv?from=soon&bom=2&actor=narnia&x=1&after=7")
    named = [error["parameter"] for error in answer.json()["errors"]]
    assert sorted(named) == ["actor", "after", "bom", "from", "x"]


def test_hostile_parameters_come_back_as_text(client: Client) -> None:
    answer = client.get("/export/events.csv", {HOSTILE: HOSTILE, "from": HOSTILE})
    assert answer.status_code == 400
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    values = {error["value"] for error in answer.json()["errors"]}
    assert values == {HOSTILE, HOSTILE.strip()}


def test_a_file_and_a_thing_that_are_not_there_are_said_to_be_missing(client: Client) -> None:
    huge = "9" * 30
    for address in (
        "/export/events.xml",
        "/events/999.json",
        f"/events/{huge}.json",
        "/articles/999.json",
        f"/articles/{huge}.json",
        "/articles/999.txt",
        f"/articles/{huge}.txt",
    ):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert answer.json()["errors"][0]["message"].startswith("There is no such"), address


@pytest.mark.parametrize("address", [*EXPORTS, *FEEDS, "/events/{}.json", "/articles/{}.txt"])
def test_an_answer_says_what_it_is_and_sets_no_cookie(client: Client, address: str) -> None:
    world = make.world()
    address = address.format(world.sale.pk if "events/" in address else world.first.pk)
    for wrong in ("", "?x=1"):
        answer = client.get(address + wrong)
        assert answer.status_code == (400 if wrong else 200)
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] in ("no-cache", "max-age=300")
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        answer.getvalue()


def test_only_get_and_head_are_answered() -> None:
    make.world()
    client = Client(enforce_csrf_checks=True)
    for address in [*EXPORTS, *FEEDS]:
        for method in (client.post, client.put, client.delete):
            assert method(address).status_code == 405, address


@pytest.mark.parametrize("address", EXPORTS)
def test_a_head_reads_no_event(client: Client, address: str) -> None:
    make.world()
    with CaptureQueriesContext(connection) as asked:
        answer = client.head(f"{address}?actor=russia")
        assert answer.getvalue() == b""
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert not [query["sql"] for query in asked if '"timeline_event"' in query["sql"]]


def test_an_event_has_an_object_of_its_own(client: Client) -> None:
    world = make.world()
    event = loaded(client, f"/events/{world.sale.pk}.json")
    assert event["page"] == f"http://testserver/events/{world.sale.pk}/"
    assert len(event["claims"]) == 3
    then = loaded(client, f"/events/{world.sale.pk}.json?known=2022-10")
    assert len(then["claims"]) == 2
    assert client.get(f"/events/{world.sale.pk}.json?known=2001").status_code == 404
    assert client.get(f"/events/{world.sale.pk}.json?actor=russia").status_code == 400


def test_offsets_of_an_article_count_in_the_text_that_it_gives(client: Client) -> None:
    world = make.world()
    told = "Überall 👩‍👩‍👧 Rauch.\r\nЭто сказал «мэр»: the ferry sank.\x0b"
    other = make.article(make.source("Leo’s Letter"), told)
    make.claim(world.sale, other, "the ferry sank")
    for article in (world.first, other):
        found = loaded(client, f"/articles/{article.pk}.json")
        answer = client.get(found["text"].removeprefix("http://testserver"))
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        text = answer.content.decode()
        assert text == article.text
        assert len(text) == found["length"]
        assert found["citations"]
        for citation in found["citations"]:
            assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_one_event_and_one_article_take_a_fixed_number_of_queries(client: Client) -> None:
    world = make.world()
    seen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            loaded(client, f"/events/{world.sale.pk}.json")
            loaded(client, f"/articles/{world.first.pk}.json")
        seen.append(len(asked))
        for n in range(5):
            make.claim(world.sale, world.first, "Pyongyang denied the sale", text=f"Denied {n}")
    assert seen == [10, 10]
