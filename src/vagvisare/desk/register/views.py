"""The register at the desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import lines_about
from vagvisare.decisions.history import history_of
from vagvisare.desk.meanwhile import goes_on, meanwhile, posted
from vagvisare.desk.minutes.papers import proposals_about
from vagvisare.desk.register.belief import belief_part, bring_beliefs, end_of, known_asked
from vagvisare.desk.register.competence import who_decides
from vagvisare.desk.register.forms import DocumentForm, FilterForm
from vagvisare.desk.register.presenters import document_rows, next_steps, type_name
from vagvisare.desk.register.relations import relations_part
from vagvisare.desk.register.terms import terms_part
from vagvisare.desk.register.texts import versions_part
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.desk.versioned import SEEN, ChangedMeanwhile, unchanged
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.register.actions.edit import EditedMeanwhile, edit
from vagvisare.register.actions.enter import enter
from vagvisare.register.actions.publish import publish, withdraw
from vagvisare.register.belief import documents_believed
from vagvisare.register.duties import duties
from vagvisare.register.models import Relation, SteeringDocument
from vagvisare.register.queries import counts_on, documents_on
from vagvisare.register.sentences import standing_sentence
from vagvisare.register.states import Origin

ROWS_A_PAGE = 50


@needs(Permission.REGISTER_READ)
def document_list(request: HttpRequest) -> HttpResponse:
    """Show the documents as they stand on the day asked about."""
    day, day_fault = day_asked(request)
    form = FilterForm(request.GET or None, initial={"on": day})
    known, known_fault = known_asked(request)
    wanted = form.wanted()
    documents = (
        documents_believed(day, wanted, end_of(known)) if known else documents_on(day, wanted)
    )
    page = Paginator(documents, ROWS_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    if known:
        bring_beliefs(shown, day, known)
    context = {
        "day": day,
        "day_fault": day_fault,
        "form": form,
        "page_obj": page,
        "rows": document_rows(shown, day),
        "known": known,
        "known_fault": known_fault,
        "counts": counts_on(day),
        "filtered": any(value for key, value in request.GET.items() if key != "page"),
    }
    return render(request, "desk/register/list.html", context | {"section": "register"})


@needs(Permission.REGISTER_READ)
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show one document: how it stands on the day, why, its whole history and what is next."""
    day, day_fault = day_asked(request)
    found = get_object_or_404(
        SteeringDocument.objects.select_related("department", "owner")
        .with_standing_on(day)
        .prefetch_related(
            Prefetch("relations", Relation.objects.select_related("other")),
            Prefetch("relations_to", Relation.objects.select_related("document")),
        ),
        pk=document_id,
    )
    span = found.spans_of_day[0]
    context = {
        "document": found,
        "day": day,
        "day_fault": day_fault,
        "span": span,
        "sentence": standing_sentence(span, day),
        "history": history_of(found, through=timezone.localdate()),
        "duty": duties().get(found.duty),
        **versions_part(found),
        **relations_part(found),
        "proposals": proposals_about(found),
        "trail": lines_about(found)[:30],
        "type_name": type_name(found),
        "steps": next_steps(span, signed_in_person(request)),
        "who_decides": who_decides(found),
    }
    context |= belief_part(request, found, day)
    context |= terms_part(found, context.get("acts"))
    return render(request, "desk/register/document.html", context | {"section": "register"})


@needs(Permission.REGISTER_ENTER)
def enter_document(request: HttpRequest) -> HttpResponse:
    """Enter a document by hand."""
    form = DocumentForm(request.POST or None)
    if form.is_valid():
        given = {
            key: value for key, value in form.cleaned_data.items() if key not in ("based_on", SEEN)
        }
        try:
            made = enter(
                **given, origin=Origin.FOUND, by=signed_in_person(request), because=_("by hand")
            )
            messages.success(request, _("The document is in the register."))
            return redirect("desk:register:document", made.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "desk/register/form.html", {"form": form, "section": "register"})


@needs(Permission.REGISTER_EDIT)
def edit_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Change what describes a document. A save over somebody else's is refused with both shown."""
    found = get_object_or_404(SteeringDocument, pk=document_id)
    form = _form(request, found)
    if form.is_valid() and not goes_on(request):
        by, based_on = signed_in_person(request), form.cleaned_data["based_on"] or 0
        try:
            with unchanged(found, form.cleaned_data[SEEN], _saved) as held:
                edit(document=held, based_on=based_on, by=by, **form.given())
            messages.success(request, _("Saved."))
            return redirect("desk:register:document", found.pk)
        except (ChangedMeanwhile, EditedMeanwhile):
            found.refresh_from_db()
            back = reverse("desk:register:document", args=[found.pk])
            form = _form(request, found)
            return meanwhile(request, form, of=found.title, back=back, section="register")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "document": found}
    return render(request, "desk/register/form.html", context | {"section": "register"})


def _form(request: HttpRequest, found: SteeringDocument) -> DocumentForm:
    saved = DocumentForm(initial=_as_initial(found))
    return DocumentForm(posted(request, saved), initial=saved.initial)


def _saved(document: SteeringDocument) -> dict[str, list[str]]:
    return DocumentForm(initial=_as_initial(document)).saved()


@require_POST
@needs(Permission.REGISTER_PUBLISH)
def publish_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show a document on the open web, or take it away again."""
    found = get_object_or_404(SteeringDocument, pk=document_id)
    by = signed_in_person(request)
    if request.POST.get("publish") == "no":
        withdraw(document=found, by=by, because=request.POST.get("because", ""))
        messages.success(request, _("The document is no longer on the open web."))
    else:
        try:
            publish(document=found, at=timezone.now(), by=by)
            messages.success(request, _("The document is on the open web."))
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect("desk:register:document", found.pk)


def _as_initial(document: SteeringDocument) -> dict[str, object]:
    return {
        "title": document.title,
        "popular_name": document.popular_name,
        "document_type": document.document_type,
        "department": document.department.key if document.department else None,
        "responsible_role": document.responsible_role,
        "summary": document.summary,
        "working_name": document.working_name,
        "owner": document.owner_id,
        "secrecy": document.secrecy,
        "secrecy_ground": document.secrecy_ground,
        "duty": document.duty,
        "based_on": document.revision,
    }
