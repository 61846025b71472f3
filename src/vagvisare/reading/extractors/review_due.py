"""When the document is to be reviewed: a date, or the text's own words for the interval."""

import re
from collections.abc import Iterable

from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.subjects import concern
from vagvisare.reading.text import as_value

FIELD = "review_due"
_INTERVAL = re.compile(
    r"(?i)(?:ny plan|revideras|förnyas|ses över|uppdateras|aktualitetsprövas|aktualiseras|omprövas)[^.\n]{0,40}?\s(?P<when>va(?:rt|r)\s+\w+\s+år|va(?:rt|r)annat\s+år|varje\s+(?:år|mandatperiod)|årligen|kontinuerligt|en gång per mandatperiod|med jämna mellanrum|vid behov)"
)

_STEMS = ("ny plan", "revidera", "förnyas", "ses över", "uppdateras", "aktual", "omprövas")


def find(source: Source) -> Iterable[Candidate]:
    """Yield the value of review fields and the interval worded in a sentence."""
    for field in source.fields("review_due"):
        if not field.is_empty and not field.is_placeholder and len(field.value) < 60:
            yield Candidate(FIELD, as_value(field.value), field.start, field.end, 0.85)
    if source.kind == "steering":
        for match in near(_INTERVAL, _STEMS, source.clean):
            if _of_another(match, source):
                continue
            yield Candidate(
                FIELD, as_value(match["when"]), match.start("when"), match.end("when"), 0.75
            )


def _of_another(match: re.Match[str], source: Source) -> bool:
    """Tell whether the sentence names another thing than a document: "Kravspecifikationen ses över"."""
    start = max(source.clean.rfind(mark, 0, match.start()) for mark in (". ", "\n")) + 1
    before = source.clean[start : match.start()]
    words = re.findall(r"[^\W\d_]{3,}", before)
    return bool(words) and not concern(
        source.clean[start : match.end()], source.subject, source.vocabulary
    )
