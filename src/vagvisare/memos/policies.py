"""Does the state of things allow it: checks that refuse."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from vagvisare.decisions.models import Assignment
from vagvisare.kernel.errors import Refusal
from vagvisare.memos.models import Memo
from vagvisare.memos.queries import over_on
from vagvisare.memos.states import MemoState
from vagvisare.organization.models import Body
from vagvisare.register.models import SteeringDocument


class NotOver(Refusal):
    code = "memos.not-over"


class AlreadyIssued(Refusal):
    code = "memos.already-issued"


class EditedMeanwhile(Refusal):
    code = "memos.edited-meanwhile"


class NothingToClose(Refusal):
    code = "memos.nothing-to-close"


class NoSuchBody(Refusal):
    code = "memos.no-such-body"


def check_over(documents: Sequence[SteeringDocument], day: date) -> None:
    """Refuse to propose the repeal of what is not over, or is ended already.

    :raises NotOver: naming the documents
    """
    if not documents:
        raise NotOver(_("Choose at least one document that the memo is about."))
    over = over_on(documents, day)
    titles = [document.title for document in documents if document.pk not in over]
    if titles:
        raise NotOver(
            _("On {day} this is not over, or a decision has ended it: {titles}.").format(
                day=day.isoformat(), titles=", ".join(f"“{title}”" for title in titles)
            )
        )


def check_open(assignment: Assignment | None, day: date) -> None:
    """Refuse to close an assignment that was not given by then, or is closed.

    :raises NothingToClose: when there is nothing to close
    """
    if assignment and not Assignment.objects.open_on(day).filter(pk=assignment.pk).exists():
        raise NothingToClose(_("That assignment is not open on the memo’s day."))


def check_exists(body: Body, day: date) -> None:
    """Refuse a memo to a body that does not meet any longer, or not yet.

    :raises NoSuchBody: naming the one that took over, where there is one
    """
    if Body.objects.existing_on(day).filter(pk=body.pk).exists():
        return
    sentence = _("{body} does not exist on {day}.").format(body=body, day=day.isoformat())
    if body.successor:
        sentence += " " + _("{body} took over.").format(body=body.successor)
    raise NoSuchBody(sentence)


def check_draft(memo: Memo) -> None:
    """Refuse to change what has been issued.

    :raises AlreadyIssued: with what to do instead
    """
    if memo.state == MemoState.ISSUED:
        raise AlreadyIssued(_("The memo is issued and stays as it is. Draft a new one instead."))


def check_revision(memo: Memo, based_on: int) -> None:
    """Refuse to save over what somebody else has saved meanwhile.

    :raises EditedMeanwhile: when the memo is past the revision that was shown
    """
    if memo.revision != based_on:
        raise EditedMeanwhile(
            _("Somebody else saved this memo after you opened it. Your text is still here.")
        )
