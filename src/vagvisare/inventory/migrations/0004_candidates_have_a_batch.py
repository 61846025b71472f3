import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inventory", "0003_candidates_as_listed")]
    operations = [
        migrations.AlterField(
            model_name="candidate",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="candidates",
                to="inventory.batch",
            ),
        )
    ]
