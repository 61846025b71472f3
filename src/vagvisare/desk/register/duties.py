"""What the law demands, and how the register answers: fulfilled, to be renewed, too old, missing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vagvisare.access.permissions import Permission
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.reading.beyond.laws import table
from vagvisare.register.actions.relate_duty import relate_duty
from vagvisare.register.duties import Answer, Duty, DutyState, answers_on
from vagvisare.register.models import SteeringDocument

ORDER = (DutyState.MISSING, DutyState.TOO_OLD, DutyState.DUE, DutyState.FULFILLED)
TONES = {
    DutyState.MISSING: "danger",
    DutyState.TOO_OLD: "warning",
    DutyState.DUE: "info",
    DutyState.FULFILLED: "ok",
}


@needs(Permission.REGISTER_READ)
def duty_list(request: HttpRequest) -> HttpResponse:
    """Show each demand with what answers to it on the day asked about; tie a document to one."""
    if request.method == "POST":
        return _tied(request)
    day, day_fault = day_asked(request)
    answers = sorted(answers_on(day), key=lambda answer: ORDER.index(answer.state))
    context = {
        "day": day,
        "day_fault": day_fault,
        "rows": [(answer, law_in_words(answer.duty), TONES[answer.state]) for answer in answers],
        "counts": [(state.label, _number(answers, state)) for state in ORDER],
        "section": "register",
    }
    return render(request, "desk/register/duties.html", context)


@needs(Permission.REGISTER_EDIT)
def _tied(request: HttpRequest) -> HttpResponse:
    key = request.POST.get("document", "")
    document = get_object_or_404(SteeringDocument, pk=int(key) if key.isdecimal() else 0)
    try:
        relate_duty(
            document=document, duty=request.POST.get("duty", ""), by=signed_in_person(request)
        )
        messages.success(request, _("Saved."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:register:duties")


def law_in_words(duty: Duty) -> str:
    """Return "5 kap. 71 § kommunallagen (2017:725)"."""
    statute = table().get(duty.sfs)
    name = statute.name if statute else ""
    return f"{duty.provision} {name} ({duty.sfs})".strip()


def _number(answers: list[Answer], state: DutyState) -> int:
    return sum(answer.state == state for answer in answers)
