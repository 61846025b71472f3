"""Recording all the points of a section together."""

from typing import Any

from django.contrib import messages
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.record_section import PointRefused
from vagvisare.decisions.policies import NotCompetent, Verdict
from vagvisare.desk.decisions.forms import MOST_POINTS, HeadForm, PointForm, PointFormSet
from vagvisare.desk.decisions.recording import initial_of, recorded_section, verdicts_on
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal

TOTAL = "points-TOTAL_FORMS"
FIRST_SHOWN = 2


@needs(Permission.DECISIONS_RECORD)
def record_points(request: HttpRequest) -> HttpResponse:
    """Record a section's points, all or none. A point more is asked for without losing a word."""
    if request.method != "POST":
        return _page(request, HeadForm(initial=initial_of(request)), _empty(FIRST_SHOWN))
    if "add" in request.POST:
        head = HeadForm(initial=request.POST.dict())
        return _page(request, head, _with_one_more(request.POST))
    head, points = HeadForm(request.POST), _sent(request.POST)
    # Both are asked, so that every fault is said at once.
    if all([head.is_valid(), points.is_valid()]) and "check" not in request.POST:
        used = [form for form in points if form.has_changed()]
        try:
            made = recorded_section(head, used or points.forms, signed_in_person(request))
            messages.success(
                request, _("The section is recorded, {number} points.").format(number=len(made))
            )
            return redirect("desk:decisions:meeting", made[0].meeting_id)
        except PointRefused as refusal:
            _say(refusal, (used or points.forms)[refusal.number - 1], head)
        except Refusal as refusal:
            head.add_error(None, str(refusal))
    return _page(request, head, points)


def _say(refusal: PointRefused, form: PointForm, head: HeadForm) -> None:
    competence = isinstance(refusal.reason, NotCompetent)
    form.add_error("competence_override" if competence else None, str(refusal.reason))
    head.add_error(None, str(refusal))


def _empty(number: int) -> "BaseFormSet[Any]":
    return PointFormSet(initial=[{}] * number, prefix="points")


def _sent(sent: QueryDict) -> "BaseFormSet[Any]":
    """The points as sent; one that nothing is written in may stay empty."""
    data = sent.copy()
    data["points-INITIAL_FORMS"] = "0"
    return PointFormSet(data, prefix="points")


def _with_one_more(sent: QueryDict) -> "BaseFormSet[Any]":
    """The points as written so far, not judged yet, and an empty one after them."""
    total = sent.get(TOTAL, "")
    shown = min(int(total), MOST_POINTS - 1) if total.isdecimal() else 0
    written = [
        {name: sent.get(f"points-{number}-{name}") for name in PointForm.base_fields}
        for number in range(shown)
    ]
    return PointFormSet(initial=[*written, {}], prefix="points")


def _page(request: HttpRequest, head: HeadForm, points: "BaseFormSet[Any]") -> HttpResponse:
    judged = _judged(head, points) if points.is_bound else []
    context = {
        "form": head,
        "points": points,
        "verdicts": judged,
        "all_allowed": all(verdict.allowed for _number, verdict in judged),
        "section": "decisions",
    }
    return render(request, "desk/decisions/record_points.html", context)


def _judged(head: HeadForm, points: "BaseFormSet[Any]") -> list[tuple[int, Verdict]]:
    """What the rules of competence say of each point."""
    body = getattr(head, "cleaned_data", {}).get("body")
    return [
        (number, verdict)
        for number, form in enumerate(points, start=1)
        for verdict in verdicts_on({**getattr(form, "cleaned_data", {}), "body": body})
    ]
