"""Every format holds exactly the events of its filter, each with its passages."""

import itertools

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.browse import make
from tests.publish.asking import HOSTILE, body, crowd, lines, loaded, queries, table
from timeline.browse.counted import page_of
from timeline.browse.filters import narrow, read_filter
from timeline.models import Article, Citation, Event
from timeline.publish import reading
from timeline.publish.formats import FORMATS
from timeline.publish.keys import CITATION_KEYS, CLAIM_KEYS, EVENT_KEYS
from timeline.publish.table import BYTE_ORDER_MARK, COLUMNS

pytestmark = pytest.mark.django_db
FILES = [format.file for format in FORMATS]


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 4)


def ids(rows: list[dict]) -> list[int]:
    """In order, each once."""
    return list(dict.fromkeys(int(row.get("event_id") or row["id"]) for row in rows))


@pytest.mark.usefixtures("small_chunks")
def test_every_event_of_a_filter_is_exported_once_in_its_order_and_no_other(
    client: Client,
) -> None:
    crowd()
    sizes = set()
    for query in queries():
        chosen = read_filter(QueryDict(query.lstrip("?")))
        expected = list(page_of(narrow(Event.objects.sourced(), chosen), chosen).ids)
        exported = [event["id"] for event in lines(client, query)]
        assert exported == expected, query
        assert ids(table(client, query)) == expected, query
        sizes.add(len(expected))
    assert len(sizes) > 5, "the filters choose different things"


@pytest.mark.usefixtures("small_chunks")
def test_the_timeline_and_the_annotations_hold_the_same_events(client: Client) -> None:
    crowd()
    for query in ("", "?type=AID", "?known=2022-04", "?order=oldest"):
        events = lines(client, query)
        slides = loaded(client, f"/export/timeline.json{query}")
        drawn = [f"event-{event['id']}" for event in events if event["earliest"]]
        assert [slide["unique_id"] for slide in slides["events"]] == drawn
        left_out = len(events) - len(drawn)
        assert f"{len(drawn)} event" in slides["title"]["text"]["text"]
        assert (f"{left_out} more without a date" in slides["title"]["text"]["text"]) is (
            left_out > 0
        )
        page = loaded(client, f"/export/annotations.jsonld{query}")
        cited = [
            c["page"] for event in events for claim in event["claims"] for c in claim["citations"]
        ]
        assert [each["id"].removesuffix("#annotation") for each in page["items"]] == cited


def test_every_line_of_the_table_is_a_passage_as_it_stands_in_its_article(client: Client) -> None:
    make.world()
    make.settle(make.event("A note alone", note="Nobody tells of it."))
    rows = table(client)
    assert [row["quote"] for row in rows].count("") == 1
    cited = [row for row in rows if row["quote"]]
    assert len(cited) == Citation.objects.count()
    for row in cited:
        text = Article.objects.get(pk=row["article_id"]).text
        assert text[int(row["start"]) : int(row["end"])] == row["quote"].removeprefix("'")
    sale = next(row for row in rows if row["standing"] == "planned")
    expected = {
        "event_date": "2022-09-05",
        "actors": "Russia",
        "recipients": "North Korea",
        "actor_keys": "russia",
        "quad": "Material cooperation",
        "attribution": "a senior US official",
        "attribution_actor": "United States",
        "standing_reason": "“will”",
        "source": "Meridian Post",
        "reliability": "B",
        "published": "2022-09-06",
        "published_basis": "manifest",
        "reviewed": "1",
    }
    assert {name: sale[name] for name in expected} == expected
    assert list(sale) == [column.name for column in COLUMNS]


def test_every_key_of_an_object_is_explained_and_every_explained_key_is_there(
    client: Client,
) -> None:
    make.world()
    event = lines(client)[-1]
    claim = event["claims"][0]
    for found, keys in (
        (event, EVENT_KEYS),
        (claim, CLAIM_KEYS),
        (claim["citations"][0], CITATION_KEYS),
    ):
        explained = [name for names in keys for name in names.split(", ")]
        assert sorted(explained) == sorted(found)


