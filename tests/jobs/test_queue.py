import pytest
from django.db import transaction
from django_q.models import OrmQ

from vagvisare.jobs.queue import later


@pytest.mark.django_db(transaction=True)
def test_a_job_is_queued_exactly_when_the_write_holds():
    with transaction.atomic():
        later("vagvisare.inventory.jobs.read_batch", 17, "2026-11-24")
        assert not OrmQ.objects.exists()

    queued = OrmQ.objects.get().task
    assert queued["func"] == "vagvisare.inventory.jobs.read_batch"
    assert queued["args"] == (17, "2026-11-24")


@pytest.mark.django_db(transaction=True)
def test_a_write_that_fails_queues_nothing():
    with pytest.raises(LookupError), transaction.atomic():
        later("vagvisare.inventory.jobs.read_batch", 17, "2026-11-24")
        raise LookupError

    assert not OrmQ.objects.exists()
