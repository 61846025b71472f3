"""What applies, for anyone."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from vagvisare.decisions.history import history_of
from vagvisare.look.day_asked import day_asked
from vagvisare.organization.profile import current_profile
from vagvisare.public.register.forms import SearchForm
from vagvisare.public.register.presenters import answer_of, rows_of
from vagvisare.register.models import SteeringDocument
from vagvisare.register.queries import counts_on
from vagvisare.register.states import APPLIES, Standing

ROWS_A_PAGE = 50


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Show what applies on the day asked about, with search and filters."""
    day, day_fault = day_asked(request)
    form = SearchForm(request.GET or None, initial={"on": day})
    found = form.narrowed(SteeringDocument.objects.published(), day)
    page = Paginator(found.with_standing_on(day), ROWS_A_PAGE).get_page(request.GET.get("page"))
    counts = counts_on(day, published_only=True)
    context = {
        "day": day,
        "today": timezone.localdate(),
        "day_fault": day_fault,
        "form": form,
        "page_obj": page,
        "rows": rows_of(page.object_list, day),
        "applying": sum(counts[standing] for standing in APPLIES),
        "over": counts[Standing.OVER_BUT_STANDING],
        "searched": bool(request.GET),
    }
    return render(request, "public/start.html", context)


@login_not_required
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show plainly whether one document applies on the day asked about, and why."""
    day, day_fault = day_asked(request)
    documents = SteeringDocument.objects.published().select_related("department")
    found = get_object_or_404(documents.with_standing_on(day), slug=slug)
    kind = current_profile().document_types.get(found.document_type)
    context = {
        "document": found,
        "day": day,
        "day_fault": day_fault,
        "answer": answer_of(found, day),
        "history": history_of(found, through=timezone.localdate()),
        "type_name": kind.name if kind else found.document_type,
        "version": found.versions.valid_on(day).first(),
    }
    return render(request, "public/document.html", context)
