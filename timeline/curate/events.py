"""Events: what they are called, when they were and who took part."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.curate.base import CuratedAdmin, ReadOnlyInline, TableInline, column
from timeline.curate.decisions import Change, Decision, curated
from timeline.curate.filters import CuratedFilter, DatedFilter, DisagreementFilter, TypeFilter
from timeline.curate.forms import TypedForm
from timeline.curate.links import NOTHING, citations_with_sources, passages, phrase
from timeline.folding import tokens
from timeline.ingest.refresh import refresh_events
from timeline.models import Claim, Conflict, Event, MergeProposal, Participation

ACTORS = Decision("actors", ("actors",))
DECISIONS = (
    Decision("title", ("title",)),
    Decision(
        "date", ("date_edtf",), "date_reason", resets={"date_text": "", "date_inferred": False}
    ),
    Decision("type", ("type", "mode"), "type_reason"),
    ACTORS,
)
NO_CLAIM = (
    "No claim is about this event, so there is nothing to work it out from. "
    "Delete the event if it is not wanted."
)


class EventForm(TypedForm):
    instance: Event
    decisions = DECISIONS

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        left = set(curated(self.instance, DECISIONS)) - set(self.released())
        if self.released() and not left and not self.instance.claim_count:
            self.add_error("release", NO_CLAIM)
        return values


class ClaimRows(ReadOnlyInline):
    model = Claim
    show_change_link = True
    fields = readonly_fields = ("text", "standing", "who", "date_words", "found_in")
    related = ("attribution_actor",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related(citations_with_sources())

    @column("who says so")
    def who(self, claim: Claim) -> str:
        return claim.attribution_text or "the article itself"

    @column("date")
    def date_words(self, claim: Claim) -> str:
        return f"{phrase(claim.date_edtf)} {f'(“{claim.date_text}”)' if claim.date_text else ''}"

    @column("passage in")
    def found_in(self, claim: Claim) -> SafeString | str:
        return passages(claim.citations.all())


class ParticipationRows(TableInline):
    model = Participation
    fields = ("actor", "role")
    autocomplete_fields = ("actor",)
    related = ("actor",)
    verbose_name, verbose_name_plural = "actor", "actors"


class ConflictRows(ReadOnlyInline):
    model = Conflict
    fields = readonly_fields = ("kind", "subject", "versions")
    verbose_name_plural = "where sources disagree"

    @column("versions, most supported first")
    def versions(self, conflict: Conflict) -> str:
        return versions(conflict)


class ProposalRows(ReadOnlyInline):
    model = MergeProposal
    fk_name = "event"
    fields = readonly_fields = ("other", "reason", "score", "rejected")
    related = ("other",)
    show_change_link = True
    verbose_name_plural = "may be the same as"


class ProposalOfRows(ProposalRows):
    fk_name = "other"
    fields = readonly_fields = ("event", "reason", "score", "rejected")
    related = ("event",)
    verbose_name_plural = "proposed as the same"


def versions(conflict: Conflict) -> str:
    """What the sources say, each with the number of its claims."""
    parts = []
    for value in conflict.values:
        count = len(value.get("claims", ()))
        parts.append(f"{value.get('label', '')} ({count} claim{'' if count == 1 else 's'})")
    return "; ".join(parts)


@admin.register(Event)
class EventAdmin(CuratedAdmin):
    form = EventForm
    inlines = (ParticipationRows, ClaimRows, ConflictRows, ProposalRows, ProposalOfRows)
    inline_decisions: ClassVar = {Participation: ACTORS}
    parts = frozenset({"participation", "conflict", "event term", "merge proposal"})
    list_display = (
        "title",
        "date_words",
        "kind",
        "claims_there",
        "articles_there",
        "origins_there",
        "disagreement",
        "reviewed",
        "curated_words",
    )
    list_filter = ("reviewed", DisagreementFilter, CuratedFilter, DatedFilter, TypeFilter)
    date_hierarchy = "earliest"
    ordering = ("-sort_key",)
    # What is typed is folded and looked for in the event's search text (get_search_results).
    search_fields = ("search_text",)
    search_help_text = "Words of titles, claims, passages and actors"
    actions = ("mark_reviewed", "mark_unreviewed", "release_all")
    readonly_fields = ("date_text", "date_inferred", "counted", "created_at")
    fieldsets = (
        (None, {"fields": ("title", "reviewed", "note")}),
        ("When", {"fields": ("date_edtf", "date_reason", "date_text", "date_inferred")}),
        ("What", {"fields": (("type", "mode"), "type_reason")}),
        ("Worked out", {"classes": ("collapse",), "fields": ("counted", "created_at")}),
    )

    def view_on_site(self, event: Event) -> str:
        return event.get_absolute_url()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        return queryset.with_words(f" {word}" for word in tokens(search_term)), False  # type: ignore[attr-defined]

    def after_saving(self, request: HttpRequest, row: Any, change: Change) -> None:
        refresh_events([row.pk])
        if not row.claims.exists():
            said = "No claim is about this event yet: it is not on the timeline until one is."
            self.message_user(request, said, messages.WARNING)

    def releasable(self, queryset: QuerySet) -> QuerySet:
        return queryset.filter(claim_count__gt=0)

    @admin.action(description="Mark as checked", permissions=["change"])
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.message_user(request, f"Checked: {queryset.update(reviewed=True)} events.")

    @admin.action(description="Mark as not checked", permissions=["change"])
    def mark_unreviewed(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.message_user(request, f"Not checked: {queryset.update(reviewed=False)} events.")

    @column("date", ordering="sort_key")
    def date_words(self, event: Event) -> str:
        return f"{phrase(event.date_edtf)}{' (inferred)' if event.date_inferred else ''}"

    @column("type", ordering="type")
    def kind(self, event: Event) -> str:
        return event.get_type_display() or NOTHING

    @column("sources", ordering="has_conflict")
    def disagreement(self, event: Event) -> str:
        return "disagree" if event.has_conflict else NOTHING

    @column("claims", ordering="claim_count")
    def claims_there(self, event: Event) -> int:
        return event.claim_count

    @column("articles", ordering="article_count")
    def articles_there(self, event: Event) -> int:
        return event.article_count

    @column("origins", ordering="origin_count")
    def origins_there(self, event: Event) -> int:
        return event.origin_count

    @column("rests on")
    def counted(self, event: Event) -> str:
        return (
            f"{event.claim_count} claims in {event.article_count} articles "
            f"of {event.origin_count} origins"
        )
