"""Setting Django up, for the commands that need the database."""

import os


def set_up() -> None:
    """Make models and settings usable. Costs about a second, so commands call it when they must."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vagvisare.config.settings")
    import django

    django.setup()
