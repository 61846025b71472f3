"""`vagvisare`: the group of commands, each loaded when it is first asked for."""

import importlib

import click

# The name of a command -> where it stands. A new command is one line here.
COMMANDS = {
    "read": "vagvisare.cli.read:read",
    "inventory": "vagvisare.cli.inventory:inventory",
    "watch": "vagvisare.cli.watch:watch",
    "restand": "vagvisare.cli.restand:restand",
    "demo": "vagvisare.cli.demo:demo",
    "serve": "vagvisare.cli.serve:serve",
    "invite": "vagvisare.cli.invite:invite",
    "export": "vagvisare.cli.export_register:export_register",
    "import": "vagvisare.cli.import_register:import_register",
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is run or its help is shown."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=LazyGroup)
@click.version_option(package_name="vagvisare")
def main() -> None:
    """Keep every steering document of a municipality true for its whole life."""
