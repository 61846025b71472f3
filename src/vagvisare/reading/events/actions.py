"""What a statement does, told from its verbs. Read from the top: the first that fits decides."""

import re
from dataclasses import replace
from itertools import pairwise

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.events.deeds import DATED, NO_DOCUMENT, Deed
from vagvisare.reading.events.phrases import LEAD_IN, Phrase, ended_document, phrase_at, phrases_in
from vagvisare.reading.events.sendings import CONSULT, REFER, REMIT, consult, refer, remit
from vagvisare.reading.numbers import sections_in
from vagvisare.reading.reading import EndedDocument
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import Vocabulary

_CLOSE = re.compile(
    r"(?i)\b(?:förklara[rs]?|anse[rs]?|är)\b.*\b(?:fullgjort|fullgjorda|avslutat|avslutade|slutfört|slutförda)\b|\bavslutar\s+uppdraget\b"
)
_GIVE = re.compile(
    r"(?i)\b(?:få[rt]?|ges|ger|gav|lämnar|ge|lämna)\b[^.]{0,90}?\bi\s+uppdrag\b|\buppdra(?:r|s|ga)?\s+(?:åt|till)\b|\bigångsättningsbeslut\b|\buppdrar\b|\buppdras\b"
)
_WORK = re.compile(
    r"(?i)\b(?:ta(?:r|s)?\s+fram|upprätta|utarbeta|arbeta\s+fram|revidera|se\s+över|uppdatera|följa\s+upp|utvärdera|redovisa|inkludera|samordna|aktualisera|aktualitetspröva|återkomma\s+med|skriva|omarbeta|komplettera|framtagande(?:t)?\s+av|ta\s+fram|genomföra\s+(?:en\s+)?(?:översyn|uppföljning|utvärdering)|överväga|formulera|stryka|förtydliga|lägga\s+till)\b"
)
_EXTEND = re.compile(r"(?i)\b(?:förlängs|förlänger|förlänga|prolongeras|förlängas)\b")
_END = re.compile(r"(?i)\b(?:upphör|upphöra|upphävs|upphäver|upphäva|upphävas|utgår|arkiveras)\b")
_WITH_CHANGE = re.compile(r"(?i)\bmed\s+(?:den|de|följande)\s+(?:ändring|tillägg)")
_RUNS_OUT = re.compile(r"(?i)\blöper\s+ut\b(?:\s+(?P<year>(?:19|20)\d\d))?")
_PART = re.compile(
    r"(?i)\b(?:följande\s+(?:stycke|text|lydelse|formulering\w*|tillägg|mening)|stryks|läggs\s+(?:följande\s+)?(?:text\s+)?till(?!\s+handlingarna)|nytt\s+kapitel|ny\s+§|justering(?:ar)?\s+av|revideringar\s+av|ändring(?:ar)?\s+(?:av|i)|ersätts\s+med\s+följande|så\s+att\s+den\s+lyder|tillägg\s+(?:i|till)|(?:\d+\s*kap\.?|kapitel\s+\d+|§\s*\d+)\s[^.]{0,60}?(?:revideras|reviderar|ändras|fastställs|antas)|revidera[rs]\s+§|revideras\s+under\s+§|kompletteras\s+med\s|ändras\s+enligt\s+följande|inför\b|ändra[rs]?\s+(?:\d+\s*(?:kap\.?\s*\d+\s*)?§|§\s*\d+))"
)
ADJUSTS = re.compile(
    r"(?i)\bjusterar\s[^.]{3,90}?\si\s+(?=(?:taxan?|reglementet?|riktlinje[nr]?|regler)\s)"
)
# "beslutar att nämndens reglemente ska kompletteras med ny punkt": the document stands after "att".
_THAT_IT_IS = re.compile(
    r"(?i)[\wåäö ]{3,90}?\batt\s+(?!(?:ändra|anta|revidera|komplettera|fastställa|godkänna)\b)(?=[^.]*\b(?:kompletteras\s+med|ändras\s+enligt\s+följande)\b)"
)
_ADOPT_PASSIVE = re.compile(r"(?i)\b(?:antas|antages|fastställs|godkänns|beslutas)\b")
_ADOPT_ACTIVE = re.compile(
    r"(?i)\b(?:antar|anta|fastställer|fastställa|godkänner|godkänna|antagit|beslutar\s+(?:att\s+)?(?:anta|fastställa|godkänna))\s+"
)
_REVISE = re.compile(r"(?i)\b(?:revideras|reviderar|revidera)\b")
_CALLED_REVISED = re.compile(r"(?i)\b(?:reviderad|reviderade|reviderat)\s+(?!(?:19|20)\d\d)")
_NOTE = re.compile(
    r"(?i)\b(?:antecknas|antecknar|noteras|noterar|notera|läggs?\s+[^.]{0,60}till\s+handlingarna)\b"
)
_REPORT = re.compile(
    r"(?i)\b(?:uppföljning\w*|utvärdering\w*|slutrapport\w*|delrapport\w*|redovisning\w*|rapport\w*|lägesrapport\w*|återrapportering\w*|kartläggning\w*)\b"
)
_REJECTS = re.compile(
    r"(?i)\b(?:avslå[rs]?|avslag|motionen|medborgarförslaget|initiativärendet|yrkandet)\b"
)
_OF_PART = re.compile(
    r"(?i)(?:kapitel\s+\d+|kap\.?|\bkapitel)\s+(?:\d+\s+)?(?:§\s*\d+\s+)?i\s+|§+\s*\d+[^.,:]{0,80}?\bi\s+(?=[a-zåäö ]*(?:regle|regl|arbetsord|taxa|före|stadg|instruk|deleg|riktl|polic|regler|lokala))|\d+\s*§\s+(?:i\s+)?"
)
_IN_FORCE = re.compile(
    r"(?i)\b(?:träda?(?:er|r)?\s+i\s+kraft|gäller|gälla|börjar\s+gälla|med\s+start(?=\s+fr))\b\s*(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?)?\s*(?:den\s+)?"
)
_UNTIL = re.compile(
    r"(?i)(?:till\s+och\s+med|t\.?o\.?m\.?|längst\s+till|längst\s+t\.?o\.?m\.?|\btill\b)\s+(?:och\s+med\s+)?(?:den\s+|utgången\s+av\s+|år\s+)*(?=\d)"
)


