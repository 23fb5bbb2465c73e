"""Names that a process holds: those of now, also of what came or went a moment ago."""

from typing import Any

import pytest
from django.db import transaction

from tests.browse import make
from timeline.browse.called import called
from timeline.browse.card_rows import card_rows
from timeline.browse.freshness import held, look
from timeline.browse.index.build import rebuild
from timeline.models import Actor, Source

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> make.World:
    return make.world()


def test_names_are_read_when_one_changed_or_came(
    world: make.World, django_assert_num_queries: Any
) -> None:
    def names(queries: int) -> set[str]:
        state = look()
        with django_assert_num_queries(queries):
            found = called(state)
        return {name for _, name in (*found.actors.values(), *found.sources.values())}

    assert world.russia.name in names(2)
    assert world.russia.name in names(0)
    Actor.objects.filter(pk=world.russia.pk).update(name="Renamed")
    assert "Renamed" in names(2)
    Source.objects.create(slug="late", name="Late Post")
    assert "Late Post" in names(2)
    world.sale.save()
    assert "Late Post" in names(0)


def test_names_of_a_transaction_are_not_kept(world: make.World) -> None:
    with transaction.atomic():
        Actor.objects.filter(pk=world.russia.pk).update(name="Taken back")
        assert called(look()).actors[world.russia.pk][1] == "Taken back"
        transaction.set_rollback(True)
    assert called(look()).actors[world.russia.pk][1] == world.russia.name


def test_a_name_changed_before_a_new_snapshot_is_read_anew(world: make.World) -> None:
    rebuild()
    called(look())
    Actor.objects.filter(pk=world.russia.pk).update(name="Renamed")
    rebuild()
    assert called(look()).actors[world.russia.pk][1] == "Renamed"


def test_an_actor_that_came_after_the_state_is_named_too(world: make.World) -> None:
    with held():
        called(look())
        make.part(world.sale, make.actor("late", "Late Actor"))
        rows = card_rows([world.sale.pk])
    assert "Late Actor" in {row["actor__name"] for row in rows.parts[world.sale.pk]}


def test_a_source_that_came_after_the_state_is_named_too(world: make.World) -> None:
    with held():
        called(look())
        late = make.article(make.source("Late Post"), "The shells were sold.")
        make.claim(world.sale, late, "The shells were sold.")
        rows = card_rows([world.sale.pk])
    assert "Late Post" in {row["article__source__name"] for row in rows.citations[world.sale.pk]}


def test_what_is_removed_while_rows_are_read_is_left_out(
    world: make.World, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = card_rows([world.sale.pk])
    gone_actor = whole.parts[world.sale.pk][0]["actor_id"]
    gone_source = whole.citations[world.sale.pk][0]["article__source_id"]
    names = called(look())
    less = type(names)(
        keys=names.keys,
        actors={pk: it for pk, it in names.actors.items() if pk != gone_actor},
        sources={pk: it for pk, it in names.sources.items() if pk != gone_source},
        kinds=names.kinds,
        parents=names.parents,
    )
    monkeypatch.setattr("timeline.browse.card_rows.called", lambda *asked: less)
    rows = card_rows([world.sale.pk])
    assert gone_actor not in {row["actor_id"] for row in rows.parts[world.sale.pk]}
    assert gone_source not in {row["article__source_id"] for row in rows.citations[world.sale.pk]}
