"""The form that a list is sent in with."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ListForm(forms.Form):
    """A workbook or a CSV file."""

    file = forms.FileField(
        label=_("The list"),
        help_text=_("An Excel workbook (.xlsx) or a CSV file, at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
