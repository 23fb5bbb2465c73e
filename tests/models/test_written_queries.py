"""Queries written once: the answers of the ORM, without the ORM writing them each time."""

from select import select

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from psycopg.pq import PipelineStatus

from tests.browse import make, spread
from timeline.browse.card_rows import CITATION, EVENT
from timeline.models import Citation, Event
from timeline.models.written_queries import WrittenQuery, rows_of

pytestmark = pytest.mark.django_db
POSTGRESQL_ONLY = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="has pipelines")
EVENTS = WrittenQuery(lambda ids: Event.objects.filter(pk__in=ids).order_by("pk"), ["pk", "title"])
CITATIONS = WrittenQuery(
    lambda ids: Citation.objects.filter(claim__event__in=ids).order_by("pk"), CITATION
)


@pytest.fixture
def ids() -> list[int]:
    make.world()
    spread.three_pages()
    found = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    assert len(found) > 20
    return found


@pytest.mark.parametrize("n", [1, 9, 10, 11, 20])
def test_the_rows_are_those_of_the_orm(ids: list[int], n: int) -> None:
    for about, names in (
        (lambda ids: Event.objects.filter(pk__in=ids).order_by("pk", "conflicts__pk"), EVENT),
        (lambda ids: Citation.objects.filter(claim__event__in=ids).order_by("pk"), CITATION),
    ):
        written = WrittenQuery(about, names)
        for chosen in (ids[:n], ids[-n:][::-1]):
            assert written.rows(chosen) == list(about(chosen).values(*names))


def test_ids_that_are_not_there_have_no_rows(ids: list[int]) -> None:
    written = WrittenQuery(lambda ids: Event.objects.filter(pk__in=ids), ["pk"])
    assert written.rows([max(ids) + 1]) == []
    assert written.rows([ids[0], max(ids) + 1, ids[0]]) == [{"pk": ids[0]}]


def test_nothing_is_asked_about_nobody(ids: list[int]) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert WrittenQuery(lambda ids: Event.objects.filter(pk__in=ids), ["pk"]).rows([]) == []
    assert not asked.captured_queries


def test_it_is_one_query_written_once(ids: list[int]) -> None:
    wordings = []

    def about(ids):
        wordings.append(ids)
        return Event.objects.filter(pk__in=ids)

    written = WrittenQuery(about, ["pk"])
    with CaptureQueriesContext(connection) as asked:
        written.rows(ids[:3])
        written.rows(ids[3:5])
    assert len(asked) == 2
    assert len(wordings) == 1


def test_a_question_about_more_than_ids_is_refused(ids: list[int]) -> None:
    questions = (
        lambda ids: Event.objects.filter(pk__in=ids, title="War"),
        lambda ids: Event.objects.filter(pk__in=ids).exclude(pk=F("pk") + 1),
    )
    for about in questions:
        with pytest.raises(ValueError, match="nothing else"):
            WrittenQuery(about, ["pk"]).rows(ids[:1])


def test_several_questions_have_the_answers_of_each(ids: list[int]) -> None:
    questions = [(CITATIONS, ids[:12]), (EVENTS, []), (EVENTS, ids[:3])]
    expected = [query.rows(keys) for query, keys in questions]
    done: list[str] = []
    with CaptureQueriesContext(connection) as asked:
        assert rows_of(questions) == expected
        assert rows_of(questions, lambda: done.append("worked")) == expected
    assert len(asked) == 4
    assert done == (["worked"] if connection.vendor == "postgresql" else [])


def test_questions_about_nobody_ask_for_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "cursor", lambda: pytest.fail("the database is asked"))
    assert rows_of([(EVENTS, []), (CITATIONS, [])]) == [[], []]


@POSTGRESQL_ONLY
def test_the_database_has_the_questions_while_other_work_is_done(ids: list[int]) -> None:
    there: list[bool] = []

    def work() -> None:
        driver = connection.connection
        readable, _, _ = select([driver.fileno()], [], [], 5)
        there.append(driver.pgconn.pipeline_status == PipelineStatus.ON and bool(readable))

    rows_of([(EVENTS, ids[:3]), (CITATIONS, ids)], work)
    assert there == [True]


@POSTGRESQL_ONLY
def test_a_driver_without_pipelines_asks_one_question_after_the_other(
    ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = [(CITATIONS, ids[:12]), (EVENTS, ids[:3])]
    expected = rows_of(questions)
    monkeypatch.setattr(connection.Database.Pipeline, "is_supported", lambda: False)
    assert rows_of(questions, lambda: pytest.fail("nobody is busy meanwhile")) == expected


@POSTGRESQL_ONLY
def test_work_that_fails_meanwhile_leaves_the_connection_as_it_was(ids: list[int]) -> None:
    with pytest.raises(ZeroDivisionError):
        rows_of([(EVENTS, ids[:3]), (CITATIONS, ids)], lambda: 1 / 0)
    assert rows_of([(EVENTS, ids[:3])]) == [EVENTS.rows(ids[:3])]


@POSTGRESQL_ONLY
def test_a_question_that_fails_among_others_is_an_error_of_the_database(ids: list[int]) -> None:
    failing = WrittenQuery(
        lambda ids: Event.objects.filter(pk__in=ids).extra(select={"n": "1 / (id - id)"}), ["n"]
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        rows_of([(EVENTS, ids[:3]), (failing, ids[:3]), (CITATIONS, ids)])
    assert rows_of([(EVENTS, ids[:3])]) == [EVENTS.rows(ids[:3])]
