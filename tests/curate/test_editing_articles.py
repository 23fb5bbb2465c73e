"""Articles, sources, origins and actors: a change is marked, and events follow."""

from collections.abc import Callable

from django.test import Client

from tests.curate.conftest import Rows
from tests.curate.forms import change_page, save
from timeline.ingest.refresh import refresh_events
from timeline.models import (
    Actor,
    Article,
    Citation,
    Claim,
    Origin,
    Source,
)


def test_what_is_known_of_an_article_is_decided(curating: Client, rows: Rows) -> None:
    other = Source.objects.create(slug="gazette", name="Gazette")
    address = "https://example.org/treaty"
    save(
        curating,
        rows.article,
        title="A treaty",
        source=other.pk,
        url=address,
        bylines="Ida Brandt\nOtto Falk\n",
    )
    article = Article.objects.get(pk=rows.article.pk)
    assert (article.source, article.url) == (other, address)
    assert article.bylines == ["Ida Brandt", "Otto Falk"]
    assert article.curated_fields == ["bylines", "source", "title", "url"]


def test_the_same_file_of_the_same_source_is_answered_with_a_sentence(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2).article
    Article.objects.filter(pk=other.pk).update(sha256=rows.article.sha256)
    response = save(curating, other, source=rows.source.pk)
    assert "has the very same file already" in response.content.decode()


def test_an_articles_text_is_only_shown(curating: Client, rows: Rows) -> None:
    save(curating, rows.article, text="Other words", sha256="0" * 64)
    rows.article.refresh_from_db()
    assert rows.article.text.startswith("Ruritania 1")
    assert rows.article.text in curating.get(change_page(rows.article)).content.decode()


def test_articles_of_one_origin_count_once(
    curating: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2)
    save(curating, other.claim, event=rows.event.pk)
    rows.event.refresh_from_db()
    assert rows.event.origin_count == 2
    save(curating, other.article, origin=rows.origin.pk)
    rows.event.refresh_from_db()
    assert rows.event.origin_count == 1


def test_curators_do_not_delete_articles(curating: Client, rows: Rows) -> None:
    page = change_page(rows.article).replace("change/", "delete/")
    assert curating.post(page, {"post": "yes"}).status_code == 403


def test_an_article_goes_with_what_rests_on_it_alone(
    chief: Client, rows: Rows, more: Callable[[int], Rows]
) -> None:
    other = more(2)
    Citation.of(other.claim, rows.article, 0, 11).save()
    refresh_events([other.event.pk])
    page = change_page(rows.article).replace("change/", "delete/")
    assert "claims that rest on them alone" in chief.get(page).content.decode()
    assert chief.post(page, {"post": "yes"}).status_code == 302
    assert not Article.objects.filter(pk=rows.article.pk).exists()
    assert not Claim.objects.filter(pk=rows.claim.pk).exists()
    assert not Origin.objects.filter(pk=rows.origin.pk).exists()
    other.event.refresh_from_db()
    assert (other.event.claim_count, other.event.article_count) == (1, 1)


def test_a_renamed_actor_is_found_under_its_new_name(curating: Client, rows: Rows) -> None:
    save(curating, rows.actor, name="Kingdom of Ruritania")
    rows.actor.refresh_from_db()
    rows.event.refresh_from_db()
    assert rows.actor.curated_fields == ["name"]
    assert "kingdom of ruritania" in rows.event.search_text


def test_aliases_are_decided_in_their_table(curating: Client, rows: Rows) -> None:
    save(curating, rows.actor, **{"aliases-0-text": "Streslau"})
    rows.actor.refresh_from_db()
    assert rows.actor.curated_fields == ["aliases"]
    assert [alias.text for alias in rows.actor.aliases.all()] == ["Streslau"]


def test_an_actor_belongs_to_nobody_below_it(curating: Client, rows: Rows) -> None:
    below = Actor.objects.get(belongs_to=rows.actor)
    response = save(curating, rows.actor, belongs_to=below.pk)
    assert "is this actor or belongs to it" in response.content.decode()
    response = save(curating, rows.actor, belongs_to=rows.actor.pk)
    assert "is this actor or belongs to it" in response.content.decode()


def test_an_actor_with_a_part_in_events_is_not_deleted(chief: Client, rows: Rows) -> None:
    page = change_page(rows.actor).replace("change/", "delete/")
    assert "protected" in chief.post(page, {"post": "yes"}).content.decode()
    assert Actor.objects.filter(pk=rows.actor.pk).exists()
