from tests.writing.papers import ADOPTED, EVALUATED, REGISTER, memo
from vagvisare.writing.blocks import Gap, Paper, Paragraph, Sentence
from vagvisare.writing.sources import has_own_words, numbered_sources


def test_sources_are_numbered_as_a_reader_meets_them():
    assert numbered_sources(memo()) == {ADOPTED: 1, EVALUATED: 2, REGISTER: 3}


def test_own_words_are_noticed():
    sourced = Paper("Titel", "sv", (), (Paragraph((Sentence("Så är det.", ADOPTED),)), Gap("x")))

    assert has_own_words(memo())
    assert not has_own_words(sourced)
