from datetime import date

from click.testing import CliRunner

from tests.factories.register import adopted
from vagvisare.cli.main import main
from vagvisare.register.models import StandingSpan
from vagvisare.register.states import Standing


def test_restand_counts_what_stood_otherwise(registrar):
    documents = [adopted(f"Plan {n}", by=registrar) for n in range(3)]
    stale = StandingSpan.objects.filter(document=documents[0])
    stale.filter(standing=Standing.ENDING_SOON).update(first_day=date(2010, 12, 1))

    first = CliRunner().invoke(main, ["restand", "--batch", "2"])
    again = CliRunner().invoke(main, ["restand"])

    assert (first.stdout, again.stdout) == ("3\t1\n", "3\t0\n")
