"""Queries written once: the answers of the ORM, without the ORM writing them each time."""

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from tests.browse import make, spread
from timeline.browse.card_rows import CITATION, EVENT
from timeline.models import Citation, Event
from timeline.models.written_queries import WrittenQuery

pytestmark = pytest.mark.django_db


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
