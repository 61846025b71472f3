"""What the whole reading finds for one field: the cases are about what a user gets."""

from datetime import date

from vagvisare.reading.read import read_text

DAY = date(2026, 11, 22)


def found(field: str, text: str) -> list[str]:
    """Return the values of `field`, none when the reading has none."""
    value = read_text(text, on=DAY).as_dict()[field]
    if isinstance(value, bool):
        return ["true"] if value else []
    return value if isinstance(value, list) else [value] if value else []
