import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import BASIS, MemoText
from vagvisare.memos.parsing.head import DAY

_DAY_OR_MONTH = re.compile(rf"{DAY}|\b\d{{4}}-\d{{2}}\b", re.IGNORECASE)


def _find(text: MemoText) -> Iterator[Found]:
    for said in text.under(BASIS):
        if not _DAY_OR_MONTH.search(said.text):
            yield Found(said.place, said.text)


RULE = Rule(
    id="memo.undated-basis",
    title=_("A paper behind the decision has no date"),
    reason=_("Papers come in versions. Without a date nobody knows which one the body read."),
    remedy=_("Write the date of each paper under “Beslutsunderlag”."),
    find=_find,
)
