"""An answer to a contact that ended without a case (A13.1)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_knock"),
        ("decisions", "0004_draft"),
        ("intake", "0002_walls"),
        ("pathways", "0002_walls"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="feedback",
            name="feedback_acknowledged_once",
        ),
        migrations.RemoveConstraint(
            model_name="feedback",
            name="feedback_outcome_has_a_decision",
        ),
        migrations.AddField(
            model_name="feedback",
            name="ending",
            field=models.UUIDField(null=True, unique=True),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "acknowledgement")),
                fields=("contact", "kind"),
                name="feedback_acknowledged_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", None), ("ending", None), ("kind", "acknowledgement")),
                    models.Q(("decision__isnull", False), ("ending", None), ("kind", "outcome")),
                    models.Q(("decision", None), ("ending__isnull", False), ("kind", "outcome")),
                    _connector="OR",
                ),
                name="feedback_is_of_a_decision_or_an_ending",
            ),
        ),
    ]
