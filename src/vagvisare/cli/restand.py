"""`vagvisare restand`: the standing of every document, computed anew."""

import click

from vagvisare.cli.database import set_up


@click.command()
@click.option("--batch", type=click.IntRange(1, 10_000), default=500, show_default=True)
def restand(batch: int) -> None:
    """Compute anew how every document stands, after the municipality's types have changed.

    Stored spans follow the days of notice and the lapses that a document's type had when they were
    stored. Safe to run again, and to stop: each batch is whole. Prints how many documents there
    are and how many of them stood otherwise.
    """
    set_up()
    from vagvisare.register.actions.restand import restand_all

    done = (0, 0)
    for done in restand_all(batch=batch):
        click.echo(f"\r{done[0]}", nl=False, err=True)
    click.echo(err=True)
    click.echo("\t".join(map(str, done)))
