"""Measuring on a small database: pages, edits, plain SQL, articles."""

import csv
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from django.db import DatabaseError, connection

from tests.browse.make import World, world
from timeline.bench.asking import FRAGMENT, MORE, Unanswered, ask
from timeline.bench.cases import Case, page_cases, word_cases
from timeline.bench.edits import time_edits, total
from timeline.bench.pages import Asked, fragments, time_pages, whole
from timeline.bench.plain_sql import compare_with_sql, postgresql_limit, stopped_after
from timeline.bench.values import NothingToMeasure, read_values
from timeline.bench.worker import time_worker
from timeline.bench.writes import time_ingest, write_articles
from timeline.browse.answer import answer
from timeline.browse.answer_records import Answer
from timeline.browse.filters import Filter
from timeline.models import Event

pytestmark = pytest.mark.django_db
NO_FILTER = Case("no filter", Filter())


@pytest.fixture
def rows() -> World:
    return world()


def test_values_are_those_that_occur_most_frequent_first(rows: World) -> None:
    values = read_values(Random(1))
    assert values.actors[:2] == ("donetsk", "north-korea")
    assert values.acting == ("north-korea", "russia", "vladimir-putin")
    assert set(values.types) == {"SUPPORT", "COOPERATE"}
    assert values.types[0] == "SUPPORT"
    assert values.speakers[0] == "~article"
    assert set(values.sources) == {"meridian-post", "leos-letter", "harbour-courier"}
    assert set(values.events) == {rows.sale.pk, rows.recognition.pk, rows.decree.pk}
    assert "donetsk" in values.words
    assert values == read_values(Random(1))


def test_without_events_there_is_nothing_to_measure() -> None:
    with pytest.raises(NothingToMeasure, match="no dated events"):
        read_values(Random(1))


def test_a_request_goes_through_the_whole_application(rows: World) -> None:
    reply = ask("/?type=SUPPORT")
    assert b"<html" in reply.body
    assert reply.events == 2
    assert reply.queries > 3
    assert reply.seconds > 0
    assert b"<html" not in ask("/?type=SUPPORT", FRAGMENT).body
    assert b"<h1" not in ask("/?type=SUPPORT", MORE).body


def test_a_page_that_is_not_there_is_an_error() -> None:
    with pytest.raises(Unanswered, match="404"):
        ask("/events/1/")


def test_every_drawn_page_is_answered_and_timed(rows: World) -> None:
    values = read_values(Random(1))
    cases = page_cases(values, 1, 1) + word_cases(values, 1, 5)
    found = time_pages(whole(cases), repeats=1)
    assert found["first"]["n"] == len(cases)
    assert found["again"] is None
    assert 0 < found["queries"]["small"] <= found["queries"]["most"]
    assert found["slowest"][0][0] == found["first"]["most"]


def test_first_visits_are_kept_apart_from_those_after_them() -> None:
    seconds = iter([0.5, 0.6, 0.1, 0.2, 0.3, 0.4])
    asked: list[tuple[str, bool]] = []

    def answering(path: str, headers: dict[str, str]) -> object:
        asked.append((path, bool(headers)))
        return Replied(next(seconds))

    cases = [Asked(NO_FILTER, {}), Asked(NO_FILTER, FRAGMENT)]
    found = time_pages(cases, 3, ask=answering)  # type: ignore[arg-type]
    assert found["first"] == {"n": 2, "p50": 500, "p95": 600, "most": 600}
    assert found["busy"] == {"n": 2, "p50": 250, "p95": 300, "most": 300}
    assert found["again"] == {"n": 4, "p50": 200, "p95": 400, "most": 400}
    assert asked == [("/", False), ("/", True)] * 3


class Replied:
    queries, events = 7, 50

    def __init__(self, seconds: float) -> None:
        self.seconds, self.busy = seconds, seconds / 2


def test_every_fourth_fragment_goes_on_where_a_list_ends() -> None:
    found = [each.headers["HX-Target"] for each in fragments([NO_FILTER] * 8)]
    assert found == ["view", "view", "view", "more"] * 2


