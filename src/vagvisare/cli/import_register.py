"""`vagvisare import`: a register that was exported, into an installation that has nothing yet."""

from pathlib import Path
from typing import IO

import click

from vagvisare.cli.database import set_up


@click.command()
@click.argument(
    "source", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.zip"
)
def import_register(source: Path) -> None:
    """Bring the register in FILE.zip into this installation, which must be empty.

    Everybody has their roles, but nobody a password: each sets one by the page for forgotten ones.
    """
    set_up()
    from django.utils import translation

    from vagvisare.decisions.exchange.bring_whole import bring_whole
    from vagvisare.inventory.store import NoBytes, TooLarge, keep
    from vagvisare.kernel.errors import Refusal
    from vagvisare.organization.profile import current_profile

    def kept(file: IO[bytes]) -> str:
        return keep(file).sha256

    try:
        with translation.override("en"):
            brought = bring_whole(source, keep=kept)
    except (NoBytes, TooLarge) as fault:
        raise click.ClickException("An original is empty or too large.") from fault
    except Refusal as refusal:
        raise click.ClickException(str(refusal)) from refusal
    for name, count in brought.counts.items():
        click.echo(f"{name}\t{count}")
    click.echo(f"originals\t{brought.originals}")
    if brought.municipality != current_profile().key:
        click.echo(
            f"The register is that of {brought.municipality}, this is {current_profile().key}: "
            "types and rules come from this one's own data files.",
            err=True,
        )
