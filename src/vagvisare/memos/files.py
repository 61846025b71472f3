"""A memo as Word and PDF: from the store when it is issued, written on the spot before."""

from vagvisare.memos.models import Memo
from vagvisare.memos.states import MemoState
from vagvisare.memos.store import kept
from vagvisare.writing.docx import write_docx
from vagvisare.writing.json_form import from_json
from vagvisare.writing.pdf import write_pdf


def word_of(memo: Memo) -> bytes:
    """Return the memo as a Word file."""
    if memo.state == MemoState.ISSUED:
        return kept(memo.docx_sha256)
    return write_docx(from_json(memo.paper))


def pdf_of(memo: Memo) -> bytes:
    """Return the memo as an accessible PDF, dated the memo's day."""
    if memo.state == MemoState.ISSUED:
        return kept(memo.pdf_sha256)
    return write_pdf(from_json(memo.paper), day=memo.day)
