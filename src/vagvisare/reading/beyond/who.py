"""Who does it: a body, an official or a department that acts in a sentence."""

import re
from dataclasses import dataclass

_DEPARTMENT = (
    r"[\wåäö-]*(?:förvaltningen|kontoret|avdelningen|enheten|sektorn|enhetschefen|bolaget)"
)
_ACTOR = (
    r"(?:[a-zåäö]+-,?\s+(?:[a-zåäö]+-\s+)?och\s+)?(?:tekniska\s+)?[\wåäö-]*(?:nämnden|nämnderna|styrelsen|fullmäktige|utskottet|beredningen)"
    r"(?:s\s+[\wåäö-]*(?:utskott|beredning))?"
    rf"|{_DEPARTMENT}"
    r"|(?:[\wåäö-]+\s+)?[\wåäö-]*(?:chefen|cheferna|direktören|samordnaren|strategen|controllern)|rektor(?:n|erna)?"
    r"|kommunen|regionen|förvaltningarna|nämnder\s+och\s+(?:bolag|styrelser)|(?:varje|respektive|berörd|ansvarig)\s+(?:nämnd|förvaltning|enhet|verksamhet|sektor)"
)
# The patterns are for small letters.
_LEADS = re.compile(
    rf"^(?P<who>{_ACTOR})(?:,[^,]{{3,60}},)?\s+(?:ska|skall|ansvarar|följer|utvärderar|reviderar|åtar|har\s+(?:i\s+uppdrag|ansvar)|kommer\s+att|ser\s+över|aktualitetsprövar|uppdaterar)\b"
)
_BY = re.compile(rf"av(?<!\w..)\s+(?:den\s+|ansvarig\s+)?(?P<who>{_ACTOR})(?![\wåäö-])")
_AFTER_VERB = re.compile(rf"^\s*(?P<who>{_ACTOR})(?![\wåäö-])")


@dataclass(frozen=True)
class Who:
    """An actor as the text names it, and where."""

    name: str
    start: int
    end: int


def leading(sentence: str) -> Who | None:
    """Return who the sentence begins with, when it is the one who acts."""
    return _who(_LEADS.match(sentence.lower()), sentence)


def agent(sentence: str, start: int = 0) -> Who | None:
    """Return by whom it is done: "av socialnämnden"."""
    return _who(_BY.search(sentence.lower(), start), sentence)


def following(words: str) -> Who | None:
    """Return the actor that `words` begin with: "(Senast 2025 ska) socialnämnden ..."."""
    return _who(_AFTER_VERB.match(words.lower()), words)


def _who(match: re.Match[str] | None, words: str) -> Who | None:
    return Who(words[slice(*match.span("who"))], *match.span("who")) if match else None
