"""What the whole reading finds beyond the header: the cases are about what a user gets."""

from datetime import date

from vagvisare.reading.read import read_text

DAY = date(2026, 11, 22)
_NOT_SHOWN = ("evidence", "words", "as_known_on")


def found(fact: str, text: str, on: date = DAY) -> list[str]:
    """Return the findings of `fact`, each as what it tells, parted by a middle dot."""
    return [_told(finding) for finding in read_text(text, on=on).as_dict().get(fact, [])]


def _told(finding: dict) -> str:
    told = (value for name, value in finding.items() if name not in _NOT_SHOWN)
    return " · ".join(str(value) for value in told if value is not None)
