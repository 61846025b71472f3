from collections.abc import Mapping

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.memos import policies
from vagvisare.memos.actions.compose_memo import composed_anew, lock
from vagvisare.memos.kinds import OWN_FIELDS
from vagvisare.memos.models import Memo
from vagvisare.memos.queries import layout_of
from vagvisare.memos.states import MemoKind
from vagvisare.organization.models import Person
from vagvisare.organization.profile import current_profile
from vagvisare.writing.json_form import to_json


@transaction.atomic
def edit_memo(*, memo: Memo, based_on: int, own_text: Mapping[str, str], by: Person) -> Memo:
    """Keep the writer's own words and write the paper anew with them.

    based_on  the revision the writer saw
    own_text  place in the paper -> words; what is left out stays as it was

    :raises NotAllowed: when `by` may not draft memos
    :raises AlreadyIssued: when the memo is frozen
    :raises EditedMeanwhile: when somebody saved after that revision
    :raises NotOver: when a document no longer is over but standing on the memo's day
    """
    check(by, Permission.MEMOS_DRAFT)
    memo = lock(memo)
    policies.check_draft(memo)
    policies.check_revision(memo, based_on)
    places = OWN_FIELDS[MemoKind(memo.kind)](layout_of(current_profile()))
    wanted = {key: text.strip() for key, text in own_text.items() if key in places}
    before, after = memo.own_text, memo.own_text | wanted
    paper = to_json(composed_anew(memo, after))
    if (after, paper) == (before, memo.paper):
        return memo
    memo.own_text, memo.paper = after, paper
    memo.revision += 1
    memo.save(update_fields=["own_text", "paper", "revision"])
    record("memo-edited", memo, by=by, before=before, after=after)
    return memo
