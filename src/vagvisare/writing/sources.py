"""Which sources a paper leans on, numbered as a reader meets them."""

from collections.abc import Iterator

from vagvisare.writing.blocks import (
    Block,
    Bullets,
    NumberedList,
    Paper,
    Paragraph,
    Sentence,
    Source,
    Table,
)


def numbered_sources(paper: Paper) -> dict[Source, int]:
    """Return the sources of `paper` with their numbers, from 1, in the order of first mention."""
    numbers: dict[Source, int] = {}
    for block in paper.blocks:
        for source in _sources_of(block):
            numbers.setdefault(source, len(numbers) + 1)
    return numbers


def has_own_words(paper: Paper) -> bool:
    """Tell whether any sentence of `paper` stands without a number to a source."""
    sentences = (sentence for block in paper.blocks for sentence in sentences_of(block))
    return any(sentence.source is None for sentence in sentences)


def sentences_of(block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of `block`, in order; none for a block without sentences."""
    if isinstance(block, Paragraph):
        return block.sentences
    if isinstance(block, NumberedList | Bullets):
        return block.items
    return ()


def _sources_of(block: Block) -> Iterator[Source]:
    if isinstance(block, Table) and block.source is not None:
        yield block.source
    for sentence in sentences_of(block):
        if sentence.source is not None:
            yield sentence.source
