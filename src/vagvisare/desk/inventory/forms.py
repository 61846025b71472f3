"""Forms of the inventory's pages."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


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

    def chosen(self) -> list[UploadedFile]:
        """Return every file of both inputs."""
        return [*self.cleaned_data["documents"], *self.cleaned_data["folder"]]
