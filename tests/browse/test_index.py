"""The index answers every filter as the database does, whatever was changed since it was made."""

import os
import random
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.browse import chance
from timeline.browse import answer_records
from timeline.browse.answer import answer
from timeline.browse.chosen_events import BySql, all_events
from timeline.browse.counted import by_sql
from timeline.browse.filters import FIELDS, write_query
from timeline.browse.index import (
    answering,
    claim_counts,
    coverage,
    current,
    numbers,
    picked,
    segment,
    select,
    words,
)
from timeline.browse.index.build import rebuild
from timeline.browse.index.select import CLAIMS, EVENTS
from timeline.models import Event

# Filters tried in each world; DATELINE_INDEX_CASES asks for more of them in all.
FILTERS = 20
# Worlds in which a mistake showed that the first ones do not show.
FOUND = (16,)
ROUNDS = int(os.environ.get("DATELINE_INDEX_CASES", "80")) // FILTERS


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    current.forget()


def test_every_filter_of_the_registry_has_its_rule() -> None:
    assert {field.name for field in FIELDS if field.narrow} == EVENTS.keys()
    assert {field.name for field in FIELDS if field.claims} == CLAIMS.keys()


@pytest.fixture(params=["few", "blocks", "many"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few events are counted one by one, more by blocks and what differs from these, and of many
    only the values that may be listed: here as if a handful were many, and lists short."""
    if request.param == "few":
        return
    monkeypatch.setattr(numbers, "_VALUES", 1)
    monkeypatch.setattr(numbers, "_FEW", 1)
    monkeypatch.setattr(claim_counts, "_FEW", 3)
    monkeypatch.setattr(claim_counts, "_PART", 1_000)
    monkeypatch.setattr(coverage, "_FEW", 2)
    monkeypatch.setattr(picked, "_FEW", 1_000)
    monkeypatch.setattr(words, "_AT_ONCE", 7)
    monkeypatch.setattr(words, "_MANY", 10_000 if request.param == "many" else 0)
    for module in (picked, segment):
        monkeypatch.setattr(module, "BLOCK", 4)
    if request.param == "blocks":
        monkeypatch.setattr(select, "_FEW_GONE", 0)
    if request.param == "many":
        monkeypatch.setattr(numbers, "_MANY", 1)
        for module in (numbers, answering, answer_records):
            monkeypatch.setattr(module, "LISTED", 3)


@pytest.mark.usefixtures("way")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", sorted({*range(ROUNDS), *FOUND}))
def test_index_and_database_answer_alike_after_any_edits(seed: int) -> None:
    rng = random.Random(seed)
    chance.world(rng)
    rebuild()
    for _ in range(FILTERS):
        for _ in range(rng.choice((0, 0, 1, 3))):
            chance.edit(rng)
        chosen = chance.chosen(rng)
        assert current.current() is not None
        expected = by_sql(chosen, Event.objects.sourced())
        assert answer(chosen) == expected, write_query(chosen)
        if not chosen.problems:
            assert all_events().narrowed(chosen).page(chosen) == expected.page


@pytest.mark.django_db
def test_old_copies_of_the_index_go_and_nothing_else(settings: Any) -> None:
    folder = Path(settings.DATA_DIR) / "index"
    (folder / "of-somebody").mkdir(parents=True)
    names = ("before.index", "notes.txt")
    for name in names:
        (folder / name).write_text("x")
        os.utime(folder / name, (0, 0))
    rebuild()
    assert current.current() is not None
    left = {path.name for path in folder.iterdir()}
    assert left >= {"notes.txt", "of-somebody"} and "before.index" not in left


@pytest.mark.django_db(transaction=True)
def test_an_index_of_another_version_is_tried_once_and_pages_ask_the_database(
    settings: Any,
) -> None:
    chance.world(random.Random(1))
    snapshot = rebuild()
    part = snapshot.parts.get()
    part.data = part.data.replace(b"claim_known", b"claim_early")
    part.save()
    for copy in (Path(settings.DATA_DIR) / "index").iterdir():
        copy.unlink()
    assert current.current() is None
    with CaptureQueriesContext(connection) as queries:
        assert current.current() is None
    assert len(queries) == 1
    assert isinstance(all_events(), BySql)
