"""How sure an event is: what speaks against it takes from what a plain decision is given."""

import re

from vagvisare.reading.events.deeds import Deed
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import Vocabulary

_PLAIN = 0.96
_LEAST = 0.5
# A name seldom goes on so: more of the sentence came with it.
_RUNS_ON = re.compile(
    r"(?i),|:|\b(?:och|samt)\s+(?:den|det|att|därefter|vid|efter|under)\b|\b(?:avseende|beträffande|efter|innan|till följd|beslutar|föreslår|ska|som|inom|per|enligt|utifrån)\b|\bför\s+(?:att|ytterligare|fortsatt|vidare)\b"
)
_LONG_NAME = 12  # words


def sureness(
    deed: Deed,
    *,
    said: bool,
    around: str,
    from_heading: bool,
    unread: bool,
    vocabulary: Vocabulary,
) -> float:
    """Return 0.5 to 0.96 for a deed.

    said          the decision stands under a heading of its own, or is a list's or agenda's point
    around        the rest of the item; the document's name should stand there too
    from_heading  the document is named by the item's heading, not by the decision
    unread        another statement of the item ends or changes something unknown
    """
    sure = _PLAIN
    if not said:
        sure -= 0.08
    if deed.phrase is None:
        return round(max(_LEAST, sure - (0.0 if deed.ends else 0.03)), 2)
    if from_heading:
        sure -= 0.08
    elif not _is_borne_out(deed.phrase.title, around):
        sure -= 0.07
    if unread and deed.action in ("adopt", "revise"):
        sure -= 0.08
    sure -= _against(deed.phrase.title, vocabulary)
    if deed.phrase.document_type is None:
        sure -= 0.08
    return round(max(_LEAST, sure), 2)


def _against(title: str, vocabulary: Vocabulary) -> float:
    """Return what the look of a name takes: running on, no type at its start, too long, too short."""
    words = title.split()
    doubt = 0.0
    if _RUNS_ON.search(title):
        doubt += 0.08
    if len(words) > _LONG_NAME:
        doubt += 0.1
    if len(words) < 2:
        doubt += 0.1
    typed = first_type(title, vocabulary)
    before = title[: typed.start].split() if typed else []
    if len(before) > 3 or (before and before[0][0].islower() and not before[-1].endswith("s")):
        doubt += 0.08  # the type stands far into the name: something may stand before it
    return doubt


def _is_borne_out(title: str, around: str) -> bool:
    """Tell whether all that the name is made of stands elsewhere in the item too."""
    said = around.lower()
    words = re.findall(r"[\wåäö]{4,}", title.lower())
    return bool(words) and all(w[:6] in said for w in words if not w.startswith(("kommun", "stad")))
