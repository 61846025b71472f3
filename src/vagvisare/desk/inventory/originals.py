"""The originals at the desk: pictures of their pages, and the files as they came."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.inventory.evidence import marks_on
from vagvisare.desk.rights import needs
from vagvisare.inventory.models import Claim, SourceFile
from vagvisare.inventory.pictures import has_pictures, picture_of
from vagvisare.inventory.store import path_of


@needs(Permission.INVENTORY_READ)
def picture(request: HttpRequest, file_id: int, page: int) -> HttpResponse:
    """Answer with the page as it looks; `?candidate=` marks its words, `?claim=` one more."""
    file = get_object_or_404(SourceFile, pk=file_id)
    if not has_pictures(file):
        raise Http404
    claims = Claim.objects.filter(
        candidate__file=file, candidate=number_in(request.GET.get("candidate"))
    )
    text = file.pages[page - 1]["text"] if 1 <= page <= len(file.pages) else ""
    focus = number_in(request.GET.get("claim"))
    png = picture_of(file, page, marks_on(page, text, claims, focus))
    if png is None:
        raise Http404
    # An original never changes, nor what was read from it: the same address, the same picture.
    return HttpResponse(
        png, content_type="image/png", headers={"Cache-Control": "private, max-age=3600"}
    )


@needs(Permission.INVENTORY_READ)
def original(request: HttpRequest, file_id: int) -> HttpResponse:
    """Answer with the bytes as they came: to be saved, never to be run in the browser."""
    file = get_object_or_404(SourceFile.objects.without_texts(), pk=file_id)
    path = path_of(file.sha256)
    if not file.sha256 or not path.is_file():
        raise Http404
    answer: HttpResponse = FileResponse(  # type: ignore[assignment]  # the stubs part the two
        path.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type="application/octet-stream",
    )
    return answer
