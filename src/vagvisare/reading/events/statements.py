"""The single statements of a decision: numbered points, att-clauses, sentences."""

import re
from dataclasses import dataclass, replace

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.events.items import Part
from vagvisare.reading.text import as_value
from vagvisare.reading.vocabulary import Vocabulary

_INFINITIVES = r"(?:anta|fastställa|godkänna|upphäva|förklara|ge|uppdra|revidera|förlänga|notera|återremittera|remittera|ändra)\b"
# "antar X och upphäver samtidigt Y": a second thing that is done
_FINITES = r"(?:samtidigt\s+|därmed\s+)?(?:upphäver|upphäva|förklarar|förklara|uppdrar|fastställer|antar|ger\s+[\wåäö]+\s+i\s+uppdrag)\b"
_BREAK = re.compile(
    r"(?:\n|\A)\s*(?:\d{1,2}[.)]|[a-hA-H]\)|[1-9](?=[ \t]+[A-ZÅÄÖ])|[-–−•*])\s+(?=[A-ZÅÄÖa-zåäö”\"])"
    r"|(?<=[a-zåäö0-9”\")])(?<!kap)(?<!bl\.a)(?<!m\.fl)(?<!t\.ex)(?<!nr)(?<!ca)\.[”\"]?\s+(?=[A-ZÅÄÖ”\"])"
    r"|\n\s*\n|(?:(?<=[:,.;])\s*\n|(?<=besluta)\s*\n|(?<=beslutar)\s*\n|\A)\s*att\s+(?=[a-zåäöA-ZÅÄÖ])|,?\s+(?:samt|och|dels)\s+att\s+(?=_VERBS)|(?:\n|\A)\s*dels\s+(?:att\s+)?|,\s*(?:dels\s+)?att\s+(?=_VERBS)|,?\s+(?:samt|och)\s+(?=_FINITES)"
    r"|:\s*\n\s*(?=[A-ZÅÄÖ])|:\s*\n?\s*(?=att\s)".replace("_VERBS", _INFINITIVES).replace(
        "_FINITES", _FINITES
    )
)
_ATT_LINE = re.compile(r"(?<!uppdrag)(?<!syfte)(?<!för)\n[ \t]*att\s+(?=[A-ZÅÄÖa-zåäö])")
# "att anta ...", "Enligt kommunstyrelsens förslag:" above "att Plan för vatten antas"
_ATT_LIST = re.compile(r"\s*(?:[^\n]{3,120}:\s*\n\s*)?att\s")
_GOES_ON = re.compile(rf"(?:att\s+)?(?:{_INFINITIVES}|{_FINITES})")
_LEAD_IN = re.compile(
    r"(?i)^(?:enligt\s[^\n]{3,120}:|på\s+(?:förslag|yrkande)\s+av\s[^\n.]{3,120}"
    r"|[^.\n]{3,200}?(?:föreslås|beslutar|besluta|beslutade|föreslår)(?:\s+(?:besluta|följande))?(?:\s+att)?\s*:?)$"
)
_PROPOSES = re.compile(
    r"(?i)föreslå\w*\s+(?:att\s+)?|tillstyrk\w*\s+att\s+|hemställer\s+(?:hos|att)\s+"
)
# One body, or a list of them: "Kulturnämnden, Exempelbolaget AB och skolnämnden får i uppdrag".
_TOLD = re.compile(
    r"(?i)\s+(?:får|ges|ska|skall|bör|ansvarar|åläggs)\b"
    r"|(?:,|\s+(?:och|samt)\s)[^.:]{0,300}?\b(?:får|ges)\s+i\s+uppdrag\b"
)


