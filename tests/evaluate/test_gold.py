"""The project's own gold, and how gold is loaded."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from timeline import edtf
from timeline.evaluate.gold import load_gold
from timeline.evaluate.reading import Unread
from timeline.vocabulary import EventType, Standing, TimeType

FOLDER = Path(__file__).resolve().parents[1] / "gold"
FILES = sorted(FOLDER.glob("*.json"))
# Single sentences, not articles.
SENTENCES = FOLDER / "types.json"


def documents(file: Path) -> list[dict[str, Any]]:
    gold = load_gold(file)
    return gold["docs"] if isinstance(gold, dict) else gold


def placed(item: Any) -> Iterator[dict[str, Any]]:
    """Everything within that has a place in the text."""
    if isinstance(item, dict):
        if "start" in item:
            yield item
        for value in item.values():
            yield from placed(value)
    elif isinstance(item, list):
        for value in item:
            yield from placed(value)


def test_there_is_gold_of_several_storylines() -> None:
    docs = documents(FOLDER / "claims.json")
    assert len({doc["doc_id"].split("/")[0] for doc in docs}) == 4
    assert {bool(doc["published"]) for doc in docs} == {True, False}


@pytest.mark.parametrize(
    "file", [file for file in FILES if file != SENTENCES], ids=lambda file: file.stem
)
def test_every_file_is_about_the_same_articles(file: Path) -> None:
    wanted = [doc["doc_id"] for doc in documents(FOLDER / "claims.json")]
    assert [doc["doc_id"] for doc in documents(file)] == wanted


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_place_holds_the_words_quoted_beside_it(file: Path) -> None:
    for doc in documents(file):
        for item in placed(doc):
            words = doc["text"][item["start"] : item["end"]]
            assert words == words.strip() != "", (doc["doc_id"], item)
            assert words == item.get("quote", item.get("text", words)), (doc["doc_id"], item)


def test_claims_and_sentences_lie_within_the_article_and_in_order() -> None:
    bodies = {doc["doc_id"]: doc["body"] for doc in documents(FOLDER / "cleaning.json")}
    for name, key in (("claims", "claims"), ("sentences", "sentences")):
        for doc in documents(FOLDER / f"{name}.json"):
            spans = [(s["start"], s["end"]) if isinstance(s, dict) else tuple(s) for s in doc[key]]
            assert spans == sorted(spans)
            assert all(one[1] <= two[0] for one, two in pairwise(spans))
            for start, end in spans:
                assert any(a <= start and end <= b for a, b in bodies[doc["doc_id"]])


def test_claims_have_dates_in_edtf_and_standings_that_exist() -> None:
    for doc in documents(FOLDER / "claims.json"):
        for claim in doc["claims"]:
            dates = [claim["date"], *claim["date_also_ok"]]
            standings = [claim["standing"], *claim["standing_also_ok"]]
            for date in filter(None, dates):
                edtf.parse(date)
            for standing in standings:
                Standing(standing)
            assert len(set(dates)) == len(dates), claim
            assert len(set(standings)) == len(standings), claim


def test_every_type_has_as_many_sentences() -> None:
    found = Counter(row["gold_root"] for row in documents(SENTENCES))
    assert found.keys() == {kind.value for kind in EventType}
    assert len(set(found.values())) == 1


def test_time_expressions_are_of_the_types_of_timex3() -> None:
    for doc in documents(FOLDER / "dates.json"):
        for timex in doc["timexes"]:
            TimeType(timex["type"])
            assert timex["value"]


def test_linking_names_sentences_that_are_there_and_events_of_several_articles() -> None:
    gold = load_gold(FOLDER / "linking.json")
    there = {(doc["doc_id"], s["sent"]) for doc in gold["docs"] for s in doc["sentences"]}
    told: dict[str, set[str]] = {}
    for mention in gold["mentions"]:
        assert (mention["doc_id"], mention["sent"]) in there
        told.setdefault(mention["cluster"], set()).add(mention["doc_id"])
    assert sum(len(articles) > 1 for articles in told.values()) >= 8


def write(folder: Path, *documents: dict[str, Any]) -> Path:
    file = folder / "claims.json"
    file.write_text(json.dumps(list(documents)), encoding="utf-8")
    return file


def test_a_document_may_hold_its_text(tmp_path: Path) -> None:
    file = write(tmp_path, {"doc_id": "a", "text": "Rain.", "path": "not there.txt"})
    assert load_gold(file)[0]["text"] == "Rain."


def test_a_path_is_relative_to_the_gold_and_decoded_as_an_article(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_bytes("Caf\u00e9 \u201cRain\u201d\r\n".encode("cp1252"))
    file = write(tmp_path, {"doc_id": "a", "path": "articles/a.txt"})
    assert load_gold(file)[0]["text"] == "Café “Rain”\r\n"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"doc_id": "a"}, "a has neither text nor path"),
        ({"doc_id": "a", "path": "gone.txt"}, "gone.txt: no such file or directory"),
        ({"doc_id": "a", "path": "empty.txt"}, "empty.txt: the file is empty"),
    ],
)
def test_an_article_that_cannot_be_read_is_named(
    tmp_path: Path, document: dict[str, str], said: str
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(Unread, match=re.escape(said)):
        load_gold(write(tmp_path, document))
