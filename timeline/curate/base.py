"""What all pages of the admin share."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.core.paginator import Paginator
from django.db import models, transaction
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.forms import BaseInlineFormSet, ModelChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from timeline.curate.decisions import Change, Decision, curated, decide, names, release
from timeline.curate.filters import CuratedFilter
from timeline.curate.forms import RELEASE, CuratedForm
from timeline.curate.links import NOTHING
from timeline.curate.paging import BoundedPaginator
from timeline.curate.widgets import NamedAutocomplete
from timeline.ingest.writer import Refused
from timeline.models.base import Curated

Fieldsets = list[tuple[str | None, dict[str, Any]]]


class RelatedStays:
    """A row chosen here is changed or deleted on its own page: no button deletes it in passing."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field


class PlainAdmin(RelatedStays, admin.ModelAdmin):
    """A table that people keep. `parts`: verbose names of what is deleted along with a row."""

    parts: ClassVar[frozenset[str]] = frozenset()
    show_full_result_count = False
    list_per_page = 50
    formfield_overrides: ClassVar[dict[type[Field], dict[str, Any]]] = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
    }

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Parts have no pages of their own to delete them from, so they need no permission.

        What is protected is said first: no permission would help there.
        """
        listed, counts, refused, protected = super().get_deleted_objects(objs, request)
        return listed, counts, set() if protected else refused - self.parts, protected


class CuratedAdmin(PlainAdmin):
    """Marks what a curator changes, so that the next ingest leaves it alone."""

    form: type[CuratedForm] = CuratedForm
    inline_decisions: ClassVar[dict[type[Model], Decision]] = {}
    list_filter: ClassVar[Any] = [CuratedFilter]
    actions: Any = ["release_all"]
    save_on_top = True

    # --- hooks ----------------------------------------------------------------------

    def after_saving(self, request: HttpRequest, row: Any, change: Change) -> None:
        """Bring what follows from the row into step; the transaction is still open.

        May raise Refused: then nothing is saved and the curator reads why.
        """

    def before(self, form: CuratedForm) -> Mapping[str, object]:
        """The values before the change, in words for the reasons."""
        return form.initial

    def releasable(self, queryset: QuerySet) -> QuerySet:
        """The rows about which the machine has something to say."""
        return queryset

    # --- the form -------------------------------------------------------------------

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return [*super().get_readonly_fields(request, obj), "curated_words"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sets = list(super().get_fieldsets(request, obj))
        if obj is None or not obj.curated_fields:
            return sets
        fields = ["curated_words"]
        if self.has_change_permission(request, obj):
            fields.append(RELEASE)
        return [("Decided by a curator", {"fields": fields}), *sets]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Refused as refused:
            self.message_user(request, f"Nothing was saved: {refused}.", messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    # --- saving ---------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        decide(obj, form.decided(), form.changed_data, self.before(form))
        release(obj, form.released())
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[BaseInlineFormSet], change: bool
    ) -> None:
        formsets = list(formsets)
        super().save_related(request, form, formsets, change)
        row, released = form.instance, form.released()
        in_tables = [
            self.inline_decisions[formset.model]
            for formset in formsets
            if formset.model in self.inline_decisions and formset.has_changed()
        ]
        taken = [d for d in in_tables if d not in released]
        if taken:
            row.mark_curated(name for d in taken for name in d.fields)
            row.save(update_fields=["curated_fields"])
        done = Change(
            changed=frozenset(form.changed_data) | {d.name for d in in_tables},
            decided=(*form.decided(), *taken),
            released=tuple(released),
            before=dict(form.initial),
        )
        self.after_saving(request, row, done)
        self._say(request, done)

    def _say(self, request: HttpRequest, change: Change) -> None:
        if change.decided:
            said = f"Decided by you, and left alone by ingest: {names(change.decided)}."
            self.message_user(request, said, messages.INFO)
        if change.released:
            said = f"Left to the machine again: {names(change.released)}."
            self.message_user(request, said, messages.INFO)

    @admin.action(description="Let the machine decide everything again", permissions=["change"])
    def release_all(self, request: HttpRequest, queryset: QuerySet) -> None:
        """For all rows or, when one of them is refused, for none."""
        rows = list(self.releasable(queryset.exclude(curated_fields=[])))
        try:
            with transaction.atomic():
                for row in rows:
                    self._release(request, row)
        except Refused as refused:
            self.message_user(request, f"Nothing was changed: {refused}.", messages.ERROR)
        else:
            self.message_user(request, f"Left to the machine again: {len(rows)} rows.")

    def _release(self, request: HttpRequest, row: Curated) -> None:
        given_back = tuple(curated(row, self.form.decisions))
        release(row, given_back)
        row.save(update_fields=["curated_fields"])
        self.after_saving(request, row, Change(released=given_back))

    # --- columns --------------------------------------------------------------------

    @admin.display(description="curated")
    def curated_words(self, row: Curated) -> str:
        return names(curated(row, self.form.decisions)).capitalize() or NOTHING


class ReadOnly:
    """Seen, never edited here: for admins and for tables inside a page."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(ReadOnly, PlainAdmin):
    """A table that the machine keeps, which may be very long."""

    paginator: ClassVar[type[Paginator]] = BoundedPaginator


class NamedRowForm(ModelForm):
    """Tells autocompletes the name of the row chosen, which was read along with the table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            column = self.instance._meta.get_field(name)
            widget = getattr(field.widget, "widget", field.widget)
            known = isinstance(column, ForeignKey) and column.is_cached(self.instance)
            if known and isinstance(widget, NamedAutocomplete):
                chosen = getattr(self.instance, name)
                widget.chosen = (str(chosen.pk), str(chosen)) if chosen else None


class TableInline(RelatedStays, admin.TabularInline):
    """Rows that belong to the page's. `related`: what is read along with them."""

    form = NamedRowForm
    extra = 0
    related: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related(*self.related)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = NamedAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ReadOnlyInline(ReadOnly, TableInline):
    can_delete = False


def column(description: str, ordering: str | None = None) -> Callable:
    """`admin.display` in one short line."""
    return admin.display(description=description, ordering=ordering, empty_value=NOTHING)
