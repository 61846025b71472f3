"""The demo municipality's story, as data."""

import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings

from vagvisare.organization.models import Person

# One password for all demo people: printed where the demo is started, worthless elsewhere.
DEMO_PASSWORD = "visa-vägen-i-demon"  # noqa: S105

Story = dict[str, list[dict[str, Any]]]


def load_story() -> Story:
    """Return the story of the installation's municipality.

    :raises FileNotFoundError: when the municipality has none
    """
    folder = Path(settings.MUNICIPALITIES_FOLDER) / settings.MUNICIPALITY
    story: Story = tomllib.loads((folder / "story.toml").read_text("utf-8"))
    return story


def strangers(story: Story) -> list[str]:
    """Return the addresses of up to three registered people that the story does not know."""
    known = [person["email"] for person in story["people"]]
    found = Person.objects.exclude(email__in=known).values_list("email", flat=True)[:3]
    return list(found)
