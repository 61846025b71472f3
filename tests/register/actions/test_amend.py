from datetime import date

import pytest

from tests.factories.register import adopted, reference
from vagvisare.audit.queries import lines_about
from vagvisare.register.actions.add_version import CannotAddVersion, add_version
from vagvisare.register.actions.amend import (
    CannotAmend,
    TextChangedMeanwhile,
    amend,
    holds_retracted,
    work_anew,
    work_in,
)
from vagvisare.register.actions.retract import retract
from vagvisare.register.models import Amendment, Version
from vagvisare.register.states import TextKind
from vagvisare.register.text.amending import TextChange
from vagvisare.register.text.paragraphs import paragraphs_of

TEXT = "1 § Nämnden har nio ledamöter.\n\n2 § Nämnden möts.\n\n3 § Taxan är 100 kronor.\n"


@pytest.fixture
def document(registrar):
    document = adopted("Reglemente", by=registrar, open_ended=True)
    add_version(document=document, text=TEXT, by=registrar, act=document.acts.get())
    return document


def changed(document, by, *changes, day="2010-05-05", section="7", from_day=None):
    return amend(
        document=document,
        decision=reference(day=day, section=section),
        by=by,
        from_day=from_day,
        changes=[TextChange(*change) for change in changes],
    )


def lines(document) -> list[str]:
    version = document.versions.first()
    return [paragraph.words for paragraph in paragraphs_of(version.text)]


def test_the_consolidated_text_says_what_it_comes_from(document, registrar):
    act = changed(
        document,
        registrar,
        ("reworded", "1 §", "Nämnden har elva ledamöter."),
        ("struck", "2 §", ""),
        ("inserted", "4 §", "Protokoll förs."),
    )
    version = document.versions.first()

    assert lines(document) == [
        "1 § Nämnden har elva ledamöter.",
        "3 § Taxan är 100 kronor.",
        "4 § Protokoll förs.",
    ]
    assert (version.kind, version.act, version.basis.number) == (TextKind.CONSOLIDATED, act, 1)
    assert [row.place for row in act.amendments.all()] == ["1 §", "2 §", "4 §"]
    assert lines_about(document).first().verb == "version-added"


def test_a_decision_recorded_late_is_worked_in_where_it_belongs(document, registrar):
    changed(document, registrar, ("reworded", "3 §", "Taxan är 300 kronor."), day="2012-01-01")
    changed(document, registrar, ("reworded", "3 §", "Taxan är 200 kronor."), day="2011-01-01")

    assert lines(document)[2] == "3 § Taxan är 300 kronor."
    assert "200 kronor" in document.versions.valid_on(date(2011, 6, 1)).first().text


def test_a_retracted_amendment_is_taken_out_of_the_text(document, registrar):
    wrong = changed(document, registrar, ("reworded", "1 §", "Fel."), day="2011-01-01")
    changed(document, registrar, ("reworded", "3 §", "Taxan är 300 kronor."), day="2012-01-01")
    retract(act=wrong, by=registrar, because="Fel dokument")
    assert holds_retracted(document)

    work_anew(document=document, by=registrar)

    assert not holds_retracted(document)
    assert lines(document)[0] == "1 § Nämnden har nio ledamöter."
    assert lines(document)[2] == "3 § Taxan är 300 kronor."
    with pytest.raises(CannotAmend):
        work_anew(document=document, by=registrar)


def test_the_next_amendment_leaves_a_retracted_one_behind(document, registrar):
    wrong = changed(document, registrar, ("reworded", "1 §", "Fel."), day="2011-01-01")
    retract(act=wrong, by=registrar, because="Fel dokument")
    changed(document, registrar, ("struck", "2 §", ""), day="2012-01-01")

    assert lines(document) == ["1 § Nämnden har nio ledamöter.", "3 § Taxan är 100 kronor."]
    assert not holds_retracted(document)


def test_only_a_retracted_amendment_leaves_the_text_as_it_was(document, registrar):
    wrong = changed(document, registrar, ("struck", "3 §", ""), day="2011-01-01")
    retract(act=wrong, by=registrar, because="Fel dokument")
    assert document.versions.valid_on(date(2030, 1, 1)).first().text == TEXT

    work_anew(document=document, by=registrar)

    assert lines(document)[2] == "3 § Taxan är 100 kronor."
    assert not holds_retracted(document)


def test_a_change_older_than_the_whole_text_is_refused(document, registrar):
    act = changed(document, registrar, day="2013-01-01")
    add_version(document=document, text=TEXT, by=registrar, act=act)

    with pytest.raises(CannotAmend, match="helt ny text"):
        changed(document, registrar, ("struck", "3 §", ""), day="2012-01-01")


def test_decisions_of_one_day_work_in_the_order_of_their_sections(document, registrar):
    changed(document, registrar, ("reworded", "3 §", "Taxan är 300 kronor."), section="10")
    changed(document, registrar, ("reworded", "3 §", "Taxan är 200 kronor."), section="9")

    assert lines(document)[2] == "3 § Taxan är 300 kronor."


def test_a_day_from_which_it_works_decides_the_text_of_a_day(document, registrar):
    changed(document, registrar, ("struck", "3 §", ""), from_day=date(2011, 1, 1))

    def number(day):
        return document.versions.valid_on(day).first().number

    assert [number(date(2010, 12, 31)), number(date(2011, 1, 1))] == [1, 2]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("reworded", "5 §", "Nytt."), "3 §"),
        (("inserted", "2 §", "Nytt."), "2 §"),
        (("struck", "någon annanstans", ""), "1 §"),
    ],
)
def test_what_cannot_be_placed_is_refused_and_nothing_is_kept(document, registrar, change, said):
    with pytest.raises(CannotAmend, match=said):
        changed(document, registrar, change)

    assert not Amendment.objects.exists()
    assert document.acts.count() == document.versions.count() == 1


def test_without_a_text_there_is_nothing_to_work_into(registrar):
    with pytest.raises(CannotAmend):
        changed(adopted(by=registrar), registrar, ("struck", "1 §", ""))


def test_a_text_that_came_meanwhile_stops_the_change(document, registrar):
    seen = document.versions.get()
    changed(document, registrar, ("struck", "3 §", ""))
    act = changed(document, registrar, day="2011-01-01")

    with pytest.raises(TextChangedMeanwhile):
        work_in(act=act, changes=[TextChange("struck", "2 §")], by=registrar, seen=seen)


def test_an_adopted_text_is_held_against_what_was_proposed(document, registrar):
    proposed = add_version(
        document=document,
        text="Förslag.",
        by=registrar,
        kind=TextKind.PROPOSED,
        source="decision:7",
    )
    taken = add_version(document=document, text="Antaget.", by=registrar)

    assert taken.basis == proposed
    assert Version.objects.valid_on(date(2030, 1, 1)).first() == taken


def test_a_proposal_is_never_the_text_that_holds(document, registrar):
    add_version(document=document, text="Förslag.", by=registrar, kind=TextKind.PROPOSED)

    assert document.versions.valid_on(date(2030, 1, 1)).first().text == TEXT


def test_a_version_of_nothing_is_refused(document, registrar):
    with pytest.raises(CannotAddVersion):
        add_version(document=document, text=" ", by=registrar)
    with pytest.raises(CannotAddVersion):
        act = document.acts.get()
        add_version(document=document, text="F", by=registrar, act=act, kind=TextKind.PROPOSED)
