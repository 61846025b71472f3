"""Names of documents inside a statement."""

import re
from dataclasses import dataclass, replace

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.numbers import sections_in
from vagvisare.reading.reading import EndedDocument
from vagvisare.reading.types import Typed, first_type
from vagvisare.reading.vocabulary import Vocabulary

# Where the name of a document ends.
_STOP = re.compile(
    r",?\s+(?:(?:i\s+enlighet|enligt)\s+(?:med\s+)?(?:bilag|handling|förslag|[\wåäö-]+s\s+(?:\w+\s+)?(?:förslag|bedömning|yttrande|skrivelse|tjänste)|stads|vad|tjänste|förvaltning|kommunled|det|yrkande|\d|redovis|upprättat)|(?:samt|och)\s+(?:att|träder|gäller|ska|förklara\w*)\b)"
    r"|,?\s+(?:daterad\w*|daterat|upprättad\w*|antag(?:en|et|na)|beslutad\w*|beslutat|fastställ(?:d|t|da)|godkän[dt]\w*|reviderad\s|inklusive|genom att|under\s+§|att\s+(?:gälla|ingå|träda)|upphör\w*|upphäv\w*|utgår|antas|fastställs|godkänns|revideras|uppdateras|förlängs|förlänger|prolongeras|antecknas|noteras|stryks|läggs|inte\s+längre|slutar|höjs|sänks|räknas\s+upp|därmed|samtidigt|makuleras|återkallas|sätts\s+ur|ställs\s+ut|inhämta\w*|införa\b|avseende\s+punkt\w*|skickas|sänds|översänds|bordläggs|ges|lämnas|överlämnas|skjuts|återremitteras|hänskjuts|anses|fortsätter|får\s+(?:ny|följande)|utifrån|förklaras|remitteras|ska\b|som\s+(?:läng|lämna|antogs|ersät|var\b|gäll|beslut|fastställ|har\b|ingår|utgör|är\b)|vilke[nt]\b|löper|till\s+och\s+med|från\s+och\s+med|gäller|träder|för\s+(?:samråd|yttrande|granskning|synpunkter|antagande|beslut)|till\s+(?:nästa|nästkommande|sammanträdet|mötet|\w+\s+(?:sammanträde|möte))|på\s+så\s+sätt|med\s+(?:ett\s+år|två\s+år|den|de|följande|undantag|hänvisning|ändring|tillägg|start|tjänsteskrivelse|tillhörande|bilag)|och\s+(?:vid\s+behov|översänd|läg(?:ger|ga)|rapportera\w*|upphäv\w*|överlämna\w*|skicka\w*|sänd\w*|ger|uppdra\w*|ersätt(?:er|a)|föreslå|återkomma|redovisa|besluta|lämna|ta\s+fram|arkiveras|upphäv|antas|fastställs)|senast|för\s+(?:avslutat|fullgjort)|till\s+protokollet|till\s+handlingarna|i\s+avvaktan|per\s+den|på\s+remiss|ersätts|ersätter|ändras|kompletteras)\b"
    r"|\s+från\s+(?:den\s+)?(?=\d)|\s+så\s+att\s|\s+inför\s+(?:år\s+)?(?=\d)|\s+till\s+\d[\d ]*\s+kronor|\s+enligt\s+följande|,\s*(?:Handling\b|(?:samråds|remiss|gransknings)(?:version|handling|förslag|upplaga)|version\b|bilaga\b|dnr\b|april|\w+\s+(?:19|20)\d\d$)|:\s|[.;](?:\s|$)|,\s+(?=§)|\s+(?=§+\s*\d)|,\s+(?:vid|inför|i\s+samband|i\s+syfte|för\s+att)\s|\s\(?(?:bilaga|dnr)\b|\s\((?=(?-i:[A-ZÅÄÖ][A-ZÅÄÖa-z]{1,4})\s|§|(?:19|20)\d\d-\d|antag|beslut|fastst)"
)
# What stands before the name: "Uppföljning av ...", "Förslag till ...".
LEAD_IN = re.compile(
    r"(?i)^(?:(?:(?:nuvarande|nu\s+gällande|gällande|befintliga?)(?=\s+(?-i:[A-ZÅÄÖ]))|att|om|en|ett|det|den|de|följande|(?:ny|uppdaterad|reviderad|omarbetad)\w*\s+version\s+av|(?:föreligg|bilagd|bifoga|föreslag|upprätta|redovisa|genomför|presentera|framtag|inkom)\w*|ärendet\s+(?:om|gällande|avseende|angående)|ny|nya|nytt|reviderad|reviderade|reviderat|uppdaterad|uppdaterat|uppdaterade|förslag(?:et)?\s+(?:till|på)|revidering(?:ar|en|arna)?\s+av|justering(?:ar)?\s+av|ändring(?:ar)?\s+(?:av|i)|antagande\s+av|fastställande\s+av|uppdatering\s+av|översyn\s+av|komplettering\s+av|"
    r"upphävande\s+av|förlängning\s+av|giltighetstiden\s+för|giltigheten\s+(?:för|av)|(?:[\wåäö]+s\s+)?(?:årlig\s+)?(?:uppföljning(?:en)?(?:\s+(?:19|20)\d\d)?|utvärdering(?:en)?|slutrapport(?:en|ering|eringen)?|delrapport\w*|redovisning(?:en)?|återrapportering(?:en)?|rapport(?:en)?|rapportering(?:en)?|(?:års|mål)rapport(?:en)?(?:\s+(?:för\s+)?(?:år\s+)?(?:19|20)\d\d)?|lägesrapport\w*|statusrapport\w*|aktualitetsprövning(?:en)?|uppföljning\s+och\s+utvärdering|svar\s+på\s+remiss(?:en)?)\s+(?:avseende|av|om|för|gällande|över|från|till)|genomförande(?:t)?\s+av|arbetet\s+med|anta|godkänna|fastställa|upphäva)\s+)+"
)