def test_an_object_says_everything_that_was_worked_out_and_why(client: Client) -> None:
    world = make.world()
    events = {event["id"]: event for event in lines(client)}
    sale, decree = events[world.sale.pk], events[world.decree.pk]
    planned = sale["claims"][0]
    assert planned["attribution"] == {
        "text": "a senior US official",
        "actor": "United States",
        "key": "united-states",
        "reason": "“said” after the sentence.",
    }
    assert planned["date_reason"] == "“on Monday” + published Tue 6 Sep 2022 = 5 Sep 2022"
    (mention,) = planned["actors"]
    text = world.first.text
    assert text[mention["start"] : mention["end"]] == "The Kremlin"
    (citation,) = sale["claims"][2]["citations"]
    assert citation["published"] == {
        "date": "2022-08-24/2022-12-31",
        "earliest": "2022-08-24",
        "latest": "2022-12-31",
        "basis": "inferred",
        "reason": "“this year” beside “February 26” and the war: 2022.",
    }
    assert citation["origin"]["id"] == world.second.origin_id
    (conflict,) = decree["conflicts"]
    told = [claim["id"] for claim in decree["claims"]]
    assert [value["claims"] for value in conflict["values"]] == [[told[0]], [told[1]]]


@pytest.mark.parametrize("file", FILES)
def test_what_came_after_the_day_asked_for_is_left_out(client: Client, file: str) -> None:
    """The second article says more, and another date."""
    for outlet, text, day in (
        ("Meridian Post", "Four people died at the ferry.", "2022-03-04"),
        ("Harbour Courier", "Nine people died at the ferry on 3 March.", "2022-03-08"),
    ):
        report = make.article(make.source(outlet), text, published_edtf=day)
        event = Event.objects.first() or make.event("Nine people died on 3 March", "2022-03-03")
        make.claim(event, report, text, date_edtf="2022-03-03" if "Nine" in text else "2022-03")
    make.settle(Event.objects.get())
    now, then = (body(client, f"/export/{file}{query}") for query in ("", "?known=2022-03-05"))
    assert "Nine people died" in now and "Four people died" in now
    assert "Nine people" not in then and "Four people died" in then
    if file == "events.jsonl":
        (event,) = lines(client, "?known=2022-03-05")
        assert (event["date"], event["latest"], event["articles"]) == ("2022-03", "2022-03-31", 1)
    assert Event.objects.get().title == "Nine people died on 3 March", "nothing was saved"


@pytest.mark.parametrize("file", FILES)
@pytest.mark.usefixtures("small_chunks")
def test_a_chunk_takes_a_fixed_number_of_queries_and_is_read_when_its_turn_comes(
    client: Client, file: str
) -> None:
    crowd(8)
    taken = []
    for more in range(2):
        for event in Event.objects.all() if more else ():
            for n in range(5):
                report = make.article(make.source("More"), f"More of {event.pk} {n} was told.")
                make.claim(event, report, report.text)
        with CaptureQueriesContext(connection) as asked:
            body(client, f"/export/{file}")
        taken.append(len(asked))
    assert taken == [14, 14], "whether it is new, six for each full chunk, one finds no third"
    answer = client.get(f"/export/{file}")
    with CaptureQueriesContext(connection) as asked:
        read = itertools.islice(reading.told(Event.objects.all()), 4)
        assert len(list(read)) == 4
    assert len(asked) == 6
    assert answer.streaming
    answer.getvalue()


def test_a_file_is_named_after_its_filter(client: Client) -> None:
    make.world()
    answer = client.get("/export/events.csv?actor=north-korea&from=2022&to=2022")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="dateline-north-korea-2022.csv"'
    )
    answer = client.get("/export/timeline.json", {"q": f'{HOSTILE}"; x="\r\ny: z'})
    assert answer.status_code == 200
    name = answer.headers["Content-Disposition"].partition('filename="')[2]
    assert set(name.removesuffix('.json"')) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    answer.getvalue()


def test_a_byte_order_mark_comes_when_asked_for_and_only_in_the_table(client: Client) -> None:
    make.world()
    assert not body(client, "/export/events.csv").startswith(BYTE_ORDER_MARK)
    assert body(client, "/export/events.csv?bom=1&actor=russia").startswith(
        f"{BYTE_ORDER_MARK}event_id,"
    )
    assert client.get("/export/events.csv?bom=yes").status_code == 400
    assert client.get("/export/events.jsonl?bom=1").status_code == 400


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_of_the_table_is_taken_for_a_formula(client: Client, sign: str) -> None:
    text = f"x {sign}cmd|'/c calc'!A1 fell on the town."
    report = make.article(make.source(f"{sign}Outlet"), text, title=f"{sign}1+1")
    event = make.event(f"{sign}SUM(A1)", "2022")
    make.part(event, make.actor("bad", f"{sign}Bad"))
    make.claim(event, report, text[2:], attribution_text=f"{sign}x")
    make.settle(event)
    (row,) = table(client)
    signs = ("=", "+", "-", "@", "\t", "\r", "\n")
    assert not [name for name, cell in row.items() if cell.startswith(signs)]
    assert row["quote"] == f"'{text[2:]}"
    (event_as_object,) = lines(client)
    assert event_as_object["claims"][0]["citations"][0]["quote"] == text[2:]
