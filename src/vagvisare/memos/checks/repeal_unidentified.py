from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.language import (
    DAY_SAID,
    OFFICE,
    SECTION_SAID,
    adopter_in,
    rank_of,
    repeal_points,
)
from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import MemoText


def _find(text: MemoText) -> Iterator[Found]:
    for point in repeal_points(text):
        adopter = adopter_in(point.text)
        # An office-holder decides by delegation and keeps no sections.
        has_section = SECTION_SAID.search(point.text) or rank_of(adopter) == OFFICE
        if not (adopter and DAY_SAID.search(point.text) and has_section):
            yield Found(point.place, point.text)


RULE = Rule(
    id="memo.repeal-unidentified",
    title=_("What is repealed cannot be told apart from other documents"),
    reason=_(
        "A repeal must be possible to carry out from the minutes alone, years later: who adopted the document, when, and in which section."
    ),
    remedy=_(
        "Write the point as “<title>, antagen av <body> ÅÅÅÅ-MM-DD, § N, upphör att gälla.” Look the section up in the minutes."
    ),
    find=_find,
)
