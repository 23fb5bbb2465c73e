"""Actors and the forms of words that stand for them."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from timeline.models.base import Curated, choices, one_of
from timeline.vocabulary import ActorKind, AliasKind


class Actor(Curated):
    """A country, person, organisation, armed group or place that acts."""

    key = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices(ActorKind))
    iso2 = models.CharField("ISO 3166-1 alpha-2", max_length=2, blank=True)
    iso3 = models.CharField("ISO 3166-1 alpha-3", max_length=3, blank=True)
    wikidata = models.CharField("Wikidata", max_length=20, blank=True)
    belongs_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="members"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            one_of("kind", ActorKind, "actor_kind_known"),
            UniqueConstraint(fields=["iso3"], condition=~Q(iso3=""), name="actor_iso3_unique"),
            CheckConstraint(
                condition=Q(belongs_to__isnull=True) | ~Q(belongs_to=F("id")),
                name="actor_not_in_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.key])


class Alias(models.Model):
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(max_length=20, choices=choices(AliasKind), default=AliasKind.NAME.value)

    class Meta:
        ordering = ["text"]
        verbose_name_plural = "aliases"
        constraints = [
            UniqueConstraint(fields=["actor", "text"], name="alias_unique_in_actor"),
            CheckConstraint(condition=~Q(text=""), name="alias_not_empty"),
            one_of("kind", AliasKind, "alias_kind_known"),
        ]

    def __str__(self) -> str:
        return self.text
