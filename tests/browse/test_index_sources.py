"""The index says of sources, and of two sides, what the database does, whatever was changed."""

import random
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client

from tests.browse import chance, make
from timeline.browse import source_numbers
from timeline.browse.compare import found
from timeline.browse.filters import read_sides, write_query
from timeline.browse.index import current
from timeline.browse.index.build import rebuild, rebuild_if_due
from timeline.models import Event, IndexPart, IndexSnapshot, Source, source_figures

pytestmark = pytest.mark.django_db
ROUNDS = 12


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    current.forget()


def edited(rng: random.Random) -> None:
    for _ in range(rng.choice((0, 1, 3))):
        chance.edit(rng)


def figures(source: int | None = None) -> tuple[Any, Any]:
    return source_numbers.output_by_source(source), source_numbers.timing_by_source(source)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(2))
def test_index_and_database_give_sources_the_same_figures_after_any_edits(seed: int) -> None:
    rng = random.Random(seed)
    chance.world(rng)
    rebuild()
    late = disputed = 0
    for _ in range(ROUNDS):
        edited(rng)
        assert current.current() is not None
        output, timing = source_figures.output_by_source(), source_figures.timing_by_source()
        sides = source_figures.sides_by_source()
        assert figures() == (output, timing)
        assert source_numbers.sides_counted() == {pk: len(taken) for pk, taken in sides.items()}
        for pk in Source.objects.values_list("pk", flat=True):
            own = {pk: timing[pk]} if pk in timing else {}
            assert figures(pk) == ({pk: output[pk]} if pk in output else {}, own)
            taken = sides.get(pk, [])
            assert source_numbers.sides_of(pk, 3) == (len(taken), taken[:3])
        late += any(each.delays for each in timing.values())
        disputed += len(sides)
    assert late and disputed


def compared(rng: random.Random) -> QueryDict:
    query = QueryDict(mutable=True)
    for side in "ab":
        chosen = QueryDict(write_query(chance.chosen(rng)), mutable=True)
        for name in ("order", "before", "after", "q"):
            chosen.pop(name, None)
        if rng.random() < 0.7:
            chosen = QueryDict(f"source={rng.choice(chance.SOURCES)}", mutable=True)
        for name, values in chosen.lists():
            query.setlist(f"{side}.{name}", values)
    query["show"] = rng.choice(("", "disagree", "a", "both"))
    return query


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(2))
def test_index_and_database_compare_two_sides_alike_after_any_edits(seed: int) -> None:
    rng = random.Random(seed)
    chance.world(rng, 40)
    rebuild()
    disagree = 0
    for _ in range(ROUNDS):
        edited(rng)
        sides = read_sides(compared(rng))
        held = current.current()
        assert held is not None
        by_index, by_sql = found._by_index(held, sides), found._by_sql(sides)
        for part in ("page", "tally", "events", "claims"):
            assert getattr(by_index, part) == getattr(by_sql, part), (part, sides)
        disagree += by_sql.tally.disagree
    assert disagree


@pytest.mark.parametrize(
    ("labels", "on_a", "on_b", "disagree"),
    [
        (("one", "two"), (0,), (1,), 1),
        (("one", "two"), (0, 1), (0, 1), 0),
        (("one", "two"), (0, 1), (1,), 1),
        (("one", "one"), (0,), (1,), 0),
        (("one", "one"), (0, 1), (1,), 1),
        (("one", "two", "one"), (0, 1), (1, 2), 1),
        (("one", "two", "one", "two"), (0, 1), (2, 3), 0),
        (("one", "two"), (), (1,), 0),
    ],
)
def test_sides_disagree_when_the_labels_of_what_they_give_do(
    labels: tuple[str, ...], on_a: tuple[int, ...], on_b: tuple[int, ...], disagree: int
) -> None:
    event = make.event("Ferry", "2022-03-03")
    told = {
        outlet: make.claim(event, make.article(make.source(outlet), f"{outlet} said."), outlet)
        for outlet in ("A", "B")
    }
    event.conflicts.create(
        kind="number",
        values=[
            {
                "label": label,
                "claims": [told[name].pk for name, on in (("A", on_a), ("B", on_b)) if n in on],
            }
            for n, label in enumerate(labels)
        ],
    )
    make.settle(event)
    rebuild()
    sides = read_sides(QueryDict("a.source=a&b.source=b"))
    held = current.current()
    assert held is not None
    assert found._by_index(held, sides).tally.disagree == disagree
    assert found._by_sql(sides).tally.disagree == disagree


@pytest.mark.parametrize("by_command", [True, False])
def test_a_snapshot_of_an_older_version_is_left_alone_until_it_is_replaced(
    client: Client, by_command: bool
) -> None:
    make.world()
    before = rebuild()
    older = IndexPart.objects.get(number=0)
    packed = bytes(older.data)
    assert b'"arrays.delays.days"' in packed
    # As if this version were the first to have them, and this machine had no copy yet.
    IndexSnapshot.objects.filter(pk=before.pk).update(token=uuid4())
    IndexPart.objects.filter(pk=older.pk).update(
        data=packed.replace(b'"arrays.delays.days"', b'"arrays.unknown.day"')
    )
    assert current.current() is None
    assert client.get("/sources/").status_code == 200
    call_command("reindex") if by_command else rebuild_if_due()
    assert not IndexSnapshot.objects.filter(pk=before.pk).exists()
    held = current.current()
    assert held is not None
    assert sum(len(alive) for _, alive in held.views) == Event.objects.count()
    assert rebuild_if_due() is None
