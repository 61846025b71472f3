"""How wide the columns of a table are, so that a number does not take the room of a title."""

from vagvisare.writing.blocks import Table

_NARROWEST = 8
_WIDEST = 36


def column_weights(table: Table) -> tuple[int, ...]:
    """Return the width of each column of `table` in relation to the others, from its longest text.

    Bounded in characters, so that no column is squeezed out by one long cell.
    """
    columns = zip(table.header, *table.rows, strict=True)
    longest = (max(len(cell or "") for cell in column) for column in columns)
    return tuple(min(max(length, _NARROWEST), _WIDEST) for length in longest)