@dataclass(frozen=True)
class Phrase:
    """A document's name as printed, its type, and its place in the statement."""

    title: str
    document_type: str | None
    start: int
    end: int

    @property
    def is_named(self) -> bool:
        """Tell whether this is a document's own name, not just "planen" or "riktlinjer"."""
        return len(self.title.split()) > 1

    @property
    def is_paper(self) -> bool:
        """Tell whether this is a paper about a document, such as a memo or a report."""
        return self.document_type in ("rapport", "protokoll", "tjänsteskrivelse")


def phrase_at(words: str, start: int, vocabulary: Vocabulary) -> Phrase | None:
    """Return the document named from `start`: up to where its name must end."""
    lead = LEAD_IN.match(words[start:])
    begin = start + (lead.end() if lead else 0)
    stop = _stop(words, begin)
    title = words[begin:stop].strip(' ,.”"“:')
    typed = _type_in(words, vocabulary, begin, stop)
    collective = re.search(r"(?i)styrande dokument|styrdokument", title)
    if collective:
        more = re.match(r",?\s*i enlighet med (?:tabell|bilaga) \d+[^,.]*", words[stop:])
        if more and collective.end() == len(title):
            stop += more.end()
            title = words[begin:stop].strip(" ,")
        # a finite verb cut off by "upphör" stays outside
        title = re.sub(r",?\s+upphör.*$", "", title)
        return Phrase(title, None, begin, stop)
    if typed is None or not title:
        return None
    return Phrase(title, _one_type(title, typed.value, vocabulary), begin, stop)


# "till samtliga nämnder", "till lärandesektionen", "till de politiska partierna"
_RECEIVER = re.compile(
    r"(?i)\s+(?:till|åt|hos)\s+(?:(?:samtliga|alla|övriga|berörda|kommunens|de|det|kommunala)\s+)*(?:[\wåäö]+\s+)?(?=[\wåäö]*(?:nämnder(?:na)?|sektion(?:en|erna)|rådet|utskottet|förvaltning(?:en|arna)|kontoret|partier(?:na)?|direktören|chefen|beredningen|bolag(?:en|et)?|organisationer(?:na)?)\b)"
)


def without_receivers(words: str, phrase: Phrase, vocabulary: Vocabulary) -> Phrase:
    """Return the name without whom it is sent to: "riktlinjer för bidrag till kulturnämnden"."""
    receiver = _RECEIVER.search(words, phrase.start, phrase.end)
    if receiver:
        end = receiver.start()
        return replace(phrase, title=words[phrase.start : end].strip(" ,"), end=end)
    for body in bodies_in(words, vocabulary, phrase.start, phrase.end):
        before = re.search(
            r"\s+till\s+(?:[\wåäö,-]+\s+(?:och|samt)\s+)*$", words[phrase.start : body.start]
        )
        if before:
            end = phrase.start + before.start()
            return replace(phrase, title=words[phrase.start : end].strip(" ,"), end=end)
    return phrase


def _type_in(words: str, vocabulary: Vocabulary, begin: int, stop: int) -> Typed | None:
    """Return the type named first; "Plan- och bygglovtaxa" is a taxa."""
    typed = first_type(words, vocabulary, begin, stop)
    if typed and words.startswith("- ", typed.end):
        return first_type(words, vocabulary, typed.end, stop) or typed
    return typed


def _stop(words: str, begin: int) -> int:
    match = _STOP.search(words, begin)
    return match.start() if match else len(words)


