"""Only parts of a document change: "12 § i reglemente för kommunstyrelsen ändras"."""

import re
from dataclasses import replace

from vagvisare.reading.events.days import ending_date, force_date
from vagvisare.reading.events.deeds import NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import Phrase, phrase_at, phrases_in
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import Vocabulary

_PLACE = (
    r"(?:kapitel|kap\.?|avsnitt|punkt(?:en|erna)?|stycke|rubriken|bilaga|paragraf(?:en)?|tabell)"
)
# "kapitel 2 i", "§ 14 Ersättning i", "12 § i", "punkt 4.3 i", "bilaga 1 till"
_OF_PART = re.compile(
    rf"(?i)(?:kapitel\s+\d+|kap\.?|\bkapitel)\s+(?:\d+\s+)?(?:§\s*\d+\s+)?i\s+"
    r"|§+\s*\d+[^.,:]{0,80}?\bi\s+(?=[\wåäö -]*(?:regle|regl|arbetsord|taxa|före|stadg|instruk|deleg|riktl|polic|regler|lokala|ordning))"
    r"|\d+\s*§§?\s+(?:i\s+)?(?=[A-ZÅÄÖa-zåäö])(?!och|samt|till)"
    rf"|\b{_PLACE}\s+[\d.]+(?:\s*(?:,|och|samt|[-–])\s*[\d.]+)*\s+(?:i|till|av)\s+"
)
_CHANGE_IN = re.compile(
    r"(?i)\b(?:ändring(?:ar(?:na)?|en)?|tillägg(?:et|en)?|justering(?:ar(?:na)?|en)?|komplettering(?:ar|en)?)\s+(?:i|av|till)\s+(?!styr|\d|§)"
)
_ACTIVE = re.compile(
    r"(?i)^(?:[\wåäö ]{3,60}?\b)?(?:ändrar|ändra|reviderar|revidera|inför|komplettera|kompletterar|justera|justerar)\s+(?=[A-ZÅÄÖa-zåäö])"
)
# "justerar avgiften per timme i taxan till"
_ADJUSTS = re.compile(
    r"(?i)\bjustera[rs]?\s[^.]{3,90}?\si\s+(?=(?:taxan?|reglementet?|riktlinje[nr]?|regler)\s)"
)
# "Avgiften för slamtömning i Renhållningstaxa höjs med 5 procent"
_RAISED = re.compile(r"(?i)\b(?:ändras|höjs|sänks|höjer|sänker|höja|sänka|räknas\s+upp)\b")
_FEE_IN = re.compile(
    r"(?i)(?:[\wåäö]+\s+)?(?:höjer\s+|sänker\s+|höja\s+|sänka\s+)?[\wåäö]*(?:avgift|belopp|ersättning|nivå|timpris|hyra)\w*\b[^.]{0,90}?\s(?:i|enligt)\s+(?=[^.]*(?:taxa|regle|riktlinje))(?=[^.]*\b(?:höjs|sänks|räknas|ändras|med\s+\d|till\s+\d))"
)
# "beslutar att nämndens reglemente ska kompletteras med ny punkt": the document stands after "att".
_THAT_IT_IS = re.compile(
    r"(?i)[\wåäö ]{3,90}?\batt\s+(?!(?:ändra|anta|revidera|komplettera|fastställa|godkänna)\b)(?=[^.]*\b(?:kompletteras\s+med|ändras\s+enligt\s+följande)\b)"
)
_COLLECTIVE = re.compile(
    r"(?i)(?:förslag till )?(?:revideringar|justering(?:ar)?|ändringar)\s+av\s+styr"
)
# "antas med följande tillägg" adopts the whole; so does "antas inklusive de ändringar som".
_WITH_ADDITION = re.compile(
    r"(?i)\b(?:inklusive|med)\s+(?:de\s+)?(?:följande|den|föreslagna)\s+(?:tillägg|ändring)"
)
# "ger nämnden rätt att årligen justera avgiften" changes nothing yet.
_MAY = re.compile(
    r"(?i)\b(?:möjlighet|rätt|bemyndigande|delegation|befogenhet)\s+att\b|\bbemyndiga[rs]?\b|\bdelegera[rs]?\b"
)
# "Namnet på programmet ändras": the text stays as it is.
_RENAMES = re.compile(r"(?i)\b(?:namnet|titeln|rubriken)\s+på\b")
_CHANGES = re.compile(
    r"(?i)stryks|stryka|läggs|lägga|lägger\s+till|höjs|sänks|höjer|sänker|höja|sänka|räknas\s+upp|justera[rs]?|ändra[rs]?|ersätts|revidera[rs]?|inför|komplettera[rs]?|lydelse|göra\s+tillägg|beslutar?\s+om"
    r"|\b(?:antas|antages|fastställs|godkänns|beslutas|antar|anta|fastställer|fastställa|godkänner|godkänna)\b"
)
_PASSIVE = re.compile(
    r"(?i)\bska\s+kompletteras\b|\bändras\s+enligt\s+följande|\bkompletteras\s+med\b"
)
_LONGEST = 120  # characters of a name
# "i Arvodesreglemente för Exempelby införa en ny bestämmelse"
_WITHIN = re.compile(
    r"(?i)(?:att\s+)?i\s+(?=[^.]{5,90}\s(?:införa|lägga\s+till|ändra|göra|stryka)\b)"
)
_IN = re.compile(r"[\wåäö -]{3,60}?\s(?:i|till)\s+(?=\S)")
_ADDED = re.compile(
    r"(?i)\s+(?:med\s+(?:en|ett|nya?|nytt|två|tre|\d+|\w+ande)|avseende|beträffande|vad\s+gäller)\s"
)
_NOT_OWN = re.compile(
    r"(?i)budget|avtal|detaljplan|bolagsordning\s+för\s+\w+\s+AB\s+antas|protokoll"
)


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    if _MAY.search(words) or (_WITH_ADDITION.search(words) and not _OF_PART.search(words)):
        return None
    if _RENAMES.search(words) or not _CHANGES.search(words):
        return None
    phrase = _phrase(words, vocabulary)
    if phrase is None or _NOT_OWN.search(phrase.title) or NO_DOCUMENT.search(phrase.title):
        return None
    return Deed("amend_part", phrase, in_force=force_date(words) or _from(words))


