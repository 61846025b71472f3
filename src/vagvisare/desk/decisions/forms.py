"""The form that records a decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vagvisare.decisions.models import Assignment, Matter
from vagvisare.decisions.states import DecisionKind
from vagvisare.desk.document_field import DocumentField
from vagvisare.organization.models import Body, Department


class DayField(forms.DateField):
    """A calendar day, picked or written as 2014-02-13."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NumberForm(forms.Form):
    """The number a matter got in the diary."""

    diary_no = forms.CharField(
        label=_("Registry number"), help_text=_("As in the diary: KS 2014/52."), max_length=80
    )


class DecisionForm(forms.Form):
    """One point of one section of a body's minutes."""

    body = forms.ModelChoiceField(Body.objects.all(), label=_("Body"))
    day = DayField(label=_("Day of the meeting"))
    section = forms.CharField(
        label=_("Section"), help_text=_("As in the minutes: 7 or 165-166."), max_length=40
    )
    point = forms.IntegerField(label=_("Point"), min_value=1, max_value=99, initial=1)
    diary_no = forms.CharField(
        label=_("Registry number"),
        help_text=_("The matter is found by it, or opened."),
        required=False,
        max_length=80,
    )
    matter_title = forms.CharField(
        label=_("The matter’s title"),
        help_text=_("Only for a new matter."),
        required=False,
        max_length=500,
    )
    kind = forms.ChoiceField(label=_("What was decided"), choices=DecisionKind.choices)
    document = DocumentField(
        label=_("Document"),
        required=False,
        help_text=_("Its title, or its number in the register: #17."),
    )
    successor = DocumentField(
        label=_("Replaced by"),
        required=False,
        help_text=_("Only when another document takes its place."),
    )
    first_day = DayField(
        label=_("Works from"),
        required=False,
        help_text=_("Only if the decision names another day than its own."),
    )
    last_day = DayField(
        label=_("Stands through"), required=False, help_text=_("The last day counts.")
    )
    open_ended = forms.BooleanField(label=_("Until further notice"), required=False)
    text = forms.CharField(
        label=_("The decision as in the minutes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    because = forms.CharField(
        label=_("Why, in words for residents"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    department = forms.ModelChoiceField(
        Department.objects.all(), label=_("Assignment to"), required=False
    )
    due_day = DayField(label=_("Assignment due"), required=False)
    assignment = forms.ModelChoiceField(
        Assignment.objects.filter(closed_by__isnull=True),
        label=_("Assignment to close"),
        required=False,
    )
    competence_override = forms.CharField(
        label=_("Why this body may decide it"),
        help_text=_("Only if the rules of competence say otherwise."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Days that contradict one another are said here, before anything is tried."""
        given = super().clean() or {}
        if given.get("open_ended") and given.get("last_day"):
            self.add_error("last_day", _("It cannot both end and stand until further notice."))
        first, last = given.get("first_day"), given.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first."))
        return given

    def matter(self) -> Matter | None:
        """Return the matter with this registry number, or None."""
        number = self.cleaned_data["diary_no"].strip()
        return Matter.objects.filter(diary_no__iexact=number).first() if number else None
