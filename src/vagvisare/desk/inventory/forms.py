"""Forms of the inventory's pages."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from vagvisare.inventory.states import MeetingPaper
from vagvisare.organization.models import Body


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class ManyFilesField(forms.FileField):
    """Any number of files. Whether each can be kept is the inventory's to say."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files as they came; none is no fault of this field."""
        return list(data or [])


class TakeInForm(forms.Form):
    """A name, and files one by one or a whole folder."""

    name = forms.CharField(
        label=_("Name of the batch"),
        max_length=200,
        help_text=_("So that you find it again, such as “Shared drive, autumn 2026”."),
    )
    documents = ManyFilesField(
        label=_("Files"),
        required=False,
        help_text=_(
            "PDF, Word, OpenDocument, RTF, HTML, text or pictures. Choose several at once."
        ),
        widget=ManyFilesInput(attrs={"multiple": True}),
    )
    folder = ManyFilesField(
        label=_("Or a whole folder"),
        required=False,
        help_text=_("With everything in it. At most 500 files at a time, each at most 100 MB."),
        widget=ManyFilesInput(attrs={"multiple": True, "webkitdirectory": True}),
    )

    meeting_kind = forms.ChoiceField(
        label=_("Papers of a meeting"),
        required=False,
        choices=[("", _("No, or the papers say so themselves")), *MeetingPaper.choices],
        help_text=_("Minutes and agendas: what they decide or propose is found."),
    )
    meeting_body = forms.ModelChoiceField(
        label=_("Whose meeting"),
        required=False,
        queryset=Body.objects.all(),
        empty_label=_("As the papers say"),
    )
    meeting_day = forms.DateField(
        label=_("Day of the meeting"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("An item of minutes seldom repeats the day of its own meeting."),
    )

    def clean(self) -> None:
        """A body or a day is of no use where the papers are of no meeting."""
        super().clean()
        given = self.cleaned_data
        told = given.get("meeting_body") or given.get("meeting_day")
        if told and not given.get("meeting_kind"):
            self.add_error("meeting_kind", _("Say whether they are minutes or an agenda."))

    def chosen(self) -> list[UploadedFile]:
        """Return every file of both inputs."""
        return [*self.cleaned_data["documents"], *self.cleaned_data["folder"]]
