"""Validity is prolonged: "Giltighetstiden för Energiplan 2018-2022 förlängs till och med 2024"."""

import re

from vagvisare.reading.events.days import last_date
from vagvisare.reading.events.deeds import NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import phrase_at
from vagvisare.reading.vocabulary import Vocabulary

_ACTIVE = re.compile(
    r"(?i)\b(?:förlänger|förlänga|prolongerar|prolongera|låter|låta)\s+(?:(?:giltighetstiden|giltigheten|gällandetiden|tiden|perioden|planperioden|programperioden)\s+(?:för|av|på)\s+)?"
)


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _ACTIVE.search(words)
    phrase = phrase_at(words, verb.end() if verb else 0, vocabulary)
    if phrase is None or NO_DOCUMENT.search(words):
        return None
    return Deed("extend", phrase, valid_until=last_date(words[phrase.end :]))


EXTEND = Action(
    "extend",
    (
        "förläng",
        "prolong",
        "fortsätt",
        "fortsatt",
        "alltjämt",
        "ska gälla",
        "gäller även",
        "gäller också",
        "gäller till dess",
    ),
    (
        Wording(
            r"\bförläng(?:s|er|a|as)\b",
            "Giltighetstiden för Energiplan 2018–2022 förlängs till och med 2024-12-31.",
            "Energiplan 2018–2022",
        ),
        Wording(
            r"\bprolongera[rs]?\b",
            "Plan för bibliotek prolongeras till 2024.",
            "Plan för bibliotek",
        ),
        Wording(
            r"\bfortsätter\s+(?:att\s+)?gälla\b|\bska\s+(?:fortsätta\s+(?:att\s+)?gälla|fortsatt\s+gälla|alltjämt\s+gälla)\b|^(?:nuvarande|gällande|nu\s+gällande)\s.*\bska\s+gälla\s+(?:till|t\.)|\bgäller\s+(?:fortsatt|även|också)\b|\bgäller\s+till\s+dess\b|\bfortsatt\s+giltighet|\blåta\b.*\bfortsätta\b",
            "Plan mot mobbning ska fortsätta att gälla under 2025.",
            "Plan mot mobbning",
        ),
        Wording(
            r"\bförlängd\s+giltighet",
            "Plan för vatten ges förlängd giltighet till 2026.",
            "Plan för vatten",
        ),
    ),
    (
        "Avtal om samverkan enligt näringslivsplanen förlängs till och med 2026.",
        "Förordnandet som rektor förlängs till den 30 juni 2025.",
    ),
    _read,
)
