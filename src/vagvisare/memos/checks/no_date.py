from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import MemoText


def _find(text: MemoText) -> Iterator[Found]:
    if not text.day.strip():
        yield Found("")


RULE = Rule(
    id="memo.no-date",
    title=_("The memo has no date"),
    reason=_("The minutes name the papers behind a decision by their dates."),
    remedy=_("Write the date above the title."),
    find=_find,
)
