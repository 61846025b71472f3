import pytest
from click.testing import CliRunner
from django.core.management import call_command

from tests.factories.organization import person
from tests.factories.register import adopted
from vagvisare.access.roles import Role
from vagvisare.cli.main import main
from vagvisare.organization.actions.sync_profile import sync_profile
from vagvisare.organization.profile import current_profile
from vagvisare.register.models import SteeringDocument


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


@pytest.mark.django_db(transaction=True)
def test_a_register_goes_out_and_into_an_empty_installation(tmp_path):
    sync_profile(profile=current_profile())
    adopted("Biblioteksplan", by=person(Role.REGISTRAR))
    target = str(tmp_path / "register.zip")

    assert "register.steeringdocument\t1" in run("export", target).output
    assert run("export", target).exit_code == 1
    assert run("export", target, "--force").exit_code == 0
    assert "not empty" in run("import", target).output
    call_command("flush", interactive=False, verbosity=0)
    done = run("import", target)

    assert done.exit_code == 0, done.output
    assert SteeringDocument.objects.get().title == "Biblioteksplan"


@pytest.mark.django_db
def test_another_file_is_refused_in_one_sentence(tmp_path):
    path = tmp_path / "file.zip"
    path.write_bytes(b"no zip")

    done = run("import", str(path))

    assert done.exit_code == 1
    assert done.output.startswith("Error: The file is damaged")
