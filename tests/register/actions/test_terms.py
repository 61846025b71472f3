"""Terms as worded, extensions by decision, records taken back."""

from datetime import date

import pytest

from tests.factories.organization import body
from tests.factories.register import adopted, entered, reference
from vagvisare.audit.queries import first_broken_line, lines_about
from vagvisare.register import policies
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.correct import CannotCorrect, correct, reference_of
from vagvisare.register.actions.prolong import prolong
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.actions.replace import replace
from vagvisare.register.actions.restand import restand_all
from vagvisare.register.actions.retract import CannotRetract, retract
from vagvisare.register.actions.revise import revise
from vagvisare.register.models import Act, StandingSpan
from vagvisare.register.queries import adoption_of, same_document
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import Standing, Term
from vagvisare.register.terms import ImpossibleTerm

END = date(2010, 12, 31)


def standing(document, day):
    return StandingSpan.objects.covering(day).get(document=document).standing


def test_the_wording_is_kept_with_its_sentence(registrar):
    words = "Planen gäller till dess att en ny plan antas."
    act = adopt(
        document=entered(by=registrar),
        decision=reference(),
        by=registrar,
        term=Term.UNTIL_SUCCESSOR,
        term_words=f"  {words}\n",
        lapses=False,
    )
    act.refresh_from_db()

    assert (act.term, act.term_words, act.lapses) == (Term.UNTIL_SUCCESSOR, words, False)
    assert act.open_ended


def test_days_alone_say_the_term_too(registrar):
    through = adopted("Ett", by=registrar).acts.get()
    forever = adopted("Två", by=registrar, open_ended=True).acts.get()

    assert through.term == Term.UNTIL_DAY
    assert forever.term == Term.UNTIL_FURTHER_NOTICE


@pytest.mark.parametrize(
    "said",
    [
        {"term": Term.UNTIL_DAY},
        {"term": Term.UNTIL_DAY, "open_ended": True},
        {"term": Term.UNTIL_FURTHER_NOTICE, "last_day": END},
        {"term": "for ever"},
    ],
)
def test_a_term_that_contradicts_its_days_is_refused(registrar, said):
    document = entered(by=registrar)

    with pytest.raises(ImpossibleTerm):
        adopt(document=document, decision=reference(), by=registrar, **said)
    assert not document.acts.exists()


INCOMPLETE = [{"section": ""}, {"decided_on": "2010"}, {"decided_on": ""}, {"body": None}]


@pytest.mark.parametrize("missing", INCOMPLETE)
@pytest.mark.parametrize(
    "longer",
    [{"last_day": date(2012, 12, 31)}, {"open_ended": True}, {"term": Term.UNTIL_SUCCESSOR}],
)
def test_no_revision_lets_it_stand_longer_without_a_whole_decision(registrar, missing, longer):
    document = adopted(by=registrar)
    whole = {"body": body(), "decided_on": "2010-10-01", "section": "7"}

    with pytest.raises(policies.IncompleteDecision):
        revise(
            document=document,
            decision=DecisionReference(**(whole | missing)),
            by=registrar,
            **longer,
        )
    assert standing(document, date(2011, 1, 1)) == Standing.OVER_BUT_STANDING


def test_a_revision_that_moves_no_end_may_be_known_in_part(registrar):
    document = adopted(by=registrar)

    revise(document=document, decision=DecisionReference(decided_on="2009"), by=registrar)

    assert standing(document, date(2011, 1, 1)) == Standing.OVER_BUT_STANDING


@pytest.mark.parametrize("missing", INCOMPLETE)
def test_nothing_is_prolonged_without_a_whole_decision(registrar, missing):
    document = adopted(by=registrar)
    whole = {"body": body(), "decided_on": "2010-10-01", "section": "7"}

    with pytest.raises(policies.IncompleteDecision):
        prolong(
            document=document,
            decision=DecisionReference(**(whole | missing)),
            last_day=date(2012, 12, 31),
            by=registrar,
        )


def test_a_decision_before_the_adoption_changes_nothing(registrar):
    document = adopted(by=registrar)

    with pytest.raises(policies.BeforeAdoption):
        repeal(document=document, decision=reference(day="2006-01-31"), by=registrar)


def test_a_record_is_taken_back_with_its_reason(registrar):
    document = adopted(by=registrar)
    act = repeal(document=document, decision=reference(day="2009-02-13"), by=registrar)

    retract(act=act, by=registrar, because="Fel dokument")

    kept = Act.every.get(pk=act.pk)
    assert kept.retracted_because == "Fel dokument"
    assert standing(document, date(2009, 3, 1)) == Standing.IN_FORCE
    line = lines_about(document)[0]
    assert (line.verb, line.because) == ("retracted", "Fel dokument")
    assert line.before["decided_on"] == "2009-02-13"
    assert first_broken_line() is None


