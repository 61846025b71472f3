"""Which lines are one title: a title that is wrapped, or set on two or three lines of a cover."""

import re
from collections.abc import Iterator, Sequence

from vagvisare.reading.lines import Line
from vagvisare.reading.titles.unlikely import may_be_title, typed
from vagvisare.reading.vocabulary import Vocabulary

_FIRST_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:inledning|inledande bestämmelser|syfte|bakgrund|vision|förord|allmänt|innehåll|"
    r"innehållsförteckning|formalia|sammanfattning|omfattning|mål|kommunfullmäktige föreskriver|missiv|"
    r"grundläggande bestämmelser|allmänna bestämmelser|1\s+kap|§\s?1\b)(?:[\s:.].*)?$"
)
# A line that must go on: it ends in "för", a comma, a hyphen, "gällande".
_ENDS_OPEN = re.compile(
    r"(?:(?<=\w)-|,|(?:^|\s)(?:och|för|i|av|till|samt|inom|om|med|mot|vid)|\w{4,}ande)$"
)
_INSIDE_WORDS = {"för", "mot", "om", "i", "inom", "till", "och", "samt", "med"}
_ADDRESSING = {"för", "till"}  # with a capital: "Till kommunstyrelsen", "För kännedom"
# Whose the name is: "Växjö kommuns" above "miljöprogram".
_ENDS_IN_OWNER = re.compile(r"(?:^|\s)(?:kommuns|stads)$")
# The years a document is for, alone on a line: "2023-2032", "2021".
_PERIOD = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
# The rest of a place, or a part of a document in parts: "kommun", "Del 1 VA-översikt".
_PART = re.compile(r"kommuns?$|stads?$|del \d")
# What stands under a title without being of it.
_UNDER = re.compile(
    r"(?:reviderad|reviderat|reviderade|antagen|antaget|antagna|fastställd|fastställt|beslutad|beslutat|godkänd|godkänt|organisationsnummer|org\.?nr)\b"
)
_LONGEST_LINE = 120  # characters
_MOST_WORDS, _FEW_WORDS = 20, 5  # in a name, in whom a type is for
# Types whose word alone on a line is the sort of paper; others go on with their owner's name.
_SORTS = {"rutin", "riktlinje", "policy", "plan", "program", "strategi", "regel", "taxa", "rapport"}


def blocks_of(head: Sequence[Line], vocabulary: Vocabulary) -> Iterator[list[Line]]:
    """Yield the lines that may be titles, the lines of one title together."""
    block: list[Line] = []
    for line in head:
        if block and goes_on(block, line, vocabulary):
            block.append(line)
            continue
        if block:
            yield block
        block = [line] if _may_begin(line.text) and may_be_title(line.text, vocabulary) else []
    if block:
        yield block


def is_first_heading(words: str) -> bool:
    """Tell whether a line is a heading that the text proper begins with."""
    return bool(_FIRST_HEADING.match(words.lower()))


def _may_begin(words: str) -> bool:
    """Tell whether a title may begin with the words; "för alla som arbetar här" only goes on."""
    return not (words[0].islower() and words[1:2] != "-") and not words.startswith(
        ("För ", "Till ")
    )


def goes_on(block: Sequence[Line], following: Line, vocabulary: Vocabulary) -> bool:
    """Tell whether the title in `block` goes on with the line after it.

    A line that may not be a title itself can only be the needed rest.
    """
    words, last = following.text, block[-1].text
    if len(words) > _LONGEST_LINE:
        return False
    lower = words.lower()
    open_end = _ends_open(block, words, vocabulary)
    if following.gap and not (
        (open_end or _PERIOD.fullmatch(lower)) and _is_name(block, vocabulary)
    ):
        return False
    if _is_another(last, words, lower, vocabulary):
        return False
    inside = _begins_inside(words, lower)
    if open_end or _is_rest(lower, last):
        return open_end or may_be_title(words, vocabulary) or _is_name(block, vocabulary)
    if not may_be_title(words, vocabulary):
        return inside and _is_name(block, vocabulary)
    if last.endswith((".", ":")):
        return False
    return (
        inside
        or words[0].islower()
        or lower.split(None, 1)[0] in _INSIDE_WORDS - _ADDRESSING
        or (words.startswith("För ") and _is_for(block, words, vocabulary))
        or _is_under_name(last, words, vocabulary)
    )


def _ends_open(block: Sequence[Line], words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the title must go on: it ends in "för", a comma, a hyphen, or in an owner.

    An owner above a capital is the letterhead, unless the title has already named its type.
    """
    ending = block[-1].text[-12:].lower()
    if _ENDS_IN_OWNER.search(ending):
        return words[0].islower() or _is_name(block, vocabulary)
    return bool(_ENDS_OPEN.search(ending))


def _is_another(last: str, words: str, lower: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is a heading, a decision, or one more word in a menu of types."""
    menu = lower.strip("> ") in vocabulary.types and last.strip("> ").casefold() in vocabulary.types
    return menu or bool(_UNDER.match(lower)) or is_first_heading(words)


def _begins_inside(words: str, lower: str) -> bool:
    """Tell whether a line begins as the middle of a name does: "för Exempelby", "OCH NÄMNDER"."""
    return lower.split(None, 1)[0] in _INSIDE_WORDS and (words[0].islower() or words.isupper())


def _is_rest(lower: str, last: str) -> bool:
    """Tell whether a line can only be the rest of a name: its years, or the end of its place."""
    years = _PERIOD.fullmatch(lower) or _YEAR.fullmatch(lower)
    years = years if not last[-1].isdigit() else None
    return bool(years or _PART.match(lower))


def _is_for(block: Sequence[Line], words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line with its own capital says whom the name above it is for."""
    return (
        len(block) == 1
        and words[-1] != "."
        and " för " not in block[0].text
        and _is_name(block, vocabulary)
    )


def _is_under_name(last: str, words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is what a type is about: "Taxa" and "Räddningstjänst", "Plan" and "LSS"."""
    if words.isupper() and words.isalpha() and not last.isupper():
        return vocabulary.type_of(words) is None and typed(last, vocabulary)
    kind = vocabulary.types.get(last.strip("0123456789 ").casefold())
    few = len(words.split()) <= _FEW_WORDS and not typed(words, vocabulary)
    return kind is not None and kind not in _SORTS and last.istitle() and few


def _is_name(block: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether the lines are few words that name a type: "Avfallsplan", "1 IT-program 2019"."""
    words = " ".join(line.text for line in block)
    return words[-1] not in ".:" and len(words.split()) <= _MOST_WORDS and typed(words, vocabulary)
