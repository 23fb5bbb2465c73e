"""The database itself refuses what must not be, whatever wrote it."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError

from timeline.models import (
    Actor,
    Alias,
    Article,
    Citation,
    Claim,
    Conflict,
    Event,
    IngestFailure,
    IngestRun,
    Mention,
    MergeProposal,
    Participation,
    Source,
    Storyline,
    StorylineEvent,
)


def refused(write: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


def set_to(row: Model, **values: object) -> Callable[[], object]:
    """A write past `save`, as a bulk write or another program would make it."""
    return lambda: type(row)._base_manager.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "newspaper"},
        {"reliability": "G"},
    ],
)
def test_a_source_has_a_known_kind_and_grade(source: Source, values: dict) -> None:
    assert refused(set_to(source, **values))


def test_two_sources_do_not_share_a_name_or_slug(source: Source) -> None:
    assert refused(lambda: Source.objects.create(slug="other", name=source.name))
    assert refused(lambda: Source.objects.create(slug=source.slug, name="Other"))


def test_an_article_is_in_a_source_once(article: Article, source: Source) -> None:
    def again(where: Source) -> Article:
        row = Article.objects.get(pk=article.pk)
        row.pk, row.source = None, where
        row.save(force_insert=True)
        return row

    assert refused(lambda: again(source))
    other = Source.objects.create(slug="tollgate", name="Tollgate")
    assert again(other).sha256 == article.sha256


@pytest.mark.parametrize(
    "values",
    [
        {"sha256": "not a hash"},
        {"sha256": "A" * 64},
        {"published_basis": "guess"},
        {"published_earliest": "2021-05-07", "published_latest": "2021-05-06"},
    ],
)
def test_an_article_row_is_sound(article: Article, values: dict) -> None:
    assert refused(set_to(article, **values))


def test_an_actor_is_of_a_known_kind_and_not_in_itself(actor: Actor) -> None:
    assert refused(set_to(actor, kind="alliance"))
    assert refused(set_to(actor, belongs_to=actor.pk))


def test_a_country_code_is_one_actors_and_no_code_is_many(actor: Actor) -> None:
    def make(key: str, iso3: str) -> Actor:
        return Actor.objects.create(key=key, name=key, kind="country", iso3=iso3)

    assert refused(lambda: make("other", "RUR"))
    make("first", "")
    make("second", "")


def test_an_alias_has_words_and_stands_once_in_an_actor(actor: Actor) -> None:
    Alias.objects.create(actor=actor, text="Strelsau", kind="capital")
    assert refused(lambda: Alias.objects.create(actor=actor, text="Strelsau", kind="seat"))
    assert refused(lambda: Alias.objects.create(actor=actor, text=""))
    assert refused(lambda: Alias.objects.create(actor=actor, text="the Palace", kind="house"))


@pytest.mark.parametrize(
    "values",
    [
        {"type": "WAR"},
        {"type": "", "mode": "visit"},
        {"earliest": "2021-05-06", "latest": "2021-05-05"},
    ],
)
def test_an_event_row_is_sound(event: Event, values: dict) -> None:
    assert refused(set_to(event, **values))


def test_no_two_events_share_a_place_in_the_timeline(event: Event) -> None:
    other = Event.objects.create(title="Bridge opened", date_edtf="2021-05-05")
    assert refused(set_to(other, sort_key=event.sort_key))


def test_an_actor_has_one_role_in_an_event(event: Event, actor: Actor) -> None:
    Participation.objects.create(event=event, actor=actor, role="actor")
    assert refused(lambda: Participation.objects.create(event=event, actor=actor, role="recipient"))
    assert refused(set_to(Participation.objects.get(), role="target"))


@pytest.mark.parametrize(
    "values",
    [
        {"standing": "rumoured"},
        {"type": "WAR"},
        {"earliest": "2021-05-06", "latest": "2021-05-05"},
    ],
)
def test_a_claim_row_is_sound(claim: Claim, values: dict) -> None:
    assert refused(set_to(claim, **values))


def test_a_citation_is_a_passage_and_is_there_once(citation: Citation) -> None:
    assert refused(set_to(citation, end=citation.start))
    again = Citation.of(citation.claim, citation.article, citation.start, citation.end)
    assert refused(again.save)


def test_a_citation_quotes_what_the_article_says(claim: Claim, article: Article) -> None:
    wrong = Citation.of(claim, article, 0, 9)
    assert wrong.quote == "Ruritania"
    wrong.quote = "Graustark"
    with pytest.raises(ValidationError, match="not what article"):
        wrong.save()


def test_a_citation_keeps_the_words_around_it(claim: Claim, article: Article) -> None:
    made = Citation.of(claim, article, 14, 23)
    assert (made.prefix, made.quote) == ("Ruritania and ", "Graustark")
    assert made.suffix == " signed a river treaty on 5 May "


def test_a_mention_is_a_passage_with_one_role(claim: Claim, actor: Actor) -> None:
    made = Mention.objects.create(claim=claim, actor=actor, role="actor", start=0, end=9)
    assert refused(set_to(made, end=0))
    assert refused(set_to(made, role="target"))
    assert refused(
        lambda: Mention.objects.create(claim=claim, actor=actor, role="mentioned", start=5, end=9)
    )


def test_a_proposal_is_of_two_events_and_is_made_once(event: Event) -> None:
    other = Event.objects.create(title="Bridge opened")
    MergeProposal.objects.create(event=event, other=other, score=0.5, reason="same day")
    assert refused(
        lambda: MergeProposal.objects.create(event=event, other=event, score=1, reason="itself")
    )
    assert refused(
        lambda: MergeProposal.objects.create(event=event, other=other, score=1, reason="again")
    )


def test_a_conflict_is_of_a_known_kind_and_is_there_once(event: Event) -> None:
    made = Conflict.objects.create(event=event, kind="date")
    assert refused(lambda: Conflict.objects.create(event=event, kind="date"))
    assert refused(set_to(made, kind="colour"))


def test_an_event_is_in_a_storyline_once(event: Event) -> None:
    storyline = Storyline.objects.create(slug="rivers", title="Rivers")
    StorylineEvent.objects.create(storyline=storyline, event=event)
    assert refused(lambda: StorylineEvent.objects.create(storyline=storyline, event=event))


def test_a_file_fails_once_over_all_runs(db: None) -> None:
    first, second = IngestRun.objects.create(), IngestRun.objects.create()
    IngestFailure.objects.create(run=first, path="bad.txt", reason="no text")
    assert refused(
        lambda: IngestFailure.objects.create(run=second, path="bad.txt", reason="no text")
    )


@pytest.mark.parametrize("kept", ["source", "article", "actor"])
def test_what_a_claim_rests_on_is_not_deleted_from_under_it(
    kept: str, request: pytest.FixtureRequest, citation: Citation, actor: Actor
) -> None:
    Mention.objects.create(claim=citation.claim, actor=actor, start=0, end=9)
    with pytest.raises(ProtectedError):
        request.getfixturevalue(kept).delete()