def deed_of(words: str, vocabulary: Vocabulary) -> Deed | None:
    """Return what the statement does to a steering document, None when it does nothing to one."""
    for fits, read in _READINGS:
        if fits.search(words):
            deed = read(words, vocabulary)
            if deed is not None:
                return deed
    return None


def force_date(words: str) -> str | None:
    """Return the day a statement says something enters into force or applies from."""
    for match in _IN_FORCE.finditer(words):
        days = dates_in(words, match.end(), match.end() + 22)
        if days and days[0].start - match.end() < 4:
            return days[0].value
    return None


def last_date(words: str) -> str | None:
    """Return the day or year until which a statement says something applies."""
    for match in _UNTIL.finditer(words):
        days = dates_in(words, match.end(), match.end() + 20)
        if days and days[0].start - match.end() < 4:
            return days[0].value
        year = re.match(r"(?:19|20)\d\d(?![-\d])", words[match.end() :])
        if year:
            return year[0]
    return None


def _close(words: str, vocabulary: Vocabulary) -> Deed | None:
    if "uppdrag" not in words.casefold():
        return None
    given = re.search(r"(?i)uppdrag\w*", words)
    start = given.start() if given else 0
    around = words[max(0, start - 60) :]
    bodies = bodies_in(around, vocabulary)
    lent = re.search(
        r"(?i)(?:lämnades|gavs|givet|givits|lämnats|beslutades)\s+(?:(?:av|i)\s+|(?=den\s|\d))",
        words,
    )
    giver = next(
        (b for b in bodies_in(words, vocabulary) if lent and 0 <= b.start - lent.end() < 3),
        None
        if lent and lent.end() < len(words) and re.match(r"den\s|\d", words[lent.end() :])
        else next((b for b in bodies if b.genitive or not words.startswith(around[: b.end])), None),
    )
    days = dates_in(words, lent.end() if lent else start) or dates_in(words)
    sections = [s for s in sections_in(words) if days and abs(s.start - days[0].end) < 8]
    named = [
        p
        for p in phrases_in(words, vocabulary)
        if re.match(r"[A-ZÅÄÖ]", p.title)
        and p.is_named
        and len(p.title.split()) > 2
        and p.start > start
    ]
    own_name = (
        giver.name
        if giver and (days or giver.genitive or lent) and not re.search(r"(?i)från budget", words)
        else None
    )
    ended = EndedDocument(
        None, own_name, days[0].value if days else None, sections[0].value if sections else None
    )
    has_giver = ended.adopted_by or ended.adopted_on
    return Deed("close_assignment", named[0] if named else None, (ended,) if has_giver else ())


