"""Header fields: the labels that stand in a text and the value each one has, or lacks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from vagvisare.reading.vocabulary import Vocabulary
from vagvisare.reading.worn_labels import worn_labels

# Labels that need no colon: what follows them on the line is their value.
_OPEN_ENDED = r"(?:av|i|den|är|till|till och med|för|från|från och med|ersätter|ansvarar|nr|nummer|instans|dnr|gäller|nivå|fr\.o\.m\.?|t\.o\.m\.?|dokumentansvarig|dokumentägare|giltighetstid|dokumenttyp|dokumentsort|dokumentnamn|dokumenttitel|ärendenummer)"
# A label and a date with nothing but a space between, as OCR gives the cells of a table.
_DATED = re.compile(r"[ ](?:den )?(?:\d{4}[-/ ]\d|\d{1,2}(?:/\d| [a-z]+ \d{4}))")
# A label and the body that decided, the colon lost: "Beslutande Kommunfullmäktige".
_DECIDER = re.compile(
    r"[ ](?:[\wåäöÅÄÖ-]*(?:[Ff]ullmäktige|[Ss]tyrelsen|nämnden)|KF|KS)(?=\s*(?:$|\n|[,\d§]))"
)
# A label and the role or unit that answers for the document: "Ansvarig nämnd Kulturnämnden".
_HOLDER = re.compile(
    r"[ ](?=[A-ZÅÄÖ])[^\n.:;]{0,50}?(?:[Cc]hef(?:en)?|[Dd]irektör(?:en)?|[Rr]ektor|[Ss]amordnare|[Ss]trateg|[Ss]ekreterare"
    r"|[Ss]juksköterska|[Uu]tvecklare|[Ff]örvaltning(?:en)?|[Kk]ontoret|[Ee]nhet(?:en)?|[Aa]vdelning(?:en)?|[Nn]ämnden|[Ss]tyrelsen)"
    r"(?![\w-])(?=[^\n.:;]{0,30}(?:\n|$))"
)
# A last day or a review may be told by its year or month alone: "Nästa revidering november 2023".
_YEAR = re.compile(r"[ ](?:[a-zåäö]{3,9} )?(?:Q[1-4] )?(?:19|20)\d\d[ ]*(?=\n|$)")
_ENDS = ("review_due", "valid_until")
_DECISIONS = ("deciding_body", "decision")
_MOST = 1_000  # labels; a list of cases may have hundreds
# A line of its own under an empty label: "Reviderad" above "Fastställd genom beslut i ...".
_ADOPTION = re.compile(
    r"(?:Antag(?:en|et|na)|Fastställ(?:d|t|da)|Beslutad|Beslutat|Godkän[dt])\s+(?:av|i|genom|den)\b"
)
_CELL_END = r"(?=[ ]*(?:$|[ ]{2,}|\t|\|))"
_DASH = re.compile(r"[-–—][ \t]+(?=[^\W_])")  # "Dokumentansvarig – Kanslichef"
_PLACEHOLDER = re.compile(
    r"\[\s*(?:text|datum|funktion|bilagor|nämnd[^\]]*|namn[^\]]*|skriv[^\]]*|ange[^\]]*|välj[^\]]*|titel|dokument[^\]]*|xx[^\]]*|…|\.+)?\s*\]"
    r"|\[\s*(?:t\.)?ex\b.*"
    r"|skriv (?:nummer|namn|datum|vilka|vem|här)\b.*|klicka (?:här|eller)\b.*|ange (?:datum|text|diarie\w*|dokument\w*)\b.*"
    r"|välj ett \w+.*|x{2,}(?:[-/:. ]*x+)*|(?:20)?xx[-/]xx(?:[-/]xx)?|(?:19|20)\d\d-xx-xx|å{4}-mm-dd|yyyy-mm-dd|[-–—_.…]+|\(\s*\)|<[^>]*>",
    re.I,
)


@dataclass(frozen=True)
class Labelled:
    """A label, the field it names, and its value: a stretch of the text, empty when missing."""

    field: str
    label: str
    label_start: int
    start: int
    end: int
    value: str
    in_group: bool = False  # its value was told from its neighbours' by kind, not by place

    @property
    def is_empty(self) -> bool:
        """Tell whether the label stands without any value."""
        return not self.value.strip(" \t\n|:;,.")

    @property
    def is_placeholder(self) -> bool:
        """Tell whether the value is what a template has where a value should be."""
        return is_placeholder(self.value)


def is_placeholder(value: str) -> bool:
    """Tell whether `value` is residue of a template: [Datum], xxxx-xx-xx, "-"."""
    return bool(_PLACEHOLDER.fullmatch(" ".join(value.split())))


@dataclass(frozen=True)
class Label:
    """A label as it stands in the text, with or without its colon."""

    field: str
    text: str
    start: int
    end: int
    colon: bool


# Where a label may begin: a capital, the start of a line, or the one label that does neither.
# Each begins with what the engine can skip to; what stands before is looked at afterwards.
_BEGINNINGS = (
    re.compile(r"(?P<word>[A-ZÅÄÖ](?<![\w.-].)\w*)"),
    re.compile(r"\n[ \t|]*(?P<word>[a-zåäö]\w*)"),
    re.compile(r"(?P<word>beslutet):"),
)
_FIRST = re.compile(r"(?:^|\n|\t|\||[ ]{2,})[ ]*[-*•]?[ ]*$")


@cache
def _patterns(vocabulary: Vocabulary) -> dict[str, re.Pattern[str]]:
    """Return the patterns of the labels by their first word, longer labels before shorter."""
    by_word: dict[str, list[str]] = {}
    for label in sorted(vocabulary.labels, key=len, reverse=True):
        words = re.match(r"\w+", label)
        by_word.setdefault(words[0] if words else label, []).append(label)
    return {word: _pattern(labels) for word, labels in by_word.items()}


def _pattern(labels: Sequence[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in labels)
    ends = rf"(?P<end>[ ]?[:;](?!\d)|{_CELL_END}|(?=[ ]))"
    return re.compile(rf"(?P<label>{words}){ends}", re.I | re.M)


def labels_in(text: str, vocabulary: Vocabulary) -> list[Label]:
    """Return the labels that stand in `text`, in order."""
    found: list[Label] = []
    for start, pattern in _beginnings(text, _patterns(vocabulary)):
        if found and start < found[-1].end:
            continue
        if len(found) == _MOST:
            break
        label = _label_at(text, start, pattern, vocabulary)
        if label:
            found.append(label)
    return _with_worn(text, found, vocabulary)


def _with_worn(text: str, found: list[Label], vocabulary: Vocabulary) -> list[Label]:
    """Return the labels with those that only their colon tells; one of them may hold a known one."""
    worn = [
        Label(*label, colon=True)
        for label in worn_labels(text, vocabulary)
        if not any(f.colon and f.start < label[3] and label[2] < f.end for f in found)
    ]
    if not worn:
        return found
    kept = [f for f in found if not any(w.start < f.end and f.start < w.end for w in worn)]
    return sorted([*kept, *worn], key=lambda label: label.start)


def _beginnings(
    text: str, patterns: Mapping[str, re.Pattern[str]]
) -> list[tuple[int, re.Pattern[str]]]:
    """Return where the first word of a label stands, and the pattern of the labels it begins."""
    starts = {
        match.start("word"): pattern
        for beginning in _BEGINNINGS
        for match in beginning.finditer(text)
        if (pattern := patterns.get(match["word"].casefold()))
    }
    return sorted(starts.items())


def _label_at(
    text: str, start: int, pattern: re.Pattern[str], vocabulary: Vocabulary
) -> Label | None:
    match = pattern.match(text, start)
    if match is None:
        return None
    words = " ".join(match["label"].split())
    colon = bool(match["end"].strip())
    first = _is_after_page_number(text, start) or bool(
        _FIRST.search(text[max(0, start - 12) : start])
    )
    field = vocabulary.labels[words.casefold()]
    named = _DECIDER if field in _DECISIONS else _HOLDER if field == "responsible" else None
    holder = first and words[0].isupper() and named and named.match(text, match.end())
    if not (holder or _stands_as_label(match, words, field, colon, first)):
        return None
    return Label(field, words, start, match.end(), colon)


def _is_after_page_number(text: str, start: int) -> bool:
    """Tell whether nothing but a page's number stands before the first label of all."""
    return start < 6 and not text[:start].strip("0123456789 ")


