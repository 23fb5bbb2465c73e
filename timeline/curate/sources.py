"""Who publishes, and which articles carry the same wire copy."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline.curate.base import CuratedAdmin, PlainAdmin, ReadOnlyInline, column
from timeline.curate.decisions import Decision
from timeline.curate.filters import CuratedFilter
from timeline.curate.forms import CuratedForm
from timeline.curate.links import ARTICLE_BULK, phrase
from timeline.models import Article, Origin, Source


class SourceForm(CuratedForm):
    decisions = (
        Decision("name", ("name",)),
        Decision("kind", ("kind",)),
        Decision("homepage", ("homepage",)),
        Decision("reliability", ("reliability", "reliability_note")),
    )


@admin.register(Source)
class SourceAdmin(CuratedAdmin):
    form = SourceForm
    list_display = ("name", "kind", "reliability", "articles_link", "curated_words")
    list_filter = ("kind", "reliability", CuratedFilter)
    search_fields = ("name", "slug", "homepage")
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (None, {"fields": ("name", "slug", "kind", "homepage")}),
        ("How reliable it is", {"fields": ("reliability", "reliability_note")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(article_total=Count("articles"))

    def view_on_site(self, source: Source) -> str:
        return source.get_absolute_url()

    @column("articles", ordering="article_total")
    def articles_link(self, source: Source) -> SafeString:
        page = reverse("admin:timeline_article_changelist")
        total = source.article_total  # type: ignore[attr-defined]
        return format_html('<a href="{}?source__id__exact={}">{}</a>', page, source.pk, total)


class ArticleRows(ReadOnlyInline):
    model = Article
    fields = readonly_fields = ("__str__", "source", "published")
    related = ("source",)
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer(*ARTICLE_BULK)

    @column("published")
    def published(self, article: Article) -> str:
        return phrase(article.published_edtf)


@admin.register(Origin)
class OriginAdmin(PlainAdmin):
    """An article is moved to another origin on the article's page."""

    inlines = (ArticleRows,)
    list_display = ("__str__", "articles_link", "reason")
    search_fields = ("credit", "reason", "articles__title")
    search_help_text = "Credit, reason, or the title of one of its articles"
    ordering = ("-pk",)
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(article_total=Count("articles"))

    @column("articles", ordering="article_total")
    def articles_link(self, origin: Origin) -> SafeString:
        page = reverse("admin:timeline_article_changelist")
        total = origin.article_total  # type: ignore[attr-defined]
        return format_html('<a href="{}?origin__id__exact={}">{}</a>', page, origin.pk, total)
