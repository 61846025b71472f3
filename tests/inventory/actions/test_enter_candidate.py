from datetime import date

import pytest

from tests.factories.inventory import MOMENT, candidate, facts_of, read_file, reading_of
from tests.factories.organization import person
from tests.factories.register import adopted, entered, reference
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.queries import lines_about
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.confirm_claim import confirm_claim
from vagvisare.inventory.actions.correct_claim import supply_value
from vagvisare.inventory.actions.deciding import CandidateClosed
from vagvisare.inventory.actions.enter_candidate import CannotEnterCandidate, enter_candidate
from vagvisare.inventory.actions.reject_claim import reject_claim
from vagvisare.inventory.actions.reopen_claim import reopen_claim
from vagvisare.inventory.models import Candidate
from vagvisare.inventory.plan import plan_for
from vagvisare.inventory.states import CandidateState, Field
from vagvisare.register.models import SteeringDocument
from vagvisare.register.queries import adoption_of
from vagvisare.register.states import Standing, Term


def confirmed(by, *, only: tuple[str, ...] = (), about: Candidate | None = None) -> Candidate:
    """The ordinary plan with its claims confirmed, all or the ones named."""
    own = about or candidate(by)
    for claim in own.claims.filter(found="value"):
        if not only or claim.field in only:
            confirm_claim(claim=claim, by=by, at=MOMENT)
    return own


def test_what_is_confirmed_comes_into_the_register(registrar):
    own = confirmed(registrar)

    document = enter_candidate(candidate=own, by=registrar)

    assert (document.title, document.document_type) == ("Biblioteksplan för Tyresö kommun", "plan")
    act = adoption_of(document)
    assert (act.body.key, act.decided_on, act.section) == ("kommunfullmaktige", "2018-11-29", "120")
    assert (act.first_day, act.last_day) == (date(2019, 1, 1), date(2022, 12, 31))
    assert (act.source, act.diary_no) == ("plan.txt", "")
    (version,) = document.versions.all()
    assert (version.file_sha256, version.act) == (own.file.sha256, act)
    assert "Antagen av kommunfullmäktige" in version.text
    span = SteeringDocument.objects.with_standing_on(date(2026, 11, 24)).get().spans_of_day[0]
    assert span.standing == Standing.OVER_BUT_STANDING


def test_the_candidate_knows_its_document_and_the_trail_both(registrar):
    own = confirmed(registrar)

    document = enter_candidate(candidate=own, by=registrar, because="Registret läggs upp")

    own.refresh_from_db()
    assert (own.state, own.document) == (CandidateState.ENTERED, document)
    line = lines_about(own)[0]
    assert (line.verb, line.because) == ("candidate-entered", "Registret läggs upp")
    assert line.after == {"document": document.pk, "tied": False}


def test_unconfirmed_nothing_enters(registrar):
    own = candidate(registrar)

    with pytest.raises(CannotEnterCandidate):
        enter_candidate(candidate=own, by=registrar)

    assert not SteeringDocument.objects.exists()


@pytest.mark.parametrize("left_out", ["title", "document_type"])
def test_title_and_type_must_be_confirmed(registrar, left_out):
    own = confirmed(registrar)
    reopen_claim(claim=own.claims.get(field=left_out), by=registrar)

    with pytest.raises(CannotEnterCandidate):
        enter_candidate(candidate=own, by=registrar)


def test_unconfirmed_and_rejected_claims_stay_outside(registrar):
    own = confirmed(registrar, only=("title", "document_type", "deciding_body"))
    reject_claim(claim=own.claims.get(field="decision_date"), by=registrar, at=MOMENT)

    act = adoption_of(enter_candidate(candidate=own, by=registrar))

    assert (act.body.key, act.decided_on, act.section) == ("kommunfullmaktige", "", "")
    assert (act.first_day, act.last_day) == (None, None)


def test_without_a_confirmed_decision_none_is_entered(registrar):
    own = confirmed(registrar, only=("title", "document_type", "valid_until", "paragraph"))

    document = enter_candidate(candidate=own, by=registrar)

    assert adoption_of(document) is None
    assert document.spans.get().standing == Standing.UNKNOWN


def test_the_plan_says_what_stays_outside(registrar):
    own = confirmed(registrar, only=("title", "document_type"))

    plan = plan_for(own)

    assert plan.obstacles == ()
    assert plan.decision is None
    assert len(plan.notes) == 2
    assert plan.notes[0].startswith("5 ")


def test_a_paper_that_is_no_steering_document_is_stopped(registrar):
    text = "Biblioteksplan, tjänsteskrivelse"
    values = {"title": "Biblioteksplan", "document_type": "tjänsteskrivelse"}
    own = confirmed(registrar, about=candidate(registrar, reading_of(values, text=text)))

    with pytest.raises(CannotEnterCandidate, match="tjänsteskrivelse"):
        enter_candidate(candidate=own, by=registrar)


