from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.memos import policies
from vagvisare.memos.actions.compose_memo import composed_anew, lock
from vagvisare.memos.models import Memo
from vagvisare.organization.models import Person
from vagvisare.writing.json_form import to_json


@transaction.atomic
def regenerate(*, memo: Memo, by: Person) -> Memo:
    """Write the memo anew from the register as it now is; the writer's own words stay.

    :raises NotAllowed: when `by` may not draft memos
    :raises AlreadyIssued: when the memo is frozen
    :raises NotOver: when a document no longer is over but standing on the memo's day
    """
    check(by, Permission.MEMOS_DRAFT)
    memo = lock(memo)
    policies.check_draft(memo)
    paper = composed_anew(memo, memo.own_text)
    written = to_json(paper)
    if written != memo.paper:
        memo.paper, memo.title = written, paper.title
        memo.revision += 1
        memo.save(update_fields=["paper", "title", "revision"])
        record("memo-regenerated", memo, by=by)
    return memo
