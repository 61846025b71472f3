from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import BASIS, MemoText


def _find(text: MemoText) -> Iterator[Found]:
    if not text.under(BASIS):
        yield Found("")


RULE = Rule(
    id="memo.no-basis",
    title=_("The papers behind the decision are not listed"),
    reason=_(
        "The list is copied to the minutes: it is how a reader later sees what the body knew."
    ),
    remedy=_("List the papers under “Beslutsunderlag”, this memo first, each with its date."),
    find=_find,
)
