from datetime import date

import pytest

from tests.factories.organization import body
from tests.factories.register import adopted, entered, reference
from vagvisare.access.checks import NotAllowed
from vagvisare.audit.queries import first_broken_line, lines_about
from vagvisare.register import policies
from vagvisare.register.actions.adopt import CannotAdopt, adopt
from vagvisare.register.actions.edit import EditedMeanwhile, edit
from vagvisare.register.actions.enter import CannotEnter, enter
from vagvisare.register.actions.prolong import CannotProlong, prolong
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.actions.replace import CannotReplace, replace
from vagvisare.register.models import StandingSpan, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import Origin, Standing


def standing(document, day):
    return StandingSpan.objects.covering(day).get(document=document).standing


def test_an_adopted_plan_is_over_the_day_after_its_term(registrar):
    document = adopted(by=registrar, last_day=date(2010, 12, 31))

    assert standing(document, date(2010, 12, 31)) == Standing.ENDING_SOON
    assert standing(document, date(2011, 1, 1)) == Standing.OVER_BUT_STANDING


def test_repeal_ends_it_and_leaves_a_trace_with_the_reason(registrar):
    document = adopted(by=registrar)

    repeal(
        document=document, decision=reference(day="2014-02-13"), by=registrar, because="Inaktuell"
    )

    assert standing(document, date(2014, 2, 13)) == Standing.REPEALED
    assert lines_about(document)[0].because == "Inaktuell"
    assert first_broken_line() is None


def test_a_reader_changes_nothing(registrar, reader):
    document = adopted(by=registrar)

    with pytest.raises(NotAllowed):
        repeal(document=document, decision=reference(), by=reader)
    assert standing(document, date(2012, 1, 1)) == Standing.OVER_BUT_STANDING


@pytest.mark.parametrize(
    "missing", [{"section": ""}, {"decided_on": "2014"}, {"decided_on": ""}, {"body": None}]
)
def test_an_ending_needs_a_decision_one_can_find_again(registrar, missing):
    document = adopted(by=registrar)
    whole = {"body": body(), "decided_on": "2014-02-13", "section": "7"}

    with pytest.raises(policies.IncompleteDecision):
        repeal(document=document, decision=DecisionReference(**(whole | missing)), by=registrar)


def test_what_is_over_cannot_end_twice(registrar):
    document = adopted(by=registrar)
    repeal(document=document, decision=reference(day="2014-02-13"), by=registrar)

    with pytest.raises(policies.AlreadyOver):
        repeal(document=document, decision=reference(day="2015-02-13"), by=registrar)


def test_what_is_adopted_is_not_adopted_again(registrar):
    document = adopted(by=registrar)

    with pytest.raises(CannotAdopt):
        adopt(document=document, decision=reference(), by=registrar)


@pytest.mark.parametrize("day", [date(2010, 12, 31), date(2010, 1, 1)])
def test_prolong_refuses_a_day_that_is_not_later(registrar, day):
    document = adopted(by=registrar, last_day=date(2010, 12, 31))

    with pytest.raises(CannotProlong):
        prolong(document=document, decision=reference(day="2010-10-01"), last_day=day, by=registrar)


def test_prolong_moves_the_last_day(registrar):
    document = adopted(by=registrar, last_day=date(2010, 12, 31))

    prolong(
        document=document,
        decision=reference(day="2010-10-01"),
        last_day=date(2012, 12, 31),
        by=registrar,
    )

    assert standing(document, date(2012, 1, 1)) == Standing.IN_FORCE


def test_what_stands_until_further_notice_has_no_day_to_move(registrar):
    document = adopted(by=registrar, open_ended=True)

    with pytest.raises(CannotProlong):
        prolong(
            document=document,
            decision=reference(day="2020-10-01"),
            last_day=date(2030, 12, 31),
            by=registrar,
        )


def test_replace_ties_the_successor_to_what_it_replaces(registrar):
    old = adopted("Gammal plan", by=registrar)
    new = adopted("Ny strategi", by=registrar, document_type="strategi", open_ended=True)

    replace(document=old, successor=new, decision=reference(day="2018-05-17"), by=registrar)

    assert standing(old, date(2018, 5, 17)) == Standing.REPLACED
    assert new.relations.get().other == old


def test_nothing_replaces_itself_or_is_replaced_by_what_is_not_adopted(registrar):
    old = adopted("Gammal plan", by=registrar)

    with pytest.raises(CannotReplace):
        replace(document=old, successor=old, decision=reference(), by=registrar)
    with pytest.raises(policies.NotAdopted):
        replace(
            document=old,
            successor=entered("Utkast", by=registrar),
            decision=reference(),
            by=registrar,
        )


@pytest.mark.parametrize("title", ["", "   ", "x" * 501])
def test_a_title_must_fit(registrar, title):
    with pytest.raises(CannotEnter):
        enter(title=title, document_type="plan", origin=Origin.FOUND, by=registrar, because="")


def test_a_type_must_be_the_municipalitys(registrar):
    with pytest.raises(CannotEnter):
        enter(title="X", document_type="dekret", origin=Origin.FOUND, by=registrar, because="")


def test_the_same_title_gets_an_address_of_its_own(registrar):
    first, second = entered("Plan å ö", by=registrar), entered("Plan å ö", by=registrar)

    assert (first.slug, second.slug) == ("plan-a-o", "plan-a-o-2")


def test_an_edit_based_on_an_older_revision_is_refused(registrar):
    document = entered("Plan", by=registrar)
    parts = {
        "popular_name": "",
        "document_type": "plan",
        "department": None,
        "responsible_role": "",
        "summary": "",
        "by": registrar,
    }
    edit(document=document, based_on=1, title="Plan ett", **parts)

    with pytest.raises(EditedMeanwhile):
        edit(document=document, based_on=1, title="Plan två", **parts)
    assert SteeringDocument.objects.get(pk=document.pk).title == "Plan ett"


@pytest.mark.parametrize("stated", ["igår", "2007-13", "2007-02-30"])
def test_a_date_that_is_none_is_refused(registrar, stated):
    with pytest.raises(policies.NotADay):
        adopt(
            document=entered(by=registrar),
            decision=DecisionReference(body=body(), decided_on=stated),
            by=registrar,
        )
