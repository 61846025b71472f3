"""Forms that let somebody else answer for documents."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vagvisare.desk.decisions.forms import DayField
from vagvisare.organization.models import Department, Person


class WhyField(forms.CharField):
    """A reason that the history keeps."""

    def __init__(self, **named: Any) -> None:
        help_text = _("It stands in the history of each document.")
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(label=_("Why"), help_text=help_text, widget=widget, **named)


class HandOverForm(forms.Form):
    """Who takes over; at least one of the three."""

    department = forms.ModelChoiceField(
        Department.objects.filter(last_day__isnull=True),
        label=_("To the department"),
        required=False,
        empty_label=_("As it is"),
    )
    person = forms.ModelChoiceField(
        Person.objects.filter(is_active=True),
        label=_("To the person"),
        required=False,
        empty_label=_("As it is"),
    )
    role = forms.CharField(
        label=_("To the role"),
        help_text=_("A role, not a person’s name: people move on."),
        required=False,
        max_length=200,
    )
    because = WhyField()


class ReorganizeForm(forms.Form):
    """A department that ends, and the one that takes over."""

    department = forms.ModelChoiceField(
        Department.objects.filter(last_day__isnull=True), label=_("The department that ends")
    )
    successor = forms.ModelChoiceField(
        Department.objects.filter(last_day__isnull=True), label=_("The department that takes over")
    )
    last_day = DayField(label=_("Its last day"), help_text=_("The last day counts."))
    because = WhyField()


class LeaveForm(forms.Form):
    """A person who leaves, and who takes over what they own."""

    person = forms.ModelChoiceField(
        Person.objects.filter(is_active=True), label=_("Who is leaving")
    )
    successor = forms.ModelChoiceField(
        Person.objects.filter(is_active=True),
        label=_("Who takes over"),
        required=False,
        empty_label=_("Nobody chosen"),
    )
    to_nobody = forms.BooleanField(
        label=_("Nobody: department and role answer for the documents"), required=False
    )
    because = WhyField()


class ChoiceForm(forms.Form):
    """Which documents the list shows: those without anybody, or all of a department or person."""

    department = forms.ModelChoiceField(
        Department.objects.all(),
        label=_("All of the department"),
        required=False,
        empty_label=_("Those that nobody answers for"),
    )
    person = forms.ModelChoiceField(
        Person.objects.filter(Q(owned_documents__isnull=False)).distinct(),
        label=_("All of the person"),
        required=False,
        empty_label=_("Those that nobody answers for"),
    )
