"""What a batch's list is narrowed and sorted by, as a form and in the address."""

from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.inventory.listing import SORTS
from vagvisare.inventory.states import CandidateState, Validity
from vagvisare.inventory.wanted import SURENESS_BOUNDS, Wanted

FIELDS = ("q", "state", "validity", "type", "body", "sureness", "older", "versions")
Choices = Mapping[str, Iterable[tuple[str, int]]]


class NarrowForm(forms.Form):
    """Nothing is required; a wrong value narrows nothing."""

    q = forms.CharField(
        label=gettext_lazy("Words in the title or file name"), required=False, max_length=200
    )
    state = forms.CharField(label=gettext_lazy("State"), required=False, max_length=20)
    validity = forms.CharField(label=gettext_lazy("As read"), required=False, max_length=20)
    type = forms.CharField(label=gettext_lazy("Type"), required=False, max_length=100)
    body = forms.CharField(label=gettext_lazy("Decided by"), required=False, max_length=200)
    sureness = forms.CharField(label=gettext_lazy("How surely read"), required=False, max_length=20)
    older = forms.IntegerField(
        label=gettext_lazy("Decided more than so many years ago"),
        required=False,
        min_value=1,
        max_value=200,
    )
    versions = forms.BooleanField(
        label=gettext_lazy("Only those in several versions"), required=False
    )
    sort = forms.CharField(label=gettext_lazy("Sort by"), required=False, max_length=20)

    def __init__(self, data: QueryDict | None, choices: Choices) -> None:
        super().__init__(data)
        words = {"state": CandidateState, "validity": Validity}
        for name, labels in words.items():
            known = dict(choices[name])
            self._choose(name, [(k, str(label), known.get(k, 0)) for k, label in labels.choices])
        known, sure = dict(choices["sureness"]), sureness_labels()
        self._choose("sureness", [(key, sure[key], known.get(key, 0)) for key in SURENESS_BOUNDS])
        self._choose("type", [(k, k, n) for k, n in choices["document_type"] if k])
        self._choose("body", [(k, k, n) for k, n in choices["deciding_body"] if k])
        self.fields["sort"].widget = forms.Select(choices=list(sort_labels().items()))

    def _choose(self, name: str, choices: list[tuple[str, str, int]]) -> None:
        """Offer these with their numbers; what is chosen already stays among them."""
        shown = [(key, f"{label} ({number})") for key, label, number in choices]
        given = str(self.data.get(name, ""))[:200]
        if given and given not in dict(shown) and name in ("type", "body"):
            shown.append((given, given))
        self.fields[name].widget = forms.Select(choices=[("", _("All")), *shown])

    def wanted(self) -> Wanted:
        """Return the filter as the inventory takes it."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return Wanted(
            words=given.get("q", ""),
            state=_known(given.get("state"), CandidateState.values),
            validity=_known(given.get("validity"), Validity.values),
            document_type=given.get("type", ""),
            deciding_body=given.get("body", ""),
            sureness=_known(given.get("sureness"), SURENESS_BOUNDS),
            older_than=given.get("older"),
            versions=given.get("versions", False),
        )

    def sorted_by(self) -> str:
        """Return the order asked for, or that of the titles."""
        return _known(self.data.get("sort"), SORTS) or "title"


def _known(given: str | None, among: Iterable[str]) -> str:
    return given if given and given in among else ""


def sureness_labels() -> dict[str, str]:
    """Return what each level of sureness is called where it is chosen."""
    return {"sure": _("Sure"), "likely": _("Likely"), "unsure": _("Unsure")}


def sort_labels() -> dict[str, str]:
    """Return what each order is called."""
    return {
        "title": _("Title"),
        "body": _("Deciding body"),
        "newest": _("Latest decision first"),
        "oldest": _("Earliest decision first"),
        "unsure": _("Least surely read first"),
    }


def filter_part(asked: QueryDict) -> list[tuple[str, str]]:
    """Return the filter as it stands in the address, to be carried on by other forms."""
    return [(name, str(asked[name])) for name in FIELDS if asked.get(name)]
