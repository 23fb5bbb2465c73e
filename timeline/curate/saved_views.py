"""Short addresses of views that visitors asked for."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from timeline.curate.base import ReadOnlyAdmin
from timeline.models import SavedView


@admin.register(SavedView)
class SavedViewAdmin(ReadOnlyAdmin):
    """May be deleted, for what was made to fill the table: its address then leads nowhere."""

    list_display = ("code", "query", "created_at")
    search_fields = ("=code", "query")
    date_hierarchy = "created_at"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("timeline.delete_savedview")

    def view_on_site(self, view: SavedView) -> str:
        return view.get_absolute_url()
