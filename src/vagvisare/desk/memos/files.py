"""Memos as files to take away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from vagvisare.access.permissions import Permission
from vagvisare.desk.memos.presenters import file_name
from vagvisare.desk.rights import needs
from vagvisare.memos.files import pdf_of, word_of
from vagvisare.memos.models import Memo

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF_TYPE = "application/pdf"


@needs(Permission.MEMOS_READ)
def word(request: HttpRequest, memo_id: int) -> HttpResponse:
    """Hand out the memo as a Word file."""
    memo = get_object_or_404(Memo, pk=memo_id)
    return _file(memo, word_of(memo), WORD_TYPE, ".docx")


@needs(Permission.MEMOS_READ)
def pdf(request: HttpRequest, memo_id: int) -> HttpResponse:
    """Hand out the memo as a PDF."""
    memo = get_object_or_404(Memo, pk=memo_id)
    return _file(memo, pdf_of(memo), PDF_TYPE, ".pdf")


def _file(memo: Memo, content: bytes, media_type: str, ending: str) -> HttpResponse:
    name = file_name(memo.paper["kind"], memo.title, ending)
    disposition = content_disposition_header(True, name)
    assert disposition is not None  # it is None only for an inline file without a name
    headers = {"Content-Disposition": disposition}
    return HttpResponse(content, content_type=media_type, headers=headers)
