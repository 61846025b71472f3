"""The memos there are, a new one, and the check of any text."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.policies import competent_body
from vagvisare.decisions.queries import open_assignments
from vagvisare.desk.memos.forms import CheckForm, NewMemoForm
from vagvisare.desk.memos.presenters import nothing_found
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.memos.actions.draft_memo import draft_memo
from vagvisare.memos.checks import check_text
from vagvisare.memos.models import Memo
from vagvisare.memos.parsing import parse
from vagvisare.memos.queries import memos
from vagvisare.memos.states import MemoKind
from vagvisare.organization.models import Person
from vagvisare.register.models import SteeringDocument

ROWS_A_PAGE = 50


@needs(Permission.MEMOS_READ)
def memo_list(request: HttpRequest) -> HttpResponse:
    """Show the memos, latest first."""
    page = Paginator(memos(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/memos/list.html", {"section": "memos", "page_obj": page})


@needs(Permission.MEMOS_DRAFT)
def new_memo(request: HttpRequest) -> HttpResponse:
    """Draft a memo on what is over on a day. What the domain refuses is said on the form."""
    day, day_fault = day_asked(request)
    if request.method == "POST":
        day = _day_posted(request)
        form = NewMemoForm(day, request.POST)
        if form.is_valid():
            try:
                made = _drafted(form, signed_in_person(request))
                messages.success(
                    request, _("The draft is written. Read it and add your own words.")
                )
                return redirect("desk:memos:memo", made.pk)
            except Refusal as refusal:
                form.add_error(None, str(refusal))
    else:
        form = NewMemoForm(day, initial=_initial(request, day))
    context = {"section": "memos", "form": form, "day": day, "day_fault": day_fault}
    context["documents_asked"] = request.GET.getlist("document")
    return render(request, "desk/memos/new.html", context)


@needs(Permission.MEMOS_READ)
def check_a_text(request: HttpRequest) -> HttpResponse:
    """Check a memo that somebody pasted. Nothing of it is kept."""
    form = CheckForm(request.POST or None)
    context: dict[str, object] = {"section": "memos", "form": form, "checked": False}
    if form.is_valid():
        text = parse(form.cleaned_data["text"])
        context |= {
            "checked": True,
            "remarks": check_text(text),
            "text": text,
            "nothing_found": nothing_found(text),
        }
    return render(request, "desk/memos/check.html", context)


@transaction.atomic
def _drafted(form: NewMemoForm, by: Person) -> Memo:
    """The matter comes along with the memo, or not at all."""
    given = form.cleaned_data
    documents = list(given["documents"])
    matter = form.known_matter()
    if matter is None:
        title = given["matter_title"] or documents[0].title
        matter = open_matter(title=title, diary_no=given["diary_no"], opened_on=given["day"], by=by)
    return draft_memo(
        kind=MemoKind.REVIEW,
        documents=documents,
        matter=matter,
        addressed_to=given["addressed_to"],
        day=given["day"],
        assignment=given["assignment"],
        propose_review=given["propose_review"],
        by=by,
    )


def _day_posted(request: HttpRequest) -> date:
    """The day the form was shown for; a broken one is refused by the form itself."""
    try:
        return date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        return timezone.localdate()


def _initial(request: HttpRequest, day: date) -> dict[str, object]:
    """What the link that led here already knows: the document, who asked, and so whom to tell."""
    numbers = [number for number in request.GET.getlist("document") if number.isdecimal()]
    documents = list(SteeringDocument.objects.filter(pk__in=numbers))
    initial: dict[str, object] = {"day": day, "documents": [one.pk for one in documents]}
    if documents:
        asked = open_assignments(day).filter(document__in=documents).first()
        initial["assignment"] = asked
        initial["addressed_to"] = (
            asked.given_by.meeting.body if asked else competent_body(documents[0])
        )
    return initial
