"""Each passage as a Web Annotation: words and place in the text that was read."""

import pytest
from django.test import Client

from tests.browse import make
from tests.publish.asking import loaded
from timeline.models import Citation
from timeline.publish.annotations import is_web

pytestmark = pytest.mark.django_db


def test_a_page_of_annotations_has_what_the_model_asks_for(client: Client) -> None:
    make.world()
    page = loaded(client, "/export/annotations.jsonld?actor=russia")
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert page["id"] == "http://testserver/export/annotations.jsonld?actor=russia"
    assert page["partOf"] == {
        "id": "http://testserver/?actor=russia",
        "type": "AnnotationCollection",
        "label": "Russia",
    }
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("http://testserver/citations/")
        assert item["body"] and item["target"]


def test_words_and_place_are_those_of_the_text_that_is_its_source(client: Client) -> None:
    make.world()
    items = loaded(client, "/export/annotations.jsonld")["items"]
    assert len(items) == Citation.objects.count()
    for item in items:
        target = item["target"][0]
        text = client.get(target["source"].removeprefix("http://testserver")).content.decode()
        quote, place = target["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[place["start"] : place["end"]] == quote["exact"]
        around = f"{quote['prefix']}{quote['exact']}{quote['suffix']}"
        assert around in text


def test_the_live_page_is_a_target_with_the_time_where_it_was_told(client: Client) -> None:
    world = make.world()
    world.second.url = "https://letter.example/1"
    world.second.save()
    items = loaded(client, "/export/annotations.jsonld")["items"]
    live = {target["source"]: target for item in items for target in item["target"][1:]}
    told = live["https://meridian.example/shells?id=1&x=2"]
    assert told["state"] == {
        "type": "TimeState",
        "sourceDateStart": "2022-09-06T00:00:00Z",
        "sourceDateEnd": "2022-09-06T23:59:59Z",
        "cached": "https://archive.example/shells",
    }
    assert told["selector"]["type"] == "TextQuoteSelector", "offsets mean nothing there"
    assert "state" not in live["https://letter.example/1"], "its day was inferred"


def test_the_claim_is_the_body_and_says_how_it_stands(client: Client) -> None:
    world = make.world()
    items = loaded(client, "/export/annotations.jsonld?standing=planned")["items"]
    planned = next(item for item in items if item["dateline:standing"] == "planned")
    text, event = planned["body"]
    assert text["value"] == "The Kremlin will buy artillery shells from North Korea"
    assert (text["format"], text["language"]) == ("text/plain", "en")
    assert event["source"]["id"] == f"http://testserver/events/{world.sale.pk}/"
    assert planned["dateline:attribution"] == "a senior US official"
    assert planned["dateline:date"] == "2022-09-05"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://meridian.example/a?b=1", True),
        ("javascript:alert(1)", False),
        ("ftp://meridian.example/", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_the_web_is_linked(address: str, expected: bool) -> None:
    assert is_web(address) is expected