def _give(words: str, vocabulary: Vocabulary) -> Deed | None:
    given = _GIVE.search(words)
    work = _WORK.search(words, given.end() if given else 0)
    if given is None or work is None:
        return None
    rest = words[work.start() :]
    found = phrases_in(rest, vocabulary)
    found = [
        p
        for p in found
        if not re.match(r"(?i)(?:riktlinje|regel|policy|plan)\b\s*(?:eller|$)", p.title)
    ]
    if not found or NO_DOCUMENT.search(rest[: found[0].end]):
        return None
    first = found[0]
    if len(found) > 1 and _lists(rest, found):
        title = rest[first.start : found[-1].end].strip(" ,.")
        first = Phrase(title, None, first.start, found[-1].end)
    return Deed("give_assignment", first)


def _lists(rest: str, found: list[Phrase]) -> bool:
    between = [rest[a.end : b.start] for a, b in pairwise(found)]
    return len(found) > 2 and all(
        re.fullmatch(r"\s*(?:,|samt|och|,\s*samt)?\s*(?:[A-ZÅÄÖ][\wåäö]*s?\s+)*", gap)
        for gap in between
    )


def _extend(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _EXTEND.search(words)
    phrase = (
        phrase_at(words, 0, vocabulary)
        if verb and verb.start() > 20
        else phrase_at(words, verb.end() if verb else 0, vocabulary)
    )
    if phrase is None or NO_DOCUMENT.search(words):
        return None
    return Deed("extend", phrase, valid_until=last_date(words))


def _end(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _END.search(words)
    if verb is None or _WITH_CHANGE.search(words, 0, verb.start()):
        return None  # "godkänns med den ändringen att bilaga 3 utgår" ends no document
    if _NOTE.search(words) and _REPORT.search(words):
        return _runs_out(words, vocabulary)
    start = verb.end() + 1 if re.search(r"(?i)upphäver|upphäva$", verb[0]) else 0
    listed = _ended_list(words[start:] if start else words, vocabulary)
    if not listed or NO_DOCUMENT.search(words[: listed[0][1].end + start]):
        return None
    if re.match(r"(?i)(?:tidigare|äldre)\s+beslut\b", listed[0][0].title or ""):
        return None
    ends = tuple(ended for ended, _ in listed)
    return Deed("repeal", listed[0][1], ends, valid_until=None)


def _ended_list(words: str, vocabulary: Vocabulary) -> list[tuple[EndedDocument, Phrase]]:
    """Return the documents that a statement ends; several stand with "samt" or "och" between."""
    out: list[tuple[EndedDocument, Phrase]] = []
    phrase = phrase_at(words, _after_intro(words), vocabulary)
    while phrase and len(out) < 20:
        out.extend(_pair(words, phrase, vocabulary))
        # After its own adoption another may stand: "..., § 11, och Anvisning för resor, beslutad ...".
        following = re.compile(
            r"(?:\d|fullmäktige|styrelsen|nämnden),?\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])"
        ).search(words, phrase.end)
        phrase = phrase_at(words, following.end(), vocabulary) if following else None
    return out


def _pair(words: str, phrase: Phrase, vocabulary: Vocabulary) -> list[tuple[EndedDocument, Phrase]]:
    """Return the ended document, or both of "Regler för X och Taxa för Y, antagen ..."."""
    last = ended_document(words, phrase, vocabulary)
    both = re.fullmatch(r"(?P<a>.{8,}?)\s(?:och|samt)\s(?P<b>[A-ZÅÄÖ].{8,})", phrase.title)
    if not (both and all(first_type(both[name], vocabulary) for name in "ab")):
        return [(last, phrase)]
    shared = re.match(r",?\s*(?:antagna|fastställda|beslutade)\b", words[phrase.end :])
    first = replace(last, title=both["a"]) if shared else EndedDocument(both["a"])
    return [(first, replace(phrase, title=both["a"])), (replace(last, title=both["b"]), phrase)]


def _after_intro(words: str) -> int:
    intro = re.match(
        r"(?i)(?:att\s+|därmed\s+|samtidigt\s+)*(?:upphör|upphävs)?\s*(?:samtidigt\s+)?", words
    )
    return intro.end() if intro else 0


def _runs_out(words: str, vocabulary: Vocabulary) -> Deed | None:
    found = [
        p
        for p in phrases_in(LEAD_IN.sub("", words), vocabulary)
        if p.is_named and p.document_type != "rapport"
    ]
    out = _RUNS_OUT.search(words)
    if not found:
        return None
    return Deed(
        "repeal",
        found[0],
        (EndedDocument(found[0].title),),
        valid_until=out["year"] if out else last_date(words),
    )


def _amend(words: str, vocabulary: Vocabulary) -> Deed | None:
    if re.search(
        r"(?i)\b(?:inklusive|med)\s+(?:de\s+)?(?:följande|den)\s+(?:tillägg|ändring)", words
    ) and not _OF_PART.search(words):
        return None  # adopted with an addition
    if not (
        _ADOPT_PASSIVE.search(words)
        or _ADOPT_ACTIVE.search(words)
        or re.search(
            r"(?i)stryks|läggs|justerar|ändra[rs]?|ersätts|revidera[rs]|inför|kompletteras", words
        )
    ):
        return None
    if re.match(
        r"(?i)(?:förslag till )?(?:revideringar|justering(?:ar)?|ändringar)\s+av\s+styr", words
    ):
        phrase = phrase_at(words, 0, vocabulary)
        return Deed("amend_part", phrase) if phrase else None
    adjusts = ADJUSTS.search(words) or _THAT_IT_IS.match(words)
    if adjusts:
        phrase = phrase_at(words, adjusts.end(), vocabulary)
        return Deed("amend_part", phrase) if phrase else None
    active = re.match(
        r"(?i)[\wåäö ]{3,60}?\b(?:ändrar|reviderar|inför)\s+",
        words,
    )
    of_part = _OF_PART.search(words)
    starts = [m.end() for m in (of_part, active) if m] or [0]
    found = [p for p in phrases_in(words[starts[0] :], vocabulary)]
    phrase = phrase_at(words[starts[0] :], 0, vocabulary) if starts[0] == 0 else None
    named = [p for p in found if p.is_named] or found
    best = phrase or (named[0] if named else None)
    if best is None:
        return None
    if of_part and not best.title.startswith(words[of_part.end() : of_part.end() + 5]):
        best = phrase_at(words, of_part.end(), vocabulary) or best
    return Deed("amend_part", best)


def _adopt(words: str, vocabulary: Vocabulary) -> Deed | None:
    active = _ADOPT_ACTIVE.search(words)
    start = active.end() if active else 0
    if not active and (
        proposal := re.match(
            r"(?i)[^.]{0,80}föreslår\s+(?:att\s+)?(?:kommunfullmäktige\s+)?(?:besluta[r]?\s+)?(?:att\s+)?",
            words,
        )
    ):
        start = proposal.end()
    phrase = phrase_at(words, start, vocabulary)
    if (
        phrase is None
        or NO_DOCUMENT.search(words[start : phrase.end])
        or _REJECTS.match(words[start:])
    ):
        return None
    if _REPORT.match(words[start:]) or phrase.document_type in ("rapport", "protokoll"):
        return None
    if _is_aside(words[start : phrase.end], vocabulary):
        return None
    dated = DATED.search(words)
    if dated and re.search(
        r"(?i)tjänsteskrivelse|tjänsteutlåtande", words[phrase.end : dated.start()]
    ):
        dated = None  # the memo's own day
    days = dates_in(words, dated.end(), dated.end() + 22) if dated else _month_after(words, phrase)
    return Deed(
        "adopt",
        phrase,
        draft_dated=days[0].value if days else None,
        in_force=force_date(words),
        valid_until=last_date(words[phrase.end :]),
        called_revised=bool(_CALLED_REVISED.search(words[start : phrase.end])),
        ends=_superseded(words[phrase.end :], vocabulary),
    )


def _is_aside(words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the document is only told of beside what is adopted: "medel om 4 mnkr i budget"."""
    typed = first_type(words, vocabulary)
    before = words[: typed.start] if typed else ""
    if re.match(
        r"(?i)(?:en\s+|den\s+)?(?:utökad|ökad|minskad|total|totala|den\s+totala)\s|underlag\s",
        words,
    ):
        return True
    return bool(
        re.search(
            r"(?i)\s(?:som|ur|med\s+ett?n?|i\s+enlighet\s+med|inom\s+ramen\s+för|om\s+\d[\d ,]*)\s",
            before,
        )
    )


def _superseded(rest: str, vocabulary: Vocabulary) -> tuple[EndedDocument, ...]:
    """Return what an adoption says it takes the place of: "och ersätter tidigare taxa för bygglov"."""
    verb = re.search(r"(?i)\b(?:ersätter|ersätter\s+därmed|varvid)\s+", rest)
    phrase = phrase_at(rest, verb.end(), vocabulary) if verb else None
    return (ended_document(rest, phrase, vocabulary),) if phrase else ()


def _month_after(words: str, phrase: Phrase) -> list[StatedDate]:
    return [
        d
        for d in dates_in(words, phrase.end, phrase.end + 20)
        if d.start - phrase.end < 3 and not d.is_day
    ]


def _revise(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _REVISE.search(words)
    start = 0 if verb is None or verb[0].casefold() == "revideras" else verb.end() + 1
    phrase = phrase_at(words, start, vocabulary)
    return (
        Deed("revise", phrase, in_force=force_date(words), called_revised=True) if phrase else None
    )


def _note(words: str, vocabulary: Vocabulary) -> Deed | None:
    if not _REPORT.search(words) or NO_DOCUMENT.search(words) or _REJECTS.search(words):
        return None
    verb = re.match(r"(?i)(?:[\wåäö]+\s+)?(?:noterar|notera|antecknar)\s+", words)
    rest = words[verb.end() :] if verb else words
    lead = LEAD_IN.match(rest)
    rest = rest[lead.end() :] if lead else rest
    if lead is None and not re.match(r"(?i)[\wåäö ]*(?:kartläggning)", rest):
        return None
    if re.match(r"(?i)(?:inkomna|anmälda|kommunfullmäktiges\s+uppdrag|uppdrag)", rest):
        return None
    found = [
        p
        for p in phrases_in(rest, vocabulary)
        if p.is_named and p.document_type not in ("rapport", "budget")
    ]
    if not found or found[0].start > 60:
        return None
    return Deed("note", found[0])


_READINGS = [
    (_CLOSE, _close),
    (CONSULT, consult),
    (_GIVE, _give),
    (REMIT, remit),
    (REFER, refer),
    (_EXTEND, _extend),
    (ADJUSTS, _amend),
    (_PART, _amend),
    (_END, _end),
    (_RUNS_OUT, _runs_out),
    (_NOTE, _note),
    (_ADOPT_PASSIVE, _adopt),
    (_ADOPT_ACTIVE, _adopt),
    (_REVISE, _revise),
]
