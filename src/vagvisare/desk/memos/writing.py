"""One memo: read it, add to it, issue it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.checks import NotAllowed, can
from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import lines_about
from vagvisare.desk.meanwhile import goes_on, meanwhile, posted
from vagvisare.desk.memos.forms import OwnTextForm
from vagvisare.desk.memos.presenters import placed, shown
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.memos.actions.compose_memo import composed_anew
from vagvisare.memos.actions.edit_memo import edit_memo
from vagvisare.memos.actions.issue_memo import issue_memo
from vagvisare.memos.actions.regenerate import regenerate
from vagvisare.memos.checks import check_text
from vagvisare.memos.kinds import OWN_FIELDS
from vagvisare.memos.models import Memo
from vagvisare.memos.parsing import text_of
from vagvisare.memos.policies import EditedMeanwhile
from vagvisare.memos.queries import layout_of
from vagvisare.memos.states import MemoKind, MemoState
from vagvisare.organization.profile import current_profile
from vagvisare.writing.json_form import from_json, to_json


@needs(Permission.MEMOS_READ)
def memo(request: HttpRequest, memo_id: int) -> HttpResponse:
    """Show the memo with its sources and remarks; keep the writer's own words when posted."""
    found = _found(memo_id)
    form = _form(found, request)
    if not form.is_valid() or goes_on(request):
        return _page(request, found, form)
    by = signed_in_person(request)
    try:
        edit_memo(
            memo=found,
            based_on=form.cleaned_data["based_on"],
            own_text=form.own_text(),
            by=by,
        )
        regenerate(memo=found, by=by)
    except Refusal as refusal:
        return _refused(request, found, form, refusal)
    messages.success(request, _("Saved, and written anew from the register."))
    return redirect("desk:memos:memo", found.pk)


@require_POST
@needs(Permission.MEMOS_DRAFT)
def issue(request: HttpRequest, memo_id: int) -> HttpResponse:
    """Freeze the memo as it was shown. Words not saved yet are saved, and shown first."""
    found = _found(memo_id)
    form = _form(found, request)
    if not form.is_valid() or goes_on(request):
        return _page(request, found, form)
    based_on, by = form.cleaned_data["based_on"], signed_in_person(request)
    try:
        saved = edit_memo(memo=found, based_on=based_on, own_text=form.own_text(), by=by)
        if saved.revision != based_on:
            messages.warning(
                request, _("Your words are saved. Read the memo through, then issue it.")
            )
            return redirect("desk:memos:memo", found.pk)
        despite = bool(request.POST.get("despite_remarks"))
        issue_memo(memo=found, based_on=based_on, by=by, despite_remarks=despite)
    except Refusal as refusal:
        return _refused(request, found, form, refusal)
    messages.success(request, _("The memo is issued. Its Word and PDF no longer change."))
    return redirect("desk:memos:memo", found.pk)


def _found(memo_id: int) -> Memo:
    related = Memo.objects.select_related(
        "matter", "addressed_to", "assignment__given_by__meeting__body"
    )
    return get_object_or_404(related, pk=memo_id)


def _form(found: Memo, request: HttpRequest) -> OwnTextForm:
    places = OWN_FIELDS[MemoKind(found.kind)](layout_of(current_profile()))
    saved = OwnTextForm(places)
    saved.initial = saved.initial_for(found.own_text, found.revision)
    return OwnTextForm(places, posted(request, saved), initial=saved.initial)


def _refused(
    request: HttpRequest, found: Memo, form: OwnTextForm, refusal: Refusal
) -> HttpResponse:
    """Say why not, with all that was typed; what somebody else saved stands beside it."""
    if isinstance(refusal, EditedMeanwhile):
        found = _found(found.pk)
        form, back = _form(found, request), reverse("desk:memos:memo", args=[found.pk])
        return meanwhile(request, form, of=found.title, back=back, section="memos")
    form.add_error(None, str(refusal))
    return _page(request, found, form, status=403 if isinstance(refusal, NotAllowed) else 409)


def _page(
    request: HttpRequest,
    found: Memo,
    form: OwnTextForm,
    *,
    status: int = 200,
) -> HttpResponse:
    paper = from_json(found.paper)
    view = shown(paper)
    person = signed_in_person(request)
    draft = found.state == MemoState.DRAFT
    context = {
        "section": "memos",
        "memo": found,
        "paper": view,
        "remarks": placed(check_text(text_of(paper)), view),
        "form": form,
        "may_write": draft and can(person, Permission.MEMOS_DRAFT),
        "moved": _moved(found) if draft else "",
        "trail": lines_about(found)[:20],
    }
    return render(request, "desk/memos/memo.html", context, status=status)


def _moved(found: Memo) -> str:
    """Say that the register no longer says what the draft says, or nothing."""
    try:
        if to_json(composed_anew(found, found.own_text)) == found.paper:
            return ""
    except Refusal as refusal:
        return str(refusal)
    return _("The register has changed since the memo was written. Save to write it anew.")
