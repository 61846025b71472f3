"""Numbers in addresses and forms, written by anybody."""

LONGEST = 18  # digits that every database's keys hold


def number_in(given: str | None) -> int | None:
    """Return the number, or None where it is none that a key could have."""
    given = given or ""
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= LONGEST else None
