from django.db import migrations

from vagvisare.inventory.tally import keep_tallies


class Migration(migrations.Migration):
    dependencies = [("inventory", "0009_one_index_for_filters")]
    operations = [
        migrations.RunPython(lambda apps, editor: keep_tallies(), migrations.RunPython.noop)
    ]
