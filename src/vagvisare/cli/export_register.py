"""`vagvisare export`: the whole register as one file."""

from pathlib import Path

import click

from vagvisare.cli.database import set_up


@click.command()
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.zip")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export_register(target: Path, force: bool) -> None:
    """Write the whole register to FILE.zip: rows as JSON lines, originals, and a manifest.

    Passwords stay behind. `vagvisare import` brings it into an empty installation.
    """
    if target.exists() and not force:
        raise click.ClickException(f"{target} is there already. Use --force to write over it.")
    set_up()
    from django.utils import timezone

    from vagvisare.decisions.exchange.keep_whole import keep_whole
    from vagvisare.inventory.store import path_of
    from vagvisare.organization.profile import current_profile

    try:
        kept = keep_whole(
            target, path_of=path_of, municipality=current_profile().key, at=timezone.now()
        )
    except OSError as fault:
        raise click.ClickException(f"{target} cannot be written: {fault}") from fault
    for name, count in kept.counts.items():
        click.echo(f"{name}\t{count}")
    click.echo(f"originals\t{kept.originals}")
    for sha256 in kept.missing:
        click.echo(f"The original {sha256} is not in the file store.", err=True)
