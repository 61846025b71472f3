"""The municipality, without "kommun" or "stad"."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from vagvisare.reading.near import lowered, near, places
from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.vocabulary import Vocabulary

FIELD = "municipality"
_LETTERS = str.maketrans("åäö ", "aao-")
_KIND = re.compile(
    r"(?:kommun(?:s|koncern(?:en|s|ens)?)?|stads?|Kommuns?|Stads?|KOMMUNS?|STADS?)(?!\w)"
)
_BEFORE = re.compile(r"(?P<words>(?:[^\W\d_]+(?:-[^\W\d_]+)?\s+)?[^\W\d_]+(?:-[^\W\d_]+)?)\s*$")
_PLACE = re.compile(
    r"(?:fullmäktige|styrelsen|utskott(?:et)?|nämnden)\s+i\s+(?P<name>[^\W\d_]+(?:-[^\W\d_]+)?)(?!\w)(?!\s+(?:kommun|stad))",
    re.I,
)
_SITE = re.compile(r"(?<!\w)(?:www\.)?([a-z-]{3,25})\.se\b", re.I)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the municipality that the text names most; none when two are named as often."""
    found = list(_named(source.clean, source.vocabulary))
    if source.context and source.context.municipality:
        found = [f for f in found if f[0] == source.context.municipality] or found
    counts = Counter(name for name, _, _ in found)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return
    name, start, end = next(f for f in found if f[0] == ranked[0][0])
    sure = 0.95 if len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1] else 0.8
    yield Candidate(FIELD, name, start, end, sure)


def _named(text: str, vocabulary: Vocabulary) -> Iterable[tuple[str, int, int]]:
    for match in near(_SITE, (".se",), text):
        name = _sites(vocabulary).get(match[1].casefold())
        if name:
            yield name, match.start(1), match.end(1)
    forms = _forms(vocabulary)
    low = lowered(text)
    for place in sorted((*places("kommun", low), *places("stad", low))):
        kind = _KIND.match(text, place) if text[place - 1 : place].isspace() else None
        before = kind and _BEFORE.search(text, max(0, place - 46), place - 1)
        if kind and before:
            yield from _before(before, kind.end(), forms)
    for match in near(_PLACE, ("fullmäktige i", "styrelsen i", "utskott", "nämnden i"), text):
        name = forms.get(" ".join(match["name"].casefold().split()))
        if name:
            yield name, match.start("name"), match.end("name")


def _before(
    match: re.Match[str], end: int, forms: dict[str, str]
) -> Iterable[tuple[str, int, int]]:
    """Yield the municipality whose name of one or two words stands before "kommun" or "stad"."""
    words = list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)?", match["words"]))
    for count in (2, 1):
        if len(words) >= count:
            start = match.start("words") + words[-count].start()
            name = forms.get(" ".join(word[0].casefold() for word in words[-count:]))
            if name:
                yield name, start, end
                return


@cache
def _sites(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the municipalities by the names of their web sites."""
    return {name.casefold().translate(_LETTERS): name for name in vocabulary.municipalities}


@cache
def _forms(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the municipalities by every form of their names: genitive, and OCR's é for ö."""
    forms: dict[str, str] = {}
    for name in vocabulary.municipalities:
        for form in (name, name + "s", name.replace("ö", "é"), name.replace("ö", "é") + "s"):
            forms.setdefault(form.casefold(), name)
    return forms
