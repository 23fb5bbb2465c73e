"""Forms that know which of their fields a curator decided."""

from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html

from timeline.curate.decisions import Decision, curated, touched
from timeline.curate.widgets import mode_choices, mode_problem, type_choices
from timeline.models.base import Curated

RELEASE = "release"


class CuratedForm(forms.ModelForm):
    """Marks curated fields, and offers to give them back to the machine."""

    decisions: ClassVar[tuple[Decision, ...]] = ()
    instance: Curated

    release = forms.MultipleChoiceField(
        label="Let the machine decide again",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What you tick is worked out again from the articles when you save.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = curated(self.instance, self.decisions)
        if RELEASE in self.fields and not taken:
            del self.fields[RELEASE]
        elif RELEASE in self.fields:
            self.fields[RELEASE].choices = [(d.name, d.name) for d in taken]  # type: ignore[attr-defined]
        for name in {name for d in taken for name in d.fields} & self.fields.keys():
            mark = '{} <span class="curated-mark">curated</span>'
            self.fields[name].label = format_html(mark, self.fields[name].label)

    def released(self) -> list[Decision]:
        chosen = self.cleaned_data.get(RELEASE, [])
        return [d for d in self.decisions if d.name in chosen]

    def decided(self) -> list[Decision]:
        """What this form decides. Giving back wins over changing."""
        given_back = self.released()
        return [d for d in touched(self.changed_data, self.decisions) if d not in given_back]


class TypedForm(CuratedForm):
    """Type and mode: the mode is one of the type's."""

    type = forms.ChoiceField(choices=type_choices, required=False, help_text="PLOVER type.")
    mode = forms.ChoiceField(choices=mode_choices, required=False, help_text="PLOVER mode.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        type_, mode = values.get("type", ""), values.get("mode", "")
        problem = mode_problem(type_, mode)
        if problem and "mode" in self.changed_data:
            self.add_error("mode", problem)
        elif problem:
            # The type was changed: the mode of the old one goes with it.
            values["mode"] = ""
        return values
