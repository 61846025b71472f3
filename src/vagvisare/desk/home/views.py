"""The first page after sign-in: what needs me."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.decisions.models import Assignment
from vagvisare.decisions.queries import open_assignments
from vagvisare.desk.rights import signed_in_person
from vagvisare.look.gallery import gallery
from vagvisare.register.queries import counts_on
from vagvisare.register.sentences import duration
from vagvisare.register.states import Standing
from vagvisare.review.watch import Alarm, AlarmKind, watch_on

SHOWN = 8


@dataclass(frozen=True)
class Card:
    """A figure and where it leads."""

    number: int
    label: str
    address: str
    tone: str


def home(request: HttpRequest) -> HttpResponse:
    """Show what needs the person today. Somebody without any role is told whom to ask."""
    if not can(signed_in_person(request), Permission.REGISTER_READ):
        return render(request, "desk/no_role.html", {"section": "home"})
    day = timezone.localdate()
    alarms = list(watch_on(day))
    over = [alarm for alarm in alarms if alarm.kind == AlarmKind.OVER_BUT_STANDING]
    assignments = open_assignments(day)
    context = {
        "section": "home",
        "day": day,
        "cards": _cards(counts_on(day), alarms, assignments),
        "over": [
            {"document": alarm.document, "span": alarm.span, "since": duration(alarm.day, day)}
            for alarm in over[:SHOWN]
        ],
        "over_total": len(over),
        "soon": [a for a in alarms if a.kind == AlarmKind.ENDING_SOON][:SHOWN],
        "overdue": [a for a in alarms if a.kind == AlarmKind.REVIEW_OVERDUE][:SHOWN],
        "assignments": assignments[:SHOWN],
    }
    return render(request, "desk/home.html", context)


def show_gallery(request: HttpRequest) -> HttpResponse:
    """Show every shared part once, for those who write pages."""
    return render(request, "look/gallery.html", gallery())


def _cards(
    counts: dict[str, int], alarms: list[Alarm], assignments: QuerySet[Assignment]
) -> list[Card]:
    register = reverse("desk:register:list")
    overdue = sum(alarm.kind == AlarmKind.REVIEW_OVERDUE for alarm in alarms)
    return [
        _standing_card(Standing.OVER_BUT_STANDING, counts, register, "danger"),
        _standing_card(Standing.ENDING_SOON, counts, register, "warning"),
        Card(overdue, _("reviews overdue"), "#review", "warning"),
        Card(
            assignments.count(),
            _("open assignments"),
            reverse("desk:decisions:assignments"),
            "plain",
        ),
        _standing_card(Standing.IN_FORCE, counts, register, "ok"),
    ]


def _standing_card(standing: Standing, counts: dict[str, int], register: str, tone: str) -> Card:
    return Card(
        counts[standing], str(standing.label).lower(), f"{register}?standing={standing}", tone
    )
