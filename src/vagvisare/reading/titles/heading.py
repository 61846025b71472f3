"""The title that stands in the head of the text, without what hangs on it."""

import re
from collections.abc import Sequence

from vagvisare.reading.lines import Line
from vagvisare.reading.text import as_value
from vagvisare.reading.titles.scoring import NUMBERS, best_of, head_of
from vagvisare.reading.titles.title import Title, joined
from vagvisare.reading.titles.unlikely import typed
from vagvisare.reading.vocabulary import Vocabulary

_SURE, _LIKELY = 3, 1.5  # scores
_LEADING_NUMBER = re.compile(r"^(?:(?:\d{1,2}\s+)+|[-–•]\s*)(?=[A-ZÅÄÖa-zåäö])")
# What hangs on a name without being of it: "( )", "2 (9)", "Flik 3.3", ", rev", "(SFS 1998:1)".
_HANGS_ON = re.compile(
    r"^Flik\s+\d+(?:\.\d+)*\s+|^Förslag till\s+(?:(?:ny|nya|nytt|reviderad|reviderade|reviderat)\s+)?"
    r"|\s*\(\s*\)$|,\s*rev\.?$|\s*\(SFS \d{4}:\d+\)|\s+Sid(?:a|an)?\s+\d+(?:\s*(?:av|[(/])\s*\d+\)?)?$|\s+\d{1,3}\s?[(\[]\d{1,3}[)\]]$",
    re.I,
)
# A web page's link to the document: "Läs Äldreplan för Exempelby, pdf, 264 kB, öppnas i nytt fönster".
_LINK = re.compile(
    r"(?:(?:Läs|Se|Öppna|Hämta|Ladda ne[rd]) )?(?P<title>[A-ZÅÄÖ][^\n]{5,150}?)[\s.,(]+"
    r"(?:pdf\b|\d[\d.,]* ?[kM]B\b|(?:länk|öppnas) (?:till|i) )[^\n]*"
)
_NAME_AND_YEAR = re.compile(r"[A-ZÅÄÖ]\w+\s+(?:19|20)\d\d")


def heading(
    text: str, lines: Sequence[Line], vocabulary: Vocabulary, told: frozenset[int] = frozenset()
) -> Title | None:
    """Return the title that stands in the head of the text, None when no line can be one."""
    head = head_of(text, lines, vocabulary, told)
    found = best_of(head)
    if found is None:
        return None
    score, index, blocks = found
    if score < _LIKELY and (link := _linked(head.lines, vocabulary)):
        return link
    if score < 0 and blocks[index][0].start > head.first_heading:
        return None  # a text that begins without its title
    title = joined(
        text, blocks[index], 0.88 if score >= _SURE else 0.75 if score >= _LIKELY else 0.55
    )
    title = _with_years(title, text, vocabulary)
    if index == 1 and _NAME_AND_YEAR.fullmatch(title.value) and typed(title.value, vocabulary):
        title = _with_name_above(title, blocks[0][0].start, text)
    return _bare(title)


def _linked(lines: Sequence[Line], vocabulary: Vocabulary) -> Title | None:
    """Return the name that a web page's link to the document has."""
    for line in lines:
        link = _LINK.fullmatch(line.text)
        if link and typed(link["title"], vocabulary):
            start = line.start + link.start("title")
            return Title(
                as_value(link["title"]).rstrip(" ."), start, line.start + link.end("title"), 0.75
            )
    return None


def _with_name_above(title: Title, start: int, text: str) -> Title:
    """Return "Taxa 2025" with the name that stands on the line above it at the very top."""
    return Title(as_value(text[start : title.end]), start, title.end, 0.75)


def _with_years(title: Title, text: str, vocabulary: Vocabulary) -> Title:
    """Return a bare name ("Biblioteksplan") as the text itself prints it with place and years."""
    bare = title.value.strip(NUMBERS)
    if " " in bare or vocabulary.type_of(bare) is None or bare.casefold() in vocabulary.types:
        return title
    full = re.search(
        rf"{re.escape(bare)}\s(?:(?:för\s)?[A-ZÅÄÖ]\w+s?\s(?:kommun|stad)s?,?\s)(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d",
        text,
    )
    return Title(as_value(full[0]), full.start(), full.end(), 0.75) if full else title


def _bare(title: Title) -> Title:
    """Return the title without its number and what hangs on it."""
    number = _LEADING_NUMBER.match(title.value)
    skip = number.end() if number else 0
    value = _HANGS_ON.sub("", title.value[skip:])
    return Title(value.rstrip(" -–."), title.start + skip, title.end, title.confidence)
