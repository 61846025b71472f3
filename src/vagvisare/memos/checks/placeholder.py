import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.language import repeal_points
from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import MemoText

_PLACEHOLDER = re.compile(
    r"\[(?:saknas|fyll i|ange|skriv)\b[^\]]*\]|\[\s*(?:\.{2,}|…)?\s*\]|\b[Xx]{2,}\b|\bÅÅÅÅ\b"
    r"|\bTODO\b|\bTBD\b|_{3,}|klicka (?:eller tryck )?här|lorem ipsum",
)


def _find(text: MemoText) -> Iterator[Found]:
    repeals = repeal_points(text)  # what they lack has a rule of its own
    for said in text.everything():
        if _PLACEHOLDER.search(said.text) and said not in repeals:
            yield Found(said.place, said.text)


RULE = Rule(
    id="memo.placeholder",
    title=_("Something is not filled in"),
    reason=_("What stands for something else must not reach the body."),
    remedy=_(
        "Write what belongs there, or take the sentence away. What the register lacks is added in the register."
    ),
    find=_find,
)
