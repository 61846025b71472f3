"""A document's ties at the desk: a picture with its text twin, and the laws it rests on."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.desk.document_field import DocumentField
from vagvisare.desk.register.relation_picture import picture_of
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.reading.beyond.laws import table
from vagvisare.register.actions.relate import relate, unrelate
from vagvisare.register.actions.relate_law import relate_law, unrelate_law
from vagvisare.register.models import LegalBasis, SteeringDocument
from vagvisare.register.models.relation import RelationKind


@dataclass(frozen=True)
class Law:
    """A provision with its statute's name and, where it no longer holds, a sentence."""

    basis: LegalBasis
    name: str
    warning: str


class RelateForm(forms.Form):
    """A tie to another document."""

    kind = forms.ChoiceField(label=gettext_lazy("This document"), choices=RelationKind.choices)
    other = DocumentField(
        label=gettext_lazy("The other document"),
        help_text=gettext_lazy("Its title, or its number in the register: #17."),
    )


class LawForm(forms.Form):
    """A provision the document rests on."""

    sfs_no = forms.CharField(
        label=gettext_lazy("The statute’s number"), help_text="2017:725", max_length=20
    )
    provision = forms.CharField(
        label=gettext_lazy("Provision"), help_text="5 kap. 71 §", required=False, max_length=120
    )


def relations_part(document: SteeringDocument) -> dict[str, Any]:
    """Return what the document's page needs to show its ties and laws."""
    return {
        "picture": picture_of(document),
        "laws": [law_of(basis) for basis in document.legal_bases.all()],
    }


def law_of(basis: LegalBasis) -> Law:
    """Return the provision with the statute's name and standing today."""
    statute = table().get(basis.sfs_no)
    if statute is None:
        return Law(basis, "", _("The statute is not in the list; its standing is not known."))
    if statute.status_on(timezone.localdate()) != "repealed":
        return Law(basis, statute.name, "")
    warning = _("The statute was repealed {day}.").format(day=statute.repealed)
    if statute.by:
        successor = table().get(statute.by)
        named = f"{successor.name} ({statute.by})" if successor else statute.by
        warning += " " + _("It was followed by {law}.").format(law=named)
    return Law(basis, statute.name, warning)


@needs(Permission.REGISTER_READ)
def relations(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show a document's ties, add one and take one away."""
    document = get_object_or_404(SteeringDocument, pk=document_id)
    asked = request.POST.get("do", "")
    form = RelateForm(request.POST if asked == "relate" else None)
    law = LawForm(request.POST if asked == "law" else None)
    if request.method == "POST":
        try:
            if _done(request, document, asked, form, law):
                messages.success(request, _("Saved."))
                return redirect("desk:register:relations", document.pk)
        except Refusal as refusal:
            (law if asked == "law" else form).add_error(None, str(refusal))
    context = {
        "document": document,
        "form": form,
        "law_form": law,
        "outgoing": document.relations.select_related("other"),
        "incoming": document.relations_to.select_related("document"),
        "section": "register",
    }
    return render(request, "desk/register/relations.html", context | relations_part(document))


def _done(
    request: HttpRequest,
    document: SteeringDocument,
    asked: str,
    form: RelateForm,
    law: LawForm,
) -> bool:
    """Do what the button said; whether something was done."""
    by = signed_in_person(request)
    key = request.POST.get("key", "")
    if asked == "relate" and form.is_valid():
        given = form.cleaned_data
        kind = RelationKind(given["kind"])
        relate(document=document, kind=kind, other=given["other"], by=by)
        return True
    if asked == "law" and law.is_valid():
        relate_law(document=document, by=by, **law.cleaned_data)
        return True
    if asked == "unrelate" and key.isdecimal():
        tie = document.relations.filter(pk=key).first()
        if tie is not None:  # otherwise somebody else has taken it away already
            unrelate(relation=tie, by=by)
        return True
    if asked == "unlaw" and key.isdecimal():
        basis = document.legal_bases.filter(pk=key).first()
        if basis is not None:
            unrelate_law(basis=basis, by=by)
        return True
    return False
