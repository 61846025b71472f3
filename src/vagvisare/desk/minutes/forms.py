"""The form that puts right what was read of an event."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.inventory.events import DECIDED, EDITABLE, KINDS, NEW, NONE, PROPOSED, Choice
from vagvisare.inventory.events_plan import EventPlan
from vagvisare.inventory.models import EventClaim
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body
from vagvisare.organization.profile import current_profile
from vagvisare.register.models import SteeringDocument

LABELS = {
    "document_title": gettext_lazy("Title of the document"),
    "decision_date": gettext_lazy("Day of the meeting"),
    "paragraph": gettext_lazy("Section"),
    "registry_number": gettext_lazy("Registry number"),
    "enters_into_force": gettext_lazy("Valid from"),
    "valid_until": gettext_lazy("Valid through"),
}


class EventForm(forms.Form):
    """The fields of an event with what stands now, and beneath each what the machine read."""

    action = forms.ChoiceField(
        label=gettext_lazy("What was done"),
        choices=[(action, kind.label) for action, kind in KINDS.items()],
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Decided or proposed"),
        choices=[
            (DECIDED, gettext_lazy("The body decided it")),
            (PROPOSED, gettext_lazy("It is only proposed")),
        ],
    )

    def __init__(self, event: EventClaim, plan: EventPlan, data: Any = None) -> None:
        super().__init__(data)
        self.event, self.plan = event, plan
        now = event.facts | event.edited
        for name, label in LABELS.items():
            self.fields[name] = forms.CharField(label=label, required=False, max_length=500)
        self._add_choices(now)
        self._add_documents()
        for name in EDITABLE:
            read = event.facts.get(name) or ""
            self.initial[name] = now.get(name) or ""
            if read != self.initial[name]:
                self.fields[name].help_text = _("The machine read: {value}").format(
                    value=read or _("nothing")
                )
        if not self.initial["decision_date"] and plan.said.day:
            self.initial["decision_date"] = plan.said.day.isoformat()
        self.order_fields(["action", "status", "document_title", "document", "document_type"])

    def _add_choices(self, now: dict[str, Any]) -> None:
        types = [one.name for one in current_profile().document_types.values()]
        bodies = [body.name for body in Body.objects.all()]
        for name, label, known in (
            ("document_type", _("Document type"), types),
            ("deciding_body", _("Deciding body"), bodies),
        ):
            read = now.get(name) or ""
            by_folded = {one.casefold(): one for one in known}
            shown = by_folded.get(read.casefold(), read)
            choices = [("", _("Not said")), *((one, one) for one in known)]
            if shown and shown not in known:
                choices.insert(1, (shown, shown))
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)
            now[name] = shown

    def _add_documents(self) -> None:
        """Which document is meant, and which each ended one is, where a title alone may err."""
        edited = self.event.edited
        self.fields["document"] = self._which(
            _("Which document it is"), "document", edited.get("document"), with_none=False
        )
        self.initial["document"] = str(edited.get("document", ""))
        for number, one in enumerate(self.plan.said.ends):
            if not one.title:
                continue
            name = f"ended_{number}"
            self.fields[name] = self._which(
                _("Ends by it: {title}").format(title=one.title),
                str(number),
                one.chosen,
                with_none=True,
            )
            self.initial[name] = str(one.chosen or "")

    def _which(
        self, label: str, slot: str, chosen: Choice, *, with_none: bool
    ) -> forms.ChoiceField:
        target = self.plan.target if slot == "document" else None
        keys = [m.document for q in self.plan.questions if q.slot == slot for m in q.choices]
        because = {m.document: m.because for q in self.plan.questions for m in q.choices}
        if target is not None and target.key:
            keys.append(target.key)
        if isinstance(chosen, int):
            keys.append(chosen)
        titles = SteeringDocument.objects.in_bulk(keys)
        choices = [("", _("As the title says"))]
        for key in dict.fromkeys(keys):
            why = because.get(key) or (target.because if target else "")
            shown = f"{titles[key].title} #{key}"
            choices.append((str(key), f"{shown} ({why})" if why else shown))
        choices.append((NEW, _("A document that the register does not have")))
        if with_none:
            choices.append((NONE, _("None: nothing ends")))
        return forms.ChoiceField(label=label, choices=choices, required=False)

    def given(self) -> dict[str, Any]:
        """Return the values as the action takes them."""
        clean = self.cleaned_data
        ended = {
            int(name.removeprefix("ended_")): value
            for name, value in clean.items()
            if name.startswith("ended_")
        }
        values = {name: self._as_read(name, clean[name]) for name in EDITABLE}
        return {"values": values, "document": clean["document"], "ended": ended}

    def _as_read(self, name: str, value: str) -> str:
        """A choice that only spells what was read otherwise, or a day told of the whole paper, is
        no correction.
        """
        read = self.event.facts.get(name) or ""
        if value.casefold() == read.casefold():
            return read
        told = not read and name == "decision_date" and value == str(self.event.day or "")
        return "" if told else value


def field_of(form: EventForm, refusal: Refusal) -> str | None:
    """Return the field whose value the refusal speaks of, or None."""
    for name, value in form.cleaned_data.items():
        if isinstance(value, str) and value and f"“{value}”" in str(refusal):
            return name
    return None