def test_what_is_taken_back_is_read_by_nobody(registrar):
    document = adopted(by=registrar)
    retract(act=document.acts.get(), by=registrar, because="Fel dokument")

    assert adoption_of(document) is None
    assert same_document(document.title, decided_on="2007-12-12") == document
    assert same_document(document.title, decided_on="2011-01-01") == document
    with pytest.raises(policies.NotAdopted):
        policies.check_adopted(document)
    adopt(document=document, decision=reference(day="2008-01-31"), by=registrar)


@pytest.mark.parametrize("because", ["", "  "])
def test_to_take_back_needs_a_reason(registrar, because):
    with pytest.raises(CannotRetract):
        retract(act=adopted(by=registrar).acts.get(), by=registrar, because=because)


def test_nothing_is_taken_back_twice(registrar):
    act = adopted(by=registrar).acts.get()
    retract(act=act, by=registrar, because="Fel")

    with pytest.raises(CannotRetract):
        retract(act=act, by=registrar, because="Fel")


def test_an_adoption_that_others_rest_on_stays(registrar):
    old, new = adopted("Gammal", by=registrar), adopted("Ny", by=registrar)
    replacing = replace(
        document=old, successor=new, decision=reference(day="2009-01-31"), by=registrar
    )

    with pytest.raises(CannotRetract):
        retract(act=new.acts.get(), by=registrar, because="Fel")
    retract(act=replacing, by=registrar, because="Fel")
    assert not new.relations.exists()
    retract(act=new.acts.get(), by=registrar, because="Fel")


def test_a_correction_keeps_what_follows(registrar):
    old, new = adopted("Gammal", by=registrar), adopted("Ny", by=registrar)
    wrong = replace(document=old, successor=new, decision=reference(day="2009-01-31"), by=registrar)

    right = correct(act=wrong, decision=reference(day="2009-02-28"), by=registrar, because="Läsfel")

    assert right.successor == new
    assert new.relations.get().other == old
    assert standing(old, date(2009, 2, 1)) == Standing.IN_FORCE
    assert standing(old, date(2009, 2, 28)) == Standing.REPLACED
    assert lines_about(old)[0].verb == "corrected"
    assert first_broken_line() is None


def test_the_adoption_of_what_is_over_can_be_corrected(registrar):
    document = adopted(by=registrar)
    repeal(document=document, decision=reference(day="2009-02-13"), by=registrar)
    wrong = adoption_of(document)

    correct(
        act=wrong,
        decision=DecisionReference(body=wrong.body, decided_on="2007-11-12", section="99"),
        by=registrar,
        because="Läsfel",
        last_day=END,
    )

    assert standing(document, date(2007, 11, 12)) == Standing.IN_FORCE
    assert standing(document, date(2009, 2, 13)) == Standing.REPEALED


def test_an_adoption_is_not_corrected_to_after_its_end(registrar):
    document = adopted(by=registrar)
    repeal(document=document, decision=reference(day="2009-02-13"), by=registrar)
    wrong = adoption_of(document)

    with pytest.raises(policies.BeforeAdoption):
        correct(act=wrong, decision=reference(day="2009-02-14"), by=registrar, because="Läsfel")
    assert adoption_of(document).pk == wrong.pk


def test_a_correction_keeps_the_days_in_order(registrar):
    wrong = adopted(by=registrar).acts.get()

    with pytest.raises(CannotCorrect):
        correct(
            act=wrong,
            decision=reference_of(wrong),
            by=registrar,
            because="Läsfel",
            first_day=date(2010, 1, 1),
            last_day=date(2009, 1, 1),
        )


def test_standing_is_computed_anew_for_all_whose_spans_are_stale(registrar):
    documents = [adopted(f"Plan {n}", by=registrar) for n in range(3)]
    stale = StandingSpan.objects.filter(document__in=documents[1:])
    stale.filter(standing=Standing.OVER_BUT_STANDING).update(standing=Standing.ENDED)

    assert list(restand_all(batch=2)) == [(2, 1), (3, 2)]
    assert list(restand_all(batch=2)) == [(2, 0), (3, 0)]
    assert {standing(d, date(2011, 1, 1)) for d in documents} == {Standing.OVER_BUT_STANDING}
