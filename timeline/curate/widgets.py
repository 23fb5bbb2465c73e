"""Form fields and widgets that the stock admin does not have."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

from timeline.vocabulary import MODES, TYPE_LABEL, EventType


class NamedAutocomplete(AutocompleteSelect):
    """An autocomplete told the name of what is chosen, so that a row of a table asks no query."""

    chosen: tuple[str, str] | None = None

    def optgroups(
        self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None
    ) -> list:
        if self.chosen is None or [str(v) for v in value] != [self.chosen[0]]:
            return super().optgroups(name, list(value), attr)
        key, words = self.chosen
        return [(None, [self.create_option(name, key, words, True, 0)], 0)]


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})

    def __init__(self, **kwargs: Any) -> None:
        # A model's JSON field hands these over; they are for its own form field.
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        if isinstance(value, list):
            return value
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


def type_choices() -> list[tuple[str, str]]:
    return [("", "not known"), *((t.value, f"{TYPE_LABEL[t]} ({t.value})") for t in EventType)]


def mode_choices() -> list[tuple[str, str]]:
    """Every mode once, with the types that have it."""
    types: dict[str, list[str]] = {}
    for type_, modes in MODES.items():
        for mode in modes:
            types.setdefault(mode, []).append(TYPE_LABEL[type_])
    named = [(mode, f"{mode} ({', '.join(of)})") for mode, of in sorted(types.items())]
    return [("", "not known"), *named]


def mode_problem(type_: str, mode: str) -> str:
    """A sentence when the type has no such mode, else an empty text."""
    if not mode:
        return ""
    if not type_:
        return "A mode needs a type."
    modes = MODES.get(EventType(type_), ())
    if mode in modes:
        return ""
    label = TYPE_LABEL[EventType(type_)]
    return f"{label} has the modes {', '.join(modes)}." if modes else f"{label} has no modes."
