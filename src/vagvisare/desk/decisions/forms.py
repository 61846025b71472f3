"""The forms that record decisions: one point, or all the points of a section."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vagvisare.decisions.models import Assignment, Matter
from vagvisare.decisions.states import DecisionKind, DecisionStatus
from vagvisare.desk.document_field import DocumentField
from vagvisare.desk.versioned import Versioned
from vagvisare.organization.models import Body, Department

# Every point has the first; the others are for some kinds of decision and wait folded.
POINT_GROUPS: dict[Promise, list[str]] = {
    _("The decision"): ["status", "proposed_to", "kind", "document", "because"],
    _("Days it works"): ["first_day", "last_day", "open_ended"],
    _("Another document takes its place"): ["successor"],
    _("An assignment"): ["department", "due_day", "assignment"],
    _("Wording and competence"): ["text", "competence_override"],
}
HEAD = ["body", "day", "section", "diary_no", "matter_title"]
GROUPS: dict[Promise, list[str]] = {
    _("The decision"): ["body", "day", "section", "point", *POINT_GROUPS[_("The decision")]],
    _("The matter"): ["diary_no", "matter_title"],
    **{label: names for label, names in POINT_GROUPS.items() if label != _("The decision")},
}
# The field whose group a kind of decision opens.
ASKED_FOR_BY: dict[object, str] = {
    DecisionKind.ADOPT: "last_day",
    DecisionKind.PROLONG: "last_day",
    DecisionKind.REPLACE: "successor",
    DecisionKind.GIVE_ASSIGNMENT: "department",
    DecisionKind.CLOSE_ASSIGNMENT: "assignment",
}
# Filled in from the start, so that a value in them says nothing.
SILENT = ("kind", "point", "status")


@dataclass(frozen=True)
class FieldGroup:
    """Fields that belong together on the page."""

    label: Promise
    fields: list[BoundField]
    is_open: bool


class DayField(forms.DateField):
    """A calendar day, picked or written as 2014-02-13."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NumberForm(Versioned):
    """The number a matter got in the diary."""

    diary_no = forms.CharField(
        label=_("Registry number"), help_text=_("As in the diary: KS 2014/52."), max_length=80
    )


class HeadForm(forms.Form):
    """Where in the minutes: the body, the day, the section, and the matter."""

    body = forms.ModelChoiceField(Body.objects.all(), label=_("Body"))
    day = DayField(label=_("Day of the meeting"))
    section = forms.CharField(
        label=_("Section"), help_text=_("As in the minutes: 7 or 165-166."), max_length=40
    )
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

    def matter(self) -> Matter | None:
        """Return the matter with this registry number, or None."""
        number = self.cleaned_data["diary_no"].strip()
        return Matter.objects.filter(diary_no__iexact=number).first() if number else None


class PointForm(forms.Form):
    """What one point says."""

    status = forms.ChoiceField(
        label=_("Decided or proposed"),
        help_text=_("Only what is decided changes the register."),
        choices=DecisionStatus.choices,
        initial=DecisionStatus.DECIDED,
        required=False,
    )
    proposed_to = forms.ModelChoiceField(
        Body.objects.all(),
        label=_("Proposed to"),
        help_text=_("Who is to decide. Only for a proposal."),
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What was decided"), choices=[("", _("Choose")), *DecisionKind.choices]
    )
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
        help_text=_(
            "Only if the rules of competence say otherwise. It is kept beside the decision."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    layout = POINT_GROUPS

    def groups(self) -> list[FieldGroup]:
        """Return the fields as the page groups them; a group with something in it stands open."""
        return [
            FieldGroup(label, [self[name] for name in names], any(map(self._speaks, names)))
            for label, names in self.layout.items()
        ]

    def _speaks(self, name: str) -> bool:
        """Whether the field has a fault or a value, or the kind of decision asks for it."""
        field = self[name]
        if name == ASKED_FOR_BY.get(self["kind"].value()):
            return True
        return bool(field.errors or field.value()) and name not in SILENT

    def clean(self) -> dict[str, Any]:
        """What contradicts itself is said here, before anything is tried."""
        given = super().clean() or {}
        given["status"] = given.get("status") or DecisionStatus.DECIDED
        proposes = given["status"] == DecisionStatus.PROPOSED
        if proposes and not given.get("proposed_to"):
            self.add_error("proposed_to", _("Choose the body that is to decide."))
        if not proposes and given.get("proposed_to"):
            self.add_error("proposed_to", _("Only a proposal goes on to another body."))
        if given.get("open_ended") and given.get("last_day"):
            self.add_error("last_day", _("It cannot both end and stand until further notice."))
        first, last = given.get("first_day"), given.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first."))
        return given


class DecisionForm(HeadForm, PointForm):
    """One point of one section of a body's minutes."""

    point = forms.IntegerField(label=_("Point"), min_value=1, max_value=99, initial=1)

    layout = GROUPS


MOST_POINTS = 30
PointFormSet = forms.formset_factory(
    PointForm, extra=0, min_num=1, validate_min=True, max_num=MOST_POINTS, validate_max=True
)
