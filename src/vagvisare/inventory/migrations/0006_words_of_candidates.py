from django.db import migrations

from vagvisare.inventory.rules import words_of


def fill(apps, schema_editor):
    """Give each candidate the words it is found by."""
    Candidate = apps.get_model("inventory", "Candidate")
    rows = Candidate.objects.order_by("pk").values_list("pk", "title", "file__name")
    for key, title, name in list(rows):
        Candidate.objects.filter(pk=key).update(words=words_of(title, name))


class Migration(migrations.Migration):
    dependencies = [("inventory", "0005_counted_and_found")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
