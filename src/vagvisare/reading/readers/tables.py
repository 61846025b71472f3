"""Tables as text in which a label finds its value."""

from collections.abc import Sequence

from vagvisare.reading.vocabulary import standard


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's lines: "label:\\tvalue" where a row of labels stands over a row of values."""
    lines: list[str] = []
    index = 0
    cells = [[cell.strip() for cell in row] for row in rows]
    while index < len(cells):
        row = cells[index]
        below = cells[index + 1] if index + 1 < len(cells) else []
        third = cells[index + 2] if index + 2 < len(cells) else []
        if _are_labels(row) and below and not _are_labels(below) and not _is_history(row, third):
            lines.extend(_paired(row, below))
            index += 2
            continue
        lines.append("\t".join(_one_line(cell) for cell in row if cell))
        index += 1
    return [line for line in lines if line.strip()]


def _are_labels(row: Sequence[str]) -> bool:
    named = [cell for cell in row if cell]
    return len(named) > 1 and all(_is_label(cell) for cell in named)


def _is_label(cell: str) -> bool:
    return " ".join(cell.split()).rstrip(":; ").casefold() in standard().labels


def _is_history(row: Sequence[str], third: Sequence[str]) -> bool:
    """Tell whether the labels head a list of several rows rather than one row of values."""
    return bool(third) and not _are_labels(third) and sum(bool(cell) for cell in third) > 1


def _paired(labels: Sequence[str], values: Sequence[str]) -> list[str]:
    width = max(len(labels), len(values))
    pairs = zip(
        (*labels, *[""] * (width - len(labels))),
        (*values, *[""] * (width - len(values))),
        strict=True,
    )
    return [
        f"{_one_line(label).rstrip(':; ')}:\t{_one_line(value)}" if label else _one_line(value)
        for label, value in pairs
    ]


def _one_line(cell: str) -> str:
    """Return the cell on one line; a cell of its own "label:\\nvalue" keeps its break."""
    return " ".join(cell.split())
