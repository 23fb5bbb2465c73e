"""The quick way to write rows keeps what is written, and refuses what any other way refuses."""

import pytest
from django.db import IntegrityError, transaction

from timeline.ingest.rows import insert
from timeline.models import Article, ArticleShingle, Origin, Source

pytestmark = pytest.mark.django_db

COLUMNS = ("credit", "reason")


def article() -> Article:
    return Article.objects.create(
        source=Source.objects.create(name="Courier", slug="courier"),
        origin=Origin.objects.create(),
        path="a.txt",
        sha256="0" * 64,
        encoding="utf-8",
        text="",
    )


@pytest.mark.parametrize(
    "text", ["tab\tand\nline\r\n", r"\N", "\\.", "quoted \"x\", 'y'", "Ağrı 🌾", "", "%s %(a)s"]
)
def test_text_is_stored_as_it_is(text: str) -> None:
    insert(Origin, COLUMNS, [(text, "")])
    assert Origin.objects.get().credit == text


def test_ids_rise_with_the_rows_and_go_on_after_those_of_other_writes() -> None:
    first = Origin.objects.create(credit="0")
    insert(Origin, COLUMNS, ((str(n), "") for n in range(1, 30)))
    Origin.objects.create(credit="30")
    assert first.pk == Origin.objects.earliest("pk").pk
    assert [int(o.credit) for o in Origin.objects.order_by("pk")] == list(range(31))


def test_no_rows_are_no_statement(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        insert(Origin, COLUMNS, [])


def test_a_row_that_a_constraint_forbids_is_refused_with_all_of_them() -> None:
    pk = article().pk
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(ArticleShingle, ("article_id", "value"), [(pk, 7), (pk, 8), (pk, 7)])
    assert not ArticleShingle.objects.exists()
