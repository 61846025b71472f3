from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import PROPOSAL, MemoText


def _find(text: MemoText) -> Iterator[Found]:
    if not text.under(PROPOSAL):
        yield Found("")


RULE = Rule(
    id="memo.no-proposal",
    title=_("The memo proposes nothing"),
    reason=_("A body can only decide on a proposal. Without one the matter comes back."),
    remedy=_("Write the decision as numbered points under “Förslag till beslut”."),
    find=_find,
)
