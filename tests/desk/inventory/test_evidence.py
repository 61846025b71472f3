from hypothesis import given
from hypothesis import strategies as st

from vagvisare.desk.inventory.evidence import Span, segments

SPANS = st.lists(
    st.builds(
        lambda key, start, length: Span(key, start, start + length),
        st.integers(1, 9),
        st.integers(0, 60),
        st.integers(0, 20),
    ),
    max_size=6,
)


@given(st.text(max_size=50), SPANS)
def test_no_text_is_lost_or_doubled(text, spans):
    assert "".join(part.text for part in segments(text, spans)) == text


def test_words_are_marked_and_claims_begin_where_they_do():
    parts = segments("Gäller 2019-2022", [Span(1, 7, 16), Span(2, 7, 11)], focus=2)

    assert [(p.text, p.marked, p.focus, p.starts) for p in parts] == [
        ("Gäller ", False, False, ()),
        ("2019", True, True, (1, 2)),
        ("-2022", True, False, ()),
    ]


def test_each_claim_begins_once():
    parts = segments("abcdef", [Span(1, 0, 6), Span(2, 2, 4)])

    assert [key for part in parts for key in part.starts] == [1, 2]
