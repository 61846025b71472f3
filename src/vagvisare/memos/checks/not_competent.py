from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.language import (
    adopter_in,
    conclusions,
    decider_of,
    may_end,
    repeal_points,
)
from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import MemoText


def _find(text: MemoText) -> Iterator[Found]:
    told = next((body for said in text.argued() if (body := adopter_in(said.text))), "")
    points = repeal_points(text)
    for point in points:
        if not may_end(decider_of(point, text), adopter_in(point.text) or told):
            yield Found(point.place, point.text)
    if not points and not may_end(text.addressed, told):
        for said in conclusions(text, "repeal"):
            yield Found(said.place, said.text)


RULE = Rule(
    id="memo.not-competent",
    title=_("The body cannot decide this"),
    reason=_(
        "What one body has adopted, a body below it or beside it cannot repeal. Such a decision can be annulled on appeal."
    ),
    remedy=_(
        "Let the body propose it to the one that adopted the document: “Nämnden föreslår kommunfullmäktige besluta: …”."
    ),
    find=_find,
)
