"""What a process knows of the changes: all of them, and what all others know."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.browse import freshness
from timeline.browse.freshness import State, look
from timeline.models import (
    Actor,
    Event,
    EventVersion,
    IndexSnapshot,
    SavedView,
    Storyline,
    SubjectVersion,
)
from timeline.models.versions import ELSEWHERE, NAMES_CHANGED, changes_since

POSTGRESQL = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="many write at once")


def anew() -> State:
    """What a process that starts now would know."""
    kept = dict(freshness._known)
    freshness.forget()
    try:
        return look()
    finally:
        freshness._known.update(kept)


@pytest.fixture
def event(transactional_db: None) -> Event:
    return Event.objects.create(title="River treaty", date_edtf="2021-05-05")


def test_a_look_costs_one_query(event: Event, django_assert_num_queries: Any) -> None:
    for change in (lambda: None, event.save, lambda: None):
        change()
        with django_assert_num_queries(1):
            look()


def test_without_a_change_the_state_is_the_same(event: Event) -> None:
    assert look() is look()


def test_a_change_is_seen_at_the_next_look(event: Event) -> None:
    before = look()
    Event.objects.filter(pk=event.pk).update(note="N")
    after = look()
    assert after.tag != before.tag
    assert after.changed[event.pk] != before.changed[event.pk]
    assert after.at is not None
    assert before.at is not None
    assert after.at >= before.at


@pytest.mark.parametrize(
    "change",
    [
        lambda: Actor.objects.create(key="ruritania", name="Ruritania", kind="country"),
        lambda: SavedView.objects.keep("actor=ruritania"),
        lambda: IndexSnapshot.objects.create(mark=0),
        lambda: Event.objects.all().delete(),
    ],
    ids=["new name", "elsewhere", "snapshot", "deleted"],
)
def test_whatever_changes_there_is_another_tag(event: Event, change: Any) -> None:
    before = look().tag
    change()
    assert look().tag != before


def test_the_state_does_not_hang_on_what_was_seen_on_the_way(event: Event) -> None:
    look()
    actor = Actor.objects.create(key="ruritania", name="Ruritania", kind="country")
    for change in (event.save, actor.save, event.save, event.delete, actor.delete):
        change()
        assert look() == anew()


def test_a_snapshot_takes_in_what_was_before_it(
    event: Event, django_assert_num_queries: Any
) -> None:
    other = Event.objects.create(title="Bridge closed")
    look()
    mark = changes_since(0).mark
    other.save()
    snapshot = IndexSnapshot.objects.create(mark=mark, events=2)
    with django_assert_num_queries(2):
        state = look()
    assert state.snapshot == snapshot.pk
    # On PostgreSQL a transaction of somebody else may be older, and rows come twice.
    assert other.pk in state.changed
    assert connection.vendor != "sqlite" or set(state.changed) == {other.pk}
    assert state == anew()
    with django_assert_num_queries(1):
        look()


def test_a_snapshot_of_another_server_does_not_count(
    event: Event, django_assert_num_queries: Any
) -> None:
    """A dump read into a new server: its marks are from the future."""
    IndexSnapshot.objects.create(mark=changes_since(0).mark + 1_000_000)
    state = look()
    assert state.snapshot is None
    assert event.pk in state.changed
    with django_assert_num_queries(1):
        assert look() == state


def test_what_is_taken_back_was_never_there(event: Event) -> None:
    before = look()
    try:
        with transaction.atomic():
            event.save()
            assert look().tag != before.tag
            raise RuntimeError
    except RuntimeError:
        pass
    assert look() == before
    Event.objects.create(title="Bridge closed")
    assert look() == anew()


def test_all_who_look_see_the_state_that_is_held(
    event: Event, django_assert_num_queries: Any
) -> None:
    with freshness.held() as state:
        event.save()
        with django_assert_num_queries(0):
            assert look() is state
    assert look() != state


# --- PostgreSQL: transactions that commit out of order -------------------------------


@contextmanager
def another() -> Iterator[Any]:
    """A second connection to the same database."""
    second = connection.copy()
    try:
        yield second
    finally:
        second.close()


def run(on: Any, statement: str, *values: object) -> None:
    with on.cursor() as cursor:
        cursor.execute(statement, values)


@POSTGRESQL
def test_a_transaction_that_began_earlier_and_ends_later_is_seen(event: Event) -> None:
    other = Event.objects.create(title="Bridge closed")
    look()
    with another() as slow:
        slow.set_autocommit(False)
        run(slow, "UPDATE timeline_event SET note = 'slow' WHERE id = %s", other.pk)
        event.save()
        first = look()
        assert event.pk in first.changed
        slow.commit()
    second = look()
    assert second.changed[other.pk] != first.changed[other.pk]
    assert second.changed[other.pk] < second.changed[event.pk]
    assert second == anew()


@POSTGRESQL
@pytest.mark.parametrize(
    ("table", "subject"), [("timeline_actor", NAMES_CHANGED), ("timeline_storyline", ELSEWHERE)]
)
def test_no_transaction_waits_for_another_at_what_is_no_event(
    event: Event, table: str, subject: int
) -> None:
    for name in ("Ruritania", "Graustark"):
        Actor.objects.create(key=name.lower(), name=name, kind="country")
        Storyline.objects.create(slug=name.lower(), title=name)
    look()
    with another() as slow:
        slow.set_autocommit(False)
        run(slow, f"UPDATE {table} SET id = id WHERE id = (SELECT min(id) FROM {table})")
        run(connection, "SET lock_timeout = '2s'")
        run(connection, f"UPDATE {table} SET id = id WHERE id = (SELECT max(id) FROM {table})")
        run(connection, "SET lock_timeout = 0")
        before = look()
        slow.commit()
    after = look()
    assert after.changed[subject] > before.changed[subject]
    assert after.tag != before.tag
    assert after == anew()


@POSTGRESQL
def test_a_snapshot_leaves_only_what_it_does_not_hold(event: Event) -> None:
    actor = Actor.objects.create(key="ruritania", name="Ruritania", kind="country")
    actor.save()
    SavedView.objects.keep("actor=ruritania")
    last = max(row.stamp for row in changes_since(0).rows)
    IndexSnapshot.objects.create(mark=last + 1)
    assert set(SubjectVersion.objects.values_list("subject", flat=True)) == {NAMES_CHANGED}


@POSTGRESQL
def test_stamps_of_another_server_are_no_change_for_ever(event: Event) -> None:
    run(connection, "UPDATE timeline_eventversion SET stamp = 1000000000")
    assert event.pk in look().changed
    IndexSnapshot.objects.create(mark=changes_since(0).mark)
    assert look().changed == {}


# --- whatever the order --------------------------------------------------------------


_NUMBERS = count()


def _change(what: str, number: int) -> None:
    if what == "look":
        look()
    elif what == "index":
        IndexSnapshot.objects.create(mark=changes_since(0).mark)
    elif what == "event made":
        Event.objects.create(title=f"Event {number}")
    elif what == "event edited":
        Event.objects.filter(pk=Event.objects.order_by("pk").values("pk")[:1]).update(note=what)
    elif what == "event deleted":
        Event.objects.filter(pk=Event.objects.order_by("-pk").values("pk")[:1]).delete()
    elif what == "name made":
        Actor.objects.create(key=f"actor-{number}", name="Ruritania", kind="country")
    elif what == "name changed":
        Actor.objects.update(name=f"Graustark {number}")
    elif what == "elsewhere":
        SavedView.objects.keep(f"actor=a{number}")


CHANGES = (
    "look",
    "index",
    "event made",
    "event edited",
    "event deleted",
    "name made",
    "name changed",
    "elsewhere",
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(orders=st.lists(st.lists(st.sampled_from(CHANGES), max_size=6), min_size=1, max_size=3))
def test_all_processes_know_the_same_after_any_changes(
    transactional_db: None, orders: list[list[str]]
) -> None:
    for order in orders:
        for what in order:
            _change(what, next(_NUMBERS))
        assert look() == anew()
        changed = {pk for pk in look().changed if pk > 0}
        latest = IndexSnapshot.objects.first()
        stamps = EventVersion.objects.filter(stamp__gte=latest.mark if latest else 0)
        assert changed == set(stamps.values_list("event_id", flat=True))
