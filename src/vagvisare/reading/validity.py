"""What the text alone allows one to conclude about whether a document applies."""

import re
from collections.abc import Mapping
from datetime import date

from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.reading.reading import Fact, Validity
from vagvisare.reading.source import Source


def conclude(facts: Mapping[str, Fact], source: Source) -> Validity:
    """Return the first conclusion that fits, in the order of the labelling rules."""
    if source.kind in ("memo", "summons"):
        return "not_decided"
    if _is_undecided(facts, source):
        return "not_decided"
    last = facts.get("valid_until")
    if last and isinstance(last.value, str):
        return "expired" if _is_over(last.value, source.on) else "in_force"
    if "tills_vidare" in facts:
        return "in_force"
    if source.kind == "steering" and ("deciding_body" in facts or "decision_date" in facts):
        return "in_force_no_end"
    return "unknown"


def _is_over(last: str, on: date) -> bool:
    try:
        return last_day_of(last) < on
    except ValueError:
        return False


def _is_undecided(facts: Mapping[str, Fact], source: Source) -> bool:
    if source.kind != "steering":
        return False
    fields = source.fields("decision") + source.fields("deciding_body")
    open_field = any(field.is_placeholder or field.is_empty for field in fields)
    if open_field and "decision_date" not in facts and "tills_vidare" not in facts:
        return True
    return bool(re.search(r"(?i)^\s*(?:förslag till|utkast)\b", source.clean[:300], re.M))
