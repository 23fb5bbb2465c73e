"""Pairs of events that may be one: the machine never merges on its own doubt."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.curate.base import PlainAdmin, column
from timeline.curate.links import admin_link, phrase
from timeline.models import MergeProposal


@admin.register(MergeProposal)
class MergeProposalAdmin(PlainAdmin):
    list_display = ("pair", "other_event", "dates", "score", "rejected")
    list_filter = ("rejected",)
    list_select_related = ("event", "other")
    search_fields = ("event__title", "other__title", "reason")
    ordering = ("rejected", "-score")
    actions = ("reject", "consider_again")
    fields = ("event_link", "other_event", "dates", "reason", "score", "rejected")
    readonly_fields = ("event_link", "other_event", "dates", "reason", "score")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("event", "other")

    def view_on_site(self, proposal: MergeProposal) -> str:
        return proposal.event.get_absolute_url()

    @admin.action(description="Reject: these are two events", permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.message_user(request, f"Rejected: {queryset.update(rejected=True)} proposals.")

    @admin.action(description="Consider again", permissions=["change"])
    def consider_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.message_user(request, f"Open again: {queryset.update(rejected=False)} proposals.")

    @column("event", ordering="event__title")
    def pair(self, proposal: MergeProposal) -> str:
        return proposal.event.title

    @column("event")
    def event_link(self, proposal: MergeProposal) -> SafeString:
        return admin_link(proposal.event)

    @column("may be the same as", ordering="other__title")
    def other_event(self, proposal: MergeProposal) -> SafeString:
        return admin_link(proposal.other)

    @column("dates")
    def dates(self, proposal: MergeProposal) -> str:
        return f"{phrase(proposal.event.date_edtf)} / {phrase(proposal.other.date_edtf)}"
