import pytest
from django.utils import translation

from tests.factories.register import adopted, entered
from tests.register.exchange.listing import PLAN, POLICY


@pytest.fixture(autouse=True)
def swedish():
    with translation.override("sv"):
        yield


@pytest.fixture
def two(registrar):
    """A plan that is adopted and a policy that is not."""
    return adopted(PLAN, by=registrar), entered(POLICY, by=registrar, document_type="policy")
