"""Names that reading offers as actors: taken in, or dismissed for good."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import slugify

from timeline.curate.base import PlainAdmin, ReadOnlyInline, column
from timeline.curate.links import ARTICLE_BULK, NOTHING, admin_link, shorten
from timeline.models import Actor, SuggestedActor, SuggestionPassage
from timeline.vocabulary import SuggestionState

_AROUND = 60


def accept(suggestion: SuggestedActor) -> Actor:
    """The new actor of a suggestion whose kind is set; the next ingest finds it in texts."""
    base = slugify(suggestion.name)[:110] or "actor"
    key, number = base, 2
    while Actor.objects.filter(key=key).exists():
        key, number = f"{base}-{number}", number + 1
    actor = Actor.objects.create(key=key, name=suggestion.name, kind=suggestion.kind)
    suggestion.actor, suggestion.state = actor, SuggestionState.ACCEPTED.value
    suggestion.save(update_fields=["actor", "state"])
    return actor


class PassageRows(ReadOnlyInline):
    model = SuggestionPassage
    fields = readonly_fields = ("article_link", "words", "count")
    related = ("article",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        return rows.defer(*(f"article__{name}" for name in ARTICLE_BULK if name != "text"))

    @column("article")
    def article_link(self, row: SuggestionPassage) -> SafeString:
        return admin_link(row.article)

    @column("first named")
    def words(self, row: SuggestionPassage) -> str:
        return row.article.text[max(0, row.start - _AROUND) : row.end + _AROUND]


@admin.register(SuggestedActor)
class SuggestedActorAdmin(PlainAdmin):
    list_display = ("name", "kind", "count", "shown", "state")
    list_editable = ("kind",)
    list_filter = ("state", "kind")
    search_fields = ("name",)
    ordering = ("-count", "name")
    actions = ("accept", "dismiss", "consider_again")
    inlines = (PassageRows,)
    fields = ("name", "kind", "reason", "example", "count", "state", "actor_link")
    readonly_fields = ("name", "reason", "example", "count", "state", "actor_link")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("actor")

    @admin.action(description="Take in as actors", permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet) -> None:
        if not request.user.has_perm("timeline.add_actor"):
            self.message_user(request, "You may not add actors.", messages.ERROR)
            return
        rows = list(queryset.exclude(state=SuggestionState.ACCEPTED.value))
        unclear = [row.name for row in rows if not row.kind]
        with transaction.atomic():
            taken = [accept(row) for row in rows if row.kind]
        self.message_user(request, f"Taken in: {len(taken)} actors.")
        if unclear:
            said = f"Say first what they are: {', '.join(unclear)}."
            self.message_user(request, said, messages.WARNING)

    @admin.action(description="Dismiss: no actors", permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, SuggestionState.DISMISSED)

    @admin.action(description="Consider again", permissions=["change"])
    def consider_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, SuggestionState.OPEN)

    def _set(self, request: HttpRequest, queryset: QuerySet, state: SuggestionState) -> None:
        rows = queryset.exclude(state=SuggestionState.ACCEPTED.value)
        changed = rows.update(state=state.value)
        self.message_user(request, f"Now {state.value}: {changed} names.")

    @column("example")
    def shown(self, row: SuggestedActor) -> str:
        return shorten(row.example, 200) or NOTHING

    @column("actor")
    def actor_link(self, row: SuggestedActor) -> Any:
        return admin_link(row.actor) if row.actor else NOTHING
