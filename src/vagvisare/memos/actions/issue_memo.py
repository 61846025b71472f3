from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.memos import policies
from vagvisare.memos.actions.compose_memo import composed_anew, lock
from vagvisare.memos.checks import check_text
from vagvisare.memos.models import Memo
from vagvisare.memos.parsing import text_of
from vagvisare.memos.states import MemoState
from vagvisare.memos.store import keep
from vagvisare.organization.models import Person
from vagvisare.writing.docx import write_docx
from vagvisare.writing.json_form import to_json
from vagvisare.writing.pdf import write_pdf


class RegisterMoved(Refusal):
    code = "memos.register-moved"


class RemarksLeft(Refusal):
    code = "memos.remarks-left"


@transaction.atomic
def issue_memo(*, memo: Memo, based_on: int, by: Person, despite_remarks: bool = False) -> Memo:
    """Freeze the memo as it was shown and keep its Word and PDF.

    based_on         the revision that was shown
    despite_remarks  whether the writer has read what the check says and issues all the same

    :raises NotAllowed: when `by` may not draft memos
    :raises AlreadyIssued: when it is frozen already
    :raises EditedMeanwhile: when somebody saved after that revision
    :raises RegisterMoved: when the register no longer says what the memo says
    :raises RemarksLeft: when the check has remarks that nobody has taken on
    """
    check(by, Permission.MEMOS_DRAFT)
    memo = lock(memo)
    policies.check_draft(memo)
    policies.check_revision(memo, based_on)
    paper = composed_anew(memo, memo.own_text)
    if to_json(paper) != memo.paper:
        raise RegisterMoved(
            _("The register has changed since the memo was written. Write it anew, then issue it.")
        )
    rules = sorted({remark.rule for remark in check_text(text_of(paper))})
    if rules and not despite_remarks:
        raise RemarksLeft(
            _("The check has remarks. Mend them, or say that you issue the memo all the same.")
        )
    memo.docx_sha256 = keep(write_docx(paper))
    memo.pdf_sha256 = keep(write_pdf(paper, day=memo.day))
    memo.state = MemoState.ISSUED
    memo.revision += 1
    memo.save(update_fields=["docx_sha256", "pdf_sha256", "state", "revision"])
    record(
        "memo-issued",
        memo,
        by=by,
        because=", ".join(rules),
        after={"docx": memo.docx_sha256, "pdf": memo.pdf_sha256},
    )
    return memo
