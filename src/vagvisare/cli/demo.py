"""`vagvisare demo`: build the demo municipality anew."""

import click

from vagvisare.cli.database import set_up


@click.command()
@click.option("--if-empty", is_flag=True, help="Do nothing when the register holds something.")
def demo(if_empty: bool) -> None:
    """(Re)build the demo municipality by playing its story.

    Empties the database first, so it refuses where anybody but the demo's own people is registered.
    """
    set_up()
    from django.core.management import call_command
    from django.utils import timezone, translation

    from vagvisare.cli.demo_story import load_story, strangers
    from vagvisare.cli.demo_story.replay import replay
    from vagvisare.organization.profile import current_profile
    from vagvisare.register.models import SteeringDocument

    if if_empty and SteeringDocument.objects.exists():
        return
    try:
        story = load_story()
    except FileNotFoundError as fault:
        if if_empty:
            return
        raise click.ClickException(
            f"{current_profile().name} has no story: there is no story.toml in its folder."
        ) from fault
    if found := strangers(story):
        raise click.ClickException(
            f"This database has people who are not the demo's ({', '.join(found)}). "
            "The demo would empty it. Use a database of its own: set DATABASE_URL or VAGVISARE_DATA."
        )
    call_command("flush", interactive=False, verbosity=0)
    with translation.override(current_profile().language):
        replay(story, now=timezone.localtime())
    number = SteeringDocument.objects.count()
    click.echo(f"{current_profile().name}: {number} documents, {len(story['people'])} people.")
