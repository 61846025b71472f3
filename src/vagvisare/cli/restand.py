"""`vagvisare restand`: the standing of every document, computed anew."""

import click

from vagvisare.cli.database import set_up


@click.command()
@click.option("--batch", type=click.IntRange(1, 10_000), default=500, show_default=True)
def restand(batch: int) -> None:
    """Compute anew how every document stands, after the municipality's types have changed.

    Stored spans follow the days of notice and the lapses that a document's type had when they were
    stored. Safe to run again, and to stop: each batch is whole. Prints how many stood otherwise.
    """
    set_up()
    from vagvisare.register.actions.restand import restand_all

    seen = changed = 0
    for seen, changed in restand_all(batch=batch):
        click.echo(f"\r{seen}", nl=False, err=True)
    if seen:
        click.echo(err=True)
    click.echo(f"{seen}\t{changed}")
