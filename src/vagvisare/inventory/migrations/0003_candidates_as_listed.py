from django.db import migrations

from vagvisare.inventory.rules import claims_in, least_sure, listed_facts


def fill(apps, schema_editor):
    """Give each candidate its batch and what lists show of it, from the reading on file."""
    Candidate = apps.get_model("inventory", "Candidate")
    rows = Candidate.objects.select_related("file").defer("file__pages").order_by("pk")
    for candidate in rows.iterator(chunk_size=200):
        reading = candidate.file.reading or {}
        mentions = reading.get("mentions", [])
        spoken_of = mentions[candidate.position] if candidate.position < len(mentions) else {}
        facts = reading if candidate.about == "own" else spoken_of
        listed = listed_facts(facts) | {"title": candidate.title}
        listed["validity"] = listed["validity"] or "unknown"
        Candidate.objects.filter(pk=candidate.pk).update(
            batch_id=candidate.file.batch_id, confidence=least_sure(claims_in(facts)), **listed
        )


class Migration(migrations.Migration):
    dependencies = [("inventory", "0002_bulk")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
