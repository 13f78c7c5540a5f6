from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_walls")]

    operations = [
        migrations.AddField(
            model_name="rating",
            name="settled_step",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled_step", None), ("is_hub", True), _connector="OR"),
                name="rating_settled_by_hub",
            ),
        ),
    ]