def _from(words: str) -> str | None:
    """Return the day of "höjs från den 1 januari 2022", which has no verb of its own."""
    raised = _RAISED.search(words)
    return ending_date(words[raised.end() :]) if raised else None


def _phrase(words: str, vocabulary: Vocabulary) -> Phrase | None:
    """Return the document that changes: after the place in it, the change to it, or the verb."""
    if _COLLECTIVE.match(words):
        return phrase_at(words, 0, vocabulary)
    told = _FEE_IN.match(words) or _ADJUSTS.search(words) or _THAT_IT_IS.match(words)
    if told:
        return phrase_at(words, told.end(), vocabulary)
    if _PASSIVE.search(words) and not _OF_PART.match(words):
        whole = phrase_at(words, 0, vocabulary)
        if whole and len(whole.title) < _LONGEST:
            return whole
    within = _WITHIN.match(words)
    if within:
        return phrase_at(words, within.end(), vocabulary)
    return _after_place(words, vocabulary) or _after_verb(words, vocabulary)


def _after_place(words: str, vocabulary: Vocabulary) -> Phrase | None:
    places = reversed(list(_OF_PART.finditer(words)))  # last: "8 § och 14 § i föreskrifterna"
    for marker in (*places, _CHANGE_IN.search(words)):
        phrase = phrase_at(words, marker.end(), vocabulary) if marker else None
        if phrase and len(phrase.title) < _LONGEST and not phrase.is_paper:
            return _without_addition(words, _within(words, phrase, vocabulary))
    return None


def _within(words: str, phrase: Phrase, vocabulary: Vocabulary) -> Phrase:
    """Return the document alone: of "timavgiften i taxa för bygglov" the taxa."""
    inner = _IN.match(words, phrase.start, phrase.end)
    if inner is None or first_type(inner[0], vocabulary):
        return phrase
    return phrase_at(words, inner.end(), vocabulary) or phrase


def _after_verb(words: str, vocabulary: Vocabulary) -> Phrase | None:
    active = _ACTIVE.match(words)
    whole = None if active else phrase_at(words, 0, vocabulary)
    if whole:
        return whole
    start = active.end() if active else 0
    introduces = active and "inför" in active[0].lower()
    direct = phrase_at(words, start, vocabulary) if active and not introduces else None
    if direct and direct.is_named and _is_near(direct.title, vocabulary):
        return _without_addition(words, direct)
    found = [
        replace(p, start=p.start + start, end=p.end + start)
        for p in phrases_in(words[start:], vocabulary)
    ]
    named = [p for p in found if p.is_named] or found
    if direct and "ändra" in words.lower() and not _OF_PART.search(words):
        return None  # "ändrar namnet på programmet" changes no words of it
    return _without_addition(words, named[0]) if named else None


