import pytest
from click.testing import CliRunner

from tests.factories.organization import person
from tests.factories.register import adopted
from vagvisare.access.roles import Role
from vagvisare.audit.queries import first_broken_line
from vagvisare.cli.main import COMMANDS, main
from vagvisare.organization.models import Person
from vagvisare.register.models import StandingSpan, SteeringDocument
from vagvisare.register.queries import counts_on
from vagvisare.register.states import Standing


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    done = run(name, "--help")

    assert done.exit_code == 0, done.output
    assert len(done.output.splitlines()) > 4


def test_watch_prints_a_line_for_each_alarm(registrar):
    adopted("Gammal plan", by=registrar)

    done = run("watch", "--on", "2013-10-24")

    assert done.output.split("\t") == [
        "over_but_standing",
        "2011-01-01",
        "2 år och 296 dagar",
        "Gammal plan",
        "Kommunfullmäktige\n",
    ]


@pytest.mark.django_db(transaction=True)
def test_the_demo_tells_three_answers_about_the_plan(settings):
    done = run("demo")

    assert done.exit_code == 0, done.output
    plan = SteeringDocument.objects.get(title="Ett Tyresö för alla")
    asked = {"2009-06-01": None, "2012-01-01": None, "2026-11-24": None}
    for day in asked:
        asked[day] = StandingSpan.objects.covering(day).get(document=plan).standing
    assert list(asked.values()) == [
        Standing.IN_FORCE,
        Standing.OVER_BUT_STANDING,
        Standing.REPLACED,
    ]
    assert all(counts_on("2026-11-24").values())
    assert first_broken_line() is None


@pytest.mark.django_db(transaction=True)
def test_the_demo_refuses_to_empty_somebody_elses_register():
    person(Role.REGISTRAR, email="riktig@kommun.example")

    done = run("demo")

    assert done.exit_code == 1
    assert "riktig@kommun.example" in done.output
    assert Person.objects.filter(email="riktig@kommun.example").exists()


@pytest.mark.django_db
def test_somebody_is_invited_once_and_with_a_password_that_holds():
    invite = ["invite", "ny@kommun.example", "--name", "Ny", "--password"]

    assert run(*invite, "kort").exit_code == 1
    assert run(*invite, "en lång lösenfras").exit_code == 0
    assert run(*invite, "en lång lösenfras").exit_code == 1
    assert Person.objects.get().has_perm("register.enter")
