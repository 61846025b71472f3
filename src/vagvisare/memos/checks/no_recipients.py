from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import RECIPIENTS, MemoText


def _find(text: MemoText) -> Iterator[Found]:
    named = [said for said in text.under(RECIPIENTS) if not said.text.startswith("[")]
    if not named:
        yield Found("")


RULE = Rule(
    id="memo.no-recipients",
    title=_("Nobody is named who is told of the decision"),
    reason=_(
        "Those who must carry out a decision have to get it. Otherwise it stays in the minutes."
    ),
    remedy=_("Name the bodies and departments under “Beslutet skickas till”."),
    find=_find,
)
