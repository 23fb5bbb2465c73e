"""Names that reading met and knows no actor for: a curator takes them in or dismisses them."""

from django.db import models
from django.db.models import UniqueConstraint

from timeline.models.actors import Actor
from timeline.models.articles import Article
from timeline.models.base import choices, one_of
from timeline.vocabulary import ActorKind, SuggestionState


class SuggestedActor(models.Model):
    """One name. What was decided stays: a dismissed name is not offered again.

    `kind` is a guess, blank when there is none; `example`: words of the passage that first named
    it; `count`: how often the articles name it.
    """

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=choices(ActorKind), blank=True)
    reason = models.TextField(blank=True)
    example = models.TextField(blank=True)
    count = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=20, choices=choices(SuggestionState), default=SuggestionState.OPEN.value
    )
    actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="suggestions"
    )

    class Meta:
        ordering = ["-count", "name"]
        constraints = [
            one_of("kind", ActorKind, "suggestion_kind_known", blank=True),
            one_of("state", SuggestionState, "suggestion_state_known"),
        ]

    def __str__(self) -> str:
        return self.name


class SuggestionPassage(models.Model):
    """Where an article names a suggested actor first, and how often it does."""

    suggestion = models.ForeignKey(SuggestedActor, models.CASCADE, related_name="passages")
    article = models.ForeignKey(Article, models.CASCADE, related_name="suggestions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["-count"]
        constraints = [
            UniqueConstraint(fields=["suggestion", "article"], name="suggestion_once_an_article")
        ]

    def __str__(self) -> str:
        return f"{self.suggestion} in {self.article}"
