"""Claims, the passages that support them, and the actors they name."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Length

from timeline import edtf
from timeline.models.actors import Actor
from timeline.models.articles import Article
from timeline.models.base import Curated, choices, in_order, one_of, validate_edtf
from timeline.models.claim_queries import ClaimQuerySet
from timeline.models.events import Event
from timeline.vocabulary import STANDING_LABEL, EventType, Role, Standing

# Words before and after a quote that find it again in a changed copy (TextQuoteSelector).
CONTEXT_LENGTH = 32


class Claim(Curated):
    """One statement, with who says it, how it stands and the date it gives."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="claims")
    text = models.TextField(help_text="The statement, in the words of its first passage.")
    standing = models.CharField(
        max_length=10, choices=choices(Standing, STANDING_LABEL), default=Standing.REPORTED.value
    )
    standing_reason = models.TextField(blank=True)
    attribution_text = models.CharField("who says so", max_length=500, blank=True)
    attribution_actor = models.ForeignKey(
        Actor, models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    attribution_reason = models.TextField(blank=True)
    date_edtf = models.CharField("date", max_length=100, blank=True, validators=[validate_edtf])
    earliest = models.DateField(null=True, blank=True, editable=False)
    latest = models.DateField(null=True, blank=True, editable=False)
    date_text = models.CharField(max_length=200, blank=True)
    date_reason = models.TextField(blank=True)
    date_inferred = models.BooleanField(default=False)
    recorded = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="Date on record of the well-known event it tells of: edtf, title, reference.",
    )
    type = models.CharField(max_length=12, blank=True)
    mode = models.CharField(max_length=20, blank=True)
    type_reason = models.TextField(blank=True)
    link_reason = models.TextField(blank=True, help_text="Why this claim is about its event.")
    terms = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="What it speaks of, and of whom.",
    )
    point = models.FloatField(
        default=0, editable=False, help_text="How nearly it tells its article's point, 0 to 1."
    )
    heading = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = models.Manager.from_queryset(ClaimQuerySet)()

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("standing", Standing, "claim_standing_known"),
            one_of("type", EventType, "claim_type_known", blank=True),
            in_order("earliest", "latest", "claim_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.text[:120]

    def get_absolute_url(self) -> str:
        return f"{self.event.get_absolute_url()}#claim-{self.pk}"

    def save(self, **kwargs) -> None:  # type: ignore[no-untyped-def]
        self.set_derived()
        super().save(**kwargs)

    def set_derived(self) -> None:
        value = edtf.try_parse(self.date_edtf)
        self.earliest = value.earliest if value else None
        self.latest = value.latest if value else None

    @property
    def date(self) -> edtf.Edtf | None:
        return edtf.try_parse(self.date_edtf)


class Citation(models.Model):
    """A passage of an article: code points of its text, end exclusive, and the exact quote."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations")
    article = models.ForeignKey(Article, models.PROTECT, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=CONTEXT_LENGTH, blank=True)
    suffix = models.CharField(max_length=CONTEXT_LENGTH, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(condition=Q(start__lt=F("end")), name="citation_start_before_end"),
            CheckConstraint(
                condition=Q(end=F("start") + Length("quote")), name="citation_as_long_as_its_quote"
            ),
            UniqueConstraint(fields=["claim", "article", "start", "end"], name="citation_once"),
        ]
        indexes = [models.Index(fields=["article", "start"], name="citation_place")]

    def __str__(self) -> str:
        return f"{self.article_id}:{self.start}-{self.end}"

    def save(self, **kwargs) -> None:  # type: ignore[no-untyped-def]
        self.clean()
        super().save(**kwargs)

    @classmethod
    def of(cls, claim: Claim, article: Article, start: int, end: int) -> "Citation":
        """An unsaved citation with its quote and context cut from the article."""
        quote, prefix, suffix = cls.cut(article, start, end)
        return cls(
            claim=claim,
            article=article,
            start=start,
            end=end,
            quote=quote,
            prefix=prefix,
            suffix=suffix,
        )

    @staticmethod
    def cut(article: Article, start: int, end: int) -> tuple[str, str, str]:
        """Quote, prefix and suffix in the article's own words."""
        text = article.text
        before, after = max(0, start - CONTEXT_LENGTH), end + CONTEXT_LENGTH
        return text[start:end], text[before:start], text[end:after]

    def clean(self) -> None:
        """The passage must be the article's own words. Raises ValidationError."""
        if self.article.text[self.start : self.end] != self.quote:
            raise ValidationError(
                f"The quote is not what article {self.article_id} says at {self.start}-{self.end}."
            )


class Mention(models.Model):
    """An actor named in a claim, with its role there.

    `start` and `end` are code points in the article of the claim's first citation.
    """

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="mentions")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="mentions")
    role = models.CharField(max_length=10, choices=choices(Role), default=Role.MENTIONED.value)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["start"]
        constraints = [
            UniqueConstraint(fields=["claim", "actor"], name="one_mention_a_pair"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="mention_start_before_end"),
            one_of("role", Role, "mention_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.role})"
