"""Articles: what is known about them. Their text is kept as it was read."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline.curate.base import CuratedAdmin, ReadOnlyInline, column
from timeline.curate.decisions import Change, Decision
from timeline.curate.filters import CuratedFilter
from timeline.curate.forms import CuratedForm
from timeline.curate.links import ARTICLE_BULK, NOTHING, admin_link, passage_link, phrase, shorten
from timeline.curate.removal import remove_articles
from timeline.curate.widgets import LinesField
from timeline.ingest.refresh import refresh_events
from timeline.ingest.reread import reread
from timeline.models import Article, Citation, Claim, Source
from timeline.vocabulary import PublishedBasis

PUBLISHED = Decision(
    "published",
    ("published_edtf",),
    "published_reason",
    resets={"published_basis": PublishedBasis.CURATED.value},
)
DECISIONS = (
    Decision("title", ("title",)),
    PUBLISHED,
    Decision("source", ("source",)),
    Decision("origin", ("origin",)),
    Decision("address", ("url",)),
    Decision("archived copy", ("archived_url",)),
    Decision("bylines", ("bylines",)),
    Decision("language", ("language",)),
)
# As many changed dates as a message can hold and a reader wants to hear of.
MOST_TOLD = 6


class ArticleForm(CuratedForm):
    instance: Article
    decisions = DECISIONS
    bylines = LinesField(required=False, help_text="One a line.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        twins = Article.objects.filter(
            source=values.get("source"), sha256=self.instance.sha256
        ).exclude(pk=self.instance.pk)
        if twins.exists():
            self.add_error("source", "This source has the very same file already.")
        return values

    def released(self) -> list[Decision]:
        """An emptied date asks the machine for one."""
        given_back = super().released()
        emptied = "published_edtf" in self.changed_data
        if emptied and not self.cleaned_data.get("published_edtf") and PUBLISHED not in given_back:
            given_back.append(PUBLISHED)
        return given_back


class CitationRows(ReadOnlyInline):
    model = Citation
    fields = readonly_fields = ("quote", "claim_link", "date_words", "found_at")
    verbose_name_plural = "what was read from it"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("claim__event").order_by("start")

    @column("claim")
    def claim_link(self, citation: Citation) -> SafeString:
        return admin_link(citation.claim, shorten(citation.claim.event.title))

    @column("date")
    def date_words(self, citation: Citation) -> str:
        return phrase(citation.claim.date_edtf)

    @column("on the site")
    def found_at(self, citation: Citation) -> SafeString:
        return passage_link(citation)


@admin.register(Article)
class ArticleAdmin(CuratedAdmin):
    form = ArticleForm
    inlines = (CitationRows,)
    list_display = ("__str__", "source", "published", "published_basis", "path", "curated_words")
    list_filter = ("published_basis", "source__kind", CuratedFilter, "language")
    list_select_related = ("source",)
    date_hierarchy = "published_earliest"
    ordering = ("-published_latest", "-pk")
    search_fields = ("title", "path", "url", "source__name", "=sha256")
    search_help_text = "Title, path, address, source or sha256"
    autocomplete_fields = ("source", "origin")
    readonly_fields = (
        "published_basis",
        "path",
        "sha256",
        "encoding",
        "told",
        "noted",
        "ingested_at",
        "whole_text",
    )
    fieldsets = (
        (None, {"fields": ("title", "source", "origin", "bylines", "language")}),
        ("Published", {"fields": ("published_edtf", "published_basis", "published_reason")}),
        ("Where it is", {"fields": ("url", "archived_url")}),
        (
            "The file",
            {"fields": ("path", "sha256", "encoding", "told", "noted", "ingested_at")},
        ),
        ("Text, as it was read", {"classes": ("collapse",), "fields": ("whole_text",)}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # articles come in through ingest

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer(*ARTICLE_BULK)

    def view_on_site(self, article: Article) -> str:
        return article.get_absolute_url()

    def before(self, form: CuratedForm) -> Mapping[str, object]:
        source = Source.objects.filter(pk=form.initial["source"]).first()
        return {**form.initial, "source": source}

    def after_saving(self, request: HttpRequest, row: Any, change: Change) -> None:
        if change.released or PUBLISHED in change.decided:
            self._read_again(request, row)
        elif "origin" in change.changed:
            refresh_events(row.citations.values_list("claim__event", flat=True))

    def _read_again(self, request: HttpRequest, article: Article) -> None:
        """The dates the article gives follow from its own."""
        before = claim_dates(article)
        reread(article)
        after = claim_dates(article)
        changed = [key for key in after if after[key][1] != before.get(key, ("", ""))[1]]
        if not changed:
            self.message_user(request, "Read again: no date of its claims changed.")
            return
        told = [
            f"“{shorten(after[key][0], 50)}” is now {phrase(after[key][1])}, "
            f"was {phrase(before.get(key, ('', ''))[1])}"
            for key in changed[:MOST_TOLD]
        ]
        more = len(changed) - len(told)
        rest = f"; and {more} more" if more > 0 else ""
        said = f"Read again: the dates of {len(changed)} claims changed. {'; '.join(told)}{rest}."
        self.message_user(request, said, messages.SUCCESS)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Citations protect an article; deleting one here takes them along (removal.py)."""
        objs = list(objs)
        citations = Citation.objects.filter(article__in=objs)
        claims = Claim.objects.filter(citations__in=citations).distinct().count()
        listed = [
            f"{article}: its text, its passages, and claims that rest on them alone"
            for article in objs
        ]
        counts = {"articles": len(objs), "passages": citations.count(), "claims at most": claims}
        allowed = self.has_delete_permission(request)
        return listed, counts, set() if allowed else {"article"}, []

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        remove_articles([obj.pk])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        remove_articles(list(queryset.values_list("pk", flat=True)))

    @column("published", ordering="published_latest")
    def published(self, article: Article) -> str:
        return phrase(article.published_edtf)

    @column("told by manifest or command line")
    def told(self, article: Article) -> str:
        return "; ".join(f"{k}: {v}" for k, v in article.metadata.items()) or NOTHING

    @column("notes")
    def noted(self, article: Article) -> str:
        return "; ".join(map(str, article.notes)) or NOTHING

    @column("text")
    def whole_text(self, article: Article) -> SafeString:
        return format_html('<div class="article-text" tabindex="0">{}</div>', article.text)


def claim_dates(article: Article) -> dict[int, tuple[str, str]]:
    """Statement and date of each claim the article makes, by the claim's key."""
    rows = Claim.objects.filter(citations__article=article).order_by("pk")
    return {pk: (text, date) for pk, text, date in rows.values_list("pk", "text", "date_edtf")}
