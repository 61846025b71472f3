"""What kind of paper a text is: a steering document, a memo, minutes, a summons or a report."""

import re
from typing import Literal

from vagvisare.reading.near import lowered
from vagvisare.reading.reading import MeetingContext

Kind = Literal["steering", "memo", "minutes", "summons", "report"]

_HEAD, _NEAR = 900, 400  # characters
_MINUTES = re.compile(
    r"sammanträdesprotokoll|protokollsutdrag|utdrag ur (?:sammanträdes)?protokoll|^[ \t]*protokoll\b|protokollet (?:anslås|är justerat|innehåller)",
    re.I | re.M,
)
_SECTION = re.compile(r"^[ \t]*§\s?\d+\s", re.M)
_FIRST_SECTION = re.compile(r"\s*§\s?\d+[^\n]*\n")
# A line that says what was decided; "Beslutad av" and "Beslutsdatum" stand on covers.
_DECISION_LINE = re.compile(
    r"^[ \t]*(?:beslut(?!ad|at\b|ande|sdatum|sinstans|et av)|protokoll)", re.I | re.M
)
_MINUTES_FOOT = re.compile(
    r"^[ \t]*protokoll\s*(?:nr|\(nr)\b[^\n]*\n\s*sammanträdesdatum", re.I | re.M
)
# "Beslut" on a line of its own; with a day under it the word is a label: "Beslut" over "2014-11-24, § 164".
_DECIDED = re.compile(r"^[ \t]*beslut:?[ \t]*$(?!\s*(?:K[FS]\s+)?(?:19|20)\d\d-\d\d)", re.I | re.M)
_SUMMONS = re.compile(r"^[ \t]*(?:kallelse|föredragningslista|dagordning)\b", re.I | re.M)
_MEMO = re.compile(
    r"^[ \t]*(?:[\wåäö ]{0,40}\s)?(?:tjänsteskrivelse|tjänsteutlåtande)\b|^[ \t]*förslag till (?:beslut|kommun\w+)\b(?![^\n]*\.{3})",
    re.I | re.M,
)
_ITSELF = re.compile(r"^[ \t]*(?:tjänsteskrivelse|tjänsteutlåtande)\b", re.I | re.M)
_REPORT = re.compile(
    r"rapportsammandrag|revisionsrapport|granskningsrapport|revisorerna har (?:avslutat )?granska|^[ \t]*[\wåäö]*bokslut\b|^[ \t]*årsredovisning\b|^[ \t]*slutrapport\b",
    re.I | re.M,
)
# What each match of the two has, in lower case.
_MEMO_WORDS = ("tjänste", "förslag till ")
_REPORT_WORDS = ("rapport", "revisorerna", "bokslut", "årsredovisning")
_COVER = re.compile(
    r"dokumentansvarig|dokumentet är beslutat|dokumentnamn|^[ \t]*(?:antagen|antaget|fastställd|fastställt) av",
    re.I | re.M,
)


def kind_of(text: str, context: MeetingContext | None) -> Kind:
    """Return the kind of paper that `text` is; what is known of a meeting decides first."""
    if context and context.kind:
        return "summons" if context.kind.casefold() in ("kallelse", "dagordning") else "minutes"
    head = text[:_HEAD]
    # A memo and its appendix begin alike; the word for the memo itself settles it.
    if _ITSELF.search(head):
        return "memo"
    if _SUMMONS.search(head[:300]):
        return "summons"
    if _MINUTES.search(head[:_NEAR]) or _is_numbered_item(text) or _has_foot(text):
        return "minutes"
    if _DECIDED.search(head) and not _COVER.search(head):
        return "minutes"
    if _holds(text, _MEMO_WORDS, 2_500) and _MEMO.search(text[:2_500]) and not _COVER.search(head):
        return "memo"
    return "report" if _holds(text, _REPORT_WORDS) and _REPORT.search(head) else "steering"


def _holds(text: str, words: tuple[str, ...], length: int = _HEAD) -> bool:
    """Tell whether the head of `text` has one of the words that a dear pattern needs."""
    head = lowered(text)[:length]
    return any(word in head for word in words)


def _has_foot(text: str) -> bool:
    return "sammanträdesdatum" in lowered(text) and bool(_MINUTES_FOOT.search(text))


def _is_numbered_item(text: str) -> bool:
    """Tell whether the sections of `text` are items of minutes rather than those of by-laws."""
    if not _SECTION.search(text[:_NEAR]):
        return False
    return bool(_FIRST_SECTION.match(text) or _DECISION_LINE.search(text[:_HEAD]))
