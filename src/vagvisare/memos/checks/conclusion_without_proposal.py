from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.language import CONCLUSIONS, conclusions, proposes
from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import MemoText


def _find(text: MemoText) -> Iterator[Found]:
    for kind in CONCLUSIONS:
        if not proposes(text, kind):
            for said in conclusions(text, kind):
                yield Found(said.place, said.text)


RULE = Rule(
    id="memo.conclusion-without-proposal",
    title=_("The conclusion does not come back in the proposal"),
    reason=_(
        "The body decides on the proposal alone. What only the text concludes is never decided, and nobody carries it out."
    ),
    remedy=_("Add a point that carries out the conclusion, or take the conclusion away."),
    find=_find,
)
