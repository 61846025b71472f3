"""From when and until when a statement says that something applies."""

import re

from vagvisare.reading.dates import dates_in

# "gäller fr.o.m. 1 januari 2025", "att gälla från 2024", "med start från och med 2025-11-01"
_IN_FORCE = re.compile(
    r"(?i)\b(?:träda?(?:er|r)?\s+i\s+kraft|gäller|gälla|giltig\w*|börjar?\s+gälla|börja\s+tillämpas|tillämpas|med\s+start(?=\s+fr)|med\s+ikraftträdande|ikraftträdande|med\s+giltighet)\b\s*(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?)?\s*(?:och\s+med\s+)?(?:den\s+)?"
)
# "till och med 2024", "t.o.m. den 31 december 2026", "längst till den 31 december 2022"
_UNTIL = re.compile(
    r"(?i)(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|längst\s+till|längst\s+t\.?o\.?m\.?|\btill\b)\s+(?:och\s+med\s+)?(?:den\s+|utgången\s+av\s+|år\s+|årsskiftet\s+)*(?=\d)"
    r"|\b(?:även|också)\s+(?:år\s+)?(?=(?:19|20)\d\d\b)"
    r"|\bunder\s+(?:hela\s+)?(?:år\s+)?(?=(?:19|20)\d\d\b)"
)
_FROM_ALONE = re.compile(
    r"(?i)\b(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från|per)\s+(?:den\s+)?(?=\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?![-–/\d])")


def force_date(words: str) -> str | None:
    """Return the day a statement says something enters into force or applies from."""
    return _first(_IN_FORCE, words, 22)


def last_date(words: str) -> str | None:
    """Return the day or year until which a statement says something applies."""
    return _first(_UNTIL, words, 20, years=True)


def ending_date(words: str) -> str | None:
    """Return the day from which a statement says that something no longer applies."""
    return _first(_FROM_ALONE, words, 22)


def _first(pattern: re.Pattern[str], words: str, room: int, *, years: bool = False) -> str | None:
    for match in pattern.finditer(words):
        days = dates_in(words, match.end(), match.end() + room)
        if days and days[0].start - match.end() < 4:
            return days[0].value
        year = _YEAR.match(words, match.end()) if years else None
        if year:
            return year[0]
    return None