# What stands before what is decided: "Kommunstyrelsen föreslår kommunfullmäktige att besluta att".
_PREAMBLE = re.compile(
    r"(?i)^(?:(?:(?!\b(?:antar|godkänner|fastställer|noterar|upphäver|lägg[se]r?|förklarar|bifaller|att|daterad)\b)[^.:;]){0,90}?\b(?:beslutar|beslutade|besluta|föreslår|föreslås|föreslå|rekommenderar|rekommenderas|hemställer|tillstyrker)\b(?:\s+(?:[\wåäö]*fullmäktige|[\wåäö-]*styrelsen|[\wåäö-]*nämnden|KF\b|KS\b))?(?:\s+(?:besluta|beslutar))?(?:\s+för\s+egen\s+del)?(?:[,:]?\s+att|\s*:)\s+)+(?:besluta\s+)?"
)
_HANGING = re.compile(r",?\s+(?:samt|och|dels)$")
_LIST_HEAD = re.compile(
    r"(?i)(?:[^:]{0,60}?\s)?(?P<active>upphäva|upphäver|anta|antar|fastställa|fastställer|revidera|förlänga)?\s*(?:att\s+)?följande\s+[\wåäö -]{3,60}?\s*(?P<passive>upphör\s+att\s+gälla[^:]{0,30}|upphävs|utgår|antas|fastställs|revideras)?\s*:?"
)
_OWN_VERB = re.compile(
    r"(?i)\b(?:upphör|upphävs|antas|fastställs|revideras|förlängs|får|ger|gäller|träder|antar|uppdrar|förklara[rs]?|ska|noteras|antecknas)\b"
)


@dataclass(frozen=True)
class Statement:
    """One thing decided or proposed; `subject` is the body it says decides."""

    text: str
    start: int
    end: int
    subject: str | None
    part: Part


def statements_of(text: str, part: Part, vocabulary: Vocabulary) -> list[Statement]:
    """Return the statements of a decision part, in order; quoted new wordings stay inside theirs."""
    quoted = [
        m.span()
        for m in re.compile(r"[”\"“][^”\"“]{5,600}[”\"“]").finditer(text, part.start, part.end)
    ]
    cuts = [
        (m.start() + 1 if m[0].startswith(".") else m.start(), m.end())
        for m in _breaks(text, part)
        if not any(first < m.start() < last - 1 for first, last in quoted)
    ]
    edges = [part.start, *[end for _, end in cuts]]
    stops = [*[start for start, _ in cuts], part.end]
    out = []
    subject = None  # of the lead-in or statement that an att-clause goes on from
    proposed_to = None  # of a lead-in that proposes all that follows: "föreslår att ... beslutar:"
    for start, end in zip(edges, stops, strict=True):
        words = as_value(text[start:end])
        own = _subject(words, vocabulary)
        subject = own or (subject if _GOES_ON.match(words) else None)
        if _LEAD_IN.match(words):
            proposed_to = own if _PROPOSES.search(words) else None
        elif len(words) > 8:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            said = _HANGING.sub("", _PREAMBLE.sub("", words, count=1))
            out.append(Statement(said, begin, end, subject or proposed_to, part))
    return _listed(out)


def _breaks(text: str, part: Part) -> list[re.Match[str]]:
    """Return where statements end; in a list of att-clauses each "att" on a line of its own begins one."""
    found = list(_BREAK.finditer(text, part.start, part.end))
    if _ATT_LIST.match(text, part.start, part.end):
        taken = {m.end() for m in found}
        more = _ATT_LINE.finditer(text, part.start, part.end)
        found = sorted([*found, *(m for m in more if m.end() not in taken)], key=re.Match.start)
    return found


def _listed(found: list[Statement]) -> list[Statement]:
    """Return the statements with a list's common verb in each of its points.

    "följande styrdokument upphör att gälla: - Policy A - Plan B" ends two documents.
    """
    out: list[Statement] = []
    verb: re.Match[str] | None = None
    for one in found:
        head = _LIST_HEAD.fullmatch(one.text)
        if head:
            verb = head
        elif verb and len(one.text) < 160 and not _OWN_VERB.search(one.text):
            words = f"{verb['active'] or ''} {one.text} {verb['passive'] or ''}".strip()
            out.append(replace(one, text=words, subject=one.subject or None))
        else:
            verb = None
            out.append(one)
    return out


def _subject(words: str, vocabulary: Vocabulary) -> str | None:
    """Return the body a statement begins with: "Kommunfullmäktige antar ..."."""
    found = bodies_in(words[:120], vocabulary)
    proposes = _PROPOSES.search(words[:200])
    if proposes:
        preamble = _PREAMBLE.match(words)
        later = [b for b in bodies_in(words[:300], vocabulary) if b.start >= proposes.end() - 1]
        asked = [b for b in later if preamble and b.end <= preamble.end()]
        return asked[-1].name if asked else later[0].name if later else None
    if not found or found[0].start > 0 or found[0].genitive:
        return None
    # "Kulturnämnden får i uppdrag" is told what to do; it decides nothing.
    return None if _TOLD.match(words[found[0].end :]) else found[0].name