def test_a_worker_is_timed_on_every_kind_of_page(
    rows: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.bench.worker.WARM_UP", 1)
    found = time_worker(read_values(Random(1)), 1, seconds=0.3)
    assert found["all"]["n"] == sum(kind["n"] for kind in found["kinds"].values()) >= 1
    assert found["pages_a_second"] > 0
    # In a transaction no page is kept.
    assert (found["kept"], found["anew_a_second"]) == (0, found["pages_a_second"])


def test_an_edit_is_looked_for_and_put_back(rows: World) -> None:
    before = Event.objects.values("title", "type", "mode", "sort_key").order_by("pk")
    kept = list(before)
    found = time_edits([rows.sale.pk, rows.decree.pk], lambda path: ask(path).body, requests=3)
    assert (found["edits"], found["answers"], found["stale"]) == (2, 6, 0)
    assert list(before.all()) == kept


def test_an_answer_from_before_the_edit_is_stale(rows: World) -> None:
    known: dict[str, bytes] = {}

    def from_a_store(path: str) -> bytes:
        return known.setdefault(path, ask(path).body)

    ask_all = [f"/events/{rows.sale.pk}/", f"/?before={(rows.sale.sort_key or 0) + 1}"]
    for path in ask_all:
        from_a_store(path)
    assert time_edits([rows.sale.pk], from_a_store, requests=3)["stale"] == 3


def test_the_number_of_events_is_read_from_the_page(rows: World) -> None:
    assert total(ask("/?type=SUPPORT").body) == 2
    assert total(ask("/?type=AID").body) == 0


def test_two_ways_that_agree_have_no_differences(rows: World) -> None:
    cases = page_cases(read_values(Random(1)), 1, 1)
    found = compare_with_sql(cases[:12], 1, limit=60)
    assert (found["cases"], found["differences"], found["over_limit"]) == (12, 0, 0)


def test_every_difference_is_counted(rows: World) -> None:
    def wrong(chosen: Filter) -> Answer:
        found = answer(chosen)
        return replace(found, total=found.total + 1) if chosen.types else found

    cases = [NO_FILTER, Case("type", Filter(types=("SUPPORT",)))]
    found = compare_with_sql(cases, 1, limit=60, tables=wrong)
    assert found["differences"] == 1
    assert found["differing"] == ["/?type=SUPPORT"]


def test_what_takes_too_long_counts_as_the_limit_and_not_as_a_difference(rows: World) -> None:
    def endless(chosen: Filter) -> Answer:
        time.sleep(0.06)
        raise DatabaseError("interrupted")

    found = compare_with_sql([NO_FILTER], 1, limit=0.05, tables=endless)
    assert (found["over_limit"], found["differences"]) == (1, 0)
    assert found["sql"]["most"] == pytest.approx(50)


def test_another_error_of_the_database_is_none_of_time(rows: World) -> None:
    def broken(chosen: Filter) -> Answer:
        raise DatabaseError("no such table")

    with pytest.raises(DatabaseError, match="no such table"):
        compare_with_sql([NO_FILTER], 1, limit=60, tables=broken)


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own limit")
def test_sqlite_gives_up_a_statement_and_answers_the_next() -> None:
    with connection.cursor() as cursor:
        with stopped_after(0.05), pytest.raises(DatabaseError, match="interrupted"):
            cursor.execute(ENDLESS)
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_postgresql_is_told_the_limit_in_milliseconds() -> None:
    assert postgresql_limit(2.5) == {"PGOPTIONS": "-c statement_timeout=2500"}


def test_articles_are_written_as_files_that_ingest_takes_in(rows: World, tmp_path: Path) -> None:
    found = write_articles(tmp_path, 2, seed=1)
    assert found["articles"] == 2
    with (tmp_path / "manifest.csv").open() as file:
        manifest = list(csv.DictReader(file))
    assert len(manifest) == 2
    assert all((tmp_path / row["path"]).exists() for row in manifest)
    taken = time_ingest(tmp_path, workers=1)
    # The same words from the same sources are in already.
    assert (taken["articles"], taken["failures"]) == (0, 0)
