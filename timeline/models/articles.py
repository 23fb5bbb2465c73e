"""Sources, the articles they published, and the wire copy that articles share."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from timeline import edtf
from timeline.models.base import Curated, choices, in_order, one_of, validate_edtf
from timeline.vocabulary import RELIABILITY_LABEL, PublishedBasis, Reliability, SourceKind


class Source(Curated):
    """Who publishes: an outlet, agency, ministry."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(
        max_length=20, choices=choices(SourceKind), default=SourceKind.OUTLET.value
    )
    homepage = models.URLField(max_length=500, blank=True)
    reliability = models.CharField(
        max_length=1,
        choices=choices(Reliability, RELIABILITY_LABEL),
        default=Reliability.F.value,
        help_text="Admiralty code.",
    )
    reliability_note = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            one_of("kind", SourceKind, "source_kind_known"),
            one_of("reliability", Reliability, "source_reliability_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])

    @property
    def is_stated(self) -> bool:
        return self.kind != SourceKind.UNKNOWN


class Origin(models.Model):
    """A group of articles that carry the same wire copy. Corroboration counts origins."""

    credit = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.credit or f"Origin {self.pk}"


class Article(Curated):
    """One document of a source, its text kept exactly as decoded.

    Spans (`body_spans`) are lists of [start, end] in code points of `text`, end exclusive.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="articles")
    origin = models.ForeignKey(Origin, models.PROTECT, related_name="articles")
    path = models.CharField(max_length=1000, db_index=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    encoding = models.CharField(max_length=40)
    text = models.TextField()
    title = models.CharField(max_length=500, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    archived_url = models.URLField(max_length=2000, blank=True)
    bylines = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=20, blank=True)
    published_edtf = models.CharField(
        "published",
        max_length=100,
        blank=True,
        validators=[validate_edtf],
        help_text="EDTF: 2022-09-06, 2022-09, or an interval 2022-08-24/2022-12-31.",
    )
    published_earliest = models.DateField(null=True, blank=True, editable=False)
    published_latest = models.DateField(null=True, blank=True, editable=False)
    published_basis = models.CharField(
        max_length=10, choices=choices(PublishedBasis), default=PublishedBasis.UNKNOWN.value
    )
    published_reason = models.TextField(blank=True)
    body_spans = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    setting = models.JSONField(
        default=list, blank=True, editable=False, help_text="Keys of the actors it names."
    )
    story = models.JSONField(
        default=dict, blank=True, editable=False, help_text="The names it repeats."
    )
    metadata = models.JSONField(
        default=dict, blank=True, help_text="What the manifest or command line told."
    )
    ingested_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-published_latest", "-pk"]
        indexes = [
            models.Index(fields=["url"], name="article_url"),
            # Who has the same text, without a look at the texts.
            models.Index(fields=["origin", "source"], name="article_origin_source"),
            models.Index(
                fields=["source", "published_latest", "id"], name="article_of_source_by_day"
            ),
        ]
        constraints = [
            UniqueConstraint(fields=["source", "sha256"], name="article_unique_in_source"),
            CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="article_sha256_hex"
            ),
            one_of("published_basis", PublishedBasis, "article_published_basis_known"),
            in_order("published_earliest", "published_latest", "article_published_in_order"),
        ]

    def __str__(self) -> str:
        return self.title or self.path

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    def save(self, **kwargs) -> None:  # type: ignore[no-untyped-def]
        value = edtf.try_parse(self.published_edtf)
        self.published_earliest = value.earliest if value else None
        self.published_latest = value.latest if value else None
        super().save(**kwargs)

    @property
    def published(self) -> edtf.Edtf | None:
        return edtf.try_parse(self.published_edtf)


class ArticleVersion(models.Model):
    """Bytes an article was read from before it was updated: known when they come again."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    sha256 = models.CharField(max_length=64, db_index=True)
    path = models.CharField(max_length=1000)
    replaced_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["replaced_at"]
        constraints = [
            UniqueConstraint(fields=["article", "sha256"], name="version_once_an_article")
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.sha256[:12]}"


class ArticleShingle(models.Model):
    """Sampled hashes of an article's word runs: the index that finds shared wire copy."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="shingles")
    value = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["article", "value"], name="shingle_unique_in_article")
        ]

    def __str__(self) -> str:
        return f"{self.value:x}"