def _one_type(title: str, first: str, vocabulary: Vocabulary) -> str | None:
    """Return the type; None where the title is a list of several documents."""
    types = [
        t for part in re.split(r",| samt | och ", title) if (t := first_type(part, vocabulary))
    ]
    return None if len(types) > 2 and len({t.value for t in types}) > 1 else first


def name_at(words: str, start: int, vocabulary: Vocabulary) -> Phrase | None:
    """Return the document named from `start`; one in capitals need not name its type."""
    phrase = phrase_at(words, start, vocabulary)
    if phrase or not words[start : start + 1].isupper():
        return phrase
    stop = _stop(words, start)
    title = words[start:stop].strip(' ,.”"“:')
    return Phrase(title, None, start, stop) if " " in title else None


def phrases_in(words: str, vocabulary: Vocabulary) -> list[Phrase]:
    """Return every document named in running words, each from the start of its name."""
    out: list[Phrase] = []
    position = 0
    while typed := first_type(words, vocabulary, position):
        begin = _begin(words, typed.start, position)
        stop = max(_stop(words, typed.end), typed.end)
        title = words[begin:stop].strip(' ,.”"“:')
        out.append(Phrase(title, _one_type(title, typed.value, vocabulary), begin, stop))
        position = stop
    return out


def each_named(phrase: Phrase, vocabulary: Vocabulary) -> list[Phrase]:
    """Return the documents of "Policy för X, Riktlinjer för X och Taxa för Y"; one is itself."""
    parts = re.split(r"(?:,|,?\s(?:och|samt))\s(?=[A-ZÅÄÖ])", phrase.title)
    types = [first_type(part, vocabulary) for part in parts]
    whole = all(t and t.start == 0 and " " in part for part, t in zip(parts, types, strict=True))
    if len(parts) < 2 or not whole:
        return [phrase]
    return [
        replace(phrase, title=part, document_type=found.value)
        for part, found in zip(parts, types, strict=True)
        if found
    ]


_OWNER = re.compile(
    r"(?<![\wåäö])(?:[A-ZÅÄÖa-zåäö]+-\s+och\s+)?(?:(?:[A-ZÅÄÖ][\wåäö]+\s+(?:[Ss]tads|[Kk]ommuns|[Kk]ommunkoncerns)\s+)|(?:[A-ZÅÄÖa-zåäö]+(?:nämndens|styrelsens|direktörens|fullmäktiges)\s+)|(?:[Ll]okala\s+)|(?:[A-ZÅÄÖa-zåäö-]+(?:politiska?t?|strategiska?t?)\s+))*$"
)


_QUALITY = re.compile(
    r"(?<![\wåäö-])(?!Förslag|Denna|Detta|Tidigare|Nuvarande|Gällande|Reviderad|Ny)[A-ZÅÄÖ][a-zåäö]+(?<!nämnden)(?<!styrelsen)(?<!fullmäktige)(?<!utskottet)(?<!direktören)(?<!chefen)(?<!ningen)(?<!kontoret)(?<!s)(?<!ar)(?<!er)\s+$"
)


def _begin(words: str, start: int, least: int) -> int:
    owner = _OWNER.search(words, least, start)
    begin = owner.start() if owner else start
    quality = _QUALITY.search(words, least, begin)  # "Grön strategi": its first word is capital
    return quality.start() if quality and words[begin].islower() else begin


# ", antagen av kommunfullmäktige 2015-12-14, § 201", " (KF § 72, 2005-11-28)"
_ADOPTED = re.compile(
    r",?\s*\(?(?:som\s+)?(?:(?:antag(?:en|et|na)|antogs|beslutad\w*|beslutat|fastställ(?:d|t|da|des)|från(?!\s+och\s+med))\s+(?:av\s+|den\s+)?"
    r"|(?=(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4})\s[§\d])|(?<=\()(?=§|\d{4}-))"
)


def ended_document(words: str, phrase: Phrase, vocabulary: Vocabulary) -> EndedDocument:
    """Return the ended document and the adoption printed after its name."""
    after = words[phrase.end :]
    adopted = _ADOPTED.match(after)
    if adopted is None:
        return EndedDocument(phrase.title)
    rest = after[adopted.end() : adopted.end() + 140]
    bodies, days, sections = bodies_in(rest, vocabulary), dates_in(rest), sections_in(rest)
    return EndedDocument(
        phrase.title,
        bodies[0].name if bodies else None,
        days[0].value if days else _year(rest, after),
        sections[0].value if sections else None,
    )


def _year(rest: str, after: str) -> str | None:
    """Return the year of "från 2015", when nothing nearer is printed."""
    year = re.match(r"(?:19|20)\d\d(?!\d)", rest)
    return year[0] if year and after.lstrip(", ").startswith("från") else None
