"""`vagvisare invite`: give somebody an account and a role."""

import click

from vagvisare.cli.database import set_up

ROLES = ["reader", "officer", "registrar", "department_head", "politician", "administrator"]


@click.command()
@click.argument("email")
@click.option("--name", required=True, help="How the pages call them.")
@click.option("--role", type=click.Choice(ROLES), default="registrar", show_default=True)
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True)
def invite(email: str, name: str, role: str, password: str) -> None:
    """Give somebody an account with a role. Also brings the municipality's bodies in."""
    set_up()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from vagvisare.access.actions.grant_role import grant_role
    from vagvisare.access.roles import Role
    from vagvisare.organization.actions.sync_profile import sync_profile
    from vagvisare.organization.models import Person
    from vagvisare.organization.profile import current_profile

    if Person.objects.filter(email__iexact=email).exists():
        raise click.ClickException(f"{email} already has an account.")
    try:
        validate_password(password, Person(email=email, name=name))
    except ValidationError as fault:
        raise click.ClickException(" ".join(fault.messages)) from fault
    with transaction.atomic():
        sync_profile(profile=current_profile())
        person = Person.objects.create_user(email=email, password=password, name=name)
        grant_role(person=person, role=Role(role))
    click.echo(f"{email} may sign in as {role}.")