def _is_near(title: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the type stands near the start: what is changed is the document itself."""
    typed = first_type(title, vocabulary)
    before = title[: typed.start].split() if typed else []
    return typed is not None and len(before) < 4 and not {"på", "av", "i", "för"} & set(before)


def _without_addition(words: str, phrase: Phrase) -> Phrase:
    """Return the name without what is added to it: "taxa för tillsyn med en ny avgift"."""
    added = _ADDED.search(words, phrase.start, phrase.end)
    if added is None or phrase.start > added.start():
        return phrase
    title = words[phrase.start : added.start()]
    return replace(phrase, title=title.strip(" ,"), end=added.start())


AMEND_PART = Action(
    "amend_part",
    (
        "ändr",
        "höj",
        "sänk",
        "räknas upp",
        "lägg",
        "tillägg",
        "stryk",
        "läggs",
        "lägga till",
        "kapitel",
        "kap",
        "§",
        "juster",
        "revidering",
        "ersätts med",
        "komplett",
        "inför",
        "lyder",
        "lydelse",
    ),
    (
        Wording(
            r"\bjustera[rs]?\s[^.]{3,90}?\si\s+(?=(?:taxan?|reglementet?|riktlinje[nr]?|regler)\s)",
            "Nämnden justerar avgiften per timme i taxa för bygglov till 1220 kronor.",
            "taxa för bygglov",
        ),
        Wording(
            r"\bändra[rs]?\s+(?:\d+\s*(?:kap\.?\s*\d+\s*)?§|§\s*\d+|(?:punkt|avsnitt|kapitel|bilaga)\w*\s)",
            "Nämnden ändrar punkt 4.3 i nämndens delegationsordning.",
            "nämndens delegationsordning",
        ),
        Wording(
            r"(?:\d+\s*§§?|§§?\s*\d+|\d+\s*kap\.?|kapitel\s+\d+|(?:punkt|avsnitt|bilaga)\w*\s+[\d.]+)\s[^.]{0,100}?\b(?:revidera[rs]|ändras|fastställs|antas|utgår|stryks|får\s+(?:ny|följande)|upphör)\b",
            "12 § i reglemente för kommunstyrelsen ändras så att ersättarna blir nio.",
            "reglemente för kommunstyrelsen",
        ),
        Wording(
            r"\b(?:ändring(?:ar(?:na)?|en)?|tillägg(?:et)?|komplettering(?:ar)?|justering(?:ar(?:na)?|en)?)\s+(?:av|i|till)\b|\brevideringar\s+av\s+styr",
            "Kommunfullmäktige antar ändringar i 8 § och 14 § i Lokala ordningsföreskrifter för Exempelby.",
            "Lokala ordningsföreskrifter för Exempelby",
        ),
        Wording(
            r"\bändra[rs]?\s+(?!sig\b)",
            "Kommunfullmäktige ändrar reglemente för skolnämnden på så sätt att den blir större.",
            "reglemente för skolnämnden",
        ),
        Wording(
            r"\b(?:höjs|sänks|höjer|sänker|höja|sänka|räknas\s+upp)\b",
            "Avgiften för slam i Taxa för avfall höjs med 5 procent från den 1 januari 2025.",
            "Taxa för avfall",
        ),
        Wording(
            r"\bkomplettera[rs]?\s[^.]{0,120}?\bmed\s|\bska\s+kompletteras\b",
            "Nämnden kompletterar Taxa för tillsyn med en avgift för egensotning.",
            "Taxa för tillsyn",
        ),
        Wording(
            r"\bföljande\s+(?:stycke|text|lydelse|formulering\w*|tillägg|mening)|\bstryks\b|\bläg(?:gs|ga|ger)\s+(?:följande\s+)?(?:text\s+)?till(?!\s+handlingarna)|\bersätts\s+med\s+följande|\bså\s+att\s+(?:den|de|det)\s+lyder|\bändras\s+enligt\s+följande|\b(?:få[rs]?|ha)\s+(?:ny|följande|ändrad)\s+lydelse",
            "Sista meningen i § 3 i reglemente för skolnämnden stryks.",
            "reglemente för skolnämnden",
        ),
        Wording(
            r"\binföra\s+(?:en\s+|ett\s+)?(?:ny|nytt|nya)\s+(?:bestämmelse|paragraf|kapitel|punkt|stycke|\d)|\bnytt\s+kapitel|\bny\s+§|\brevidera[rs]\s+§|\brevideras\s+under\s+§|\binför\b",
            "Nytt kapitel 2 i reglementet för skolnämnden fastställs.",
            "reglementet för skolnämnden",
        ),
    ),
    (
        "Budget 2025 kompletteras med 4 miljoner kronor.",
        "Redovisningen av ändringar i organisationen godkänns.",
        "Namnet på programmet för idrott ändras till Idrottsprogram.",
    ),
    _read,
)
