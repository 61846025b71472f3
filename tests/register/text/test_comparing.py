from hypothesis import given
from hypothesis import strategies as st

from tests.register.text.test_paragraphs import RULES
from vagvisare.register.text.amending import INSERTED, REWORDED, STRUCK, TextChange, amended
from vagvisare.register.text.comparing import compared, counted
from vagvisare.register.text.paragraphs import paragraphs_of

texts = st.lists(
    st.text(alphabet="abcd. ", min_size=1, max_size=30).filter(str.strip), max_size=6
).map("\n\n".join)


def test_a_text_equals_itself():
    assert {row.change for row in compared(RULES, RULES)} == {"same"}


def test_what_was_done_is_what_is_told():
    changes = [
        TextChange(REWORDED, "1 kap. 2 §", "Nämnden har elva ledamöter."),
        TextChange(INSERTED, "2 kap. 2 §", "Kallelse skickas en vecka före."),
        TextChange(STRUCK, "2 kap. 15 a §"),
    ]
    rows = compared(RULES, amended(RULES, changes))

    assert counted(rows) == {"reworded": 1, "inserted": 1, "struck": 1}
    changed = next(row for row in rows if row.change == "reworded")
    assert [p.text.strip() for p in changed.before if p.change == "struck"] == ["nio"]
    assert [p.text.strip() for p in changed.after if p.change == "inserted"] == ["elva"]


def test_line_breaks_say_nothing():
    assert counted(compared("Alla ska\nkunna simma.", "Alla ska kunna\nsimma."))["reworded"] == 0


def test_long_texts_are_compared_too():
    old = "\n\n".join(f"{n} § Regel {n} säger något om ämne {n}." for n in range(1, 301))
    new = "\n\n".join(f"{n} § Regel {n} säger annat om ämne {n}." for n in range(1, 301))

    assert counted(compared(old, new)) == {"reworded": 300, "inserted": 0, "struck": 0}


@given(texts, texts)
def test_both_sides_are_whole_and_in_order(before, after):
    rows = compared(before, after)
    for side, text in (("before", before), ("after", after)):
        shown = ["".join(p.text for p in getattr(row, side)).split() for row in rows]
        expected = [p.words.split() for p in paragraphs_of(text) if p.words]
        assert [words for words in shown if words] == expected
