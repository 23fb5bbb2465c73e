"""Curated timelines: a title, an introduction, a saved filter and hand-picked events."""

from django.db import models
from django.db.models import UniqueConstraint
from django.urls import reverse

from timeline.models.events import Event


class Storyline(models.Model):
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=200)
    introduction = models.TextField(blank=True)
    filter = models.CharField(
        max_length=500,
        blank=True,
        help_text="The address of a timeline after the question mark: actor=russia&from=2022-07",
    )
    picked = models.ManyToManyField(Event, through="StorylineEvent", related_name="storylines")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("storyline", args=[self.slug])


class StorylineEvent(models.Model):
    storyline = models.ForeignKey(Storyline, models.CASCADE, related_name="entries")
    event = models.ForeignKey(Event, models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField(default=0)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            UniqueConstraint(fields=["storyline", "event"], name="event_once_a_storyline")
        ]

    def __str__(self) -> str:
        return f"{self.storyline}: {self.event}"
