"""What somebody has written so far of a decision, behind the hub's wall (trust 2, 5)."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "decisions_decisiondraft"
IN_THIS_HUB = "hub_id = any(nullif(current_setting('app.hubs', true), '')::uuid[])"
RAISE = (
    f"alter table {TABLE} enable row level security;"
    f"create policy hub_wall on {TABLE} using ({IN_THIS_HUB}) with check ({IN_THIS_HUB})"
)
LOWER = f"drop policy hub_wall on {TABLE};alter table {TABLE} disable row level security"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_knock"),
        ("cases", "0003_rating_settled_step"),
        ("decisions", "0003_second_reading"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DecisionDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("started_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "practitioner"), name="decision_draft_one_each"
                    )
                ],
            },
        ),
        migrations.RunSQL(RAISE, LOWER),
    ]
