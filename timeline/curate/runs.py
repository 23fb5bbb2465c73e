"""What each ingest did, and the files it could not take in."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from timeline.curate.base import ReadOnlyAdmin, ReadOnlyInline, column
from timeline.curate.links import shorten
from timeline.models import IngestFailure, IngestRun


class FailureRows(ReadOnlyInline):
    model = IngestFailure
    fields = readonly_fields = ("path", "reason")


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnlyAdmin):
    inlines = (FailureRows,)
    list_display = (
        "started_at",
        "asked_for",
        "articles_new",
        "articles_updated",
        "articles_failed",
        "claims",
        "events",
        "citations",
    )
    list_filter = ("started_at",)
    date_hierarchy = "started_at"
    search_fields = ("failures__path", "failures__reason")
    search_help_text = "Path or reason of a failure"

    @column("asked for")
    def asked_for(self, run: IngestRun) -> str:
        return shorten(" ".join(map(str, run.arguments)), 80)


@admin.register(IngestFailure)
class IngestFailureAdmin(ReadOnlyAdmin):
    """May be deleted, for files that are gone; a file that goes in removes its own."""

    list_display = ("path", "reason", "run")
    list_select_related = ("run",)
    search_fields = ("path", "reason")
    list_filter = ("run__started_at",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("timeline.delete_ingestfailure")
