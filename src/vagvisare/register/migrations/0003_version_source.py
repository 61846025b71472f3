from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0002_whole_life")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="source",
            field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
    ]
