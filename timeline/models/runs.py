"""What each ingest did, and the files it could not take in."""

from django.db import models
from django.db.models import UniqueConstraint


class IngestRun(models.Model):
    """Written only when a run changes something or fails on something new."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    arguments = models.JSONField(default=list)
    articles_new = models.PositiveIntegerField(default=0)
    articles_unchanged = models.PositiveIntegerField(default=0)
    articles_updated = models.PositiveIntegerField(default=0)
    articles_failed = models.PositiveIntegerField(default=0)
    claims = models.PositiveIntegerField(default=0)
    events = models.PositiveIntegerField(default=0)
    citations = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"Run {self.pk} of {self.started_at:%Y-%m-%d %H:%M}"


class IngestFailure(models.Model):
    """A file that could not be read, with the reason. Gone once the file goes in."""

    run = models.ForeignKey(IngestRun, models.CASCADE, related_name="failures")
    path = models.CharField(max_length=1000)
    reason = models.TextField()

    class Meta:
        ordering = ["path"]
        constraints = [UniqueConstraint(fields=["path"], name="failure_once_a_path")]

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
