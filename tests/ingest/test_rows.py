"""The quick way to write rows keeps what is written, and refuses what any other way refuses."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from timeline.ingest.rows import insert, insert_whole, reserve
from timeline.models import Article, ArticleShingle, Claim, Event, Origin, Source

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


def test_whole_rows_are_those_of_the_instances() -> None:
    now = datetime(2023, 3, 4, 5, 6, 7, 890, tzinfo=UTC)
    event, other = (Event(pk=pk, title=f"{pk}", created_at=now) for pk in reserve(Event, 2))
    event.earliest, event.latest = date(2022, 7, 1), date(2022, 7, 31)
    event.curated_fields, event.has_conflict = ["title"], True
    told = Claim(pk=reserve(Claim, 1)[0], event=event, created_at=now)
    told.terms, told.recorded, told.point = ["@türkei", '"x"\\'], {"edtf": "2022"}, 0.6
    insert_whole(Event, [event, other])
    insert_whole(Claim, [told])
    for row in (event, other, told):
        stored = type(row)._default_manager.filter(pk=row.pk).values().get()
        assert stored == {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}


def test_reserved_ids_are_given_to_nobody_else() -> None:
    Event.objects.create(title="before")
    kept = [*reserve(Event, 3)]
    insert_whole(Event, [Event(pk=pk, created_at=datetime.now(UTC)) for pk in kept])
    after = Event.objects.create(title="after")
    assert sorted({*kept, after.pk}) == [*kept, after.pk]
    assert len(kept) == 3
    assert [*reserve(Event, 0)] == []
