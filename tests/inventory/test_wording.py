import pytest

from vagvisare.inventory.wording import sentence_around, wording_of
from vagvisare.register.states import Term


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Policyn gäller tills vidare.", Term.UNTIL_FURTHER_NOTICE),
        ("Planen gäller till dess att en ny plan antas.", Term.UNTIL_SUCCESSOR),
        ("Programmet gäller tills nytt program beslutats.", Term.UNTIL_SUCCESSOR),
        ("Riktlinjen gäller tills den ersätts.", Term.UNTIL_SUCCESSOR),
        ("Giltighetstid: Till beslut om upphörande", Term.UNTIL_REPEALED),
        ("Reglerna gäller tills de upphävs av fullmäktige.", Term.UNTIL_REPEALED),
        ("Gäller till dess kommunfullmäktige beslutar annat.", Term.UNTIL_REPEALED),
        ("Gäller tills nytt beslut fattas.", Term.UNTIL_REPEALED),
    ],
)
def test_an_open_end_is_told_by_its_words(sentence, term):
    wording = wording_of(sentence, until_day=False)

    assert (wording.term, wording.words, wording.lapses) == (term, sentence, None)


@pytest.mark.parametrize(
    ("sentence", "lapses"),
    [
        ("Planen gäller till och med den 31 december 2010.", None),
        ("Giltighetstid: 2007-2010", None),
        ("Planen upphör att gälla den 31 december 2010.", True),
        ("Efter 2010 upphör planen automatiskt.", True),
        ("Planen gäller 2007-2010 och fortsätter därefter att gälla.", False),
        ("Planen upphör inte att gälla förrän beslut fattats efter 2010.", False),
    ],
)
def test_a_last_day_lapses_only_where_the_words_say_so(sentence, lapses):
    wording = wording_of(sentence, until_day=True)

    assert (wording.term, wording.lapses) == (Term.UNTIL_DAY, lapses)


def test_the_sentence_is_cut_out_of_its_page():
    page = "Antagen 2007.\n\nPlanen gäller till och med\n2010-12-31. Den följs upp varje år."
    start = page.index("2010")

    found = sentence_around(page, start, start + len("2010-12-31"))

    assert found == "Planen gäller till och med\n2010-12-31."
    assert sentence_around("2010", 0, 4) == "2010"
