"""A partial amendment at the desk: its paragraphs, the text as it will read, then the record."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Matter
from vagvisare.decisions.policies import NotCompetent, competent_body
from vagvisare.decisions.states import DecisionKind
from vagvisare.desk.register.amend_form import MOST_ROWS, AmendForm, ChangeForms
from vagvisare.desk.register.texts import changes_in_words
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.amend import TextChangedMeanwhile, latest_text, work_in
from vagvisare.register.models import SteeringDocument, Version
from vagvisare.register.text.amending import TextChange
from vagvisare.register.text.comparing import SAME, compared, counted
from vagvisare.register.text.paragraphs import paragraphs_of

PREVIEW, SAVE = "preview", "save"
PREFIX = "changes"


@needs(Permission.DECISIONS_RECORD)
def amend_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Take the changes, show the text as it will read, and record the decision when it is right."""
    document = get_object_or_404(SteeringDocument, pk=document_id)
    seen = latest_text(document)
    step = request.POST.get("step", "")
    form, changes = _forms(request, document, step)
    status = 200
    if (
        request.method == "POST"
        and step in (PREVIEW, SAVE)
        and form.is_valid() & changes.is_valid()
    ):
        try:
            return _previewed_or_saved(request, document, seen, form, changes, step)
        except TextChangedMeanwhile as refusal:
            form.add_error(None, str(refusal))
            status = 409
        except NotCompetent as refusal:
            form.add_error("competence_override", str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {
        "document": document,
        "form": form,
        "changes": changes,
        "seen": seen,
        "places": [p.place for p in paragraphs_of(seen.text) if p.place] if seen else [],
        "section": "register",
    }
    return render(request, "desk/register/amend.html", context, status=status)


def _forms(
    request: HttpRequest, document: SteeringDocument, step: str
) -> "tuple[AmendForm, BaseFormSet[Any]]":
    """The forms as sent; on the way back from the preview, or to more rows, nothing is judged yet."""
    if request.method == "POST" and step in (PREVIEW, SAVE):
        return AmendForm(request.POST), ChangeForms(request.POST, prefix=PREFIX)
    typed = {name: request.POST[name] for name in AmendForm.base_fields if name in request.POST}
    form = AmendForm(initial={"body": competent_body(document)} | typed)
    return form, ChangeForms(initial=_rows(request), prefix=PREFIX)


def _rows(request: HttpRequest) -> list[dict[str, str]]:
    """What was typed in each row; empty rows are left out, as new ones follow."""
    names = ("change", "place", "wording")
    rows = [
        {name: request.POST.get(f"{PREFIX}-{i}-{name}", "") for name in names}
        for i in range(MOST_ROWS)
    ]
    return [row for row in rows if row["place"] or row["wording"]]


def _previewed_or_saved(
    request: HttpRequest,
    document: SteeringDocument,
    seen: Version | None,
    form: AmendForm,
    changes: "BaseFormSet[Any]",
    step: str,
) -> HttpResponse:
    by = signed_in_person(request)
    based_on = request.POST.get("seen", "")
    if step == SAVE and seen is not None and based_on != str(seen.pk):
        raise TextChangedMeanwhile(
            _("Another text has been added since you looked. See the change against it first.")
        )
    version = _recorded(document, seen, form, changes, by, keep=step == SAVE)
    if step == SAVE:
        messages.success(request, _("The amendment is recorded and worked into the text."))
        return redirect("desk:register:document", document.pk)
    rows = compared(seen.text if seen else "", version.text)
    context = {
        "document": document,
        "fields": [(name, value) for name, value in request.POST.items() if name not in _NOT_SENT],
        "seen": seen,
        "rows": [row for row in rows if row.change != SAME],
        "counts": changes_in_words(counted(rows)),
        "text": version.text,
        "section": "register",
    }
    return render(request, "desk/register/amend_preview.html", context)


_NOT_SENT = frozenset({"csrfmiddlewaretoken", "step", "seen"})


@transaction.atomic
def _recorded(
    document: SteeringDocument,
    seen: Version | None,
    form: AmendForm,
    changes: "BaseFormSet[Any]",
    by: Person,
    *,
    keep: bool,
) -> Version:
    """Record the decision with its changes; for a preview the whole of it is taken back again."""
    given = form.cleaned_data
    decision = record_decision(
        meeting=hold_meeting(body=given["body"], day=given["day"], by=by),
        kind=DecisionKind.AMEND,
        section=given["section"],
        point=given["point"],
        matter=_matter(document, given, by),
        document=document,
        first_day=given["first_day"],
        text=given["text"],
        because=given["because"],
        competence_override=given["competence_override"],
        by=by,
    )
    version = work_in(
        act=document.acts.get(source=f"decision:{decision.pk}"),
        changes=[
            TextChange(row["change"], row["place"], row["wording"])
            for row in changes.cleaned_data
            if row and row.get("place")
        ],
        by=by,
        seen=seen,
    )
    transaction.set_rollback(not keep)
    return version


def _matter(document: SteeringDocument, given: dict[str, Any], by: Person) -> Matter | None:
    number = given["diary_no"].strip()
    if not number:
        return None
    found = Matter.objects.filter(diary_no__iexact=number).first()
    return found or open_matter(
        title=document.title, diary_no=number, opened_on=given["day"], by=by
    )
