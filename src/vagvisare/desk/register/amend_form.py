"""The forms of a partial amendment."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.desk.decisions.forms import DayField
from vagvisare.organization.models import Body
from vagvisare.register.states import Change

MOST_ROWS = 60


class AmendForm(forms.Form):
    """The decision that amends."""

    body = forms.ModelChoiceField(Body.objects.all(), label=gettext_lazy("Body"))
    day = DayField(label=gettext_lazy("Day of the meeting"))
    section = forms.CharField(
        label=gettext_lazy("Section"),
        help_text=gettext_lazy("As in the minutes: 7 or 165-166."),
        max_length=40,
    )
    point = forms.IntegerField(label=gettext_lazy("Point"), min_value=1, max_value=99, initial=1)
    diary_no = forms.CharField(
        label=gettext_lazy("Registry number"),
        help_text=gettext_lazy("The matter is found by it, or opened."),
        required=False,
        max_length=80,
    )
    first_day = DayField(
        label=gettext_lazy("Works from"),
        required=False,
        help_text=gettext_lazy("Only if the decision names another day than its own."),
    )
    text = forms.CharField(
        label=gettext_lazy("The decision as in the minutes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    because = forms.CharField(
        label=gettext_lazy("Why, in words for residents"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    competence_override = forms.CharField(
        label=gettext_lazy("Why it counts though the rules say otherwise"),
        help_text=gettext_lazy("Only when the body is not the usual one."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ChangeForm(forms.Form):
    """One paragraph and what happens to it."""

    change = forms.ChoiceField(
        label=gettext_lazy("Change"), choices=Change.choices, initial=Change.REWORDED
    )
    place = forms.CharField(
        label=gettext_lazy("Paragraph"),
        help_text=gettext_lazy(
            "3 §, 2.1, the heading or its first words. A new one: its number, or efter 3 §."
        ),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "places"}),
    )
    wording = forms.CharField(
        label=gettext_lazy("New wording"),
        help_text=gettext_lazy("Leave it empty for what is struck."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """A wording goes with a place, and what is struck has none."""
        given = super().clean() or {}
        place, wording = given.get("place", ""), given.get("wording", "")
        struck = given.get("change") == Change.STRUCK
        if wording and not place:
            self.add_error("place", _("Name the paragraph."))
        if place and struck and wording:
            self.add_error("wording", _("What is struck has no wording. Choose reworded."))
        if place and not struck and not wording:
            self.add_error("wording", _("Write the new wording."))
        return given


class _ChangeForms(forms.BaseFormSet):
    """At least one paragraph is named."""

    def clean(self) -> None:
        """Refuse a form in which no paragraph is named."""
        if not any(form.cleaned_data.get("place") for form in self.forms if form.is_valid()):
            raise forms.ValidationError(_("Name at least one paragraph."))


ChangeForms = forms.formset_factory(ChangeForm, formset=_ChangeForms, extra=4, max_num=MOST_ROWS)
