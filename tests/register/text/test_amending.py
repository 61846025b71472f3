import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.register.text.test_paragraphs import PLAN, RULES
from vagvisare.register.text.amending import INSERTED, REWORDED, STRUCK, Clash, TextChange, amended
from vagvisare.register.text.paragraphs import paragraphs_of
from vagvisare.register.text.places import AstrayPlace, canonical, find

FLAT = "".join(f"{n} § Regel nummer {n}.\n\nMer om {n}.\n\n" for n in (1, 2, 4, 5))


def words(text: str) -> list[str]:
    return [paragraph.words for paragraph in paragraphs_of(text) if paragraph.words]


def reworded(text: str, place: str, wording: str) -> list[str]:
    return words(amended(text, [TextChange(REWORDED, place, wording)]))


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("§ 3", "3 §"),
        ("3§", "3 §"),
        ("15a §", "15 a §"),
        ("2 kap 3 § andra stycket", "2 kap. 3 § stycke 2"),
        ("3 § 2 st.", "3 § stycke 2"),
        ("Avsnitt 2.1", "2.1"),
        ("3 § första punkten", "3 § punkt 1"),
        ("kapitel 2", "2 kap."),
        ("rubriken Syfte", "syfte"),
    ],
)
def test_a_place_is_understood_as_people_write_it(given, place):
    assert canonical(given) == place


@pytest.mark.parametrize(
    ("place", "number"),
    [("1 kap. 1 §", 4), ("1 kap. 1 § stycke 2", 1), ("15 a §", 1), ("Syfte", 2), ("2 kap.", 3)],
)
def test_a_place_holds_what_stands_under_it(place, number):
    assert len(find(place, paragraphs_of(RULES))) == number


def test_first_words_name_a_paragraph():
    assert find("Nämnden får delegera", paragraphs_of(RULES)) == range(7, 8)


def test_a_place_that_several_have_is_refused_with_both():
    with pytest.raises(AstrayPlace) as refused:
        find("1 §", paragraphs_of(RULES))

    assert refused.value.several
    assert refused.value.nearest == ["1 kap. 1 §", "2 kap. 1 §"]


def test_a_place_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(AstrayPlace) as refused:
        find("2 kap. 16 §", paragraphs_of(RULES))

    assert not refused.value.several
    assert "2 kap. 1 §" in refused.value.nearest[:2]


def test_a_section_is_struck_with_all_its_paragraphs():
    assert words(amended(FLAT, [TextChange(STRUCK, "2 §")])) == [
        w for w in words(FLAT) if "2" not in w
    ]


def test_a_new_wording_keeps_the_label_it_leaves_out():
    assert reworded(FLAT, "4 §", "Ny regel.")[4] == "4 § Ny regel."
    assert reworded(FLAT, "4 §", "4 § Ny regel.")[4] == "4 § Ny regel."
    assert reworded(RULES, "1 kap. 1 §", "Nämnden ansvarar för allt.")[4] == (
        "1 § Nämnden ansvarar för allt."
    )


def test_a_heading_stays_over_its_new_wording():
    assert reworded(RULES, "Syfte", "Kultur för alla.")[1:3] == ["Syfte", "Kultur för alla."]
    assert reworded(PLAN, "2.1", "Alla ska simma.")[3:5] == ["2.1 Bad", "Alla ska simma."]


@pytest.mark.parametrize(
    ("place", "index"),
    [("3 §", 4), ("2 a §", 4), ("6 §", 8), ("efter 1 §", 2), ("före 4 §", 4), ("sist", 8)],
)
def test_what_is_inserted_goes_where_its_number_says(place, index):
    new = words(amended(FLAT, [TextChange(INSERTED, place, "ny regel här.")]))

    assert new[index].endswith("ny regel här.")
    assert new[:index] + new[index + 1 :] == words(FLAT)


@pytest.mark.parametrize(
    "changes",
    [
        [TextChange(INSERTED, "4 §", "Finns redan.")],
        [TextChange(STRUCK, "4 §"), TextChange(REWORDED, "4 § stycke 2", "Nytt.")],
    ],
)
def test_changes_that_clash_are_refused(changes):
    with pytest.raises(Clash):
        amended(FLAT, changes)


def test_what_is_struck_may_be_put_back_by_the_same_decision():
    changes = [TextChange(INSERTED, "4 §", "Annan regel."), TextChange(STRUCK, "4 §")]

    assert words(amended(FLAT, changes))[4:6] == ["4 § Annan regel.", "5 § Regel nummer 5."]


sections = st.lists(st.integers(1, 40), min_size=2, max_size=8, unique=True).map(sorted)
sentences = st.text(alphabet="abcdefåäö ", min_size=3, max_size=40).map(
    lambda drawn: f"Text {drawn.strip()}."
)


@st.composite
def rules(draw) -> tuple[str, list[int]]:
    numbers = draw(sections)
    return "\n\n".join(f"{n} § {draw(sentences)}" for n in numbers) + "\n", numbers


@given(rules())
def test_consolidating_nothing_gives_the_same(made):
    assert amended(made[0], []) == made[0]


@given(rules(), st.data())
def test_struck_then_inserted_is_as_before(made, data):
    text, numbers = made
    number = data.draw(st.sampled_from(numbers))
    old = next(w for w in words(text) if w.startswith(f"{number} §"))
    without = amended(text, [TextChange(STRUCK, f"{number} §")])

    assert words(amended(without, [TextChange(INSERTED, f"{number} §", old)])) == words(text)


@given(rules(), st.data())
def test_every_paragraph_not_named_is_untouched(made, data):
    text, numbers = made
    named = data.draw(st.lists(st.sampled_from(numbers), unique=True, max_size=3))
    kinds = [data.draw(st.sampled_from([STRUCK, REWORDED])) for _ in named]
    changes = [
        TextChange(kind, f"{number} §", "Annat." if kind == REWORDED else "")
        for kind, number in zip(kinds, named, strict=True)
    ]
    after = [p.raw.strip() for p in paragraphs_of(amended(text, changes))]
    kept = [p.raw.strip() for p in paragraphs_of(text) if int(p.label.split()[0]) not in named]

    assert [raw for raw in after if int(raw.split()[0]) not in named] == kept
    assert len(after) == len(kept) + kinds.count(REWORDED)
