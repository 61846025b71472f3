"""What must always be true is held by the database itself."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories.inventory import MOMENT, batch_of, candidate
from vagvisare.inventory.models import Candidate, Claim, SourceFile
from vagvisare.inventory.states import CandidateState, ClaimState, FileState


@pytest.mark.parametrize(
    "change",
    [
        {"state": ClaimState.CONFIRMED},
        {"state": ClaimState.CONFIRMED, "confirmed_value": "Plan"},
        {"state": ClaimState.CONFIRMED, "confirmed_value": "Plan", "decided_at": MOMENT},
        {"state": ClaimState.REJECTED},
        {"confirmed_value": "Plan"},
        {"value": ""},
        {"found": "label"},
        {"confidence": 1.01},
        {"start": 5, "end": 4},
        {"field": "colour"},
        {"state": "guessed"},
    ],
)
def test_a_claim_cannot_be(registrar, change):
    claim = candidate(registrar).claims.get(field="title")

    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**change)


@pytest.mark.parametrize(
    "change",
    [{"state": CandidateState.ENTERED}, {"state": CandidateState.SET_ASIDE}, {"about": "both"}],
)
def test_a_candidate_cannot_be(registrar, change):
    own = candidate(registrar)

    with pytest.raises(IntegrityError), transaction.atomic():
        Candidate.objects.filter(pk=own.pk).update(**change)


@pytest.mark.parametrize(
    "change",
    [{"state": FileState.FAILED}, {"error_code": "crash"}, {"sha256": ""}, {"state": "lost"}],
)
def test_a_file_cannot_be(registrar, change):
    file = batch_of(by=registrar).files.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        SourceFile.objects.filter(pk=file.pk).update(**change)


def test_the_same_content_has_one_original(registrar):
    file = batch_of(by=registrar).files.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        SourceFile.objects.create(
            batch=file.batch, name="x", path="x", sha256=file.sha256, size=file.size
        )
