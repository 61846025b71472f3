from django.db import migrations

from vagvisare.inventory.word_index import keep_word_index


class Migration(migrations.Migration):
    dependencies = [("inventory", "0010_tallies_when_emptied")]
    operations = [
        migrations.RunPython(lambda apps, editor: keep_word_index(), migrations.RunPython.noop)
    ]
