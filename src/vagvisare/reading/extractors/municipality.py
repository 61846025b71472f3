"""The municipality, without "kommun" or "stad"."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.vocabulary import Vocabulary

FIELD = "municipality"
_LETTERS = str.maketrans("åäö ", "aao-")
_SITE = re.compile(r"(?<![\w@])(?:www\.)?([a-z-]{3,25})\.se\b", re.I)


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
    names, pattern = _pattern(vocabulary)
    for match in _SITE.finditer(text):
        name = _sites(vocabulary).get(match[1].casefold())
        if name:
            yield name, match.start(1), match.end(1)
    for match in pattern.finditer(text):
        word = match["before"] or match["after"]
        yield names[" ".join(word.casefold().split())], match.start(), match.end()


@cache
def _sites(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the municipalities by the names of their web sites."""
    return {name.casefold().translate(_LETTERS): name for name in vocabulary.municipalities}


@cache
def _pattern(vocabulary: Vocabulary) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return every form of every name, and the pattern that finds "X kommun" and "KF i X"."""
    forms: dict[str, str] = {}
    for name in vocabulary.municipalities:
        for form in (name, name + "s", name.replace("ö", "é"), name.replace("ö", "é") + "s"):
            forms.setdefault(form.casefold(), name)
    words = "|".join(
        re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True)
    )
    return forms, re.compile(
        rf"(?<![\wåäö-])(?P<before>{words})\s+(?:kommun|stad)(?:s|en|ens)?(?![\wåäö])"
        rf"|(?:fullmäktige|styrelsen|utskott(?:et)?|nämnden)\s+i\s+(?P<after>{words})(?![\wåäö])(?!\s+(?:kommun|stad))",
        re.I,
    )
