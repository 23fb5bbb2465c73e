"""Storylines: timelines put together by people."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from timeline.curate.base import PlainAdmin, TableInline, column
from timeline.models import Storyline, StorylineEvent


class EntryRows(TableInline):
    model = StorylineEvent
    fields = ("event", "position", "note")
    autocomplete_fields = ("event",)
    related = ("event", "storyline")
    verbose_name, verbose_name_plural = "event", "events picked by hand"


@admin.register(Storyline)
class StorylineAdmin(PlainAdmin):
    inlines = (EntryRows,)
    parts = frozenset({"storyline event"})
    list_display = ("title", "filter", "picked_total")
    search_fields = ("title", "introduction", "slug")
    ordering = ("title",)
    prepopulated_fields = {"slug": ("title",)}
    fields = ("title", "slug", "introduction", "filter")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(entry_total=Count("entries"))

    def view_on_site(self, storyline: Storyline) -> str:
        return storyline.get_absolute_url()

    @column("picked events", ordering="entry_total")
    def picked_total(self, storyline: Storyline) -> int:
        return storyline.entry_total  # type: ignore[attr-defined]
