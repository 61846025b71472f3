"""The texts of a document at the desk: a new one, and two side by side."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.decisions.models import Decision
from vagvisare.decisions.states import DecisionStatus
from vagvisare.desk.register.text_form import TextForm, read_upload
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.register.actions.add_version import add_version
from vagvisare.register.actions.amend import holds_retracted, work_anew
from vagvisare.register.models import Amendment, SteeringDocument, Version
from vagvisare.register.sentences import decision_sentence
from vagvisare.register.states import TextKind
from vagvisare.register.text.comparing import INSERTED, REWORDED, SAME, STRUCK, compared, counted


@dataclass(frozen=True)
class VersionLine:
    """A version as the page lists it; `against` leads to what it changed, where that is known."""

    version: Version
    label: str
    against: str
    against_label: str
    changes: list[Amendment]


def versions_part(document: SteeringDocument) -> dict[str, Any]:
    """Return what the document's page needs to show its texts."""
    found = document.versions.select_related("act__body", "basis")
    versions = list(found.prefetch_related("act__amendments"))
    retracted = any(v.act and v.act.retracted_at for v in versions) and holds_retracted(document)
    return {"version_lines": [_line(version) for version in versions], "stale_text": retracted}


def label_of(version: Version) -> str:
    """Return what a version is called: "Version 2, as adopted (kommunfullmäktige, 2010-05-05)"."""
    name = _("Version {number}, {kind}").format(
        number=version.number, kind=version.get_kind_display()
    )
    return f"{name} ({decision_sentence(version.act)})" if version.act else name


def _line(version: Version) -> VersionLine:
    basis, act = version.basis, version.act
    changes = list(act.amendments.all()) if act and version.kind == TextKind.CONSOLIDATED else []
    if basis is None or not basis.text or not version.text:
        return VersionLine(version, label_of(version), "", "", changes)
    address = reverse("desk:register:compare", args=[version.document_id])
    words = (
        _("What the body changed in the proposal")
        if basis.kind == TextKind.PROPOSED
        else _("What the amendment changed")
    )
    against = f"{address}?before={basis.number}&after={version.number}"
    return VersionLine(version, label_of(version), against, words, changes)


@needs(Permission.REGISTER_READ)
def compare_versions(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show two versions side by side; without a choice the two latest."""
    document = get_object_or_404(SteeringDocument, pk=document_id)
    versions = list(document.versions.with_text().select_related("act__body"))
    before = _chosen(request.GET.get("before"), versions, 1)
    after = _chosen(request.GET.get("after"), versions, 0)
    rows = compared(before.text, after.text) if before and after else []
    whole = request.GET.get("whole") == "yes"
    context = {
        "document": document,
        "choices": [(version.number, label_of(version)) for version in versions],
        "before": before,
        "after": after,
        "before_label": label_of(before) if before else "",
        "after_label": label_of(after) if after else "",
        "rows": [row for row in rows if whole or row.change != SAME],
        "whole": whole,
        "sentence": sentence_of(counted(rows), before, after),
    }
    return render(request, "desk/register/compare.html", context | {"section": "register"})


def sentence_of(counts: dict[str, int], before: Version | None, after: Version | None) -> str:
    """Return what changed in one sentence: "3 paragraphs reworded, 1 new, 1 struck."."""
    changes = changes_in_words(counts)
    adopted = before and after and before.kind == TextKind.PROPOSED and after.basis_id == before.pk
    if adopted and not changes:
        return _("The body adopted the text as it was proposed.")
    if adopted:
        return _("The body changed the proposal: {changes}.").format(changes=changes)
    return f"{changes}." if changes else _("The two texts say the same.")


def changes_in_words(counts: dict[str, int]) -> str:
    """Return "3 paragraphs reworded, 1 new, 1 struck", or "" where nothing changed."""
    parts = []
    if counts[REWORDED]:
        wording = ngettext(
            "{number} paragraph reworded", "{number} paragraphs reworded", counts[REWORDED]
        )
        parts.append(wording.format(number=counts[REWORDED]))
    if counts[INSERTED]:
        wording = ngettext("{number} new", "{number} new ones", counts[INSERTED])
        parts.append(wording.format(number=counts[INSERTED]))
    if counts[STRUCK]:
        wording = ngettext("{number} struck", "{number} struck ones", counts[STRUCK])
        parts.append(wording.format(number=counts[STRUCK]))
    return ", ".join(parts)


def _chosen(number: str | None, versions: list[Version], otherwise: int) -> Version | None:
    """The version with the number asked for, else the one at that place of the list."""
    for version in versions:
        if number is not None and number == str(version.number):
            return version
    return versions[otherwise] if otherwise < len(versions) else None


@require_POST
@needs(Permission.REGISTER_EDIT)
def rework_text(request: HttpRequest, document_id: int) -> HttpResponse:
    """Write the text anew without what has been retracted."""
    document = get_object_or_404(SteeringDocument, pk=document_id)
    try:
        work_anew(document=document, by=signed_in_person(request))
        messages.success(request, _("The text is in the register."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:register:document", document.pk)


@needs(Permission.REGISTER_EDIT)
def add_text(request: HttpRequest, document_id: int) -> HttpResponse:
    """Add a text, pasted or from a file: as adopted, as proposed or worked in by hand."""
    document = get_object_or_404(SteeringDocument, pk=document_id)
    form = TextForm(
        request.POST or None,
        request.FILES or None,
        acts=document.acts.select_related("body"),
        pending=Decision.objects.filter(
            document=document, status=DecisionStatus.PROPOSED
        ).select_related("meeting__body"),
    )
    if form.is_valid():
        try:
            _added(document, form, request)
            messages.success(request, _("The text is in the register."))
            return redirect("desk:register:document", document.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"document": document, "form": form, "section": "register"}
    return render(request, "desk/register/add_text.html", context)


def _added(document: SteeringDocument, form: TextForm, request: HttpRequest) -> Version:
    given = form.cleaned_data
    named: dict[str, Any] = {}
    if given["file"]:
        named = read_upload(given["file"], on=timezone.localdate())
    text = given["text"] or named.pop("text", "")
    named.pop("text", None)
    pending = given["pending"]
    return add_version(
        document=document,
        text=text,
        kind=TextKind(given["kind"]),
        act=given["act"],
        source=f"decision:{pending.pk}" if pending else "",
        by=signed_in_person(request),
        **named,
    )
