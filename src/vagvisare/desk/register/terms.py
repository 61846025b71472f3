"""The records behind how a document stands: each with its term, its sentence and its retraction."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.register.actions.retract import retract
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.sentences import decision_sentence, term_sentence


@dataclass(frozen=True)
class Record:
    """A line of the list: what was decided, how long it lets the document stand, in which words."""

    act: Act
    decision: str
    term: str
    words: str


def terms_part(document: SteeringDocument, acts: Iterable[Act] | None = None) -> dict[str, Any]:
    """Return what the page shows of the records.

    acts  as the register had them at an earlier moment; None: as it has them now, to be corrected
    """
    held = document.acts.select_related("body") if acts is None else acts
    records = [
        Record(act, decision_sentence(act), term_sentence(act), act.term_words) for act in held
    ]
    return {"records": records, "records_now": acts is None}


@require_POST
@needs(Permission.DECISIONS_RECORD)
def retract_act(request: HttpRequest, act_id: int) -> HttpResponse:
    """Take back a record that was wrong."""
    act = get_object_or_404(Act.every.select_related("document"), pk=act_id)
    try:
        retract(act=act, by=signed_in_person(request), because=request.POST.get("because", ""))
        messages.success(request, _("The record is retracted. It counts no more."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:register:document", act.document_id)
