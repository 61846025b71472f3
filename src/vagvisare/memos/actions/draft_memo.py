from collections.abc import Sequence
from datetime import date

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Assignment, Matter
from vagvisare.memos import policies
from vagvisare.memos.actions.compose_memo import composed
from vagvisare.memos.models import Memo
from vagvisare.memos.queries import review_facts
from vagvisare.memos.states import MemoKind
from vagvisare.organization.models import Body, Person
from vagvisare.register.models import SteeringDocument
from vagvisare.writing.json_form import to_json


@transaction.atomic
def draft_memo(
    *,
    kind: MemoKind,
    documents: Sequence[SteeringDocument],
    matter: Matter,
    addressed_to: Body,
    day: date,
    by: Person,
    assignment: Assignment | None = None,
    propose_review: bool = False,
) -> Memo:
    """Write a memo from what the register says on `day`.

    assignment      the one that the memo answers and proposes to close
    propose_review  whether to propose that all steering documents are reviewed

    :raises NotAllowed: when `by` may not draft memos
    :raises NotOver: when a document is not over, or is ended, on `day`
    :raises NothingToClose: when the assignment is not open on `day`
    :raises NoSuchBody: when the body does not exist on `day`
    """
    check(by, Permission.MEMOS_DRAFT)
    policies.check_over(documents, day)
    policies.check_open(assignment, day)
    policies.check_exists(addressed_to, day)
    documents = sorted(documents, key=lambda document: (document.title, document.pk))
    facts = review_facts(
        documents=documents,
        matter=matter,
        addressed_to=addressed_to,
        day=day,
        assignment=assignment,
        propose_review=propose_review,
    )
    paper = composed(kind, facts, {})
    memo = Memo.objects.create(
        kind=kind,
        matter=matter,
        addressed_to=addressed_to,
        day=day,
        title=paper.title,
        assignment=assignment,
        propose_review=propose_review,
        paper=to_json(paper),
        created_by=by.name,
    )
    memo.documents.set(documents)
    record("memo-drafted", memo, by=by, after={"documents": [one.pk for one in documents]})
    return memo
