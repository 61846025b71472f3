"""Say where the site is and how to come in."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vagvisare.config.settings")

import django

django.setup()

from vagvisare.cli.demo_story import DEMO_PASSWORD, load_story
from vagvisare.organization.models import Person

address = f"http://127.0.0.1:{sys.argv[1]}"
print(f"\nVägvisare: {address}   Skrivbordet: {address}/desk/")
try:
    people = load_story()["people"]
except FileNotFoundError:
    people = []
if people and Person.objects.filter(email=people[0]["email"]).exists():
    print(f"Demoinloggningar, alla med lösenordet {DEMO_PASSWORD}:")
    for person in people:
        print(f"  {person['email']:<28}{person['job_title']}")
print("Avsluta med Ctrl-C.\n", flush=True)
