from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import MemoText


def _find(text: MemoText) -> Iterator[Found]:
    if not text.diary_no.strip():
        yield Found("")


RULE = Rule(
    id="memo.empty-diary-number",
    title=_("The registry number is missing"),
    reason=_(
        "Without its number nobody finds the matter again, and the decision cannot be tied to its papers."
    ),
    remedy=_("Ask the registrar for the number and write it after “Diarienummer”."),
    find=_find,
)
