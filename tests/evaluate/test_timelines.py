"""Articles of the gold as a user would ingest them."""

from pathlib import Path

import pytest

from timeline.evaluate.timelines import ingested_events, manifest_of
from timeline.read.manifest import read_manifest

RAIN = "Heavy rain flooded the port of Odesa on Monday, the mayor said.\n\nNobody was hurt.\n"


def test_the_manifest_tells_day_and_publisher_where_the_gold_does(tmp_path: Path) -> None:
    told = [{"published": "2022-07-25", "publisher": "Quay, The"}, {"published": None}, {}]
    manifest_of(tmp_path, zip(["0.txt", "1.txt", "2.txt"], told, strict=True))
    rows = read_manifest(tmp_path / "manifest.csv").rows
    assert (rows["0.txt"].published, rows["0.txt"].source) == ("2022-07-25", "Quay, The")
    assert all((rows[name].published, rows[name].source) == (None, None) for name in ("1.txt",))


def test_events_cite_the_gold_by_its_own_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    golds = [
        {"doc_id": "one/rain", "text": RAIN, "published": "2022-07-26"},
        {"doc_id": "two/rain", "text": RAIN.replace("Heavy rain", "Rain")},
    ]
    citations = {cited for event in ingested_events(golds, 1) for cited in event}
    assert ("one/rain", 0, 63) in citations
    assert {doc for doc, _, _ in citations} == {"one/rain", "two/rain"}
