import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagvisare.register.text.paragraphs import paragraphs_of, text_of

RULES = """Reglemente för kulturnämnden

Syfte
Nämnden främjar kultur enligt
3 § bibliotekslagen.

1 kap. Nämnden
1 § Nämnden ansvarar för
a) bibliotek
b) museer

Nämnden får delegera.
2 § Nämnden har nio ledamöter.

2 kap. Möten

1 § Möten hålls varje månad.

15 a §
Ordföranden kallar.
"""
PLAN = """1 Inledning

Planen gäller alla.

2. Mål
2.1 Bad
Alla barn ska kunna simma.

2.2 Idrott

1. Öppna hallarna.
2. Sänk avgiften.
"""


def places(text: str) -> list[str]:
    return [paragraph.place for paragraph in paragraphs_of(text)]


def test_chapters_sections_points_and_paragraphs_have_their_names():
    assert places(RULES) == [
        "Reglemente för kulturnämnden",
        "Syfte",
        "Syfte stycke 1",
        "1 kap.",
        "1 kap. 1 §",
        "1 kap. 1 § punkt a",
        "1 kap. 1 § punkt b",
        "1 kap. 1 § stycke 2",
        "1 kap. 2 §",
        "2 kap.",
        "2 kap. 1 §",
        "2 kap. 15 a §",
    ]


def test_numbered_headings_hold_their_points():
    assert places(PLAN) == [
        "1",
        "1 stycke 1",
        "2",
        "2.1",
        "2.1 stycke 1",
        "2.2",
        "2.2 punkt 1",
        "2.2 punkt 2",
    ]


def test_without_labels_they_are_told_by_their_order():
    assert places("vi vill detta.\n\nsedan det.\n") == ["stycke 1", "stycke 2"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Ett", "Policyn gäller\n3 § kommunallagen och\n2007 års plan."]
)
def test_a_running_sentence_is_one_paragraph(text):
    assert len(paragraphs_of(text)) <= 1


@given(st.text(alphabet="ab §1.2)K\n\tÅ-", max_size=200))
def test_the_paragraphs_together_are_the_text(text):
    assert text_of(paragraphs_of(text)) == text
