"""How often one address comes to a hub's public door, behind the hub's wall (trust 2, 5)."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

IN_THIS_HUB = "hub_id = any(nullif(current_setting('app.hubs', true), '')::uuid[])"
RAISE_WALL = (
    "alter table accounts_knock enable row level security;"
    f"create policy hub_wall on accounts_knock using ({IN_THIS_HUB}) with check ({IN_THIS_HUB})"
)
LOWER_WALL = (
    "drop policy hub_wall on accounts_knock;alter table accounts_knock disable row level security"
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_walls")]

    operations = [
        migrations.CreateModel(
            name="Knock",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("door", models.CharField(max_length=30)),
                ("origin_hash", models.CharField(max_length=64)),
                ("first_at", models.DateTimeField()),
                ("times", models.PositiveIntegerField()),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hub", "door", "origin_hash"), name="knock_once"
                    )
                ]
            },
        ),
        migrations.RunSQL(RAISE_WALL, LOWER_WALL),
    ]
