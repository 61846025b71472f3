"""The shared step of every action that writes a memo's paper."""

from collections.abc import Mapping

from django.db import connection, transaction

from vagvisare.memos import policies
from vagvisare.memos.facts import ReviewFacts
from vagvisare.memos.kinds import COMPOSE
from vagvisare.memos.models import Memo
from vagvisare.memos.queries import facts_of
from vagvisare.memos.states import MemoKind
from vagvisare.writing.blocks import Paper


def lock(memo: Memo) -> Memo:
    """Return the memo as it is now, held until the action is done.

    :raises TransactionManagementError: outside a transaction
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("lock outside an action")
    return Memo.objects.select_for_update().get(pk=memo.pk)


def composed(kind: str, facts: ReviewFacts, own_text: Mapping[str, str]) -> Paper:
    """Return the paper of a memo of this kind."""
    return COMPOSE[MemoKind(kind)](facts, own_text)


def composed_anew(memo: Memo, own_text: Mapping[str, str]) -> Paper:
    """Return the memo's paper as the register now has it for the memo's day.

    :raises NotOver: when a document no longer is over but standing on that day
    """
    policies.check_over(list(memo.documents.all()), memo.day)
    return composed(memo.kind, facts_of(memo), own_text)
