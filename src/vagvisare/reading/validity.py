"""What the text alone allows one to conclude about whether a document applies."""

import re
from collections.abc import Mapping

from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.reading.dates import dates_in
from vagvisare.reading.near import near
from vagvisare.reading.reading import Fact, Validity
from vagvisare.reading.source import Source
from vagvisare.reading.subjects import concern

_REPEALED = re.compile(
    r"(?i)\b(?:har\s+upphört|upphörde|är\s+upphäv(?:d|da|t)|upphävdes|har\s+upphävts|har\s+ersatts|ersattes|är\s+ersatt)\b[^.\n]{0,60}"
)
_STAMP = re.compile(
    r"(?m)^[ \t]*(?:UPPHÄVD|UPPHÄVT|Upphävd|Upphävt|UTGÅTT|EJ GÄLLANDE|Ersatt av|ERSATT AV)\b"
)
# How a text calls itself unfinished; å, ä and ö may be lost in scans.
_DRAFT = re.compile(
    r"(?im)^[ \t]*(?:förslag till|utkast|remissversion|remisshandling|samrådshandling|arbetsmaterial)\b"
    r"|^[ \t]*status[ \t]*:[ \t]*(?:under\s+arbete|utkast|förslag|på\s+remiss|ej\s)|(?:planeras|beräknas|väntas)\s+(?:att\s+)?(?:bli\s+)?anta(?:s|gen|get)\b"
    r"|arbetet med att ta fram|(?:ska|kommer att|att)\s+(?:n[aä]mnden\s+ska\s+)?anta\s+(?:planen|programmet|policyn|strategin|riktlinjerna|dokumentet)"
    r"|ska\s+kunna\s+fastst[aä]llas|eventuellt\s+beslut\s+om\s+att|(?:inte|ej)\s+(?:ännu\s+)?(?:antagen|antaget|beslutad|beslutat|fastställd)"
    r"|uppdrag\s+f[oö]r\s+[a-zåäö]+f[oö]rvaltningen\b"
)
# A stamp over the title, alone on its line but for a date or a version: "UTKAST 2022-05-11".
_DRAFT_STAMP = re.compile(
    r"(?im)^[ \t#*]*(?:version\s+[\d.]+\s*[-–,]\s*)?(?:(?:remiss|samråds|gransknings|arbets|utställnings)(?:version|utgåva|handling|material|upplaga|förslag)|utkast|förslag|koncept|ej\s+(?:antagen|beslutad|fastställd)|förslag till \w+)\b[ \t]*(?:version)?[\d .:()/-]*$"
)
_TOP = 500
# "Socialnämnden (ej beslutad)"
_SAYS_NOT = re.compile(r"(?i)\b(?:ej|inte|icke)\s+(?:ännu\s+)?(?:antag|beslut|fastställ|godkän)")
_GOES_ON = re.compile(
    r"(?i)ärendet\s+(?:går\s+vidare|översänds|överlämnas)\s+till|(?:föreslår|hemställer|tillstyrker)\b[^.]{0,60}\b(?:att\s+)?(?:kommunstyrelsen|kommunfullmäktige|styrelsen|fullmäktige|regionfullmäktige)"
)
_OPEN_DATE = re.compile(
    r"(?i)(?:antag\w*|fastställ\w*|beslutad|beslutat|godkän\w*)\s[^.\n]{0,80}(?<!\w)(?:xx\s?[/-]\s?xx|(?:19|20)?xx-xx|\[[^\]\n]{2,20}\]|_{4,})"
)
_SUCCESSOR = re.compile(r"(?i)\ben\s+ny\s+\w+\s+(?:väntas|beräknas|planeras|ska)\b[^.]{0,90}")


def conclude(facts: Mapping[str, Fact], source: Source) -> Validity:
    """Return the first conclusion that fits, in the order of the labelling rules."""
    if source.kind == "report":
        return "unknown"
    if _is_repealed(source):
        return "repealed"
    if _is_undecided(facts, source):
        return "not_decided"
    last = facts.get("valid_until")
    if last and isinstance(last.value, str):
        return "expired" if _is_over(last.value, source) else "in_force"
    if "tills_vidare" in facts:
        return "unknown" if _successor_is_late(source) else "in_force"
    if "deciding_body" in facts or "decision_date" in facts:
        return "in_force_no_end" if source.kind == "steering" or _adopts(source) else "unknown"
    return "unknown"


def _is_repealed(source: Source) -> bool:
    if source.kind == "minutes":
        done = [event for event in source.events if event.status == "decided"]
        adopted = any(event.action in ("adopt", "revise", "replace", "extend") for event in done)
        return not adopted and any(event.action == "repeal" for event in done)
    if source.kind != "steering":
        return False
    if _STAMP.search(source.clean[:1_500]):
        return True
    for match in near(_REPEALED, ("upphör", "upphäv", "ersatt"), source.clean):
        start = source.clean.rfind(".", 0, match.start()) + 1
        sentence = source.clean[max(start, match.start() - 150) : match.end()]
        if concern(sentence, source.subject, source.vocabulary) >= 0.85:
            return True
    return False


def _is_undecided(facts: Mapping[str, Fact], source: Source) -> bool:
    if source.kind in ("memo", "summons"):
        return True
    if source.kind == "minutes":
        acts = [event for event in source.events if event.action != "close_assignment"]
        proposed = bool(acts) and all(event.status == "proposed" for event in acts)
        return proposed or bool(_GOES_ON.search(_decisions(source)))
    if "decision_date" in facts:
        return False
    if near_open_date(source):
        return True
    fields = source.fields("decision") + source.fields("deciding_body")
    if any(field.is_placeholder or _SAYS_NOT.search(field.value) for field in fields):
        return True
    if _DRAFT_STAMP.search(source.clean[:_TOP]):
        return True
    if "deciding_body" in facts:
        return False
    return any(field.is_empty for field in fields) or bool(_DRAFT.search(source.clean))


def near_open_date(source: Source) -> bool:
    """Tell whether the head says who is to adopt, and leaves the day open: "den xx/xx 2015"."""
    return bool(_OPEN_DATE.search(source.clean[:2_500]))


def _decisions(source: Source) -> str:
    """Return the part of minutes that decides, without what was said before it."""
    head = re.search(r"(?im)^[ \t]*beslut\b", source.clean)
    part = source.clean[head.start() :] if head else source.clean
    stop = re.search(
        r"(?im)^[ \t]*(?:sammanfattning|yrkanden?|propositionsordning|tidigare behandling)\b", part
    )
    return part[: stop.start()] if stop and stop.start() > 0 else part[:1_500]


def _adopts(source: Source) -> bool:
    return any(
        event.action in ("adopt", "revise", "replace", "extend", "amend_part")
        for event in source.events
    )


def _is_over(last: str, source: Source) -> bool:
    try:
        return last_day_of(last) < source.on
    except ValueError:
        return False


def _successor_is_late(source: Source) -> bool:
    """Tell whether the text dates the successor it waits for before the day asked about."""
    for match in near(_SUCCESSOR, ("en ny ",), source.clean):
        if any(_is_over(day.value, source) for day in dates_in(source.clean, *match.span())):
            return True
    return False
