"""Events: what claims are about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from timeline import edtf
from timeline.models.actors import Actor
from timeline.models.base import Curated, choices, in_order, one_of, validate_edtf
from timeline.models.event_queries import EventQuerySet
from timeline.vocabulary import (
    MODES,
    QUAD_CLASS,
    QUAD_LABEL,
    TYPE_LABEL,
    ConflictKind,
    EventType,
    QuadClass,
    Role,
)

# Sort keys put undated events under every dated one; 40 bits are left for the id.
_DATED = 1 << 62
_DAY = 1 << 40


def first_key_of(day: date) -> int:
    """No event of the day or later has a smaller sort key."""
    return _DATED + day.toordinal() * _DAY


def last_key_of(day: date) -> int:
    """No event of the day or earlier has a greater sort key."""
    return first_key_of(day) + _DAY - 1


class Event(Curated):
    """Something that happened or is said to. Holds claims, also ones that contradict.

    `earliest`, `latest` and `sort_key` follow from `date_edtf` and are set on saving.
    Undated events sort by `reported`, the first day an article of theirs appeared.
    """

    title = models.CharField(max_length=300)
    type = models.CharField(
        max_length=12, blank=True, choices=choices(EventType, TYPE_LABEL), help_text="PLOVER type."
    )
    mode = models.CharField(max_length=20, blank=True, help_text="PLOVER mode.")
    quad = models.PositiveSmallIntegerField(
        "quad class", null=True, blank=True, choices=choices(QuadClass, QUAD_LABEL), editable=False
    )
    type_reason = models.TextField(blank=True)
    date_edtf = models.CharField(
        "date",
        max_length=400,
        blank=True,
        validators=[validate_edtf],
        help_text="EDTF: 2022-07-13, 2022-07, 2022-02/2022-09, [2022-02-21,2022-02-26].",
    )
    earliest = models.DateField(null=True, blank=True, editable=False)
    latest = models.DateField(null=True, blank=True, editable=False)
    date_text = models.CharField(max_length=200, blank=True)
    date_reason = models.TextField(blank=True)
    date_inferred = models.BooleanField(default=False)
    reported = models.DateField(null=True, blank=True, editable=False)
    sort_key = models.BigIntegerField(unique=True, null=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)
    claim_count = models.PositiveIntegerField(default=0, editable=False)
    article_count = models.PositiveIntegerField(default=0, editable=False)
    origin_count = models.PositiveIntegerField(default=0, editable=False)
    has_conflict = models.BooleanField(default=False, editable=False)
    reviewed = models.BooleanField(default=False, help_text="A curator has checked this event.")
    note = models.TextField(blank=True, help_text="Shown on the page as the curator's note.")
    actors = models.ManyToManyField(Actor, through="Participation", related_name="events")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = models.Manager.from_queryset(EventQuerySet)()

    class Meta:
        ordering = ["-sort_key"]
        indexes = [
            models.Index(fields=["earliest", "latest"], name="event_days"),
            models.Index(fields=["type", "sort_key"], name="event_type_order"),
            # What the home page leads with.
            models.Index(
                fields=["-origin_count", "-article_count", "-sort_key"], name="event_most_told"
            ),
            models.Index(
                fields=["-origin_count", "-sort_key"],
                name="event_most_disputed",
                condition=Q(has_conflict=True),
            ),
        ]
        constraints = [
            in_order("earliest", "latest", "event_days_in_order"),
            one_of("type", EventType, "event_type_known", blank=True),
            CheckConstraint(condition=Q(mode="") | ~Q(type=""), name="event_mode_needs_type"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])

    def save(self, **kwargs) -> None:  # type: ignore[no-untyped-def]
        self.set_derived()
        super().save(**kwargs)
        if self.sort_key is None:
            self.sort_key = self.order_key()
            type(self).objects.filter(pk=self.pk).update(sort_key=self.sort_key)

    def set_derived(self) -> None:
        """Bring the columns that follow from others into step. Needed before bulk writes."""
        value = edtf.try_parse(self.date_edtf)
        self.earliest = value.earliest if value else None
        self.latest = value.latest if value else None
        self.quad = int(QUAD_CLASS[EventType(self.type)]) if self.type else None
        if not self.type or self.mode not in MODES.get(EventType(self.type), ()):
            self.mode = ""
        self.sort_key = self.order_key() if self.pk else None

    def order_key(self) -> int:
        """Place in the timeline: dated before undated, by day, then in order of arrival."""
        day = self.earliest or self.latest
        if day is not None:
            return first_key_of(day) + self.pk
        return (self.reported.toordinal() if self.reported else 0) * _DAY + self.pk

    @property
    def date(self) -> edtf.Edtf | None:
        return edtf.try_parse(self.date_edtf)


class Participation(models.Model):
    """The part an actor has in an event: one role a pair."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="participations")
    role = models.CharField(max_length=10, choices=choices(Role), default=Role.MENTIONED.value)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["event", "actor"], name="one_role_a_pair"),
            one_of("role", Role, "participation_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.role})"


class Conflict(models.Model):
    """Sources disagree. `values`: [{"value", "label", "claims": [ids]}], most supported first."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=12, choices=choices(ConflictKind))
    subject = models.CharField(max_length=200, blank=True)
    values = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["event", "kind", "subject"], name="conflict_once"),
            one_of("kind", ConflictKind, "conflict_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}".strip()


def label_of(value: Mapping[str, Any]) -> str:
    """What one of the values of a conflict is called."""
    return str(value.get("label") or value.get("value"))


class MergeProposal(models.Model):
    """Two events that may be one. The machine never merges on its own doubt."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="proposals")
    other = models.ForeignKey(Event, models.CASCADE, related_name="proposals_of")
    score = models.FloatField()
    reason = models.TextField()
    rejected = models.BooleanField(default=False)

    class Meta:
        ordering = ["-score"]
        constraints = [
            UniqueConstraint(fields=["event", "other"], name="proposal_once"),
            CheckConstraint(condition=~Q(event=F("other")), name="proposal_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} and {self.other_id}"


class EventTerm(models.Model):
    """What an event's claims speak of: the index by which new claims find it.

    A term is a stem or concept of `link.terms`, or "@" and the key of an actor.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="terms")
    term = models.CharField(max_length=60)

    class Meta:
        constraints = [UniqueConstraint(fields=["term", "event"], name="term_once_an_event")]

    def __str__(self) -> str:
        return self.term