def test_an_unknown_body_is_not_left_out_quietly(registrar):
    values = {"title": "Plan", "document_type": "plan", "deciding_body": "Rymdnämnden"}
    text = "Plan, plan, Rymdnämnden"
    own = confirmed(registrar, about=candidate(registrar, reading_of(values, text=text)))

    with pytest.raises(CannotEnterCandidate, match="Rymdnämnden"):
        enter_candidate(candidate=own, by=registrar)


@pytest.mark.parametrize(
    ("field", "value"), [(Field.TILLS_VIDARE, "ja"), (Field.VALID_FROM, "2023")]
)
def test_a_contradiction_is_stopped(registrar, field, value):
    own = candidate(registrar)
    own.claims.filter(field=field).delete()
    confirmed(registrar, about=own)
    supply_value(candidate=own, field=field, value=value, by=registrar, at=MOMENT)

    with pytest.raises(CannotEnterCandidate):
        enter_candidate(candidate=own, by=registrar)


def test_until_further_notice_has_no_last_day(registrar):
    own = confirmed(registrar, only=("title", "document_type", "decision_date"))
    supply_value(candidate=own, field=Field.TILLS_VIDARE, value="ja", by=registrar, at=MOMENT)

    act = adoption_of(enter_candidate(candidate=own, by=registrar))

    assert (act.open_ended, act.last_day) == (True, None)


def test_a_document_only_spoken_of_gets_no_text(registrar):
    mention = facts_of({"title": "Biblioteksplan", "document_type": "plan"})
    file = read_file(registrar, reading_of(mentions=(mention,)))
    spoken_of = confirmed(registrar, about=file.candidates.get(about="mentioned"))

    document = enter_candidate(candidate=spoken_of, by=registrar)

    assert not document.versions.exists()


def test_an_existing_document_is_proposed_and_keeps_its_decision(registrar):
    own = confirmed(registrar)
    decided = reference(day="2018-11-29", section="7")
    there = adopted("biblioteksplan för Tyresö kommun", by=registrar, decided=decided)
    assert plan_for(own).existing == there

    enter_candidate(candidate=own, by=registrar, tie_to=there)

    own.refresh_from_db()
    assert own.document == there
    assert [act.section for act in there.acts.all()] == ["7"]
    assert there.versions.count() == 1


def test_an_existing_document_without_decision_gets_it(registrar):
    own = confirmed(registrar)
    there = entered("Biblioteksplan för Tyresö kommun", by=registrar)

    enter_candidate(candidate=own, by=registrar, tie_to=there)

    assert adoption_of(there).section == "120"


def test_entered_is_entered(registrar):
    own = confirmed(registrar)
    enter_candidate(candidate=own, by=registrar)

    with pytest.raises(CandidateClosed):
        enter_candidate(candidate=own, by=registrar)
    with pytest.raises(CandidateClosed):
        reopen_claim(claim=own.claims.get(field="title"), by=registrar)
    assert confirm_all(batch=own.file.batch, at_least=0, by=registrar, at=MOMENT) == 0
    assert SteeringDocument.objects.count() == 1


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER, Role.DEPARTMENT_HEAD])
def test_only_the_registrar_enters(registrar, role):
    own = confirmed(registrar)

    with pytest.raises(NotAllowed):
        enter_candidate(candidate=own, by=person(role))


def test_the_sentence_behind_the_end_comes_along(registrar):
    text = "Biblioteksplan\n\nPlan\n\nAntagen av Kommunfullmäktige.\n\nPlanen upphör att gälla 2022-12-31. Klart."
    values = {
        "title": "Biblioteksplan",
        "document_type": "plan",
        "deciding_body": "Kommunfullmäktige",
        "valid_until": "2022-12-31",
    }
    own = confirmed(registrar, about=candidate(registrar, reading_of(values, text=text)))

    act = adoption_of(enter_candidate(candidate=own, by=registrar))

    assert (act.term, act.lapses) == (Term.UNTIL_DAY, True)
    assert act.term_words == "Planen upphör att gälla 2022-12-31."


def test_no_file_lets_a_document_stand_longer(registrar):
    there = adopted("Biblioteksplan för Tyresö kommun", by=registrar)
    own = confirmed(registrar)  # through 2022

    enter_candidate(candidate=own, by=registrar, tie_to=there)

    span = SteeringDocument.objects.with_standing_on(date(2021, 1, 1)).get().spans_of_day[0]
    assert span.standing == Standing.OVER_BUT_STANDING
    assert there.acts.count() == 1
