"""A second person's reading of a decision of no further action, behind the hub's wall (A10.3)."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "decisions_secondreading"
IN_THIS_HUB = "hub_id = any(nullif(current_setting('app.hubs', true), '')::uuid[])"
RAISE = (
    f"alter table {TABLE} enable row level security;"
    f"create policy hub_wall on {TABLE} using ({IN_THIS_HUB}) with check ({IN_THIS_HUB})"
)
LOWER = f"drop policy hub_wall on {TABLE};alter table {TABLE} disable row level security"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_knock"),
        ("decisions", "0002_walls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SecondReading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("state", models.CharField(max_length=20)),
                ("why", models.TextField()),
                ("holds", models.BooleanField()),
                ("asked_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_reading",
                        to="decisions.decision",
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
                    "read_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")),
                        fields=["hub", "asked_at"],
                        name="second_reading_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("read_at", None),
                                ("read_by", None),
                                ("state__in", ["waiting", "set_aside"]),
                            ),
                            models.Q(
                                ("read_at__isnull", False),
                                ("read_by__isnull", False),
                                ("state__in", ["agreed", "sent_back"]),
                            ),
                            _connector="OR",
                        ),
                        name="second_reading_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "sent_back"), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="second_reading_sent_back_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_by", None),
                            models.Q(("read_by", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="second_reading_is_not_ones_own",
                    ),
                ],
            },
        ),
        migrations.RunSQL(RAISE, LOWER),
    ]
