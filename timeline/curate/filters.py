"""Filters of the admin's lists."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from timeline.vocabulary import TYPE_LABEL

UNTYPED = "none"


class CuratedFilter(admin.SimpleListFilter):
    title = "curated"
    parameter_name = "curated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "something was decided by a curator"), ("no", "all by the machine")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "yes":
            return queryset.exclude(curated_fields=[])
        if self.value() == "no":
            return queryset.filter(curated_fields=[])
        return queryset


class TypeFilter(admin.SimpleListFilter):
    title = "type"
    parameter_name = "type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((t.value, label) for t, label in TYPE_LABEL.items()), (UNTYPED, "not known")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() is None:
            return queryset
        return queryset.filter(type="" if self.value() == UNTYPED else self.value())


class DisagreementFilter(admin.SimpleListFilter):
    title = "sources"
    parameter_name = "sources"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("disagree", "disagree"), ("agree", "two or more agree"), ("one", "only one")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "disagree":
            return queryset.disagreed_on()  # type: ignore[attr-defined]
        if self.value() == "agree":
            return queryset.agreed_on()  # type: ignore[attr-defined]
        if self.value() == "one":
            return queryset.filter(origin_count=1)
        return queryset


class DatedFilter(admin.SimpleListFilter):
    title = "date"
    parameter_name = "dated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "known"), ("no", "not known"), ("inferred", "inferred")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "inferred":
            return queryset.filter(date_inferred=True)
        if self.value() == "no":
            return queryset.filter(earliest=None, latest=None)
        if self.value() == "yes":
            return queryset.exclude(earliest=None, latest=None)
        return queryset
