import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vagvisare.memos.checks.rule import Found, Rule
from vagvisare.memos.memo_text import PROPOSAL, MemoText

_GIVEN = re.compile(
    r"\b(?:fick|gav|gavs|getts|givit|givits|fått|lämnade)\b[^.]{0,120}?\b(?:i uppdrag|uppdrag(?:et)?)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"uppdrag\w*\b.{0,600}?(?:avslut|besvara|redovisa|slutför|återkalla)", re.IGNORECASE | re.DOTALL
)


def _find(text: MemoText) -> Iterator[Found]:
    if any(_CLOSED.search(point.text) for point in text.under(PROPOSAL)):
        return
    given = (said for said in text.argued() if _GIVEN.search(said.text))
    for said in given:
        yield Found(said.place, said.text)


RULE = Rule(
    id="memo.assignment-left-open",
    title=_("The memo answers an assignment but does not close it"),
    reason=_(
        "An assignment stays open until the body that gave it declares it closed. Open ones pile up for years."
    ),
    remedy=_("Add a point: “Uppdraget …, som <body> gav ÅÅÅÅ-MM-DD, § N, förklaras avslutat.”"),
    find=_find,
)
