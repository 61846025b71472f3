"""What a resident can narrow the list by."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from vagvisare.organization.profile import current_profile
from vagvisare.register.models.document import SteeringDocumentQuerySet
from vagvisare.register.states import APPLIES

SHOW_APPLYING, SHOW_ALL = "applying", "all"


class SearchForm(forms.Form):
    """Nothing is required; a wrong value narrows nothing."""

    q = forms.CharField(label=_("What are you looking for?"), required=False, max_length=200)
    type = forms.ChoiceField(label=_("Type"), required=False)
    show = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[(SHOW_APPLYING, _("What applies")), (SHOW_ALL, _("Also what has ended"))],
    )
    on = forms.DateField(
        label=_("On the day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        types = sorted(current_profile().document_types.values(), key=lambda kind: kind.name)
        field = self.fields["type"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All")), *((kind.key, kind.plural) for kind in types)]

    def narrowed(self, documents: SteeringDocumentQuerySet, day: date) -> SteeringDocumentQuerySet:
        """Return the documents that fit; without a word about it, those that apply on `day`."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        documents = documents.titled_like(given.get("q", ""))
        if given.get("type"):
            documents = documents.filter(document_type=given["type"])
        if given.get("show") != SHOW_ALL:
            documents = documents.standing_as(list(APPLIES), day)
        return documents
