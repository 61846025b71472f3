"""What no title is: addresses, numbers, departments, labels, lists of contents, menus.

Most lines of a paper end here, so the tests go from cheap to dear: letters, endings, words that a
line holds; a pattern only where a cheap test has said that it may fit.
"""

import re
from functools import lru_cache

from vagvisare.reading.vocabulary import Vocabulary

SHORTEST, LONGEST = 4, 199  # characters


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


# What a line with the registry's, the web page's or the template's own words holds.
_HOLDS = _any_of(
    *("dnr", "diarienr", "handläggare", "org.nr", "orgnr", "org nr", "organisationsnummer"),
    *(
        "www.",
        "@",
        "http:",
        "https:",
        "cookie",
        "öppnas i nytt fönster",
        "du är här",
        "hämtas från",
    ),
    *("uppdaterad", "pressmeddelande", "gäller", "beslutad", "förslag till beslut", "...."),
    *("ersatt av", "ersätter", "ta inte bort denna rad", "tillsvidare", "tills vidare"),
)
# What a line begins with that tells of the document instead of naming it.
_BEGINS = (
    *("antagen", "antaget", "antagna", "fastställd", "fastställt", "upprättad", "version", "datum"),
    *("giltig", "ansvarig", "upphävd", "upphävt"),
    *("referens", "[", "mål och åtgärder", "hoppa till", "gå till innehåll", "till innehåll"),
)
_FIRST_WORDS = {
    *("sid", "sida", "sidan", "post", "nn", "bilaga", "protokoll", "denna", "detta", "dessa"),
    *("tjänsteskrivelse", "tjänsteutlåtande"),
}
# A web page's menu, and the headings that stand in every paper.
_ALONE = {
    *("innehåll", "innehållsförteckning", "inledning", "sammanfattning", "formalia", "bakgrund"),
    *("syfte", "omfattning", "meny", "huvudmeny", "sök", "lyssna", "jag förstår", "startsida"),
    *("startsidan", "skriv ut", "dela sidan", "kommun och politik", "kommun & politik"),
    *("om webbplatsen", "styrdokument", "styrande dokument", "författningssamling"),
}
_ORGANIZATIONS = (
    *("förvaltningen", "förvaltning", "kontoret", "avdelningen", "enheten", "sektionen", "nämnden"),
    *("styrelsen", "studentkår", "kommun", "stad", "staden", "funktionen"),
    *("biblioteket", "kommunfullmäktige"),
)
# One word that is an official's title.
_ROLES = ("direktör", "direktören", "chef", "chefen", "samordnare", "strateg", "sekreterare")
_WORDS_ALONE = re.compile(r"[\w\s,&-]*")
_PAGE_NUMBER = re.compile(r"^\d{1,2}\s+(?=[A-ZÅÄÖ])")
# "antaget av", "fastställda av", and "Sida 2 (7)" inside a line.
_DECIDED_BY = re.compile(r"\bantag(?:en|et|na) av|fastställ(?:d|t|da) av")
_PAGE_OF = re.compile(r"\bsid(?:a|an)?\s+\d+\s*\(")
# A diary number or a body's day on its own: "ks 2019-1", "KSN2020/14", "KS 2010-11-02".
_DIARY_NUMBER = re.compile(r"[a-zåäö]{2,6}[- ]?\d{4}[-/]\d+(?:-\d\d)?$")
# A day or a month on its own: "november 2013", "3 maj 2021".
_DAY = re.compile(
    r"(?:(?:den )?\d{1,2} )?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4}$"
)
_CONTENTS_ENTRY = re.compile(r"\w\s*\.*\s\d{1,2}\b(?!:)")
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"[A-ZÅÄÖ][\w /-]{1,40}:(?:\s|$)")
_VERBS = re.compile(
    r"\b(?:ansvarar|ska|skall|är|har|kan|bör|får|måste|innebär|syftar|anger|beskriver|visar|finns|antog|gör)\b"
)
_WORD = re.compile(r"[\w-]+")


@lru_cache(maxsize=8)  # of a line it is asked whether a title goes on with it, and begins with it
def may_be_title(line: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line may be a title, or part of one."""
    words = line.strip("# ")
    if words[:1].isdigit():
        words = _PAGE_NUMBER.sub("", words)
    if not SHORTEST <= len(words) <= LONGEST:
        return False
    lower = words.lower()
    return not (
        _tells_about(lower)
        or is_contents(words)
        or (":" in words and _LABEL.match(words))
        or (words[-1] == "." and len(words.split()) > 8 and has_verb(lower))
        or _is_organization(words, lower, vocabulary)
        or _is_menu(words, vocabulary)
    )


def _tells_about(lower: str) -> bool:
    """Tell whether a line in lower case is about the document, or has no words at all."""
    return (
        not lower.islower()
        or lower in _ALONE
        or lower.startswith(_BEGINS)
        or lower.split(None, 1)[0].rstrip(":,.") in _FIRST_WORDS
        or _HOLDS.search(lower) is not None
        or ("telefon" in lower and "telefoner" not in lower)
        or (" av" in lower and bool(_DECIDED_BY.search(lower)))
        or ("sid" in lower and bool(_PAGE_OF.search(lower)))
        or (lower[-1].isdigit() and bool(_DIARY_NUMBER.match(lower) or _DAY.match(lower)))
        or (lower[0] == "/" == lower[-1])
        or (" " not in lower and lower.endswith(_ROLES))
    )


def is_contents(words: str) -> bool:
    """Tell whether a line is of a list of contents or a path: "Syfte 3 Mål 5 Ansvar 6", "A / B / C"."""
    if "...." in words or words.count(" / ") > 1:
        return True
    return bool(_DIGIT.search(words)) and len(_CONTENTS_ENTRY.findall(words)) > 2


def _is_organization(words: str, lower: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line only names a department, a body or a municipality."""
    named = lower.strip("/").endswith(_ORGANIZATIONS) or lower.startswith(
        ("författningssamling", "kommunal författningssamling")
    )
    return (
        named
        and "för " not in lower
        and len(words.split()) <= 7
        and bool(_WORDS_ALONE.fullmatch(words.strip("/")) or lower.startswith(("f", "k")))
        and not typed(words, vocabulary)
    )


def _is_menu(words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is a row of types or of links: "Policy | > Plan | Regler", "A > B > C"."""
    if words.count(" > ") > 1 or words.count(" » ") > 1:
        return True
    cells = words.replace(">", "|").split("|") if "|" in words else words.split()
    if len(cells) < 3:
        return False
    types = (cell.strip().casefold() in vocabulary.types for cell in cells)
    return sum(types) > 1 if "|" in words else all(types)


def has_verb(lower: str) -> bool:
    """Tell whether words in lower case have a verb, as sentences do and titles do not."""
    return bool(_VERBS.search(lower))


def typed(words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the words name a type of document: "Kostpolicy för skolan"."""
    return any(vocabulary.type_of(word) for word in _WORD.findall(words))
