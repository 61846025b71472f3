"""Forms of the memo pages."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vagvisare.decisions.models import Assignment, Matter
from vagvisare.decisions.queries import open_assignments
from vagvisare.desk.versioned import Versioned
from vagvisare.organization.models import Body
from vagvisare.register.models import StandingSpan, SteeringDocument
from vagvisare.register.queries import over_but_standing_on
from vagvisare.register.sentences import decision_sentence, duration

MATTERS_OFFERED = 100


class OverDocumentsField(forms.ModelMultipleChoiceField):
    """Check boxes for what is over but stands on a day, longest since first."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, day: date) -> None:
        """Offer the documents of `day`, each with its decision and how long it has been over."""
        self.day = day
        self.spans: dict[int, StandingSpan] = {
            span.document_id: span for span in over_but_standing_on(day)
        }
        self.queryset = SteeringDocument.objects.filter(pk__in=self.spans).order_by("title")

    def label_from_instance(self, obj: SteeringDocument) -> str:
        """Return title, decision and time since, so that two plans of one name are told apart."""
        span = self.spans[obj.pk]
        parts = [obj.title, decision_sentence(span.act) if span.act else ""]
        if span.since:
            since = duration(span.since, self.day)
            parts.append(gettext("{duration} past its term").format(duration=since))
        return " · ".join(part for part in parts if part)


class MatterField(forms.ModelChoiceField):
    """The latest matters, by number and title."""

    def offer_latest(self) -> None:
        """Offer the latest ones; an older one is found by its number."""
        latest = list(Matter.objects.values_list("pk", flat=True)[:MATTERS_OFFERED])
        self.queryset = Matter.objects.filter(pk__in=latest)


class NewMemoForm(forms.Form):
    """What a review memo is made from, all of it known on `day`."""

    documents = OverDocumentsField(
        SteeringDocument.objects.none(),
        label=_("Documents that the memo proposes to repeal"),
        error_messages={"required": _("Choose at least one document.")},
    )
    addressed_to = forms.ModelChoiceField(
        Body.objects.none(),
        label=_("The memo goes to"),
        help_text=_(
            "Who adopted a document decides on its repeal. A body that cannot decide gets a "
            "proposal to pass on: “Nämnden föreslår kommunfullmäktige besluta …”."
        ),
    )
    matter = MatterField(
        Matter.objects.none(),
        label=_("Matter"),
        required=False,
        empty_label=_("Another or a new one, as below"),
    )
    diary_no = forms.CharField(
        label=_("Registry number"),
        help_text=_("The matter is found by it, or opened. Leave it empty if there is none yet."),
        required=False,
        max_length=80,
    )
    matter_title = forms.CharField(
        label=_("The matter’s title"),
        help_text=_("Only for a new matter."),
        required=False,
        max_length=500,
    )
    assignment = forms.ModelChoiceField(
        Assignment.objects.none(),
        label=_("Assignment that the memo answers"),
        help_text=_("The memo then proposes to declare it closed."),
        required=False,
        empty_label=_("No assignment"),
    )
    propose_review = forms.BooleanField(
        label=_("Also propose that all steering documents are reviewed"), required=False
    )
    day = forms.DateField(widget=forms.HiddenInput)

    def __init__(self, day: date, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        documents, matter = self.fields["documents"], self.fields["matter"]
        assert isinstance(documents, OverDocumentsField)
        assert isinstance(matter, MatterField)
        documents.offer(day)
        matter.offer_latest()
        self.fields["addressed_to"].queryset = Body.objects.existing_on(day)  # type: ignore[attr-defined]
        self.fields["assignment"].queryset = open_assignments(day)  # type: ignore[attr-defined]

    @property
    def has_documents(self) -> bool:
        """Whether anything is over but standing on the day."""
        return bool(self.fields["documents"].spans)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One matter, and one only."""
        given = super().clean() or {}
        number, title = given.get("diary_no", "").strip(), given.get("matter_title", "").strip()
        if given.get("matter") and (number or title):
            self.add_error("matter", _("Choose a matter here or write one below, not both."))
        elif not given.get("matter") and not number and not title:
            self.add_error("matter", _("Choose a matter, or write a number or a title below."))
        return given

    def known_matter(self) -> Matter | None:
        """Return the matter chosen, or the one with the number written; None: it is a new one."""
        chosen: Matter | None = self.cleaned_data["matter"]
        number = self.cleaned_data["diary_no"].strip()
        found = Matter.objects.filter(diary_no__iexact=number).first() if number else None
        return chosen or found


class OwnTextForm(Versioned):
    """The writer's own words, one field for each place in the paper."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, places: dict[str, str], *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        self.names = {f"own-{number}": key for number, key in enumerate(places)}
        for name, key in self.names.items():
            self.fields[name] = forms.CharField(
                label=places[key],
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 4, "lang": "sv"}),
            )

    def own_text(self) -> dict[str, str]:
        """Return place -> words."""
        return {key: self.cleaned_data[name] for name, key in self.names.items()}

    def initial_for(self, own_text: dict[str, str], revision: int) -> dict[str, object]:
        """Return what the fields begin with."""
        begun: dict[str, object] = {n: own_text.get(k, "") for n, k in self.names.items()}
        return begun | {"based_on": revision}


class CheckForm(forms.Form):
    """A memo to be checked, pasted as text."""

    text = forms.CharField(
        label=_("The memo’s text"),
        help_text=_("Paste all of it, from the head to the list of recipients. Nothing is kept."),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 18, "lang": "sv"}),
        error_messages={"required": _("Paste the text of a memo first.")},
    )
