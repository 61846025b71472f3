import random

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from tests.factories.organization import body
from vagvisare.audit.models import AuditLine
from vagvisare.audit.queries import first_broken_line
from vagvisare.audit.record import record


@pytest.fixture
def ten_lines(registrar):
    for number in range(10):
        with transaction.atomic():
            record("tested", body(), by=registrar, because=f"rad {number}", after={"å": number})


def test_an_untouched_trail_holds(ten_lines):
    assert first_broken_line() is None


@pytest.mark.parametrize("field", ["because", "actor_name", "verb", "subject_key", "after"])
def test_an_edited_line_is_found(ten_lines, field):
    number = random.randint(1, 10)
    AuditLine.objects.filter(number=number).update(**{field: "något annat"})

    assert first_broken_line() == number


def test_a_deleted_line_is_found(ten_lines):
    AuditLine.objects.filter(number=4).delete()

    assert first_broken_line() == 4


def test_a_cut_tail_is_found_by_the_head(ten_lines):
    AuditLine.objects.filter(number=10).delete()

    assert first_broken_line() == 10


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused(registrar):
    with pytest.raises(TransactionManagementError):
        record("tested", body(), by=registrar)
