from tests.factories.inventory import PLAN, batch_of, facts_of, read_file, reading_of
from vagvisare.audit.queries import lines_about
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.models import Candidate, Claim
from vagvisare.inventory.states import ClaimState, FileState, Found
from vagvisare.reading.reading import Page, Reading, ReadingError
from vagvisare.register.models import SteeringDocument


def test_each_fact_becomes_a_claim_with_its_evidence(registrar):
    file = read_file(registrar)

    (own,) = file.candidates.all()
    claims = {claim.field: claim for claim in own.claims.all()}
    assert {field: claims[field].value for field in PLAN} == PLAN
    body = claims["deciding_body"]
    page = file.pages[body.page - 1]["text"]
    assert page[body.start : body.end] == body.evidence_text == "kommunfullmäktige"
    assert (body.state, body.confidence) == (ClaimState.PROPOSED, 0.95)


def test_a_label_without_value_is_reported_as_exactly_that(registrar):
    claim = Claim.objects.get(candidate__file=read_file(registrar), field="registry_number")

    assert (claim.state, claim.found, claim.value) == (ClaimState.MISSING, Found.LABEL, "")


def test_nothing_enters_the_register_by_reading(registrar):
    read_file(registrar)

    assert not SteeringDocument.objects.exists()
    assert not Claim.objects.confirmed().exists()


def test_documents_the_file_speaks_of_are_candidates_too(registrar):
    mention = facts_of({"title": "Biblioteksplan", "valid_until": "2022"})
    file = read_file(registrar, reading_of(mentions=(mention,)))

    own, mentioned = file.candidates.all()
    assert (own.about, mentioned.about) == ("own", "mentioned")
    assert mentioned.title == "Biblioteksplan"


def test_twice_is_as_once(registrar):
    file = read_file(registrar)
    lines = lines_about(file).count()

    keep_reading(file=file, reading=reading_of(), by=registrar)

    assert Candidate.objects.count() == 1
    assert Claim.objects.count() == len(PLAN) + 1
    assert lines_about(file).count() == lines == 1


def test_a_file_that_fails_says_why_and_claims_nothing(registrar):
    file = batch_of(by=registrar).files.get()
    error = ReadingError("encrypted", "The document is protected by a password.")

    keep_reading(file=file, reading=Reading("plan", error=error), by=registrar)

    file.refresh_from_db()
    assert (file.state, file.error_code) == (FileState.FAILED, "encrypted")
    assert not file.candidates.exists()


def test_the_null_character_does_not_reach_the_database(registrar):
    reading = Reading("plan", pages=(Page("Plan\x00för\ud800parker"),))

    file = read_file(registrar, reading)

    assert file.pages[0]["text"] == "Plan för?parker"
