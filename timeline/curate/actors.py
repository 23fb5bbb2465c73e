"""Actors: what they are called and to whom they belong."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Case, IntegerField, QuerySet, When
from django.http import HttpRequest

from timeline.curate.base import CuratedAdmin, TableInline, column
from timeline.curate.decisions import Change, Decision
from timeline.curate.filters import CuratedFilter
from timeline.curate.forms import CuratedForm
from timeline.curate.links import NOTHING, shorten
from timeline.ingest.refresh import refresh_events
from timeline.ingest.world import sync_actors
from timeline.knowledge.loader import load_knowledge
from timeline.models import Actor, Alias, Event

ALIASES = Decision("aliases", ("aliases",))
DECISIONS = (
    Decision("name", ("name",)),
    Decision("kind", ("kind",)),
    Decision("belongs to", ("belongs_to",)),
    Decision("ISO 3166 codes", ("iso2", "iso3")),
    Decision("Wikidata", ("wikidata",)),
    ALIASES,
)
# Higher than any real chain (minister, ministry, country, union).
MOST_LEVELS = 20


class ActorForm(CuratedForm):
    decisions = DECISIONS

    def clean_belongs_to(self) -> Actor | None:
        """Nobody belongs to himself, not by a detour either."""
        parent: Actor | None = self.cleaned_data["belongs_to"]
        above, level = parent, 0
        while above is not None and self.instance.pk and level < MOST_LEVELS:
            if above.pk == self.instance.pk:
                self.add_error("belongs_to", f"{parent} is this actor or belongs to it.")
                break
            above, level = above.belongs_to, level + 1
        return parent


class AliasRows(TableInline):
    model = Alias
    fields = ("text", "kind")


@admin.register(Actor)
class ActorAdmin(CuratedAdmin):
    form = ActorForm
    inlines = (AliasRows,)
    inline_decisions: ClassVar = {Alias: ALIASES}
    parts = frozenset({"alias"})
    list_display = ("name", "kind", "belongs_to", "iso3", "also_called", "curated_words")
    list_filter = ("kind", CuratedFilter)
    list_select_related = ("belongs_to",)
    search_fields = ("name", "aliases__text__istartswith", "=iso3", "=wikidata")
    search_help_text = "Name, alias, ISO 3166-1 alpha-3 or Wikidata number"
    ordering = ("name",)
    autocomplete_fields = ("belongs_to",)
    fieldsets = (
        (None, {"fields": ("name", "key", "kind", "belongs_to")}),
        ("Identifiers", {"fields": ("iso2", "iso3", "wikidata")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("aliases")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Autocomplete offers the very name first, then names that begin so."""
        found, repeated = super().get_search_results(request, queryset, search_term)
        term = search_term.strip()
        near = Case(
            When(name__iexact=term, then=0),
            When(name__istartswith=term, then=1),
            default=2,
            output_field=IntegerField(),
        )
        return found.order_by(near, "name"), repeated

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        # The key ties the row to the knowledge files: it is chosen once.
        return [*super().get_readonly_fields(request, obj), *(["key"] if obj else [])]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict:
        return {} if obj else {"key": ("name",)}

    def view_on_site(self, actor: Actor) -> str:
        return actor.get_absolute_url()

    def after_saving(self, request: HttpRequest, row: Any, change: Change) -> None:
        if ALIASES in change.released and row.key in known_keys():
            row.aliases.all().delete()
        if change.released:
            sync_actors()
        if change.released or change.changed & {"name", "belongs_to"}:
            # Events are found by the names of their actors and of those they belong to.
            named = Event.objects.filter(claims__mentions__actor=row) | Event.objects.filter(
                participations__actor=row
            )
            refresh_events(named.order_by().values_list("pk", flat=True).distinct())

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        listed, counts, refused, protected = super().get_deleted_objects(objs, request)
        from_files = [actor for actor in objs if actor.key in known_keys()]
        protected += [
            f"{actor}: it is in the knowledge files, and the next ingest would bring it back"
            for actor in from_files
        ]
        return listed, counts, refused, protected

    @column("also called")
    def also_called(self, actor: Actor) -> str:
        return shorten(", ".join(alias.text for alias in actor.aliases.all()), 80) or NOTHING


def known_keys() -> frozenset[str]:
    """The keys of the actors in the knowledge files."""
    return frozenset(actor.key for actor in load_knowledge().actors)
