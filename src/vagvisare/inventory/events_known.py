"""The documents of the register that events may speak of: three queries for any number of events."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from vagvisare.inventory.event_matching import Adoption, Known, words_in
from vagvisare.inventory.queries import type_meant
from vagvisare.register.models import Act, SteeringDocument, folded_name
from vagvisare.register.states import ENDINGS, ActKind

TITLES_A_QUERY = 100
WORDS_A_TITLE = 2  # the longest of each title are asked for; a title much alike has one of them
DECIDING = (ActKind.ADOPTED, ActKind.REVISED, ActKind.AMENDED, ActKind.PROLONGED)


def known_by(titles: Iterable[str]) -> list[Known]:
    """Return every document whose title or popular name may be one of these, or be like it."""
    wanted = sorted({title for title in titles if title.strip()})
    found: dict[int, SteeringDocument] = {}
    for start in range(0, len(wanted), TITLES_A_QUERY):
        fits = Q()
        for title in wanted[start : start + TITLES_A_QUERY]:
            fits |= _fits(title)
        found |= {document.pk: document for document in SteeringDocument.objects.filter(fits)}
    acts = _acts_of(found)
    return [_known(document, acts[key]) for key, document in sorted(found.items())]


def _fits(title: str) -> Q:
    folded = folded_name(title)
    fits = Q(folded_title=folded) | Q(folded_popular_name=folded)
    for word in _telling_words(title):
        fits |= Q(folded_title__contains=word) | Q(folded_popular_name__contains=word)
    return fits


def _telling_words(title: str) -> list[str]:
    """The longest words; the type only where nothing else is left, as so many share it."""
    words = sorted(words_in(title), key=lambda word: (-len(word), word))
    telling = [
        word for word in words if type_meant(word) is None and type_meant(word + "e") is None
    ]
    return (telling or words)[:WORDS_A_TITLE]


def _acts_of(documents: Iterable[int]) -> dict[int, list[Act]]:
    acts: dict[int, list[Act]] = defaultdict(list)
    found = Act.objects.filter(document__in=list(documents), retracted_at__isnull=True)
    for act in found.select_related("body").order_by("pk"):
        acts[act.document_id].append(act)
    return acts


def _known(document: SteeringDocument, acts: list[Act]) -> Known:
    return Known(
        key=document.pk,
        title=document.title,
        popular_name=document.popular_name,
        document_type=document.document_type,
        decided=tuple(
            Adoption(act.body.name.casefold() if act.body else "", act.decided_on, act.section)
            for act in acts
            if act.kind in DECIDING
        ),
        diary_nos=frozenset(act.diary_no.casefold() for act in acts if act.diary_no),
        over=any(act.kind in ENDINGS for act in acts),
    )