def _stands_as_label(
    match: re.Match[str], words: str, field: str, colon: bool, first: bool
) -> bool:
    capital = words[0].isupper()
    if colon:
        return capital or first or words in ("beslutet", "för beslut")
    if not first or not capital:
        return words == "Datum och paragraf för"
    at_cell_end = bool(re.match(_CELL_END, match.string[match.end() : match.end() + 80], re.M))
    dated = _DATED.match(match.string, match.end()) or (
        field in _ENDS and _YEAR.match(match.string, match.end())
    )
    return at_cell_end or bool(dated or re.search(rf"\b{_OPEN_ENDED}$", words, re.I))


def labelled_in(text: str, vocabulary: Vocabulary) -> list[Labelled]:
    """Return every label of `text` with its value; labels printed before their values too."""
    labels = labels_in(text, vocabulary)
    out: list[Labelled] = []
    index = 0
    while index < len(labels):
        group = _group(text, labels, index)
        if len(group) > 1:
            out.extend(Labelled(g.field, g.text, g.start, g.end, g.end, "", True) for g in group)
        else:
            following = labels[index + 1].start if index + 1 < len(labels) else len(text)
            out.append(_with_value(text, labels[index], following))
        index += len(group)
    return out


def _group(text: str, labels: Sequence[Label], index: int) -> Sequence[Label]:
    """Return the run of labels from `index` that stand with nothing between them."""
    stop = index + 1
    while stop < len(labels) and not text[labels[stop - 1].end : labels[stop].start].strip(
        " \t\n|"
    ):
        gap = text[labels[stop - 1].end : labels[stop].start]
        line = text[labels[stop].end : text.find("\n", labels[stop].end)]
        if gap.count("\n") > 1 or ("\n" in gap and line.strip(" |\t:")):
            break
        stop += 1
    return labels[index:stop]


