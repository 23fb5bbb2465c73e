"""Claims: how they stand, who makes them, when, and about which event. Never what they quote."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.curate.base import CuratedAdmin, ReadOnlyInline, TableInline, column
from timeline.curate.decisions import Change, Decision
from timeline.curate.filters import CuratedFilter, DatedFilter, TypeFilter
from timeline.curate.forms import CuratedForm, TypedForm
from timeline.curate.links import ARTICLE_BULK, admin_link, passage_link, phrase, shorten
from timeline.ingest.refresh import refresh_events
from timeline.ingest.reread import reread
from timeline.models import Article, Citation, Claim, Event, Mention

MENTIONS = Decision("actors named", ("mentions",))
EVENT = Decision("event", ("event", "link_reason"), "link_reason")
DECISIONS = (
    EVENT,
    Decision("standing", ("standing", "standing_reason"), "standing_reason"),
    Decision(
        "attribution",
        ("attribution_text", "attribution_actor", "attribution_reason"),
        "attribution_reason",
    ),
    Decision(
        "date", ("date_edtf",), "date_reason", resets={"date_text": "", "date_inferred": False}
    ),
    Decision("type", ("type", "mode", "type_reason"), "type_reason"),
    MENTIONS,
)


class ClaimForm(TypedForm):
    decisions = DECISIONS


class CitationRows(ReadOnlyInline):
    """The passages. A quote is the article's own words and never edited."""

    model = Citation
    fields = readonly_fields = ("quote", "place", "found_in")
    verbose_name_plural = "passages"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        bulk = [f"article__{name}" for name in ARTICLE_BULK]
        return super().get_queryset(request).select_related("article__source").defer(*bulk)

    @column("characters")
    def place(self, citation: Citation) -> str:
        return f"{citation.start}–{citation.end}"

    @column("in")
    def found_in(self, citation: Citation) -> SafeString:
        return passage_link(citation, f"{citation.article.source}: {citation.article}")


class MentionRows(TableInline):
    model = Mention
    fields = ("actor", "role", "reason")
    readonly_fields = ("reason",)
    autocomplete_fields = ("actor",)
    related = ("actor",)
    verbose_name, verbose_name_plural = "actor", "actors named"


@admin.register(Claim)
class ClaimAdmin(CuratedAdmin):
    form = ClaimForm
    inlines = (CitationRows, MentionRows)
    inline_decisions: ClassVar = {Mention: MENTIONS}
    parts = frozenset({"citation", "mention"})
    list_display = ("shortened", "event_link", "standing", "who", "date_words", "curated_words")
    list_filter = ("standing", CuratedFilter, DatedFilter, TypeFilter)
    list_select_related = ("event",)
    date_hierarchy = "earliest"
    ordering = ("-pk",)
    search_fields = ("text", "attribution_text", "event__title")
    search_help_text = "Words of the statement, of who says it, or of the event's title"
    autocomplete_fields = ("event", "attribution_actor")
    readonly_fields = ("text", "date_text", "date_inferred", "created_at")
    fieldsets = (
        (None, {"fields": ("text", "event", "link_reason")}),
        ("How it stands", {"fields": ("standing", "standing_reason")}),
        (
            "Who says so",
            {"fields": ("attribution_text", "attribution_actor", "attribution_reason")},
        ),
        ("When", {"fields": ("date_edtf", "date_reason", "date_text", "date_inferred")}),
        ("What", {"fields": (("type", "mode"), "type_reason")}),
        ("Worked out", {"classes": ("collapse",), "fields": ("created_at",)}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a claim comes with its passage

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("event")

    def view_on_site(self, claim: Claim) -> str:
        return claim.get_absolute_url()

    def before(self, form: CuratedForm) -> Mapping[str, object]:
        was = Event.objects.filter(pk=form.initial["event"]).first()
        return {**form.initial, "event": f"“{was}”" if was else ""}

    def save_formset(
        self, request: HttpRequest, form: Any, formset: BaseInlineFormSet, change: bool
    ) -> None:
        if formset.model is Mention:
            for row in formset.forms:
                if row.has_changed():
                    place(row.instance, form.instance)
        super().save_formset(request, form, formset, change)

    def after_saving(self, request: HttpRequest, row: Any, change: Change) -> None:
        events = {row.event_id, change.before.get("event", row.event_id)}
        if change.released:
            # The first passage's article speaks for the claim; its claims are read again.
            for article in Article.objects.filter(citations__claim=row).order_by("citations")[:1]:
                reread(article)
        refresh_events(events)
        self._tell_removed(request, events)

    def delete_model(self, request: HttpRequest, obj: Claim) -> None:
        self.delete_queryset(request, Claim.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        events = set(queryset.order_by().values_list("event", flat=True))
        queryset.delete()
        refresh_events(events)
        self._tell_removed(request, events)
        said = "A deleted claim comes back when its article is read again and still makes it."
        self.message_user(request, said, messages.WARNING)

    def _tell_removed(self, request: HttpRequest, events: set[int]) -> None:
        if gone := len(events) - Event.objects.filter(pk__in=events).count():
            said = f"{gone} event{'' if gone == 1 else 's'} without a claim left removed."
            self.message_user(request, said, messages.INFO)

    @column("claim", ordering="text")
    def shortened(self, claim: Claim) -> str:
        return shorten(claim.text)

    @column("event", ordering="event__title")
    def event_link(self, claim: Claim) -> SafeString:
        return admin_link(claim.event, shorten(claim.event.title, 60))

    @column("who says so", ordering="attribution_text")
    def who(self, claim: Claim) -> str:
        return claim.attribution_text or "the article itself"

    @column("date", ordering="earliest")
    def date_words(self, claim: Claim) -> str:
        return phrase(claim.date_edtf)


def place(mention: Mention, claim: Claim) -> None:
    """Where the claim's first passage names the actor; the whole passage when it does not."""
    mention.reason = "set by a curator"
    if mention.start is not None:
        return
    citation = claim.citations.order_by("pk")[0]
    forms = [mention.actor.name, *mention.actor.aliases.values_list("text", flat=True)]
    found = next((form for form in forms if form in citation.quote), citation.quote)
    mention.start = citation.start + citation.quote.index(found)
    mention.end = mention.start + len(found)
