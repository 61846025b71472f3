"""One meeting: what was decided, and the minutes on their way to legal force."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.approve_minutes import approve_minutes
from vagvisare.decisions.actions.post_notice import post_notice
from vagvisare.decisions.actions.take_down_notice import take_down_notice
from vagvisare.decisions.models import Meeting
from vagvisare.decisions.queries import with_its_own
from vagvisare.desk.decisions.forms import DayField
from vagvisare.desk.decisions.presenters import minutes_days, steps_of
from vagvisare.desk.meanwhile import goes_on, meanwhile, posted
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.desk.versioned import SEEN, ChangedMeanwhile, Versioned, unchanged
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked

ACTIONS: dict[str, Callable[..., Meeting]] = {
    "approved": approve_minutes,
    "posted": post_notice,
    "taken_down": take_down_notice,
}
FIELD_OF = {
    "approved": "minutes_approved_on",
    "posted": "notice_posted_on",
    "taken_down": "notice_taken_down_on",
}


class MinutesForm(Versioned):
    """The three days of a meeting's minutes; an empty one is not known, or taken back."""

    approved = DayField(label=gettext_lazy("Minutes approved"), required=False)
    posted = DayField(label=gettext_lazy("Notice posted"), required=False)
    taken_down = DayField(
        label=gettext_lazy("Notice taken down"),
        help_text=gettext_lazy("It stays up the whole of the last day to appeal."),
        required=False,
    )


@needs(Permission.DECISIONS_READ)
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show what a body decided on a day, and whether it has legal force on the day asked about."""
    day, day_fault = day_asked(request)
    found = get_object_or_404(Meeting.objects.select_related("body"), pk=meeting_id)
    decisions = with_its_own(found.decisions.all()).order_by("section", "point", "pk")
    context = {
        "meeting": found,
        "day": day,
        "day_fault": day_fault,
        "steps": steps_of(decisions, day),
        "days": minutes_days(found),
        "section": "decisions",
    }
    return render(request, "desk/decisions/meeting.html", context)


@needs(Permission.DECISIONS_RECORD)
def minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Write when the minutes were approved, and when their notice was posted and taken down."""
    found = get_object_or_404(Meeting.objects.select_related("body"), pk=meeting_id)
    form = _form(request, found)
    if form.is_valid() and not goes_on(request):
        try:
            with unchanged(found, form.cleaned_data[SEEN], _saved) as held:
                done = _kept(request, held, form)
        except ChangedMeanwhile:
            found.refresh_from_db()
            back = reverse("desk:decisions:meeting", args=[found.pk])
            form = _form(request, found)
            return meanwhile(request, form, of=str(found), back=back, section="decisions")
        if done:
            messages.success(request, _("The days of the minutes are saved."))
            return redirect("desk:decisions:meeting", found.pk)
    context = {
        "meeting": found,
        "form": form,
        "days": minutes_days(found),
        "today": timezone.localdate(),
        "section": "decisions",
    }
    return render(request, "desk/decisions/minutes.html", context)


def _initial(meeting: Meeting) -> dict[str, object]:
    return {name: getattr(meeting, field) for name, field in FIELD_OF.items()}


def _form(request: HttpRequest, found: Meeting) -> MinutesForm:
    saved = MinutesForm(initial=_initial(found))
    return MinutesForm(posted(request, saved), initial=saved.initial)


def _saved(meeting: Meeting) -> dict[str, list[str]]:
    return MinutesForm(initial=_initial(meeting)).saved()


def _kept(request: HttpRequest, found: Meeting, form: MinutesForm) -> bool:
    """Do what changed: forwards in the order of things, what is taken back in the other."""
    names = [name for name in ACTIONS if name in form.changed_data]
    back = [name for name in reversed(names) if form.cleaned_data[name] is None]
    for name in back + [name for name in names if name not in back]:
        try:
            ACTIONS[name](meeting=found, day=form.cleaned_data[name], by=signed_in_person(request))
        except Refusal as refusal:
            form.add_error(name, str(refusal))
            return False
    return True
