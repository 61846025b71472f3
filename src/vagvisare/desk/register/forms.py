"""Forms of the register's pages."""

from collections.abc import Sequence

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vagvisare.desk.versioned import Versioned
from vagvisare.organization.models import Body, Department, Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.duties import duties
from vagvisare.register.queries import DocumentFilter
from vagvisare.register.states import Secrecy, Standing


def type_choices(empty: str) -> list[tuple[str, str]]:
    """The municipality's document types, by name."""
    types = sorted(current_profile().document_types.values(), key=lambda kind: kind.name)
    return [("", empty), *((kind.key, kind.name) for kind in types)]


class FilterForm(forms.Form):
    """What a list is narrowed by. Nothing is required; a wrong value narrows nothing."""

    q = forms.CharField(label=_("Words in the title"), required=False, max_length=200)
    on = forms.DateField(
        label=_("On the day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    standing = forms.ChoiceField(label=_("Standing"), required=False)
    type = forms.ChoiceField(label=_("Type"), required=False)
    body = forms.ChoiceField(label=_("Adopted by"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self._choices("standing", [("", _("All")), *Standing.choices])
        self._choices("type", type_choices(str(_("All"))))
        self._choices("body", [("", _("All")), *Body.objects.values_list("key", "name")])
        self._choices(
            "department", [("", _("All")), *Department.objects.values_list("key", "name")]
        )

    def _choices(self, name: str, choices: Sequence[tuple[object, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def wanted(self) -> DocumentFilter:
        """Return the filter as the register takes it."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return DocumentFilter(
            words=given.get("q", ""),
            standings=(given["standing"],) if given.get("standing") else (),
            document_type=given.get("type", ""),
            body=given.get("body", ""),
            department=given.get("department", ""),
        )


class DocumentForm(Versioned):
    """What describes a document."""

    title = forms.CharField(label=_("Title"), max_length=500)
    popular_name = forms.CharField(
        label=_("Popular name"),
        help_text=_("What people call it, if that is another name."),
        required=False,
        max_length=200,
    )
    document_type = forms.ChoiceField(label=_("Type"))
    department = forms.ModelChoiceField(
        Department.objects.all(),
        label=_("Responsible department"),
        required=False,
        empty_label=_("Nobody yet"),
        to_field_name="key",
    )
    responsible_role = forms.CharField(
        label=_("Responsible role"),
        help_text=_("A role, not a person’s name: people move on."),
        required=False,
        max_length=200,
    )
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("Two or three plain sentences for residents."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    working_name = forms.CharField(
        label=_("Working name"),
        help_text=_("What it is called while it is written."),
        required=False,
        max_length=200,
    )
    owner = forms.ModelChoiceField(
        Person.objects.filter(is_active=True),
        label=_("Responsible person"),
        help_text=_("When the person leaves, somebody is asked to take over."),
        required=False,
        empty_label=_("Nobody in person"),
    )
    secrecy = forms.ChoiceField(
        label=_("Secrecy"),
        help_text=_("Only what is open is shown on the open web."),
        choices=Secrecy.choices,
        initial=Secrecy.OPEN,
        required=False,
    )
    secrecy_ground = forms.CharField(
        label=_("The provision that makes it secret"),
        required=False,
        max_length=200,
    )
    duty = forms.ChoiceField(label=_("Demanded by law"), required=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["document_type"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = type_choices(str(_("Choose a type")))
        owner, duty = self.fields["owner"], self.fields["duty"]
        assert isinstance(owner, forms.ModelChoiceField) and isinstance(duty, forms.ChoiceField)
        department = self.fields["department"]
        assert isinstance(department, forms.ModelChoiceField)
        chosen = self["department"].value() or ""
        department.queryset = Department.objects.filter(Q(last_day__isnull=True) | Q(key=chosen))
        # An owner who has left is still shown, until somebody else is chosen.
        owner.queryset = Person.objects.filter(Q(is_active=True) | Q(pk=self["owner"].value() or 0))
        duty.choices = [("", _("No")), *((row.key, row.name) for row in duties().values())]

    def clean_secrecy(self) -> str:
        """Return the class; nothing said is open."""
        return self.cleaned_data["secrecy"] or Secrecy.OPEN
