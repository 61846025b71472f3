"""What stands above a memo's first heading: to whom, when, which matter, about what."""

import re
from dataclasses import dataclass

from vagvisare.memos.parsing.leads import BODY, is_body

MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
DAY = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|(?:den )?\d{{1,2}} (?:{MONTHS}) \d{{4}})"

_DAY_ALONE = re.compile(rf"(?:datum|daterad|dat\.)?\s*:?\s*({DAY})", re.IGNORECASE)
_DIARY_LABEL = re.compile(
    r"(?:diarier?n(?:umme)?r|dnr|d\.nr|ärendenummer|ärendenr)\b\s*[.:]*\s*(.*)", re.IGNORECASE
)
_DIARY_NO = re.compile(r"(?=.*\d)[\wÅÄÖåäö.-]*[ :]?[\w./:-]*[/:-][\w./: -]*")
_LONGEST_DIARY_NO = 60
_TO = re.compile(rf"\btill:?\s+({BODY})", re.IGNORECASE)
_KIND = re.compile(r"tjänsteskrivelse|tjänsteutlåtande|promemoria|pm\b", re.IGNORECASE)
_LABEL = re.compile(r"[\wÅÄÖåäö .]{2,30}:.*")


@dataclass(frozen=True)
class Head:
    """Empty is: not found."""

    title: str = ""
    addressed: str = ""
    day: str = ""
    diary_no: str = ""


def read_head(lines: list[str]) -> Head:
    """Return what the lines above the first heading say."""
    lines = [line.strip() for line in lines if line.strip()]
    return Head(
        title=next((line for line in reversed(lines) if _may_be_title(line)), ""),
        addressed=_addressed(lines),
        day=next((m[1] for line in lines if (m := _DAY_ALONE.fullmatch(line))), ""),
        diary_no=_diary_no(lines),
    )


def _addressed(lines: list[str]) -> str:
    alone = next((line for line in lines if is_body(line)), "")
    if alone:
        return alone
    return next((m[1] for line in lines if (m := _TO.search(line))), "")


def _diary_no(lines: list[str]) -> str:
    """The value beside the label, or below it where that line looks like a number."""
    for number, line in enumerate(lines):
        found = _DIARY_LABEL.search(line)
        if found is None:
            continue
        if found[1].strip():
            return found[1].strip()
        below = lines[number + 1] if number + 1 < len(lines) else ""
        short = len(below) <= _LONGEST_DIARY_NO
        if short and _DIARY_NO.fullmatch(below) and not _DAY_ALONE.fullmatch(below):
            return below
    return ""


def _may_be_title(line: str) -> bool:
    nothing_else = not (is_body(line) or _KIND.match(line) or _LABEL.fullmatch(line))
    return nothing_else and not _DAY_ALONE.fullmatch(line) and not _DIARY_LABEL.match(line)
