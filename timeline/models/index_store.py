"""Where the index of the timeline is kept for every worker to load."""

from uuid import uuid4

from django.db import models
from django.db.models import UniqueConstraint


class IndexSnapshot(models.Model):
    """An index as it was built. The latest row counts; its parts are its contents.

    `token` names it among the indexes of all databases. `mark`: every version with a smaller
    stamp is in it (`versions.Changes.mark`, read before the rows were). `events`: how many it
    holds.
    """

    token = models.UUIDField(default=uuid4, unique=True)
    mark = models.BigIntegerField()
    built_at = models.DateTimeField(auto_now_add=True)
    events = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.events} events at {self.mark}"


class IndexPart(models.Model):
    snapshot = models.ForeignKey(IndexSnapshot, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [UniqueConstraint(fields=["snapshot", "number"], name="index_part_once")]

    def __str__(self) -> str:
        return f"{self.snapshot_id}: {self.number}"
