"""A paper as JSON and back. What is malformed is refused, naming the place.

    {"title": str, "language": "sv" | "en", "kind": str, "sender": str, "footer": str,
     "meta": [[label, value | null], ...], "blocks": [block, ...]}

Each block is an object whose "block" says what it is:

    {"block": "heading", "text": str, "level": 1 | 2 | 3}
    {"block": "paragraph", "sentences": [sentence, ...]}
    {"block": "numbered_list" | "bullets", "items": [sentence, ...]}
    {"block": "table", "header": [str], "rows": [[str | null]], "caption": str,
     "source": source | null}
    {"block": "gap", "missing": str}
    {"block": "signature_lines", "roles": [str]}

sentence: {"text": str, "source": source | null, "own": bool}
source:   {"kind": str, "key": str, "label": str}
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass

from vagvisare.writing.blocks import (
    Block,
    Bullets,
    Gap,
    Heading,
    NumberedList,
    Paper,
    Paragraph,
    Sentence,
    SignatureLines,
    Source,
    Table,
)

BLOCK_NAMES: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    NumberedList: "numbered_list",
    Bullets: "bullets",
    Table: "table",
    Gap: "gap",
    SignatureLines: "signature_lines",
}


def to_json(value: Paper | Block | Source) -> dict[str, object]:
    """Return a paper, or a part of one, as objects, lists, strings, numbers and nulls."""
    return _object(value)


def from_json(value: object) -> Paper:
    """Return the paper that `to_json` gave as `value`.

    :raises ValueError: when `value` is not of that shape, saying where and what is wrong
    """
    paper = _Object(value, "the paper", Paper)
    return Paper(
        title=paper.text("title"),
        language=paper.text("language"),
        meta=tuple(_meta_row(row, where) for where, row in paper.each("meta")),
        blocks=tuple(_block(block, where) for where, block in paper.each("blocks")),
        footer=paper.text("footer"),
        kind=paper.text("kind"),
        sender=paper.text("sender"),
    )


def _object(value: object) -> dict[str, object]:
    assert is_dataclass(value)
    written = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    name = next((name for kind, name in BLOCK_NAMES.items() if type(value) is kind), None)
    return written if name is None else {"block": name, **written}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _object(value) if is_dataclass(value) else value


class _Object:
    """A JSON object that must hold exactly the fields of `shape`, read one by one."""

    def __init__(self, value: object, where: str, shape: type, also: tuple[str, ...] = ()) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{where} should be an object, and is {_what(value)}.")
        names = {*also, *(field.name for field in fields(shape))}
        for name in sorted(names - value.keys()):
            raise ValueError(f"{where} lacks {name!r}.")
        for name in sorted(map(str, value.keys() - names)):
            raise ValueError(f"{where} has {name!r}, which is not known.")
        self.where = where
        self.value = value

    def text(self, name: str) -> str:
        return _text(self.value[name], f"{name!r} of {self.where}")

    def number(self, name: str) -> int:
        value = self.value[name]
        if type(value) is not int:
            raise ValueError(f"{name!r} of {self.where} should be a number, and is {_what(value)}.")
        return value

    def flag(self, name: str) -> bool:
        value = self.value[name]
        if not isinstance(value, bool):
            raise ValueError(
                f"{name!r} of {self.where} should be true or false, and is {_what(value)}."
            )
        return value

    def each(self, name: str) -> list[tuple[str, object]]:
        return _each(self.value[name], f"{name!r} of {self.where}")

    def source(self) -> Source | None:
        value, where = self.value["source"], f"'source' of {self.where}"
        if value is None:
            return None
        source = _Object(value, where, Source)
        return Source(source.text("kind"), source.text("key"), source.text("label"))


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{where} should be text, and is {_what(value)}.")
    return value


def _text_or_none(value: object, where: str) -> str | None:
    return None if value is None else _text(value, where)


def _each(value: object, where: str) -> list[tuple[str, object]]:
    if not isinstance(value, list):
        raise ValueError(f"{where} should be a list, and is {_what(value)}.")
    return [(f"number {number} in {where}", item) for number, item in enumerate(value, start=1)]


def _what(value: object) -> str:
    words = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    return "null" if value is None else words.get(type(value), "a number")


def _meta_row(value: object, where: str) -> tuple[str, str | None]:
    cells = _each(value, where)
    if len(cells) != 2:
        raise ValueError(f"{where} should be a label and a value, and has {len(cells)} parts.")
    (label_where, label), (value_where, stated) = cells
    return _text(label, label_where), _text_or_none(stated, value_where)


def _sentence(value: object, where: str) -> Sentence:
    sentence = _Object(value, where, Sentence)
    return Sentence(sentence.text("text"), sentence.source(), sentence.flag("own"))


def _sentences(block: _Object, name: str) -> tuple[Sentence, ...]:
    return tuple(_sentence(item, where) for where, item in block.each(name))


def _texts(block: _Object, name: str) -> tuple[str, ...]:
    return tuple(_text(item, where) for where, item in block.each(name))


def _row(value: object, where: str) -> tuple[str | None, ...]:
    return tuple(_text_or_none(cell, cell_where) for cell_where, cell in _each(value, where))


def _table(block: _Object) -> Table:
    return Table(
        header=_texts(block, "header"),
        rows=tuple(_row(row, where) for where, row in block.each("rows")),
        caption=block.text("caption"),
        source=block.source(),
    )


_READERS: dict[type[Block], Callable[[_Object], Block]] = {
    Heading: lambda block: Heading(block.text("text"), block.number("level")),
    Paragraph: lambda block: Paragraph(_sentences(block, "sentences")),
    NumberedList: lambda block: NumberedList(_sentences(block, "items")),
    Bullets: lambda block: Bullets(_sentences(block, "items")),
    Table: _table,
    Gap: lambda block: Gap(block.text("missing")),
    SignatureLines: lambda block: SignatureLines(_texts(block, "roles")),
}


def _block(value: object, where: str) -> Block:
    if not isinstance(value, dict):
        raise ValueError(f"{where} should be an object, and is {_what(value)}.")
    for shape, name in BLOCK_NAMES.items():
        if value.get("block") == name:
            return _READERS[shape](_Object(value, where, shape, also=("block",)))
    raise ValueError(f"{where} has 'block' {value.get('block')!r}, which is no kind of block.")
