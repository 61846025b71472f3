"""The review memo's words, filled in and made to agree."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from vagvisare.memos.facts import BodyFacts, DecisionFacts, DocumentFacts
from vagvisare.writing.words import WORDS

LANGUAGE = "sv"
_HEAD_ENDS = re.compile(
    r"\s(?:för|om|i|på|vid|mot|inom|med|till|av|över|rörande|avseende)\s|[\d,(:]"
)


@cache
def wording() -> dict[str, dict[str, Any]]:
    """Return the whole table of words."""
    return tomllib.loads(Path(__file__).with_name("wording.sv.toml").read_text("utf-8"))


def say(section: str, key: str, **names: str) -> str:
    """Return the sentence with `names` filled in; `{Body}` is `body` with a capital."""
    text: str = wording()[section][key]
    capital = {name.capitalize(): upper_first(value) for name, value in names.items()}
    return text.format(**(names | capital))


def gap(key: str) -> str:
    """Return what stands inside a sentence for what the register lacks."""
    return WORDS[LANGUAGE].gap(wording()["gap"][key])


def upper_first(text: str) -> str:
    """Return the text with a capital first."""
    return text[:1].upper() + text[1:]


def in_text(body: BodyFacts | None) -> str:
    """Return the body's name as it stands inside a sentence; "VA-nämnden" keeps its capitals."""
    if body is None:
        return gap("body")
    name = body.name
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def quoted(title: str) -> str:
    """Return the title in Swedish quotation marks, unless it has some of its own."""
    return title if set(title) & set('”“"»«') else f"”{title}”"


def spelled(day: date) -> str:
    """Return the day as the language spells it: "12 december 2007"."""
    return f"{day.day} {wording()['months'][str(day.month)]} {day.year}"


def spelled_stated(stated: str) -> str:
    """Return a day, month or year in words that follow a verb: "den 12 december 2007"."""
    year, month, day = [*stated.split("-"), "", ""][:3]
    if day:
        return f"den {spelled(date.fromisoformat(stated))}"
    return f"i {wording()['months'][str(int(month))]} {year}" if month else f"under {year}"


def duration(years: int, days: int) -> str:
    """Return "2 år och 296 dagar", leaving out what is none."""
    in_years = say("duration", "years", n=str(years))
    in_days = say("duration", "day_one" if days == 1 else "day_many", n=str(days))
    if years and days:
        return say("duration", "both", years=in_years, days=in_days)
    return in_years if years else in_days


def counted(number: int) -> str:
    """Return the number in letters up to twelve, in digits above."""
    return str(wording()["numbers"].get(str(number), number))


def forms_of(document: DocumentFacts) -> dict[str, str]:
    """Return the words that agree with the document: adopted, it, them."""
    head = _HEAD_ENDS.split(document.title.casefold(), maxsplit=1)[0].strip()
    table = wording()["forms"]
    by_title = (form for form in table.values() if head.endswith(tuple(form["endings"])))
    by_type = (form for form in table.values() if document.document_type in form["types"])
    form = next(by_title, None) or next(by_type, table["common"])
    return {name: form[name] for name in ("adopted", "it", "them")}


def sections(decision: DecisionFacts) -> str:
    """Return "§ 120", "§§ 165-166" or nothing."""
    if not decision.section:
        return ""
    return ("§§ " if re.search(r"\d\s*[-–,]\s*\d", decision.section) else "§ ") + decision.section


def needs_section(decision: DecisionFacts) -> bool:
    """Whether a section can be asked for: an office-holder decides without minutes."""
    return decision.body is None or decision.body.kind != "office"


def when_exactly(decision: DecisionFacts) -> str:
    """Return day and section as a proposal states them, with a mark for what is not known."""
    parts = [decision.decided_on or gap("date")]
    if needs_section(decision):
        parts.append(sections(decision) or gap("section"))
    return ", ".join(parts)


def when_told(decision: DecisionFacts) -> str:
    """Return day and section as a sentence goes on with them, leaving out what is not known."""
    day = spelled_stated(decision.decided_on) if decision.decided_on else ""
    told = ", ".join(part for part in (day, sections(decision)) if part)
    return f" {told}" if told else ""


def named(decision: DecisionFacts) -> str:
    """Return what the decision is known by: "Kommunfullmäktige 2007-12-12 § 120, dnr KS 2007/1"."""
    body = decision.body.name if decision.body else ""
    told = " ".join(part for part in (body, decision.decided_on, sections(decision)) if part)
    dnr = f"dnr {decision.diary_no}" if decision.diary_no else ""
    return ", ".join(part for part in (told, dnr) if part)
