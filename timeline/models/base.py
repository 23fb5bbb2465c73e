"""What several tables share: enumerations as choices, curated fields, EDTF columns."""

from collections.abc import Iterable
from enum import Enum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q

from timeline import edtf


def choices(enumeration: type[Enum], labels: dict | None = None) -> list[tuple[object, str]]:
    """Choices for a field: the stored value and the word people see."""
    return [
        (member.value, (labels or {}).get(member) or str(member.value).replace("_", " "))
        for member in enumeration
    ]


def one_of(field: str, enumeration: type[Enum], name: str, blank: bool = False) -> CheckConstraint:
    """The database itself refuses a value that is not in the enumeration."""
    values = [member.value for member in enumeration]
    return CheckConstraint(
        condition=Q(**{f"{field}__in": ["", *values] if blank else values}), name=name
    )


def in_order(first: str, last: str, name: str) -> CheckConstraint:
    """`first` <= `last`, or one of them open."""
    return CheckConstraint(
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{last}__isnull": True})
        | Q(**{f"{first}__lte": F(last)}),
        name=name,
    )


def validate_edtf(value: str) -> None:
    """Form validator: a readable sentence instead of a broken date."""
    try:
        edtf.parse(value)
    except edtf.EdtfError as error:
        raise ValidationError(str(error)) from None


class Curated(models.Model):
    """Knows which of its fields a curator decided; a machine never overwrites those."""

    curated_fields = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Names of the fields a curator decided. Ingest leaves them alone.",
    )

    class Meta:
        abstract = True

    def is_curated(self, field: str) -> bool:
        return field in self.curated_fields

    def mark_curated(self, fields: Iterable[str]) -> None:
        """Remember that a person decided these fields. Does not save."""
        self.curated_fields = sorted({*self.curated_fields, *fields})

    def propose(self, **values: object) -> list[str]:
        """Set the values whose fields no curator decided; return the names that changed."""
        changed = []
        for name, value in values.items():
            if not self.is_curated(name) and getattr(self, name) != value:
                setattr(self, name, value)
                changed.append(name)
        return changed
