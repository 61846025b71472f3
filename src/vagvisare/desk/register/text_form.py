"""The form that adds a text, and the reading of the file in it."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.decisions.models import Decision
from vagvisare.inventory.store import NoBytes, TooLarge, keep, path_of
from vagvisare.kernel.errors import Refusal
from vagvisare.reading.jail import Jail
from vagvisare.register.models import Act
from vagvisare.register.sentences import decision_sentence
from vagvisare.register.states import TextKind


class CannotReadUpload(Refusal):
    code = "desk.cannot-read-upload"


class ActField(forms.ModelChoiceField):
    """A decision about the document, by its body, day and section."""

    def label_from_instance(self, obj: Any) -> str:
        """Return "adopted: kommunfullmäktige, 2007-12-12, § 120"."""
        return f"{obj.get_kind_display()}: {decision_sentence(obj)}"


class PendingField(forms.ModelChoiceField):
    """A proposal that no body has decided yet."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the meeting and the section."""
        return str(obj)


class TextForm(forms.Form):
    """A text, what it is, and the decision it follows from."""

    kind = forms.ChoiceField(label=gettext_lazy("What the text is"), choices=TextKind.choices)
    act = ActField(
        Act.objects.none(),
        label=gettext_lazy("The decision it follows from"),
        required=False,
        empty_label=gettext_lazy("Not known"),
    )
    pending = PendingField(
        Decision.objects.none(),
        label=gettext_lazy("The pending proposal"),
        help_text=gettext_lazy("Only for a text as proposed."),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    text = forms.CharField(
        label=gettext_lazy("The text"),
        help_text=gettext_lazy("Paste it here, or choose the file below."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    file = forms.FileField(label=gettext_lazy("File"), required=False)

    def __init__(
        self,
        *arguments: Any,
        acts: QuerySet[Act],
        pending: QuerySet[Decision],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        for name, queryset in (("act", acts), ("pending", pending)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = queryset
        if not pending.exists():
            del self.fields["pending"]

    def clean(self) -> dict[str, Any]:
        """Ask for a text or a file; a proposal follows from no decision."""
        given = super().clean() or {}
        given.setdefault("pending", None)
        if not given.get("text", "").strip() and not given.get("file"):
            self.add_error("text", _("Paste the text or choose a file."))
        return given


def read_upload(upload: UploadedFile, *, on: date) -> dict[str, Any]:
    """Keep the file and return what a version takes: text, file_name, file_sha256, media_type.

    :raises CannotReadUpload: when it is empty, too large or holds no text
    """
    try:
        kept = keep(upload)
    except NoBytes as fault:
        raise CannotReadUpload(_("The file is empty.")) from fault
    except TooLarge as fault:
        raise CannotReadUpload(_("The file is too large.")) from fault
    with Jail() as jail:
        reading = jail.read(path_of(kept.sha256), on=on)
    text = "\n\n".join(page.text for page in reading.pages)
    if not text.strip():
        raise CannotReadUpload(
            _("No text could be read from “{name}”. Paste the text instead.").format(
                name=upload.name
            )
        )
    return {
        "text": text,
        "file_name": (upload.name or "")[:300],
        "file_sha256": kept.sha256,
        "media_type": reading.media_type or "",
    }
