"""Tables that follow from others: to be looked at, changed on the pages of what they belong to."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from timeline.curate.base import ReadOnlyAdmin, column
from timeline.curate.events import versions
from timeline.curate.links import ARTICLE_BULK, admin_link, passage_link, shorten
from timeline.models import (
    ArticleShingle,
    ArticleVersion,
    Citation,
    Conflict,
    EventTerm,
    Mention,
    Participation,
)

ARTICLE_COLUMNS = tuple(f"article__{name}" for name in ARTICLE_BULK)


@admin.register(Citation)
class CitationAdmin(ReadOnlyAdmin):
    list_display = ("shortened", "article", "claim_link", "marked")
    list_select_related = ("article", "claim")
    list_filter = ("claim__standing", "article__published_basis")
    search_fields = ("quote", "article__title", "article__source__name")
    ordering = ("-pk",)
    fields = readonly_fields = (
        "quote",
        "article",
        "claim",
        "start",
        "end",
        "prefix",
        "suffix",
        "marked",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request).select_related("article", "claim")
        return rows.defer(*ARTICLE_COLUMNS)

    def view_on_site(self, citation: Citation) -> str:
        return reverse("passage", args=[citation.pk])

    @column("quote")
    def shortened(self, citation: Citation) -> str:
        return shorten(citation.quote)

    @column("claim")
    def claim_link(self, citation: Citation) -> SafeString:
        return admin_link(citation.claim, shorten(citation.claim.text, 60))

    @column("in the article")
    def marked(self, citation: Citation) -> SafeString:
        return passage_link(citation)


@admin.register(Participation)
class ParticipationAdmin(ReadOnlyAdmin):
    list_display = ("actor", "role", "event_link")
    list_select_related = ("actor", "event")
    list_filter = ("role", "actor__kind")
    search_fields = ("actor__name", "event__title")
    ordering = ("-pk",)

    @column("event", ordering="event__title")
    def event_link(self, row: Participation) -> SafeString:
        return admin_link(row.event)


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ("actor", "role", "claim_link", "reason")
    list_select_related = ("actor", "claim")
    list_filter = ("role", "actor__kind")
    search_fields = ("actor__name", "claim__text")
    ordering = ("-pk",)

    @column("claim")
    def claim_link(self, row: Mention) -> SafeString:
        return admin_link(row.claim)


@admin.register(Conflict)
class ConflictAdmin(ReadOnlyAdmin):
    list_display = ("event", "kind", "subject", "told")
    list_select_related = ("event",)
    list_filter = ("kind",)
    search_fields = ("event__title", "subject")
    ordering = ("-pk",)
    fields = readonly_fields = ("event", "kind", "subject", "told")

    @column("versions, most supported first")
    def told(self, conflict: Conflict) -> str:
        return versions(conflict)


@admin.register(EventTerm)
class EventTermAdmin(ReadOnlyAdmin):
    """The index by which new claims find events."""

    list_display = ("term", "event")
    list_select_related = ("event",)
    search_fields = ("=term",)
    search_help_text = "A stem, or @ and the key of an actor"
    ordering = ("-pk",)


@admin.register(ArticleVersion)
class ArticleVersionAdmin(ReadOnlyAdmin):
    """What articles were read from before they were updated."""

    list_display = ("__str__", "article", "replaced_at")
    search_fields = ("=sha256", "path")
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("article").defer(*ARTICLE_COLUMNS)


@admin.register(ArticleShingle)
class ArticleShingleAdmin(ReadOnlyAdmin):
    """The index by which wire copies are found."""

    list_display = ("__str__", "article")
    search_fields = ("=article__sha256", "=article__path")
    search_help_text = "sha256 or path of the article"
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("article").defer(*ARTICLE_COLUMNS)