def _with_value(text: str, label: Label, following: int) -> Labelled:
    before = text[text.rfind("\n", 0, label.start) + 1 : label.start]
    first = _is_after_page_number(text, label.start) or not re.search(r"\w", before)
    start, end = _value_span(text, label.end, following, first)
    return Labelled(label.field, label.text, label.start, start, end, text[start:end])


def _value_span(text: str, start: int, following: int, first_on_line: bool) -> tuple[int, int]:
    """Return where the value that begins after `start` stands: this line, or else the next."""
    while start < following and text[start] in " \t|:":
        start += 1
    dash = _DASH.match(text, start, following)
    start = dash.end() if dash else start
    if start < following and text[start] == "\n" and first_on_line:
        start = _next_line(text, start, following)
    end = text.find("\n", start, following)
    end = following if end < 0 else end
    end = _wrapped(text, start, end, following)
    cell = re.search(r"\t|\s\|| {3,}", text[start:end])
    if cell and cell.start():
        end = start + cell.start()
    while end > start and text[end - 1] in " \t\n|":
        end -= 1
    return start, end


def _next_line(text: str, start: int, following: int) -> int:
    """Return the start of the value on the next line; the label's own end when there is none."""
    gap = re.match(r"[ \t|]*\n[ \t|]*", text[start:following])
    if gap is None or _ADOPTION.match(text, start + gap.end()):
        return start
    return start + gap.end() if start + gap.end() < following else start


def _wrapped(text: str, start: int, end: int, following: int) -> int:
    """Return the end of a value that goes on over the line break after `end`."""
    for _ in range(3):
        line_end = text.find("\n", end + 1, following)
        line_end = following if line_end < 0 else line_end
        head, tail = text[start:end].rstrip(), text[end + 1 : line_end].lstrip()
        goes_on = (
            tail[:1].islower()
            or tail.startswith("(")
            or head.endswith((",", " och", " samt", " för", "-"))
        )
        goes_on = goes_on and not head.endswith("]") and not tail.startswith(("www.", "http"))
        if not head or not tail or end >= following or not goes_on or len(head) < 4:
            return end
        end = line_end
    return end
