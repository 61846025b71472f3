import pytest

from vagvisare.writing.blocks import (
    Bullets,
    Gap,
    Heading,
    NumberedList,
    Paper,
    Sentence,
    Source,
    Table,
)


def test_a_sentence_needs_a_source_or_its_writer():
    with pytest.raises(ValueError, match="no source"):
        Sentence("Planen gäller.")


@pytest.mark.parametrize("label", ["", "  "])
def test_a_source_needs_a_label(label):
    with pytest.raises(ValueError, match="label"):
        Source("decision", "1", label)


@pytest.mark.parametrize(("text", "level"), [("", 1), (" ", 1), ("Bakgrund", 0), ("Bakgrund", 4)])
def test_a_heading_needs_words_and_a_level_of_three(text, level):
    with pytest.raises(ValueError, match="heading"):
        Heading(text, level)


@pytest.mark.parametrize("kind", [NumberedList, Bullets])
def test_a_list_needs_a_point(kind):
    with pytest.raises(ValueError, match="at least one point"):
        kind(())


@pytest.mark.parametrize(
    ("header", "rows", "caption"),
    [((), (), "Dokument"), (("Titel", " "), (), "Dokument"), (("Titel",), (), "")],
)
def test_a_table_needs_names_for_its_columns_and_itself(header, rows, caption):
    with pytest.raises(ValueError, match="needs a"):
        Table(header, rows, caption)


def test_the_rows_of_a_table_are_as_wide_as_its_header():
    with pytest.raises(ValueError, match="Row 2 of the table 'Dokument' has 2 cells"):
        Table(("Titel",), (("Ett",), ("Två", "för mycket")), "Dokument")


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 1, 3)])
def test_headings_follow_each_other(levels):
    blocks = tuple(Heading("Bakgrund", level) for level in levels)

    with pytest.raises(ValueError, match="stands above it"):
        Paper(title="Titel", language="sv", meta=(), blocks=blocks)


@pytest.mark.parametrize(("title", "language"), [("", "sv"), ("Titel", "fi"), ("Titel", "")])
def test_a_paper_needs_a_title_and_a_language_we_write(title, language):
    with pytest.raises(ValueError, match="A paper"):
        Paper(title=title, language=language, meta=(), blocks=(Gap("allt"),))
