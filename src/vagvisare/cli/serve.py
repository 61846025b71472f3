"""`vagvisare serve`: the web and the worker in one terminal."""

import os
import sys

import click


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--host", default="127.0.0.1", show_default=True)
def serve(port: int, host: str) -> None:
    """Serve the site and work through the jobs until Ctrl-C."""
    from honcho.manager import Manager

    python = sys.executable
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "vagvisare.config.settings"}
    manager = Manager()
    gunicorn = (
        f"{python} -m gunicorn vagvisare.config.wsgi --bind {host}:{port} "
        "--worker-class gthread --workers 2 --threads 4 --timeout 120 --access-logfile -"
    )
    manager.add_process("web", gunicorn, env=environment)
    manager.add_process("worker", f"{python} -m django qcluster", env=environment)
    click.echo(f"http://{host}:{port}")
    manager.loop()
    raise SystemExit(manager.returncode)
